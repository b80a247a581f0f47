-- Tables of the room scores: scales of grades, score tables, and the score sheets of units.

-- A scale of grades ("thang xếp loại"), in force for one span of days.
create table grade_scale (
  id        integer primary key autoincrement,
  uid       blob    not null unique,
  name      text    not null check (name <> ''),
  since     text,                                    -- yyyy-mm-dd
  until     text,                                    -- last day in force
  source    text    not null default '',
  certainty text    not null check (certainty in ('sourced', 'general', 'uncertain')),
  check (until is null or since is null or until >= since)
) strict;

-- One grade of a scale ("loại"), from so many points up.
create table grade (
  id          integer primary key autoincrement,
  uid         blob    not null unique,
  scale       integer not null references grade_scale (id) on delete cascade,
  code        text    not null check (code <> ''),   -- 'HTXSNV'
  name        text    not null check (name <> ''),   -- 'Hoàn thành xuất sắc nhiệm vụ'
  least       integer not null check (least >= 0),   -- hundredths of a point
  conditional integer not null default 0 check (conditional in (0, 1)), -- 1: only when every condition holds, else the next grade down
  counts_as   text    not null default '',           -- code of the grade of today's scale that it is compared with
  unique (scale, code),
  unique (scale, least)
) strict;

-- A score table ("bảng điểm"): what units of some kinds are scored on. Without a period it is a model, to be copied.
create table score_table (
  id          integer primary key autoincrement,
  uid         blob    not null unique,
  name        text    not null check (name <> ''),
  period      integer references period (id),         -- null: a model
  version     integer not null default 1 check (version > 0),
  copied_from integer references score_table (id),
  decides     text    not null check (decides in ('self', 'cross', 'office', 'council')), -- whose points count
  step        integer not null check (step > 0),      -- hundredths: points are given in steps of this
  scale       integer references grade_scale (id),
  since       text,                                    -- model: in force from, yyyy-mm-dd
  until       text,                                    -- model: last day in force
  source      text    not null default '',
  certainty   text    not null check (certainty in ('sourced', 'general', 'uncertain')),
  check (until is null or since is null or until >= since)
) strict;
create index score_table_by_period on score_table (period) where period is not null;

-- A kind of unit that is scored by a table.
create table score_table_kind (
  id          integer primary key autoincrement,
  score_table integer not null references score_table (id) on delete cascade,
  kind        text    not null check (kind in ('co_quan', 'su_nghiep', 'xa', 'mam_non', 'tieu_hoc', 'thcs', 'thpt', 'gdtx', 'y_te', 'dn_nn', 'dn_nnn', 'dn_fdi', 'htx', 'nghiep_doan', 'khac')),
  unique (score_table, kind)
) strict;

-- A group of criteria ("nhóm"); bonus and penalty ("điểm thưởng, điểm trừ") never count for more than their cap.
create table score_group (
  id          integer primary key autoincrement,
  uid         blob    not null unique,
  score_table integer not null references score_table (id) on delete cascade,
  position    integer not null,
  kind        text    not null check (kind in ('scored', 'bonus', 'penalty')),
  name        text    not null check (name <> ''),
  cap         integer check (cap > 0)                  -- hundredths; null: none
) strict;
create index score_group_by_table on score_group (score_table, position);

-- One criterion ("tiêu chí").
create table criterion (
  id          integer primary key autoincrement,
  uid         blob    not null unique,
  score_group integer not null references score_group (id) on delete cascade,
  position    integer not null,
  name        text    not null check (name <> ''),
  most        integer check (most > 0),                -- hundredths ("điểm chuẩn"); null: not limited by itself
  measure     text    not null default ''              -- how it is measured
) strict;
create index criterion_by_group on criterion (score_group, position);

-- What a unit must meet beside its points, for a conditional grade or for being graded at all.
create table score_condition (
  id          integer primary key autoincrement,
  uid         blob    not null unique,
  score_table integer not null references score_table (id) on delete cascade,
  position    integer not null,
  kind        text    not null check (kind in ('least_share', 'stated', 'months_since_founding', 'months_since_change')),
  text        text    not null check (text <> ''),     -- as the office reads it
  figure      integer not null default 0 check (figure >= 0), -- least_share: per cent of a criterion; months_…: months
  source      text    not null default '',
  certainty   text    not null check (certainty in ('sourced', 'general', 'uncertain'))
) strict;
create index score_condition_by_table on score_condition (score_table, position);

