-- Tables of the room periods: the spans of time that emulation is reckoned by.

-- A year, a school year, a half, a quarter, or the time of a drive. Nothing that belongs to a season names a bare year.
create table period (
  id       integer primary key autoincrement,
  uid      blob    not null unique,
  kind     text    not null check (kind in ('year', 'school_year', 'half', 'quarter', 'drive')),
  name     text    not null check (name <> ''),    -- 'Năm 2024', 'Năm học 2023-2024'
  year     integer not null check (year between 1950 and 2100), -- under which it is filed: that of its last day
  part     integer not null default 0 check (part between 0 and 4), -- half 1 or 2, quarter 1 to 4; 0: the whole
  parent   integer references period (id),          -- the year of a half or a quarter
  since    text    not null,                         -- yyyy-mm-dd
  until    text    not null,                         -- last day
  closed   integer not null default 0 check (closed in (0, 1)), -- 1: nothing that belongs to it can be written
  reason   text    not null default '',              -- why it was opened again
  check (until >= since),
  check ((kind in ('half', 'quarter')) = (parent is not null)),
  check ((kind in ('half', 'quarter')) = (part > 0))
) strict;
create unique index period_once on period (kind, year, part) where kind in ('year', 'school_year');
create unique index period_part_once on period (parent, kind, part) where parent is not null;
create index period_by_year on period (year, kind);
