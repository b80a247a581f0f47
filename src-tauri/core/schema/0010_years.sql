-- Tables of the room years: the deadlines by which a year of emulation runs.

-- A deadline that comes back every year, for one span of years: a rule with its source.
-- certainty: sourced, a named source says it; general, common practice; uncertain, to be confirmed by the office.
create table deadline (
  id        integer primary key autoincrement,
  uid       blob    not null unique,
  what      text    not null check (what in ('registration', 'pledges', 'review', 'proposals', 'other')),
  name      text    not null check (name <> ''),     -- 'Đăng ký thi đua'
  calendar  text check (calendar in ('year', 'school')), -- for units of that calendar; null: for all
  month     integer not null check (month between 1 and 12),
  day       integer not null check (day between 1 and 31),
  since     text,                                     -- yyyy-mm-dd; null: as long as anyone knows
  until     text,                                     -- last day in force; null: still
  source    text    not null default '',
  certainty text    not null check (certainty in ('sourced', 'general', 'uncertain')),
  check (until is null or since is null or until >= since)
) strict;

-- A closed year is opened again only with a reason, and is never taken away.
create trigger period_closed_remains before delete on period when old.closed = 1
begin select raise(abort, 'refuse:year:Năm thi đua này đã khóa sổ nên không xóa được.'); end;
create trigger period_reopened_with_reason before update of closed on period
when old.closed = 1 and new.closed = 0 and new.reason = ''
begin select raise(abort, 'refuse:reason:Mở lại năm đã khóa sổ thì phải ghi lý do. Hãy dùng việc “Mở lại năm”.'); end;
create trigger period_closed_stays before update of kind, name, year, part, parent, since, until on period when old.closed = 1
begin select raise(abort, 'refuse:year:Năm thi đua này đã khóa sổ nên không sửa được.'); end;

-- Who led a bloc in a closed year stays as it was. A bloc counts by calendar years.
create trigger bloc_year_closed_stays before update on bloc_year
when exists (select 1 from period where kind = 'year' and year = old.year and closed = 1)
begin select raise(abort, 'refuse:year:Năm thi đua này đã khóa sổ nên không đổi khối trưởng, khối phó được. Hãy mở lại năm, ghi rõ lý do.'); end;
create trigger bloc_year_closed_remains before delete on bloc_year
when exists (select 1 from period where kind = 'year' and year = old.year and closed = 1)
begin select raise(abort, 'refuse:year:Năm thi đua này đã khóa sổ nên không bỏ khối trưởng, khối phó được. Hãy mở lại năm, ghi rõ lý do.'); end;