-- What settles equal totals, one rule after the other.
create table tie_break (
  id          integer primary key autoincrement,
  score_table integer not null references score_table (id) on delete cascade,
  position    integer not null,
  kind        text    not null check (kind in ('group', 'bonus', 'penalty')),
  nth         integer not null default 0 check (nth >= 0), -- group: which of the scored groups, from 1
  check ((kind = 'group') = (nth > 0))
) strict;
create index tie_break_by_table on tie_break (score_table, position);

-- What one unit was given in one period ("phiếu chấm điểm").
create table score_sheet (
  id           integer primary key autoincrement,
  uid          blob    not null unique,
  score_table  integer not null references score_table (id),
  period       integer not null references period (id),
  unit         integer not null references unit (id),
  published_on text,                                   -- yyyy-mm-dd: from then on a change needs a reason
  -- What the result rests on beside points and table, frozen when it is published or its year is closed:
  bloc         integer references bloc (id),           -- where the unit competed; null: not frozen, the register says it
  founded      text,                                   -- yyyy, yyyy-mm or yyyy-mm-dd
  changed      text,                                   -- yyyy-mm-dd: its last merge or split
  check (published_on is null or bloc is not null),
  unique (period, unit)
) strict;
create index score_sheet_by_bloc on score_sheet (bloc) where bloc is not null;
create index score_sheet_by_table on score_sheet (score_table);
create index score_sheet_by_unit on score_sheet (unit);

-- The points that one scorer gave for one criterion; a blank is no row.
create table score (
  id        integer primary key autoincrement,
  sheet     integer not null references score_sheet (id) on delete cascade,
  criterion integer not null references criterion (id),
  scorer    text    not null check (scorer in ('self', 'cross', 'office', 'council')),
  points    integer not null check (points >= 0),      -- hundredths; a penalty is what is taken off
  unique (sheet, criterion, scorer)
) strict;
create index score_by_criterion on score (criterion);

-- What the points for one criterion rest on.
create table score_note (
  id        integer primary key autoincrement,
  sheet     integer not null references score_sheet (id) on delete cascade,
  criterion integer not null references criterion (id),
  evidence  text    not null default '',
  comment   text    not null default '',
  unique (sheet, criterion)
) strict;
create index score_note_by_criterion on score_note (criterion);

-- A stated condition that a unit does not meet.
create table score_breach (
  id              integer primary key autoincrement,
  sheet           integer not null references score_sheet (id) on delete cascade,
  score_condition integer not null references score_condition (id),
  note            text    not null default '',
  unique (sheet, score_condition)
) strict;
create index score_breach_by_condition on score_breach (score_condition);

-- Points that were changed after they had been published, and why.
create table score_amendment (
  id        integer primary key autoincrement,
  uid       blob    not null unique,
  sheet     integer not null references score_sheet (id),
  criterion integer not null references criterion (id),
  scorer    text    not null check (scorer in ('self', 'cross', 'office', 'council')),
  before    integer,                                    -- hundredths; null: blank
  after     integer,
  reason    text    not null check (reason <> '')
) strict;
create index score_amendment_by_sheet on score_amendment (sheet, criterion);
create index score_amendment_by_criterion on score_amendment (criterion);

-- A stated condition that was marked otherwise after the result had been published, and why.
create table score_breach_amendment (
  id              integer primary key autoincrement,
  uid             blob    not null unique,
  sheet           integer not null references score_sheet (id),
  score_condition integer not null references score_condition (id),
  broken          integer not null check (broken in (0, 1)),
  reason          text    not null check (reason <> '')
) strict;
create index score_breach_amendment_by_sheet on score_breach_amendment (sheet, score_condition);
create index score_breach_amendment_by_condition on score_breach_amendment (score_condition);

-- One table a kind of unit, period and version.
create trigger score_table_kind_once before insert on score_table_kind
when exists (select 1 from score_table own
             join score_table other on other.period = own.period and other.version = own.version and other.id <> own.id
             join score_table_kind k on k.score_table = other.id and k.kind = new.kind
             where own.id = new.score_table)
begin select raise(abort, 'refuse:kinds:Kỳ này đã có bảng điểm cho một trong các loại hình đã chọn. Hãy sửa bảng điểm đó, hoặc bỏ bớt loại hình.'); end;

