-- Tables of the room compacts: what the units of a bloc promise one another for a year, who signed, and how the bloc voted.

-- A compact ("bản giao ước thi đua") of one bloc for one year.
create table compact (
  id        integer primary key autoincrement,
  uid       blob    not null unique,
  bloc      integer not null references bloc (id),
  period    integer not null references period (id),   -- a calendar year: blocs count by these
  opening   text    not null default '',               -- what stands above the contents
  ending    text    not null default '',               -- what stands below them: how it is carried out
  place     text    not null default '',
  signed_on text,                                       -- yyyy-mm-dd: the day of the signing conference; null: not fixed
  document  text    not null default '',               -- the plan that asks for it: '80/KH-LĐLĐ'
  note      text    not null default '',
  unique (bloc, period)
) strict;
create index compact_by_period on compact (period);

-- One content of a compact with its target.
create table compact_item (
  id       integer primary key autoincrement,
  uid      blob    not null unique,
  compact  integer not null references compact (id) on delete cascade,
  position integer not null check (position > 0),
  content  text    not null check (content <> ''),     -- 'Phát động phong trào thi đua đến đoàn viên'
  target   text    not null default '',                -- '100 % CĐCS'
  unique (compact, position)
) strict;

-- A unit that signed.
create table compact_signature (
  id        integer primary key autoincrement,
  uid       blob    not null unique,
  compact   integer not null references compact (id),
  unit      integer not null references unit (id),
  signer    text    not null check (signer <> ''),
  post      text    not null default '',               -- 'Chủ tịch'
  signed_on text    not null,                           -- yyyy-mm-dd
  unique (compact, unit)
) strict;

-- By how many votes a bloc elects or acclaims, for one span of days.
create table vote_rule (
  id        integer primary key autoincrement,
  uid       blob    not null unique,
  ballot    text    not null check (ballot in ('election', 'acclaim')),
  percent   integer not null check (percent between 1 and 100),
  beyond    integer not null check (beyond in (0, 1)), -- 1: more than that; 0: that is enough
  base      text    not null check (base in ('present', 'all')), -- of the units that were there, or of all units of the bloc
  since     text,                                       -- yyyy-mm-dd; null: as long as anyone knows
  until     text,                                       -- last day in force; null: still
  source    text    not null default '',
  certainty text    not null check (certainty in ('sourced', 'general', 'uncertain')),
  check (until is null or since is null or until >= since)
) strict;

-- The meeting of a bloc at the end of a year: it elects next year's head and deputy and acclaims the leading units.
create table bloc_meeting (
  id         integer primary key autoincrement,
  uid        blob    not null unique,
  bloc       integer not null references bloc (id),
  period     integer not null references period (id),  -- the year that is looked back on
  held_on    text    not null,                          -- yyyy-mm-dd
  began      text    not null default '',              -- '08:00'
  ended      text    not null default '',
  place      text    not null default '',
  chair      text    not null default '',
  secretary  text    not null default '',
  units      integer not null check (units > 0),       -- units of the bloc
  present    integer not null check (present between 1 and units),
  content    text    not null default '',
  conclusion text    not null default '',
  unique (bloc, period)
) strict;
create index bloc_meeting_by_period on bloc_meeting (period);

-- What one unit got in one ballot of the meeting.
create table bloc_vote (
  id       integer primary key autoincrement,
  uid      blob    not null unique,
  meeting  integer not null references bloc_meeting (id) on delete cascade,
  what     text    not null check (what in ('head', 'deputy', 'acclaim')),
  position integer not null check (position > 0),
  unit     integer not null references unit (id),
  award    text    not null default '',                -- acclaim: what it is put forward for: 'Cờ thi đua'
  votes    integer not null check (votes >= 0),
  unique (meeting, what, unit)
) strict;

-- What was signed stays as it was signed, also against an undo of an earlier step.
create trigger compact_item_signed_added before insert on compact_item
when exists (select 1 from compact_signature where compact = new.compact)
begin select raise(abort, 'refuse:items:Bản giao ước đã có đơn vị ký nên không thêm nội dung được. Hãy bỏ ký trước, rồi ký lại.'); end;
create trigger compact_item_signed_changed before update on compact_item
when exists (select 1 from compact_signature where compact in (old.compact, new.compact))
begin select raise(abort, 'refuse:items:Bản giao ước đã có đơn vị ký nên không sửa nội dung được. Hãy bỏ ký trước, rồi ký lại.'); end;
create trigger compact_item_signed_removed before delete on compact_item
when exists (select 1 from compact_signature where compact = old.compact)
begin select raise(abort, 'refuse:items:Bản giao ước đã có đơn vị ký nên không bỏ nội dung được. Hãy bỏ ký trước, rồi ký lại.'); end;
create trigger compact_signed_changed before update of opening, ending on compact
when exists (select 1 from compact_signature where compact = old.id) and (old.opening <> new.opening or old.ending <> new.ending)
begin select raise(abort, 'refuse:opening:Bản giao ước đã có đơn vị ký nên không sửa lời văn được. Hãy bỏ ký trước, rồi ký lại.'); end;

