-- Tables of the room training: courses, who took part by name, and how many units reported without names.

-- A course ("lớp đào tạo, bồi dưỡng, tập huấn").
create table course (
  id           integer primary key autoincrement,
  uid          blob    not null unique,
  period       integer not null references period (id), -- the year or school year that it counts in
  name         text    not null check (name <> ''),     -- 'Tập huấn nghiệp vụ công đoàn cơ sở'
  search       text    not null,                         -- for machines: name, organiser, place and document without marks
  kind         text    not null check (kind in ('union', 'politics', 'skills', 'schooling', 'languages', 'law', 'other')),
  organiser    text    not null default '',
  place        text    not null default '',
  since        text    not null,                         -- yyyy-mm-dd
  until        text    not null,                         -- last day
  cost         integer not null default 0 check (cost >= 0), -- đồng; 0: not said
  money_source text    not null default '',
  document     text    not null default '',              -- the plan or the summons: '80/KH-LĐLĐ'
  note         text    not null default '',
  check (until >= since)
) strict;
create index course_by_period on course (period, until);

-- Somebody who took part, by name.
create table course_participant (
  id          integer primary key autoincrement,
  uid         blob    not null unique,
  course      integer not null references course (id) on delete cascade,
  member      integer references member (id),            -- their own record; null: not in the register of members
  name        text    not null check (name <> ''),       -- as written
  same_key    text    not null,                          -- for machines: equal for two spellings of one name
  unit        integer not null references unit (id),     -- where they worked then
  gender      text    check (gender in ('nam', 'nu')),   -- of one who is not in the register
  birth       text,                                      -- yyyy, yyyy-mm or yyyy-mm-dd; of one who is not in the register
  direct      integer check (direct in (0, 1)),          -- 1: direct worker then; null: as the register says
  result      text    not null default '',               -- 'Giỏi'
  certificate text    not null default '',               -- its number
  note        text    not null default ''
) strict;
create unique index course_participant_once on course_participant (course, member) where member is not null;
create index course_participant_by_member on course_participant (member) where member is not null;
create index course_participant_by_course on course_participant (course);

-- How many more of a unit took part, where only a number was reported.
create table course_count (
  id      integer primary key autoincrement,
  uid     blob    not null unique,
  course  integer not null references course (id) on delete cascade,
  unit    integer not null references unit (id),
  people  integer not null check (people > 0),
  women   integer not null default 0 check (women between 0 and people),
  direct  integer not null default 0 check (direct between 0 and people),
  source  text    not null default '',                   -- the report that says so
  unique (course, unit)
) strict;

-- What the share of a year is reckoned on, where it is not the members of the register.
create table training_basis (
  id      integer primary key autoincrement,
  uid     blob    not null unique,
  year    integer not null unique check (year between 1990 and 2100),
  people  integer not null check (people > 0),           -- workers: members and those who are not
  source  text    not null check (source <> '')
) strict;

create trigger course_added_in_closed before insert on course
when (select closed from period where id = new.period) = 1
begin select raise(abort, 'refuse:year:Năm thi đua này đã khóa sổ nên không ghi thêm lớp được. Hãy mở lại năm, ghi rõ lý do.'); end;
create trigger course_changed_in_closed
before update of uid, period, name, kind, organiser, place, since, until, cost, money_source, document, note on course when (select max(closed) from period where id in (old.period, new.period)) = 1
begin select raise(abort, 'refuse:year:Năm thi đua này đã khóa sổ nên không sửa lớp được. Hãy mở lại năm, ghi rõ lý do.'); end;
create trigger course_removed_in_closed before delete on course
when (select closed from period where id = old.period) = 1
begin select raise(abort, 'refuse:year:Năm thi đua này đã khóa sổ nên không xóa lớp được. Hãy mở lại năm, ghi rõ lý do.'); end;

create trigger course_participant_added_in_closed before insert on course_participant
when (select p.closed from course c join period p on p.id = c.period where c.id = new.course) = 1
begin select raise(abort, 'refuse:course:Năm thi đua này đã khóa sổ nên không ghi thêm người học được. Hãy mở lại năm, ghi rõ lý do.'); end;
create trigger course_participant_changed_in_closed before update of course, name, unit, gender, direct, result, certificate, note on course_participant
when (select max(p.closed) from course c join period p on p.id = c.period where c.id in (old.course, new.course)) = 1
begin select raise(abort, 'refuse:course:Năm thi đua này đã khóa sổ nên không sửa danh sách học được. Hãy mở lại năm, ghi rõ lý do.'); end;
create trigger course_participant_removed_in_closed before delete on course_participant
when (select p.closed from course c join period p on p.id = c.period where c.id = old.course) = 1
begin select raise(abort, 'refuse:course:Năm thi đua này đã khóa sổ nên không bỏ người học được. Hãy mở lại năm, ghi rõ lý do.'); end;

create trigger course_count_added_in_closed before insert on course_count
when (select p.closed from course c join period p on p.id = c.period where c.id = new.course) = 1
begin select raise(abort, 'refuse:course:Năm thi đua này đã khóa sổ nên không ghi thêm số báo cáo được. Hãy mở lại năm, ghi rõ lý do.'); end;
create trigger course_count_changed_in_closed before update on course_count
when (select max(p.closed) from course c join period p on p.id = c.period where c.id in (old.course, new.course)) = 1
begin select raise(abort, 'refuse:course:Năm thi đua này đã khóa sổ nên không sửa số báo cáo được. Hãy mở lại năm, ghi rõ lý do.'); end;
create trigger course_count_removed_in_closed before delete on course_count
when (select p.closed from course c join period p on p.id = c.period where c.id = old.course) = 1
begin select raise(abort, 'refuse:course:Năm thi đua này đã khóa sổ nên không bỏ số báo cáo được. Hãy mở lại năm, ghi rõ lý do.'); end;
create trigger training_basis_changed_in_closed before update on training_basis
when exists (select 1 from period where kind = 'year' and year in (old.year, new.year) and closed = 1)
begin select raise(abort, 'refuse:people:Năm thi đua này đã khóa sổ nên không đổi tổng số lao động được. Hãy mở lại năm, ghi rõ lý do.'); end;
create trigger training_basis_removed_in_closed before delete on training_basis
when exists (select 1 from period where kind = 'year' and year = old.year and closed = 1)
begin select raise(abort, 'refuse:people:Năm thi đua này đã khóa sổ nên không bỏ tổng số lao động được. Hãy mở lại năm, ghi rõ lý do.'); end;
create trigger training_basis_added_in_closed before insert on training_basis
when exists (select 1 from period where kind = 'year' and year = new.year and closed = 1)
begin select raise(abort, 'refuse:people:Năm thi đua này đã khóa sổ nên không ghi tổng số lao động được. Hãy mở lại năm, ghi rõ lý do.'); end;
