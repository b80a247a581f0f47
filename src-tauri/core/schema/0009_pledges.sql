-- Tables of the room pledges: what people and collectives promise for a year, how it was confirmed, posted and assessed.

-- The topic of study of a year ("chuyên đề").
create table pledge_topic (
  id       integer primary key autoincrement,
  uid      blob    not null unique,
  period   integer not null unique references period (id),
  topic    text    not null check (topic <> ''),
  document text    not null default ''               -- plan or guide that sets it
) strict;

-- A grade by which pledges are assessed; the grades in force on a day are the scale.
-- certainty: sourced, a named source says it; general, common practice; uncertain, to be confirmed by the office.
create table pledge_grade (
  id        integer primary key autoincrement,
  uid       blob    not null unique,
  part      text    not null check (part in ('item', 'whole')), -- what it says something about
  position  integer not null,                        -- the best first
  name      text    not null check (name <> ''),     -- 'Vượt'
  fulfilled integer not null check (fulfilled in (0, 1)), -- 1: the promise was kept
  since     text,                                     -- yyyy-mm-dd; null: as long as anyone knows
  until     text,                                     -- last day in force; null: still
  source    text    not null default '',
  certainty text    not null check (certainty in ('sourced', 'general', 'uncertain')),
  check (until is null or since is null or until >= since)
) strict;

-- What one member, or one unit as a collective, promises for one year. Content as on paper.
create table pledge (
  id            integer primary key autoincrement,
  uid           blob    not null unique,
  period        integer not null references period (id), -- a year or a school year
  member        integer references member (id),      -- null: the unit promises as a collective
  unit          integer not null references unit (id), -- where the member belonged then
  position      text    not null default '',         -- 'Giáo viên', as on paper
  party_member  integer check (party_member in (0, 1)), -- as on paper; null: not said; restricted
  party_cell    text    not null default '',         -- 'Chi bộ Trường Mầm non Hoa Sen'; restricted
  ideology      text    not null default '',         -- tư tưởng chính trị
  ethics        text    not null default '',         -- đạo đức, lối sống
  discipline    text    not null default '',         -- ý thức tổ chức kỷ luật
  work_style    text    not null default '',         -- tác phong, lề lối làm việc
  duty          text    not null default '',         -- chức trách, nhiệm vụ
  following     text    not null default '',         -- học tập và làm theo Bác
  goals         text    not null default '',         -- mục tiêu, chỉ tiêu
  measures      text    not null default '',         -- thời gian, biện pháp
  state         text    not null check (state in ('draft', 'registered', 'confirmed', 'published', 'reviewed', 'self_assessed', 'assessed', 'closed', 'returned', 'withdrawn')),
  registered_on text,                                 -- yyyy-mm-dd: when it came in
  confirmer     text check (confirmer in ('party_committee', 'union_committee')),
  confirmed_by  text    not null default '',         -- 'Chi bộ', or name and post
  confirmed_on  text,
  posted_at     text    not null default '',         -- 'Bảng tin cơ quan'
  posted_from   text,
  posted_until  text,                                 -- last day; null: until taken down
  why           text    not null default '',         -- why it was returned or withdrawn
  check ((confirmer is null) = (confirmed_on is null)),
  check ((posted_from is null) = (posted_at = '')),
  check (posted_until is null or posted_until >= posted_from),
  check (state not in ('confirmed', 'published', 'reviewed', 'self_assessed', 'assessed', 'closed') or confirmed_on is not null),
  check (state not in ('draft', 'registered', 'returned') or confirmed_on is null),
  check (state <> 'published' or posted_from is not null),
  check (state not in ('returned', 'withdrawn') or why <> '')
) strict;
create unique index pledge_once_a_member on pledge (member, period) where member is not null;
create unique index pledge_once_a_collective on pledge (unit, period) where member is null;
create index pledge_by_period on pledge (period, unit, state);
create index pledge_by_unit on pledge (unit);

-- A shortcoming that someone wants to mend ("hạn chế, khuyết điểm"). Its words are restricted.
create table pledge_shortcoming (
  id           integer primary key autoincrement,
  uid          blob    not null unique,
  pledge       integer not null references pledge (id) on delete cascade,
  position     integer not null,
  shortcoming  text    not null check (shortcoming <> ''), -- restricted
  cause        text    not null default '',          -- restricted
  correction   text    not null default '',          -- 'biện pháp khắc phục'; restricted
  deadline     text,                                  -- yyyy-mm-dd
  follower     text    not null default '',          -- who watches over it
  mending      text    not null default '',          -- what came of it; restricted
  mended_on    text,                                  -- yyyy-mm-dd; null: not mended yet
  carried_from integer references pledge_shortcoming (id) -- last year's, not mended then
) strict;
create index pledge_shortcoming_by_pledge on pledge_shortcoming (pledge, position);
create unique index pledge_shortcoming_carried_once on pledge_shortcoming (carried_from) where carried_from is not null;

-- An assessment of one pledge for a half, a quarter or the year.
create table pledge_assessment (
  id       integer primary key autoincrement,
  uid      blob    not null unique,
  pledge   integer not null references pledge (id) on delete cascade,
  period   integer not null references period (id),
  assessor text    not null check (assessor in ('self', 'confirmer')),
  day      text    not null,                          -- yyyy-mm-dd
  grade    integer references pledge_grade (id),      -- of the whole
  percent  integer check (percent between 0 and 100), -- how much of it is done, percent
  note     text    not null default '',
  unique (pledge, period, assessor),
  check (grade is not null or percent is not null)
) strict;
create index pledge_assessment_by_period on pledge_assessment (period, assessor);
create index pledge_assessment_by_grade on pledge_assessment (grade) where grade is not null;

