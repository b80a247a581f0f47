-- Tables of the room units: grassroots unions, what they were called when, who led them, and the emulation blocs.

-- A bloc of units that compete with one another ("khối, cụm thi đua").
create table bloc (
  id       integer primary key autoincrement,
  uid      blob    not null unique,
  no       integer not null check (no > 0),
  name     text    not null check (name <> ''),
  since    text,                                   -- yyyy-mm-dd; null: as long as anyone knows
  until    text,                                   -- last day; null: still so
  check (until is null or since is null or until >= since)
) strict;
create unique index bloc_no_living on bloc (no) where until is null;

-- One unit for good: whatever its name becomes, this stays.
create table unit (
  id          integer primary key autoincrement,
  uid         blob    not null unique,
  code        text    not null check (code <> ''), -- 'VT02'
  established text,                                -- yyyy, yyyy-mm or yyyy-mm-dd, as exactly as it is known
  established_by text not null default '',         -- the decision that established it
  ended       text,                                -- yyyy-mm-dd: from this day on it is no more
  ending      text check (ending in ('dissolved', 'merged', 'split', 'transferred')),
  ended_by    text    not null default '',         -- the decision that ended it
  note        text    not null default '',
  check ((ended is null) = (ending is null))
) strict;
create unique index unit_code_living on unit (code collate nocase) where ended is null;
create index unit_by_code on unit (code);

-- What a unit was for one span of days. Exactly one span is open, also when the unit has ended: it keeps its last name.
create table unit_state (
  id       integer primary key autoincrement,
  uid      blob    not null unique,
  unit     integer not null references unit (id) on delete cascade,
  name     text    not null check (name <> ''),   -- 'CĐCS Trường Mầm non Hoa Sen'
  sort_key blob    not null,                       -- for machines: Vietnamese order of the name
  search   text    not null,                       -- for machines: name without marks
  level    text    not null check (level in ('grassroots_union', 'occupational_union', 'member_grassroots_union', 'section_union', 'union_group', 'education_union', 'other')),
  kind     text    not null check (kind in ('co_quan', 'su_nghiep', 'xa', 'mam_non', 'tieu_hoc', 'thcs', 'thpt', 'gdtx', 'y_te', 'dn_nn', 'dn_nnn', 'dn_fdi', 'htx', 'nghiep_doan', 'khac')),
  sector   text    not null check (sector in ('public', 'state_enterprise', 'non_state', 'foreign')),
  parent   integer references unit (id),           -- null: directly under our office
  bloc     integer references bloc (id),
  calendar text    not null check (calendar in ('year', 'school')),
  address  text    not null default '',
  phone    text    not null default '',
  since    text,                                   -- yyyy-mm-dd; null: from the beginning
  until    text,                                   -- last day; null: still so, or so to the end
  document text    not null default '',            -- the decision that made it so
  check (until is null or since is null or until >= since),
  check (parent is null or parent <> unit)
) strict;
create unique index unit_state_open on unit_state (unit) where until is null;
create index unit_state_by_unit on unit_state (unit, since);
create index unit_state_by_parent on unit_state (parent) where parent is not null;
create index unit_state_by_bloc on unit_state (bloc) where bloc is not null;

-- No unit is in a bloc after its last day.
create trigger unit_state_bloc_lives before insert on unit_state
when exists (select 1 from bloc b where b.id = new.bloc and b.until < coalesce(new.until, '9999'))
begin select raise(abort, 'refuse:bloc:Khối thi đua này đã kết thúc. Hãy chọn khối khác.'); end;
create trigger unit_state_bloc_stays before update of bloc, until on unit_state
when (new.bloc is not old.bloc or new.until is not old.until)
 and exists (select 1 from bloc b where b.id = new.bloc and b.until < coalesce(new.until, '9999'))
begin select raise(abort, 'refuse:bloc:Khối thi đua này đã kết thúc. Hãy chọn khối khác.'); end;

-- What happened to a unit, by decision.
create table unit_event (
  id       integer primary key autoincrement,
  uid      blob    not null unique,
  unit     integer not null references unit (id) on delete cascade,
  what     text    not null check (what in ('established', 'received', 'renamed', 'changed', 'merged', 'split', 'transferred', 'dissolved')),
  day      text,                                   -- yyyy-mm-dd; null: not known to the day
  document text    not null default '',
  other    integer references unit (id),           -- merged: into which; established by a merge or split: out of which
  note     text    not null default ''
) strict;
create index unit_event_by_unit on unit_event (unit, day);
create index unit_event_by_other on unit_event (other) where other is not null;

-- Who held a post in a unit, for one span of days.
create table unit_officer (
  id       integer primary key autoincrement,
  uid      blob    not null unique,
  unit     integer not null references unit (id) on delete cascade,
  name     text    not null check (name <> ''),
  member   integer references member (id),         -- their own record, when it is known
  post     text    not null check (post <> ''),    -- 'Chủ tịch'
  since    text,
  until    text,
  document text    not null default '',
  check (until is null or since is null or until >= since)
) strict;
create index unit_officer_by_unit on unit_officer (unit);
create index unit_officer_by_member on unit_officer (member) where member is not null;

-- Who leads a bloc in one year: chosen anew every year.
create table bloc_year (
  id     integer primary key autoincrement,
  uid    blob    not null unique,
  bloc   integer not null references bloc (id) on delete cascade,
  year   integer not null check (year between 1990 and 2100),
  head   integer references unit (id),             -- 'khối trưởng'
  deputy integer references unit (id),             -- 'khối phó'
  unique (bloc, year)
) strict;
create index bloc_year_by_head on bloc_year (head) where head is not null;
create index bloc_year_by_deputy on bloc_year (deputy) where deputy is not null;
