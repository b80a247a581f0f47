-- Tables of the room host: our own office and who signs for it, as of a day.

-- What our office is called and stands under, for one span of days.
create table host (
  id       integer primary key autoincrement,
  uid      blob    not null unique,
  kind     text    not null check (kind in ('district', 'urban_district', 'town', 'city', 'commune', 'ward', 'special_zone', 'industrial_zone', 'sector', 'corporation', 'other')),
  name     text    not null check (name <> ''),      -- 'Liên đoàn Lao động huyện Vân Trạch'
  superior text    not null,                          -- 'Liên đoàn Lao động tỉnh Hoài Giang'
  symbol   text    not null check (symbol <> ''),    -- 'LĐLĐ', as in 12/QĐ-LĐLĐ
  place    text    not null,                          -- 'Vân Trạch', before the day on papers
  since    text    not null,                          -- yyyy-mm-dd
  until    text,                                      -- last day; null: still so
  document text    not null default '',               -- the decision that made it so
  check (until is null or until >= since)
) strict;

-- Who may sign, with the title and the form of signing, for one span of days.
create table signer (
  id       integer primary key autoincrement,
  uid      blob    not null unique,
  name     text    not null check (name <> ''),
  title    text    not null check (title <> ''),     -- 'Chủ tịch'
  form     text    not null,                          -- 'TM. BAN THƯỜNG VỤ'
  since    text    not null,                          -- yyyy-mm-dd
  until    text,
  check (until is null or until >= since)
) strict;
