-- Tables of the journal (owner: journal) and of the settings.

-- One thing that a person did, as big as what the person thinks of as one step.
-- No row of the journal ever goes, so a number is never given twice, without SQLite keeping account of it.
create table act (
  id      integer primary key,
  what    text    not null,                 -- 'member.edit'
  label   text    not null,                 -- 'Sửa đoàn viên', as shown beside "Hoàn tác"
  detail  text    not null default '',      -- counts and numbers, never personal data
  who     text    not null,
  at      text    not null,                 -- RFC 3339 with offset
  kind    text    not null check (kind in ('do', 'undo', 'redo', 'keep')),  -- keep: bookkeeping, outside undo
  undoes  integer references act (id),      -- the act whose rows this one wrote back
  root    integer references act (id),      -- the first act of a chain of undo and redo
  final   integer not null default 0 check (final in (0, 1)),  -- 1: cannot be undone, see barred
  barred  text    not null default '',      -- why not, as a sentence
  hash    blob    not null                  -- SHA-256 over the act before it, this act and the seals of its rows
) strict;

create index act_by_root on act (root) where root is not null;

-- One row that an act changed: what it was before and what it was after. The key is the act's number × 2³² and the place within
-- the act: an act's rows lie together, in the order in which they were written, and need no index of their own.
create table act_row (
  id      integer primary key,
  act     integer not null check (act = id >> 32),
  tbl     text    not null,
  "row"   integer not null,
  before  text,                             -- JSON of the row, of a changed one only what changed; null: there was none, or it was blanked
  after   text,
  seal    blob    not null                  -- 16 bytes of salt, then SHA-256 over the salt and the images
) strict;

-- Where the journal tells of a record. An index would cost each save one more page, somewhere in the file, so the newest rows are
-- read one by one and gathered here now and then (journal/trace.rs). Derived: verify holds it against act_row.
create table trace (
  tbl     text    not null,
  "row"   integer not null,
  act_row integer not null,
  primary key (tbl, "row", act_row)
) without rowid, strict;

-- How far that is: the key of the newest row that is gathered.
create table traced (
  upto integer not null
) strict;
insert into traced values (0);

-- All rows of the journal, to be found by the record that they tell of.
create view record_row as
select t.tbl, t."row", a.id, a.before, a.after
from trace t join act_row a on a.id = t.act_row and a.tbl = t.tbl and a."row" = t."row"
union all
select tbl, "row", id, before, after from act_row where id > (select upto from traced);

create trigger act_stays before update on act begin select raise(abort, 'an act is never changed'); end;
create trigger act_remains before delete on act begin select raise(abort, 'an act is never deleted'); end;
create trigger act_row_stays before update of id, act, tbl, "row", seal on act_row
begin select raise(abort, 'a journal row is never changed'); end;
create trigger act_row_images_only_go before update of before, after on act_row
when new.before is not null and new.before is not old.before or new.after is not null and new.after is not old.after
begin select raise(abort, 'a journal image can only be blanked'); end;
create trigger act_row_remains before delete on act_row begin select raise(abort, 'a journal row is never deleted'); end;

-- What the office has chosen (owner: settings): one value a name, as JSON.
create table setting (
  id    integer primary key autoincrement,
  name  text not null unique,
  value text not null check (json_valid(value))
) strict;
