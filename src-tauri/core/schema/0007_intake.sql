-- Tables of the room intake: lists that were taken in, row by row with what their cells said, and how their columns were understood.

-- One import, however many files it took.
create table intake (
  id      integer primary key autoincrement,
  uid     blob    not null unique,
  act     integer not null,                         -- the act that took it in
  target  text    not null check (target <> ''),    -- what its lists were: 'members', 'units'
  at      text    not null,                         -- RFC 3339 with offset
  who     text    not null,
  added   integer not null,
  changed integer not null,
  same    integer not null,
  left_out integer not null                         -- rows that a person must still look at
) strict;

-- One file of an import.
create table intake_file (
  id      integer primary key autoincrement,
  intake  integer not null references intake (id),
  name    text    not null check (name <> ''),      -- without folders
  unit    integer references unit (id),
  status  text    not null check (status in ('import', 'hold', 'refuse')),
  reason  text    not null default '',              -- 'password_protected'
  message text    not null default ''               -- the sentence that the clerk read
) strict;
create index intake_file_by_intake on intake_file (intake);

-- One row of a file, as it stood there.
create table intake_row (
  id       integer primary key autoincrement,
  file     integer not null references intake_file (id),
  sheet    text    not null,
  number   integer not null,                        -- as Excel numbers it
  verdict  text    not null check (verdict in ('take', 'ask', 'hold')),
  member   integer references member (id) on delete cascade,  -- whom it is about: what their cells said goes with them
  record   integer,                                 -- what came of it, in the table of the target
  original text    not null check (json_valid(original)),     -- what its cells showed, by field
  findings text    not null check (json_valid(findings))      -- what was noticed
) strict;
create index intake_row_by_file on intake_row (file);
create index intake_row_by_member on intake_row (member) where member is not null;

-- How a clerk corrected the columns of lists with these headings.
create table column_memory (
  id       integer primary key autoincrement,
  target   text    not null,
  sender   text    not null default '',             -- code of the unit that sends them; '': any
  headings text    not null check (headings <> ''),
  columns  text    not null check (json_valid(columns)),      -- column -> field, null: left out
  unique (target, sender, headings)
) strict;
