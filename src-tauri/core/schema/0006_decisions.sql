-- Tables of the room decisions: decisions, whom they award, and the designs of lists for the province.

-- One decision ("quyết định"): our own while it is made and after it is issued, or a past one of any granting body.
create table decision (
  id            integer primary key autoincrement,
  uid           blob    not null unique,
  kind          text    not null check (kind in ('award', 'amend', 'cancel')),
  state         text    not null check (state in ('draft', 'ready', 'issued', 'recorded')),  -- recorded: a past one, entered by hand or from a file
  year          integer not null check (year between 1950 and 2100),
  number        text    not null default '',     -- '12', '12a'; empty: none yet
  number_order  integer not null default 0,      -- for machines: the figure in the number
  symbol        text    not null default '',     -- 'QĐ-LĐLĐ'
  signed_on     text,                             -- yyyy-mm-dd
  summary       text    not null default '',     -- trích yếu
  search        text    not null default '',     -- for machines: number and summary without marks
  citation      text    not null default '',     -- 'Đã có thành tích …', for the whole list
  signer_name   text    not null default '',
  signer_title  text    not null default '',
  signer_form   text    not null default '',
  money_source  text    not null default '',
  grantor       text    not null default '',     -- recorded: who decided
  about         integer references decision (id), -- amend, cancel: which decision
  why           text    not null default '',     -- amend, cancel: why
  paper         text check (paper is null or json_valid(paper)),  -- what the paper says, frozen with the issue
  issued_at     text,                             -- RFC 3339
  check (state <> 'issued' or (number <> '' and signed_on is not null and paper is not null)),
  check ((kind = 'award') = (about is null))
) strict;
create index decision_by_year on decision (year, state, number_order);
create index decision_by_about on decision (about) where about is not null;
-- Numbers run through the year of signing, whatever year the awards count in.
create unique index decision_number on decision (substr(signed_on, 1, 4), symbol, number) where state = 'issued';

-- A line of the legal grounds, an article, or a line of "Nơi nhận", in the order of the paper.
create table decision_text (
  id       integer primary key autoincrement,
  decision integer not null references decision (id) on delete cascade,
  part     text    not null check (part in ('ground', 'article', 'copy_to')),
  position integer not null,
  text     text    not null
) strict;
create index decision_text_by_decision on decision_text (decision, part, position);

-- Whom a decision awards, as it is printed.
create table recipient (
  id           integer primary key autoincrement,
  uid          blob    not null unique,
  decision     integer not null references decision (id) on delete cascade,
  kind         text    not null check (kind in ('individual', 'collective')),
  position     integer not null,
  effect       text    not null default 'grant' check (effect in ('grant', 'correct', 'withdraw')),
  replaces     integer references recipient (id), -- correct, withdraw: which line of the decision that this is about
  member       integer references member (id),
  unit         integer references unit (id),
  honorific    text    not null default '',       -- 'Ông', 'Bà'
  name         text    not null,
  same_key     text    not null,                   -- for machines: equal for two spellings of one name
  post         text    not null default '',
  unit_name    text    not null default '',
  award        integer references award (id),
  award_name   text    not null default '',       -- as printed
  reason       text    not null default '',
  amount       integer not null default 0 check (amount >= 0),           -- đồng
  amount_fixed integer not null default 0 check (amount_fixed in (0, 1)), -- 1: typed by the clerk, not computed
  amount_why   text    not null default '',
  check ((effect = 'grant') = (replaces is null))
) strict;
create index recipient_by_decision on recipient (decision, kind, position);
create index recipient_by_member on recipient (member) where member is not null;
create index recipient_by_unit on recipient (unit) where unit is not null;
create index recipient_by_name on recipient (same_key);
create index recipient_by_replaces on recipient (replaces) where replaces is not null;

-- A design of the commendation list for the province: which columns, in which order, under which headings.
create table list_design (
  id      integer primary key autoincrement,
  uid     blob    not null unique,
  name    text    not null unique check (name <> ''),
  design  text    not null check (json_valid(design))
) strict;

-- What an issued decision says stays as it was issued, whoever asks: rules.rs, an undo or an import.
create trigger decision_issued_stays
before update of kind, year, number, symbol, signed_on, summary, citation, signer_name, signer_title, signer_form, money_source, about, why, paper, state
on decision when old.state = 'issued'
begin select raise(abort, 'refuse::Quyết định đã ban hành nên không sửa được nữa. Muốn đổi, hãy lập quyết định sửa đổi hoặc hủy bỏ.'); end;

