-- Tables of the room members: union members, where they belonged when, and how lists of them are looked at.

-- One union member, as the register knows them now. What was mistyped is corrected in place.
create table member (
  id            integer primary key autoincrement,
  uid           blob    not null unique,
  full_name     text    not null check (full_name <> ''),
  sort_key      blob    not null,                   -- for machines: given name, family name, middle name in Vietnamese order
  same_key      text    not null,                   -- for machines: equal for two spellings of one name
  search        text    not null,                   -- for machines: words and numbers without marks; z and a number backwards
  gender        text check (gender in ('nam', 'nu')),
  birth         text,                               -- yyyy, yyyy-mm or yyyy-mm-dd, as exactly as it is known
  citizen_id    text,                               -- 12 figures when right; not unique, a register has errors
  legacy_id     text,                               -- 9 figures when right
  id_issue_date text,                               -- as birth
  id_issue_place text,
  position      text,                               -- 'Chuyên viên'
  union_position text,                              -- 'Ủy viên BCH'
  union_join    text,                               -- as birth
  party_member  integer check (party_member in (0, 1)),       -- restricted
  party_join    text,                               -- as birth; restricted
  ethnicity     text,                               -- restricted
  religion      text,                               -- restricted
  education     text,
  phone         text,
  email         text,
  hometown      text,
  residence     text,
  section       text,                               -- công đoàn bộ phận, tổ công đoàn
  member_code   text,                               -- mã số đoàn viên, số thẻ
  worker_type   text,                               -- 'Viên chức'
  is_direct_labour integer check (is_direct_labour in (0, 1)),
  is_manager    integer check (is_manager in (0, 1)),
  note          text,
  status        text    not null check (status in ('active', 'suspended', 'transferred_out', 'withdrawn', 'expelled', 'retired', 'left_job', 'unit_dissolved', 'deceased')),
  unit          integer not null references unit (id)         -- where they belong, or belonged last: as their last membership says
) strict;
create index member_by_name on member (sort_key, status, unit, gender);
create index member_by_unit on member (unit, status, sort_key, gender);
create index member_by_citizen_id on member (citizen_id) where citizen_id is not null;
create index member_by_legacy_id on member (legacy_id) where legacy_id is not null;
create index member_by_same_key on member (same_key, unit, birth, citizen_id);
create index member_by_birth on member (birth, sort_key);

-- A member's belonging to one unit, for one span of days.
create table membership (
  id       integer primary key autoincrement,
  uid      blob    not null unique,
  member   integer not null references member (id) on delete cascade,
  unit     integer not null references unit (id),
  state    text    not null default 'active' check (state in ('active', 'suspended')),
  since    text,                                    -- yyyy-mm-dd; null: as long as the office knows
  began    text    not null check (began in ('listed', 'admitted', 'transferred_in', 'moved', 'returned', 'suspended', 'resumed')),
  began_by text    not null default '',             -- decision or letter
  until    text,                                    -- last day; null: still so
  ending   text check (ending in ('moved', 'suspended', 'resumed', 'merged', 'transferred_out', 'withdrawn', 'expelled', 'retired', 'left_job', 'unit_dissolved', 'deceased')),
  ended_by text    not null default '',
  check (until is null or since is null or until >= since),
  check ((until is null) = (ending is null))
) strict;
create unique index membership_open on membership (member) where until is null;
create index membership_by_member on membership (member);
create index membership_by_unit on membership (unit, since, until);

-- What stands on something that is no more. An undo writes no such row back when the other one ended only after its act; that a
-- membership goes on in a unit that ended can also be meant (ending.rs).
create view stands_on_ended as
select 'membership' as tbl, m.id as "row", 'unit' as ended_tbl, u.id as ended_row
from membership m join unit u on u.id = m.unit
where m.until is null and u.ended is not null;

-- The words and numbers by which a member is found. Kept by the triggers below, so that undo keeps it too.
create virtual table member_search using fts5 (
  search, content = '', contentless_delete = 1, tokenize = 'unicode61 remove_diacritics 0', prefix = '1 2 3 4'
);
create trigger member_search_added after insert on member
begin insert into member_search (rowid, search) values (new.id, new.search); end;
create trigger member_search_changed after update of search on member when old.search is not new.search
begin
  delete from member_search where rowid = old.id;
  insert into member_search (rowid, search) values (new.id, new.search);
end;
create trigger member_search_deleted after delete on member
begin delete from member_search where rowid = old.id; end;

-- Two members that look like one and are not: looked at by a person.
create table not_same (
  id    integer primary key autoincrement,
  one   integer not null references member (id) on delete cascade,
  other integer not null references member (id) on delete cascade,
  check (one < other),
  unique (one, other)
) strict;
create index not_same_by_other on not_same (other);

-- Leave to see restricted fields on one screen, for one day: asking is what the journal remembers.
create table unmasking (
  id     integer primary key autoincrement,
  screen text not null check (screen <> ''),
  who    text not null,
  day    text not null                              -- yyyy-mm-dd
) strict;

-- A way of looking at a list that was given a name.
create table saved_view (
  id    integer primary key autoincrement,
  uid   blob    not null unique,
  room  text    not null check (room <> ''),        -- 'members'
  name  text    not null check (name <> ''),
  query text    not null check (json_valid(query)), -- what the page asks, columns and order with it
  unique (room, name)
) strict;
