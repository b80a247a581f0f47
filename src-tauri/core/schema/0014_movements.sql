-- Tables of the room movements: movements with their contents, who launched them, reviews, and registrations for titles.

-- An emulation movement ("phong trào thi đua, cuộc vận động"), for as long as it runs.
create table movement (
  id         integer primary key autoincrement,
  uid        blob    not null unique,
  name       text    not null check (name <> ''),    -- 'Lao động giỏi, lao động sáng tạo'
  search     text    not null,                        -- for machines: name without marks
  level      text    not null check (level in ('central', 'province', 'state', 'own', 'grassroots')),
  kind       text    not null check (kind in ('permanent', 'drive', 'topical', 'special', 'campaign', 'welfare')),
  audience   text    not null default '',             -- whom it is for: 'Cán bộ, công chức'
  since      text,                                     -- yyyy-mm-dd; null: as long as anyone knows
  until      text,                                     -- last day; null: no end is set
  plan       text    not null default '',             -- '80/KH-LĐLĐ'
  planned_on text,                                     -- yyyy-mm-dd
  objectives text    not null default '',
  interim_on text,                                     -- when the interim review is due
  final_on   text,                                     -- when the final review is due
  register_by text,                                    -- last day for registering within it; null: none is set
  note       text    not null default '',
  check (until is null or since is null or until >= since)
) strict;
create index movement_by_span on movement (since, until);

-- One content of a movement, with what it aims at.
create table movement_content (
  id       integer primary key autoincrement,
  uid      blob    not null unique,
  movement integer not null references movement (id) on delete cascade,
  position integer not null check (position > 0),
  content  text    not null check (content <> ''),    -- 'Phát triển đoàn viên'
  target   integer check (target > 0),                -- hundredths, when it can be counted
  measure  text    not null default '',               -- what is counted: 'đoàn viên', '%'
  result   integer check (result >= 0),               -- hundredths: what was reached
  unique (movement, position)
) strict;

-- A bloc that a movement is for; a movement without any is for all.
create table movement_bloc (
  id       integer primary key autoincrement,
  uid      blob    not null unique,
  movement integer not null references movement (id) on delete cascade,
  bloc     integer not null references bloc (id),
  unique (movement, bloc)
) strict;
create index movement_bloc_by_bloc on movement_bloc (bloc);

-- What a movement is about in one year: programmes have a theme and a plan of their own every year.
create table movement_year (
  id         integer primary key autoincrement,
  uid        blob    not null unique,
  movement   integer not null references movement (id) on delete cascade,
  period     integer not null references period (id),
  theme      text    not null default '',             -- 'Công đoàn đồng hành cùng người lao động'
  plan       text    not null default '',             -- '12/KH-LĐLĐ'
  planned_on text,                                     -- yyyy-mm-dd
  unique (movement, period)
) strict;

-- A document of the register that is about a movement.
create table movement_document (
  id       integer primary key autoincrement,
  uid      blob    not null unique,
  movement integer not null references movement (id) on delete cascade,
  document integer not null references document (id) on delete cascade,
  unique (movement, document)
) strict;
create index movement_document_by_document on movement_document (document);

-- A unit launched a movement in a year.
create table launch (
  id          integer primary key autoincrement,
  uid         blob    not null unique,
  movement    integer not null references movement (id) on delete cascade,
  period      integer not null references period (id),
  unit        integer not null references unit (id),
  launched_on text    not null,                        -- yyyy-mm-dd
  document    text    not null default '',             -- '05/KH-CĐCS'
  unique (movement, period, unit)
) strict;
create index launch_by_unit on launch (unit);

-- An interim or final review of a movement.
create table movement_review (
  id         integer primary key autoincrement,
  uid        blob    not null unique,
  movement   integer not null references movement (id) on delete cascade,
  kind       text    not null check (kind in ('interim', 'final')),
  held_on    text    not null,                         -- yyyy-mm-dd
  document   text    not null default '',
  result     text    not null default '',
  awarded    text    not null default ''               -- who was praised, in words
) strict;
create index movement_review_by_movement on movement_review (movement, held_on);

