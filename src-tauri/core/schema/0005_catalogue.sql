-- Tables of the room catalogue: what may be given, by which rule, for how much, in which words. Every figure is dated.
-- certainty: sourced, a named source says it; general, common practice; uncertain, to be confirmed by the office.

-- A rule that others refer to ("Quyết định 999/QĐ-TLĐ").
create table regulation (
  id        integer primary key autoincrement,
  uid       blob    not null unique,
  symbol    text    not null check (symbol <> ''),  -- '999/QĐ-TLĐ'
  name      text    not null check (name <> ''),
  issued_on text,                                    -- yyyy-mm-dd
  since     text,                                    -- in force from; null: not known
  until     text,                                    -- last day in force; null: still, or not known
  note      text    not null default '',
  source    text    not null default '',
  certainty text    not null check (certainty in ('sourced', 'general', 'uncertain')),
  check (until is null or since is null or until >= since)
) strict;

-- A title or a form of commendation.
create table award (
  id            integer primary key autoincrement,
  uid           blob    not null unique,
  code          text    not null unique check (code <> ''), -- 'certificate_upper_union'
  position      integer not null,                    -- order in lists
  name          text    not null check (name <> ''), -- 'Giấy khen của Ban Thường vụ LĐLĐ huyện'
  search        text    not null,                    -- for machines: name without marks
  nature        text    not null check (nature in ('title', 'form', 'medal', 'prize', 'other')),
  for_individual integer not null check (for_individual in (0, 1)),
  for_collective integer not null check (for_collective in (0, 1)),
  grantor       text    not null default '',         -- who decides and signs
  comprehensive integer not null default 0 check (comprehensive in (0, 1)), -- toàn diện
  topical       integer not null default 0 check (topical in (0, 1)),       -- chuyên đề
  ad_hoc        integer not null default 0 check (ad_hoc in (0, 1)),        -- đột xuất
  long_service  integer not null default 0 check (long_service in (0, 1)),  -- cống hiến
  reach         text    not null check (reach in ('own', 'up', 'own_or_up', 'record', 'record_or_up')), -- own: our office decides
  criteria      text    not null default '',
  quota         text    not null default '',
  since         text,
  until         text,
  source        text    not null default '',
  certainty     text    not null check (certainty in ('sourced', 'general', 'uncertain')),
  check (for_individual or for_collective),
  check (until is null or since is null or until >= since)
) strict;

-- How many base salaries go with an award, for one span of days.
create table coefficient (
  id         integer primary key autoincrement,
  uid        blob    not null unique,
  award      integer not null references award (id) on delete cascade,
  recipient  text    not null check (recipient in ('individual', 'collective')),
  hundredths integer check (hundredths >= 0),        -- 30 is 0,3; null: not known, see hint
  hint       integer check (hint >= 0),              -- hundredths of the State's analogue
  since      text,
  until      text,
  source     text    not null default '',
  certainty  text    not null check (certainty in ('sourced', 'general', 'uncertain')),
  check (until is null or since is null or until >= since)
) strict;
create index coefficient_by_award on coefficient (award, recipient, since);

-- The base salary ("mức lương cơ sở"), from a day until the next row begins.
create table base_salary (
  id        integer primary key autoincrement,
  uid       blob    not null unique,
  amount    integer not null check (amount > 0),     -- đồng a month
  since     text    not null unique,                 -- yyyy-mm-dd
  source    text    not null default '',
  certainty text    not null check (certainty in ('sourced', 'general', 'uncertain'))
) strict;

-- Words used again and again: reasons and citations; {năm} is filled in where they are offered.
create table phrase (
  id    integer primary key autoincrement,
  uid   blob    not null unique,
  use   text    not null check (use in ('reason', 'citation')),
  text  text    not null check (text <> ''),
  award integer references award (id),               -- null: for any
  since text,
  until text,
  unique (use, text)
) strict;

-- A line of legal grounds ("Căn cứ …"), reusable in decisions.
create table legal_ground (
  id        integer primary key autoincrement,
  uid       blob    not null unique,
  position  integer not null,                        -- order on paper
  text      text    not null unique check (text <> ''),
  usual     integer not null default 0 check (usual in (0, 1)), -- put into every new decision
  since     text,
  until     text,
  source    text    not null default '',
  certainty text    not null check (certainty in ('sourced', 'general', 'uncertain'))
) strict;

-- Where bonus money comes from.
create table money_source (
  id        integer primary key autoincrement,
  uid       blob    not null unique,
  name      text    not null unique check (name <> ''),
  since     text,
  until     text,
  source    text    not null default '',
  certainty text    not null check (certainty in ('sourced', 'general', 'uncertain'))
) strict;
