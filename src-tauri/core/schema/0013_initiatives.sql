-- Tables of the room initiatives: programmes with their rules and targets, initiatives with their authors, works and products.

-- A programme that initiatives are counted for ("75 nghìn sáng kiến").
create table programme (
  id     integer primary key autoincrement,
  uid    blob    not null unique,
  name   text    not null unique check (name <> ''),
  since  text    not null,                          -- yyyy-mm-dd: what is first applied before does not count
  until  text    not null,                          -- last day
  target integer check (target > 0),                -- initiatives that the superior asks of the office
  source text    not null default '',               -- by which paper
  note   text    not null default '',
  check (until >= since)
) strict;

-- A figure that the pre-check goes by, for one span of days.
create table programme_rule (
  id        integer primary key autoincrement,
  uid       blob    not null unique,
  programme integer references programme (id) on delete cascade, -- null: of every programme without one of its own
  kind      text    not null check (kind in ('similarity', 'least_benefit')),
  figure    integer not null check (figure > 0),    -- similarity: per cent; least_benefit: đồng a year
  since     text,
  until     text,
  source    text    not null default '',
  certainty text    not null check (certainty in ('sourced', 'general', 'uncertain')),
  check (kind <> 'similarity' or figure between 50 and 100),
  check (until is null or since is null or until >= since)
) strict;
create index programme_rule_by_programme on programme_rule (programme, kind);

-- What a bloc or a unit is asked for.
create table programme_target (
  id        integer primary key autoincrement,
  uid       blob    not null unique,
  programme integer not null references programme (id) on delete cascade,
  bloc      integer references bloc (id),
  unit      integer references unit (id),
  target    integer not null check (target > 0),    -- initiatives
  check ((bloc is null) <> (unit is null))
) strict;
create unique index programme_target_of_bloc on programme_target (programme, bloc) where bloc is not null;
create unique index programme_target_of_unit on programme_target (programme, unit) where unit is not null;

-- An initiative ("sáng kiến"), as it was registered.
create table initiative (
  id                 integer primary key autoincrement,
  uid                blob    not null unique,
  period             integer not null references period (id), -- in which it was registered
  code               text    not null check (code <> ''),     -- 'SK-0001'
  title              text    not null check (title <> ''),
  search             text    not null,               -- for machines: code, title and authors without marks
  unit               integer not null references unit (id),
  field              text    not null default '',    -- 'Giáo dục'
  kind               text    check (kind in ('technical', 'management', 'operation', 'application', 'research')),
  scope              text    check (scope in ('base', 'district', 'province', 'ministry', 'national')), -- where it is applied
  first_applied      text,                           -- yyyy, yyyy-mm or yyyy-mm-dd
  place              text    not null default '',
  recognition        text    check (recognition in ('base', 'district', 'province', 'ministry', 'national')), -- null: not recognised
  recognition_number text    not null default '',
  recognised_on      text,                           -- yyyy-mm-dd
  recognised_by      text    not null default '',
  benefit            integer not null default 0 check (benefit >= 0), -- đồng a year
  benefit_basis      text    not null default '',    -- how it was computed
  effect             text    not null default '',    -- what cannot be counted in money
  programme          integer references programme (id),
  portal_on          text,                           -- yyyy-mm-dd: entered on the national portal
  portal_code        text    not null default '',
  secret             integer not null default 0 check (secret in (0, 1)), -- 1: papers say title and effect only
  note               text    not null default '',
  unique (period, code)
) strict;
create index initiative_by_programme on initiative (programme) where programme is not null;
create index initiative_by_unit on initiative (unit);

-- Who made it, in the order of the paper.
create table initiative_author (
  id         integer primary key autoincrement,
  uid        blob    not null unique,
  initiative integer not null references initiative (id) on delete cascade,
  position   integer not null check (position > 0),
  name       text    not null check (name <> ''),    -- as it was written
  member     integer references member (id),          -- their own record, when it is known
  gender     text    check (gender in ('nam', 'nu')),
  birth      text,                                    -- yyyy, yyyy-mm or yyyy-mm-dd
  share      integer check (share between 1 and 100), -- per cent; null: not said
  unique (initiative, position)
) strict;
create index initiative_author_by_member on initiative_author (member) where member is not null;

-- A work or product ("công trình, sản phẩm") that was made for an occasion.
create table work (
  id        integer primary key autoincrement,
  uid       blob    not null unique,
  period    integer not null references period (id),
  title     text    not null check (title <> ''),
  occasion  text    not null check (occasion <> ''),  -- 'Chào mừng Đại hội Công đoàn huyện'
  unit      integer not null references unit (id),
  makers    text    not null default '',
  completed text,                                     -- yyyy, yyyy-mm or yyyy-mm-dd
  value     integer not null default 0 check (value >= 0), -- đồng
  note      text    not null default ''
) strict;
create index work_by_period on work (period);

create trigger initiative_period_open before insert on initiative
when (select closed from period where id = new.period) = 1
begin select raise(abort, 'refuse:year:Năm thi đua này đã khóa sổ nên không ghi thêm sáng kiến được. Hãy mở lại năm, ghi rõ lý do.'); end;
create trigger initiative_period_kept before update on initiative
when (select max(closed) from period where id in (old.period, new.period)) = 1
begin select raise(abort, 'refuse:year:Năm thi đua này đã khóa sổ nên không sửa sáng kiến được. Hãy mở lại năm, ghi rõ lý do.'); end;
create trigger initiative_period_stays before delete on initiative
when (select closed from period where id = old.period) = 1
begin select raise(abort, 'refuse:year:Năm thi đua này đã khóa sổ nên không xóa sáng kiến được. Hãy mở lại năm, ghi rõ lý do.'); end;