-- What a person or a collective registers for at the start of a year ("đăng ký thi đua").
create table registration (
  id          integer primary key autoincrement,
  uid         blob    not null unique,
  period      integer not null references period (id), -- a year or a school year
  unit        integer not null references unit (id),
  kind        text    not null check (kind in ('individual', 'collective')),
  member      integer references member (id),
  honorific   text    not null default '',             -- 'Ông', 'Bà'
  name        text    not null check (name <> ''),     -- as it was written
  same_key    text    not null,                         -- for machines: equal for two spellings of one name
  birth       text,                                     -- yyyy, yyyy-mm or yyyy-mm-dd
  title       text    not null default '',             -- 'Đoàn viên công đoàn xuất sắc'
  form        text    not null default '',             -- 'Giấy khen của …'
  movement    integer references movement (id),        -- registered within a movement
  content     text    not null default '',             -- what is promised there
  received_on text    not null,                         -- yyyy-mm-dd: stamped when it came in
  deadline    text,                                     -- yyyy-mm-dd, as it was in force then; null: none
  late        integer not null check (late in (0, 1)), -- for ever
  note        text    not null default '',
  check (late = (deadline is not null and received_on > deadline)),
  check (title <> '' or form <> '' or content <> '')
) strict;
create index registration_by_period on registration (period, unit, same_key);
create index registration_by_unit on registration (unit);
create index registration_by_member on registration (member) where member is not null;
create index registration_by_movement on registration (movement) where movement is not null;

create trigger registration_stamp_stays before update of received_on, deadline, late on registration
when new.received_on <> old.received_on
  or ((new.deadline is not old.deadline or new.late <> old.late)
      -- contents alone have no deadline: they are stamped when a title or a form is written in, and not again
      and not (old.deadline is null and old.title = '' and old.form = '')
      and not (new.deadline is null and new.title = '' and new.form = ''))
begin select raise(abort, 'refuse:received_on:Ngày nhận đã vào sổ thì không sửa được. Ghi nhầm thì xóa dòng này rồi ghi lại, lịch sử giữ cả hai.'); end;

create trigger movement_year_open before insert on movement_year
when (select closed from period where id = new.period) = 1
begin select raise(abort, 'refuse:year:Năm thi đua này đã khóa sổ nên không ghi chủ đề, kế hoạch được. Hãy mở lại năm, ghi rõ lý do.'); end;
create trigger movement_year_kept before update on movement_year
when (select max(closed) from period where id in (old.period, new.period)) = 1
begin select raise(abort, 'refuse:year:Năm thi đua này đã khóa sổ nên không sửa chủ đề, kế hoạch được. Hãy mở lại năm, ghi rõ lý do.'); end;
create trigger movement_year_stays before delete on movement_year
when (select closed from period where id = old.period) = 1
begin select raise(abort, 'refuse:year:Năm thi đua này đã khóa sổ nên không xóa chủ đề, kế hoạch được. Hãy mở lại năm, ghi rõ lý do.'); end;
create trigger launch_period_open before insert on launch
when (select closed from period where id = new.period) = 1
begin select raise(abort, 'refuse:year:Năm thi đua này đã khóa sổ nên không ghi phát động được. Hãy mở lại năm, ghi rõ lý do.'); end;
create trigger launch_period_kept before update on launch
when (select max(closed) from period where id in (old.period, new.period)) = 1
begin select raise(abort, 'refuse:year:Năm thi đua này đã khóa sổ nên không sửa phát động được. Hãy mở lại năm, ghi rõ lý do.'); end;
create trigger launch_period_stays before delete on launch
when (select closed from period where id = old.period) = 1
begin select raise(abort, 'refuse:year:Năm thi đua này đã khóa sổ nên không xóa phát động được. Hãy mở lại năm, ghi rõ lý do.'); end;
create trigger registration_period_open before insert on registration
when (select closed from period where id = new.period) = 1
begin select raise(abort, 'refuse:year:Năm thi đua này đã khóa sổ nên không đăng ký được. Hãy mở lại năm, ghi rõ lý do.'); end;
create trigger registration_period_kept
before update of period, unit, kind, honorific, name, birth, title, form, movement, content, note on registration when (select max(closed) from period where id in (old.period, new.period)) = 1
begin select raise(abort, 'refuse:year:Năm thi đua này đã khóa sổ nên không sửa đăng ký được. Hãy mở lại năm, ghi rõ lý do.'); end;
create trigger registration_period_stays before delete on registration
when (select closed from period where id = old.period) = 1
begin select raise(abort, 'refuse:year:Năm thi đua này đã khóa sổ nên không xóa đăng ký được. Hãy mở lại năm, ghi rõ lý do.'); end;
