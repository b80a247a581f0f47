-- Tables of the room targets: what is counted, how much of it is asked for, and how much has come.

-- Something that is counted ("chỉ tiêu"): an editable dictionary.
create table indicator (
  id        integer primary key autoincrement,
  uid       blob    not null unique,
  name      text    not null unique check (name <> ''),   -- 'Kết nạp đoàn viên mới'
  measure   text    not null check (measure <> ''),       -- 'đoàn viên', '%', 'triệu đồng'
  counted   text    not null check (counted in ('typed', 'members_admitted', 'units_established')), -- where the result comes from
  source    text    not null default '',
  certainty text    not null check (certainty in ('sourced', 'general', 'uncertain'))
) strict;

-- How much of it is asked for in one period: of the whole office, of a bloc or of a unit.
create table target (
  id        integer primary key autoincrement,
  uid       blob    not null unique,
  indicator integer not null references indicator (id),
  period    integer not null references period (id),
  bloc      integer references bloc (id),
  unit      integer references unit (id),
  goal      integer not null check (goal > 0),            -- hundredths of the measure
  result    integer check (result >= 0),                  -- hundredths; null: nothing reported, or counted from the register
  document  text    not null default '',                  -- the paper that asks for it
  note      text    not null default '',
  check (bloc is null or unit is null)
) strict;
create unique index target_once on target (indicator, period, coalesce(bloc, 0), coalesce(unit, 0));
create index target_by_period on target (period);
create index target_by_bloc on target (bloc) where bloc is not null;
create index target_by_unit on target (unit) where unit is not null;

create trigger target_added_in_closed before insert on target
when exists (select 1 from period where id = new.period and closed = 1)
begin select raise(abort, 'refuse:period:Kỳ này đã khóa sổ. Hãy mở lại kỳ, có ghi lý do, rồi sửa.'); end;
create trigger target_changed_in_closed before update on target
when exists (select 1 from period where id in (old.period, new.period) and closed = 1)
begin select raise(abort, 'refuse:period:Kỳ này đã khóa sổ. Hãy mở lại kỳ, có ghi lý do, rồi sửa.'); end;
create trigger target_removed_in_closed before delete on target
when exists (select 1 from period where id = old.period and closed = 1)
begin select raise(abort, 'refuse:period:Kỳ này đã khóa sổ. Hãy mở lại kỳ, có ghi lý do, rồi sửa.'); end;