create trigger decision_issued_remains before delete on decision when old.state = 'issued'
begin select raise(abort, 'refuse::Quyết định đã ban hành nên không xóa được. Muốn bỏ, hãy lập quyết định hủy bỏ.'); end;

create trigger recipient_issued_stays
before update of decision, kind, position, effect, replaces, honorific, name, post, unit_name, award, award_name, reason, amount
on recipient when (select state from decision where id = old.decision) = 'issued'
begin select raise(abort, 'refuse::Quyết định đã ban hành nên không sửa được danh sách. Muốn đổi, hãy lập quyết định sửa đổi.'); end;

create trigger recipient_issued_remains before delete on recipient
when (select state from decision where id = old.decision) = 'issued'
begin select raise(abort, 'refuse::Quyết định đã ban hành nên không bớt được người trong danh sách. Muốn đổi, hãy lập quyết định sửa đổi.'); end;

create trigger recipient_issued_is_full before insert on recipient
when (select state from decision where id = new.decision) = 'issued'
begin select raise(abort, 'refuse::Quyết định đã ban hành nên không thêm được người. Muốn thêm, hãy lập quyết định sửa đổi.'); end;

create trigger decision_text_issued_stays before update on decision_text
when (select state from decision where id = old.decision) = 'issued'
begin select raise(abort, 'refuse::Quyết định đã ban hành nên không sửa được lời văn. Muốn đổi, hãy lập quyết định sửa đổi.'); end;

create trigger decision_text_issued_remains before delete on decision_text
when (select state from decision where id = old.decision) = 'issued'
begin select raise(abort, 'refuse::Quyết định đã ban hành nên không bớt được lời văn. Muốn đổi, hãy lập quyết định sửa đổi.'); end;

create trigger decision_text_issued_is_full before insert on decision_text
when (select state from decision where id = new.decision) = 'issued'
begin select raise(abort, 'refuse::Quyết định đã ban hành nên không thêm được lời văn. Muốn đổi, hãy lập quyết định sửa đổi.'); end;

-- A decision that is no more: an issued one cancels it as a whole, or the one that it mends. One that cancels and has a list
-- cancels only what its list names.
create view decision_void as
with recursive void (decision) as (
  select c.about from decision c
  where c.about is not null and c.kind = 'cancel' and c.state = 'issued'
    and not exists (select 1 from recipient r where r.decision = c.id)
  union
  select d.id from void join decision d on d.about = void.decision
)
select decision from void;

-- A decision that mends another, and the one that the story began with.
create view decision_origin as
with recursive back (decision, began) as (
  select id, about from decision where about is not null
  union all
  select back.decision, d.about from back join decision d on d.id = back.began where d.about is not null
)
select back.decision, back.began from back join decision d on d.id = back.began where d.about is null;

-- A line that is overtaken: an issued decision that still holds mends it, or what had been made of it meanwhile.
create view recipient_overtaken as
with recursive after (line, mending) as (
  select replaces, id from recipient where replaces is not null
  union all
  select r.replaces, after.mending from after join recipient r on r.id = after.line where r.replaces is not null
)
select after.line from after join recipient r on r.id = after.mending join decision d on d.id = r.decision
where d.state = 'issued' and d.id not in (select decision from decision_void);

-- An award that stands: neither withdrawn nor cancelled, a corrected line as it was corrected. It counts in the year of the
-- decision that its story began with.
create view award_standing as
select r.id as recipient, d.id as decision, coalesce(first.id, d.id) as began, coalesce(first.year, d.year) as year
from recipient r
join decision d on d.id = r.decision
left join decision_origin o on o.decision = d.id
left join decision first on first.id = o.began
where d.state in ('issued', 'recorded')
  and r.effect <> 'withdraw'
  and d.id not in (select decision from decision_void)
  and r.id not in (select line from recipient_overtaken);

-- A unit that was merged, and the one that took it in: what the one was given, the other has been given.
create view unit_merged as
select u.id as unit,
       (select e.other from unit_event e where e.unit = u.id and e.what = 'merged' order by e.id desc limit 1) as successor
from unit u where u.ending = 'merged';