-- The assessment of one item.
create table pledge_item (
  id         integer primary key autoincrement,
  uid        blob    not null unique,
  assessment integer not null references pledge_assessment (id) on delete cascade,
  block      text    not null check (block in ('ideology', 'ethics', 'discipline', 'work_style', 'duty', 'following', 'goals', 'measures')),
  grade      integer not null references pledge_grade (id),
  unique (assessment, block)
) strict;
create index pledge_item_by_grade on pledge_item (grade);

-- What was confirmed stays as it was confirmed, whoever asks: rules.rs, an undo or an import.
create trigger pledge_confirmed_stays
before update of member, unit, period, ideology, ethics, discipline, work_style, duty, following, goals, measures
on pledge when old.confirmed_on is not null and new.confirmed_on is not null and (
  old.unit is not new.unit or old.period is not new.period or old.ideology is not new.ideology or old.ethics is not new.ethics
  or old.discipline is not new.discipline or old.work_style is not new.work_style or old.duty is not new.duty
  or old.following is not new.following or old.goals is not new.goals or old.measures is not new.measures)
begin select raise(abort, 'refuse:content:Bản cam kết đã được xác nhận nên không sửa nội dung được nữa. Hãy trả lại để sửa, rồi xác nhận lại.'); end;

-- Nothing of a closed year is written.
create trigger pledge_closed_is_full before insert on pledge
when (select closed from period where id = new.period) = 1
begin select raise(abort, 'refuse:year:Năm thi đua này đã khóa sổ nên không thêm được cam kết. Hãy mở lại năm, ghi rõ lý do.'); end;
create trigger pledge_closed_stays -- but not whose record it is: two records of one person may become one later
before update of uid, period, unit, position, party_member, party_cell, ideology, ethics, discipline, work_style, duty, following, goals,
  measures, state, registered_on, confirmer, confirmed_by, confirmed_on, posted_at, posted_from, posted_until, why
on pledge when (select closed from period where id = old.period) = 1
begin select raise(abort, 'refuse:year:Năm thi đua này đã khóa sổ nên không sửa được cam kết. Hãy mở lại năm, ghi rõ lý do.'); end;
create trigger pledge_closed_remains before delete on pledge
when (select closed from period where id = old.period) = 1
begin select raise(abort, 'refuse:year:Năm thi đua này đã khóa sổ nên không xóa được cam kết. Hãy mở lại năm, ghi rõ lý do.'); end;
create trigger pledge_shortcoming_closed_is_full before insert on pledge_shortcoming
when (select y.closed from pledge p join period y on y.id = p.period where p.id = new.pledge) = 1
begin select raise(abort, 'refuse:year:Năm thi đua này đã khóa sổ nên không thêm được hạn chế. Hãy mở lại năm, ghi rõ lý do.'); end;
create trigger pledge_shortcoming_closed_stays before update on pledge_shortcoming
when (select y.closed from pledge p join period y on y.id = p.period where p.id = old.pledge) = 1
begin select raise(abort, 'refuse:year:Năm thi đua này đã khóa sổ nên không sửa được hạn chế. Hãy mở lại năm, ghi rõ lý do.'); end;
create trigger pledge_shortcoming_closed_remains before delete on pledge_shortcoming
when (select y.closed from pledge p join period y on y.id = p.period where p.id = old.pledge) = 1
begin select raise(abort, 'refuse:year:Năm thi đua này đã khóa sổ nên không xóa được hạn chế. Hãy mở lại năm, ghi rõ lý do.'); end;
create trigger pledge_assessment_closed_is_full before insert on pledge_assessment
when (select y.closed from pledge p join period y on y.id = p.period where p.id = new.pledge) = 1
begin select raise(abort, 'refuse:year:Năm thi đua này đã khóa sổ nên không đánh giá được nữa. Hãy mở lại năm, ghi rõ lý do.'); end;
create trigger pledge_assessment_closed_stays before update on pledge_assessment
when (select y.closed from pledge p join period y on y.id = p.period where p.id = old.pledge) = 1
begin select raise(abort, 'refuse:year:Năm thi đua này đã khóa sổ nên không đánh giá được nữa. Hãy mở lại năm, ghi rõ lý do.'); end;
create trigger pledge_assessment_closed_remains before delete on pledge_assessment
when (select y.closed from pledge p join period y on y.id = p.period where p.id = old.pledge) = 1
begin select raise(abort, 'refuse:year:Năm thi đua này đã khóa sổ nên không bỏ được đánh giá. Hãy mở lại năm, ghi rõ lý do.'); end;

-- One row a pledge: which steps it has behind it, for lists and figures alike.
create view pledge_progress as
select p.id, p.state not in ('draft', 'returned', 'withdrawn') as registered,
       p.state not in ('draft', 'returned', 'withdrawn') and p.confirmed_on is not null as confirmed,
       p.state not in ('draft', 'returned', 'withdrawn') and p.posted_from is not null as posted,
       exists (select 1 from pledge_assessment a where a.pledge = p.id and a.period <> p.period) as reviewed,
       exists (select 1 from pledge_assessment a where a.pledge = p.id and a.period = p.period and a.assessor = 'self') as self_assessed,
       exists (select 1 from pledge_assessment a where a.pledge = p.id and a.period = p.period and a.assessor = 'confirmer') as assessed
from pledge p;