-- Published points change only together with the reason, whoever asks: rules.rs, an undo or an import.
create trigger score_published_stays before update of points, criterion, scorer, sheet on score
when (select published_on from score_sheet where id = old.sheet) is not null
 and not exists (select 1 from score_amendment a
                 where a.sheet = old.sheet and a.criterion = old.criterion and a.scorer = old.scorer
                   and ((a.before is old.points and a.after is new.points) or (a.before is new.points and a.after is old.points)))
begin select raise(abort, 'refuse:reason:Kết quả đã công bố. Muốn sửa điểm, hãy ghi lý do.'); end;

create trigger score_published_is_full before insert on score
when (select published_on from score_sheet where id = new.sheet) is not null
 and not exists (select 1 from score_amendment a
                 where a.sheet = new.sheet and a.criterion = new.criterion and a.scorer = new.scorer
                   and ((a.before is null and a.after is new.points) or (a.before is new.points and a.after is null)))
begin select raise(abort, 'refuse:reason:Kết quả đã công bố. Muốn thêm điểm, hãy ghi lý do.'); end;

create trigger score_published_remains before delete on score
when (select published_on from score_sheet where id = old.sheet) is not null
 and not exists (select 1 from score_amendment a
                 where a.sheet = old.sheet and a.criterion = old.criterion and a.scorer = old.scorer
                   and ((a.before is old.points and a.after is null) or (a.before is null and a.after is old.points)))
begin select raise(abort, 'refuse:reason:Kết quả đã công bố. Muốn bỏ điểm, hãy ghi lý do.'); end;

create trigger score_sheet_published_stays before update of score_table, period, unit, published_on, bloc, founded, changed on score_sheet
when old.published_on is not null
begin select raise(abort, 'refuse::Kết quả chấm điểm đã công bố nên không rút lại được. Muốn sửa điểm, hãy sửa kèm lý do.'); end;

create trigger score_sheet_published_remains before delete on score_sheet when old.published_on is not null
begin select raise(abort, 'refuse::Kết quả chấm điểm đã công bố nên không xóa được.'); end;

create trigger score_breach_published_stays before update on score_breach
when (select published_on from score_sheet where id = old.sheet) is not null
begin select raise(abort, 'refuse:reason:Kết quả đã công bố. Muốn đổi điều kiện của đơn vị, hãy ghi lý do.'); end;

create trigger score_breach_published_is_full before insert on score_breach
when (select published_on from score_sheet where id = new.sheet) is not null
 and not exists (select 1 from score_breach_amendment a
                 where a.sheet = new.sheet and a.score_condition = new.score_condition)
begin select raise(abort, 'refuse:reason:Kết quả đã công bố. Muốn đổi điều kiện của đơn vị, hãy ghi lý do.'); end;

create trigger score_breach_published_remains before delete on score_breach
when (select published_on from score_sheet where id = old.sheet) is not null
 and not exists (select 1 from score_breach_amendment a
                 where a.sheet = old.sheet and a.score_condition = old.score_condition)
begin select raise(abort, 'refuse:reason:Kết quả đã công bố. Muốn đổi điều kiện của đơn vị, hãy ghi lý do.'); end;

-- A closed period takes no more points.
create trigger score_closed_is_full before insert on score
when (select p.closed from score_sheet s join period p on p.id = s.period where s.id = new.sheet)
begin select raise(abort, 'refuse::Kỳ thi đua đã khóa. Muốn ghi điểm, hãy mở lại kỳ kèm lý do.'); end;

create trigger score_closed_stays before update on score
when (select p.closed from score_sheet s join period p on p.id = s.period where s.id = old.sheet)
begin select raise(abort, 'refuse::Kỳ thi đua đã khóa. Muốn sửa điểm, hãy mở lại kỳ kèm lý do.'); end;

create trigger score_closed_remains before delete on score
when (select p.closed from score_sheet s join period p on p.id = s.period where s.id = old.sheet)
begin select raise(abort, 'refuse::Kỳ thi đua đã khóa. Muốn bỏ điểm, hãy mở lại kỳ kèm lý do.'); end;

-- A table by which results were published stays as it was: what the results rest on.
create trigger score_table_published_stays before update of period, version, decides, step, scale on score_table
when exists (select 1 from score_sheet where score_table = old.id and published_on is not null)
begin select raise(abort, 'refuse::Bảng điểm đã có kết quả công bố nên không sửa được. Hãy lập bản mới của bảng điểm.'); end;