-- Nothing of a closed year is written.
create trigger compact_added_in_closed before insert on compact
when (select closed from period where id = new.period) = 1
begin select raise(abort, 'refuse:year:Năm thi đua này đã khóa sổ nên không lập giao ước được. Hãy mở lại năm, ghi rõ lý do.'); end;
create trigger compact_changed_in_closed before update on compact
when (select max(closed) from period where id in (old.period, new.period)) = 1
begin select raise(abort, 'refuse:year:Năm thi đua này đã khóa sổ nên không sửa giao ước được. Hãy mở lại năm, ghi rõ lý do.'); end;
create trigger compact_removed_in_closed before delete on compact
when (select closed from period where id = old.period) = 1
begin select raise(abort, 'refuse:year:Năm thi đua này đã khóa sổ nên không xóa giao ước được. Hãy mở lại năm, ghi rõ lý do.'); end;
create trigger compact_item_added_in_closed before insert on compact_item
when (select p.closed from compact c join period p on p.id = c.period where c.id = new.compact) = 1
begin select raise(abort, 'refuse:items:Năm thi đua này đã khóa sổ nên không sửa giao ước được. Hãy mở lại năm, ghi rõ lý do.'); end;
create trigger compact_item_changed_in_closed before update on compact_item
when (select p.closed from compact c join period p on p.id = c.period where c.id = old.compact) = 1
begin select raise(abort, 'refuse:items:Năm thi đua này đã khóa sổ nên không sửa giao ước được. Hãy mở lại năm, ghi rõ lý do.'); end;
create trigger compact_item_removed_in_closed before delete on compact_item
when (select p.closed from compact c join period p on p.id = c.period where c.id = old.compact) = 1
begin select raise(abort, 'refuse:items:Năm thi đua này đã khóa sổ nên không sửa giao ước được. Hãy mở lại năm, ghi rõ lý do.'); end;
create trigger compact_signature_added_in_closed before insert on compact_signature
when (select p.closed from compact c join period p on p.id = c.period where c.id = new.compact) = 1
begin select raise(abort, 'refuse:units:Năm thi đua này đã khóa sổ nên không ghi ký giao ước được. Hãy mở lại năm, ghi rõ lý do.'); end;
create trigger compact_signature_changed_in_closed before update on compact_signature
when (select p.closed from compact c join period p on p.id = c.period where c.id = old.compact) = 1
begin select raise(abort, 'refuse:units:Năm thi đua này đã khóa sổ nên không sửa ký giao ước được. Hãy mở lại năm, ghi rõ lý do.'); end;
create trigger compact_signature_removed_in_closed before delete on compact_signature
when (select p.closed from compact c join period p on p.id = c.period where c.id = old.compact) = 1
begin select raise(abort, 'refuse:units:Năm thi đua này đã khóa sổ nên không bỏ ký giao ước được. Hãy mở lại năm, ghi rõ lý do.'); end;
create trigger bloc_meeting_added_in_closed before insert on bloc_meeting
when (select closed from period where id = new.period) = 1
begin select raise(abort, 'refuse:year:Năm thi đua này đã khóa sổ nên không ghi họp khối được. Hãy mở lại năm, ghi rõ lý do.'); end;
create trigger bloc_meeting_changed_in_closed before update on bloc_meeting
when (select max(closed) from period where id in (old.period, new.period)) = 1
begin select raise(abort, 'refuse:year:Năm thi đua này đã khóa sổ nên không sửa họp khối được. Hãy mở lại năm, ghi rõ lý do.'); end;
create trigger bloc_meeting_removed_in_closed before delete on bloc_meeting
when (select closed from period where id = old.period) = 1
begin select raise(abort, 'refuse:year:Năm thi đua này đã khóa sổ nên không xóa họp khối được. Hãy mở lại năm, ghi rõ lý do.'); end;
create trigger bloc_vote_added_in_closed before insert on bloc_vote
when (select p.closed from bloc_meeting m join period p on p.id = m.period where m.id = new.meeting) = 1
begin select raise(abort, 'refuse:votes:Năm thi đua này đã khóa sổ nên không ghi phiếu được. Hãy mở lại năm, ghi rõ lý do.'); end;
create trigger bloc_vote_changed_in_closed before update on bloc_vote
when (select p.closed from bloc_meeting m join period p on p.id = m.period where m.id = old.meeting) = 1
begin select raise(abort, 'refuse:votes:Năm thi đua này đã khóa sổ nên không sửa phiếu được. Hãy mở lại năm, ghi rõ lý do.'); end;
create trigger bloc_vote_removed_in_closed before delete on bloc_vote
when (select p.closed from bloc_meeting m join period p on p.id = m.period where m.id = old.meeting) = 1
begin select raise(abort, 'refuse:votes:Năm thi đua này đã khóa sổ nên không bỏ phiếu được. Hãy mở lại năm, ghi rõ lý do.'); end;
