-- Tables of the room documents: the register of documents, in and out, and the files that belong to them.

-- One document ("văn bản"): issued by our office, or received by it.
create table document (
  id           integer primary key autoincrement,
  uid          blob    not null unique,
  direction    text    not null check (direction in ('in', 'out')),
  kind         text    not null check (kind in ('nghi_quyet', 'quyet_dinh', 'chi_thi', 'quy_che', 'thong_bao', 'huong_dan', 'chuong_trinh', 'ke_hoach', 'de_an', 'bao_cao', 'bien_ban', 'to_trinh', 'giay_moi', 'cong_van', 'khac')),
  year         integer not null check (year between 1950 and 2100), -- of the day on the paper: numbers begin anew with it
  number       text    not null default '',         -- '80', '12a'; empty: it has none
  number_order integer not null default 0,          -- for machines: the figure in the number
  symbol       text    not null default '',         -- 'KH-LĐLĐ'
  dated        text    not null,                     -- yyyy-mm-dd, the day on the paper
  arrived      text,                                 -- yyyy-mm-dd; in: when it came
  party        text    not null default '',         -- in: who sent it; out: to whom it goes
  summary      text    not null check (summary <> ''),
  deadline     text,                                 -- yyyy-mm-dd: what it asks is due
  handled      text,                                 -- yyyy-mm-dd; null: still to do
  decision     integer references decision (id),    -- the award decision that it is about
  note         text    not null default '',
  search       text    not null,                     -- for machines: number, symbol, party and summary without marks
  check ((direction = 'in') = (arrived is not null)),
  check (arrived is null or arrived >= dated),
  check (direction = 'out' or party <> '')
) strict;
create index document_by_day on document (direction, dated);
create index document_by_deadline on document (deadline) where deadline is not null and handled is null;
create index document_by_decision on document (decision) where decision is not null;
create unique index document_number on document (year, symbol, number) where direction = 'out' and number <> '';

-- A file that belongs to a document: what it is called, and which content it has.
create table attachment (
  id        integer primary key autoincrement,
  uid       blob    not null unique,
  document  integer not null references document (id) on delete cascade,
  file_name text    not null check (file_name <> ''),
  bytes     integer not null check (bytes > 0),
  content   text    not null references attachment_content (digest)
) strict;
create index attachment_by_document on attachment (document);
create index attachment_by_content on attachment (content);

-- What stands in a file. Kept once for equal files, outside the journal: a file that was taken off comes back whole with undo.
create table attachment_content (
  digest  text primary key,                           -- SHA-256 in hex
  content blob not null
) strict;