create trigger criterion_published_stays before update of score_group, name, most on criterion
when exists (select 1 from score_group g join score_sheet s on s.score_table = g.score_table
             where g.id = old.score_group and s.published_on is not null)
begin select raise(abort, 'refuse::Bảng điểm đã có kết quả công bố nên không sửa được. Hãy lập bản mới của bảng điểm.'); end;

create trigger criterion_published_is_full before insert on criterion
when exists (select 1 from score_group g join score_sheet s on s.score_table = g.score_table
             where g.id = new.score_group and s.published_on is not null)
begin select raise(abort, 'refuse::Bảng điểm đã có kết quả công bố nên không thêm tiêu chí được. Hãy lập bản mới của bảng điểm.'); end;

create trigger criterion_published_remains before delete on criterion
when exists (select 1 from score_group g join score_sheet s on s.score_table = g.score_table
             where g.id = old.score_group and s.published_on is not null)
begin select raise(abort, 'refuse::Bảng điểm đã có kết quả công bố nên không bớt tiêu chí được. Hãy lập bản mới của bảng điểm.'); end;

create trigger score_group_published_stays before update of kind, cap, position on score_group
when exists (select 1 from score_sheet where score_table = old.score_table and published_on is not null)
begin select raise(abort, 'refuse::Bảng điểm đã có kết quả công bố nên không sửa được. Hãy lập bản mới của bảng điểm.'); end;

create trigger score_condition_published_stays before update on score_condition
when exists (select 1 from score_sheet where score_table = old.score_table and published_on is not null)
begin select raise(abort, 'refuse::Bảng điểm đã có kết quả công bố nên không sửa điều kiện được. Hãy lập bản mới của bảng điểm.'); end;

create trigger score_condition_published_is_full before insert on score_condition
when exists (select 1 from score_sheet where score_table = new.score_table and published_on is not null)
begin select raise(abort, 'refuse::Bảng điểm đã có kết quả công bố nên không thêm điều kiện được. Hãy lập bản mới của bảng điểm.'); end;

create trigger score_condition_published_remains before delete on score_condition
when exists (select 1 from score_sheet where score_table = old.score_table and published_on is not null)
begin select raise(abort, 'refuse::Bảng điểm đã có kết quả công bố nên không bớt điều kiện được. Hãy lập bản mới của bảng điểm.'); end;

create trigger tie_break_published_stays before update on tie_break
when exists (select 1 from score_sheet where score_table = old.score_table and published_on is not null)
begin select raise(abort, 'refuse::Bảng điểm đã có kết quả công bố nên không đổi cách phân hạng được. Hãy lập bản mới của bảng điểm.'); end;

create trigger tie_break_published_is_full before insert on tie_break
when exists (select 1 from score_sheet where score_table = new.score_table and published_on is not null)
begin select raise(abort, 'refuse::Bảng điểm đã có kết quả công bố nên không đổi cách phân hạng được. Hãy lập bản mới của bảng điểm.'); end;

create trigger tie_break_published_remains before delete on tie_break
when exists (select 1 from score_sheet where score_table = old.score_table and published_on is not null)
begin select raise(abort, 'refuse::Bảng điểm đã có kết quả công bố nên không đổi cách phân hạng được. Hãy lập bản mới của bảng điểm.'); end;

create trigger grade_published_stays before update of scale, least, conditional, name, code on grade
when exists (select 1 from score_table t join score_sheet s on s.score_table = t.id where t.scale = old.scale and s.published_on is not null)
begin select raise(abort, 'refuse::Thang xếp loại đã dùng cho kết quả công bố nên không sửa được. Hãy lập thang mới có hiệu lực từ ngày khác.'); end;

create trigger grade_published_remains before delete on grade
when exists (select 1 from score_table t join score_sheet s on s.score_table = t.id where t.scale = old.scale and s.published_on is not null)
begin select raise(abort, 'refuse::Thang xếp loại đã dùng cho kết quả công bố nên không sửa được. Hãy lập thang mới có hiệu lực từ ngày khác.'); end;

create trigger grade_published_is_full before insert on grade
when exists (select 1 from score_table t join score_sheet s on s.score_table = t.id where t.scale = new.scale and s.published_on is not null)
begin select raise(abort, 'refuse::Thang xếp loại đã dùng cho kết quả công bố nên không sửa được. Hãy lập thang mới có hiệu lực từ ngày khác.'); end;
