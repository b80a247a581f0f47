-- What belongs to a closed year and had no guard yet. Deadlines are rules of many years and documents go by their own day: neither
-- belongs to one.

-- Pledges: the topic of the year, and what was said of single items. A pledge does not move into a closed year either.
create trigger pledge_topic_closed_is_full before insert on pledge_topic
when (select closed from period where id = new.period) = 1
begin select raise(abort, 'refuse:year:Năm thi đua này đã khóa sổ nên không đặt chuyên đề được. Hãy mở lại năm, ghi rõ lý do.'); end;
create trigger pledge_topic_closed_stays before update on pledge_topic
when (select max(closed) from period where id in (old.period, new.period)) = 1
begin select raise(abort, 'refuse:year:Năm thi đua này đã khóa sổ nên không đổi chuyên đề được. Hãy mở lại năm, ghi rõ lý do.'); end;
create trigger pledge_topic_closed_remains before delete on pledge_topic
when (select closed from period where id = old.period) = 1
begin select raise(abort, 'refuse:year:Năm thi đua này đã khóa sổ nên không bỏ chuyên đề được. Hãy mở lại năm, ghi rõ lý do.'); end;
create trigger pledge_item_closed_is_full before insert on pledge_item
when (select y.closed from pledge_assessment a join pledge p on p.id = a.pledge join period y on y.id = p.period
      where a.id = new.assessment) = 1
begin select raise(abort, 'refuse:year:Năm thi đua này đã khóa sổ nên không đánh giá thêm được. Hãy mở lại năm, ghi rõ lý do.'); end;
create trigger pledge_item_closed_stays before update on pledge_item
when (select y.closed from pledge_assessment a join pledge p on p.id = a.pledge join period y on y.id = p.period
      where a.id = old.assessment) = 1
begin select raise(abort, 'refuse:year:Năm thi đua này đã khóa sổ nên không sửa đánh giá được. Hãy mở lại năm, ghi rõ lý do.'); end;
create trigger pledge_item_closed_remains before delete on pledge_item
when (select y.closed from pledge_assessment a join pledge p on p.id = a.pledge join period y on y.id = p.period
      where a.id = old.assessment) = 1
begin select raise(abort, 'refuse:year:Năm thi đua này đã khóa sổ nên không bỏ đánh giá được. Hãy mở lại năm, ghi rõ lý do.'); end;
create trigger pledge_closed_takes_none before update of period on pledge
when (select closed from period where id = new.period) = 1
begin select raise(abort, 'refuse:year:Năm thi đua này đã khóa sổ nên không chuyển cam kết vào được. Hãy mở lại năm, ghi rõ lý do.'); end;
create trigger bloc_year_closed_is_full before insert on bloc_year
when exists (select 1 from period where kind = 'year' and year = new.year and closed = 1)
begin select raise(abort, 'refuse:year:Năm thi đua này đã khóa sổ nên không ghi khối trưởng, khối phó được. Hãy mở lại năm, ghi rõ lý do.'); end;

-- Initiatives: their authors, but not who these are in the register (two records of one person may become one later); works.
create trigger initiative_author_closed_is_full before insert on initiative_author
when (select p.closed from initiative i join period p on p.id = i.period where i.id = new.initiative) = 1
begin select raise(abort, 'refuse:year:Năm thi đua này đã khóa sổ nên không thêm tác giả được. Hãy mở lại năm, ghi rõ lý do.'); end;
create trigger initiative_author_closed_stays before update on initiative_author
when (old.initiative is not new.initiative or old.position is not new.position or old.name is not new.name or old.gender is not new.gender
      or old.birth is not new.birth or old.share is not new.share)
 and (select p.closed from initiative i join period p on p.id = i.period where i.id = old.initiative) = 1
begin select raise(abort, 'refuse:year:Năm thi đua này đã khóa sổ nên không sửa tác giả được. Hãy mở lại năm, ghi rõ lý do.'); end;
create trigger initiative_author_closed_remains before delete on initiative_author
when (select p.closed from initiative i join period p on p.id = i.period where i.id = old.initiative) = 1
begin select raise(abort, 'refuse:year:Năm thi đua này đã khóa sổ nên không bỏ tác giả được. Hãy mở lại năm, ghi rõ lý do.'); end;
create trigger work_closed_is_full before insert on work
when (select closed from period where id = new.period) = 1
begin select raise(abort, 'refuse:year:Năm thi đua này đã khóa sổ nên không ghi thêm công trình được. Hãy mở lại năm, ghi rõ lý do.'); end;
create trigger work_closed_stays before update on work
when (select max(closed) from period where id in (old.period, new.period)) = 1
begin select raise(abort, 'refuse:year:Năm thi đua này đã khóa sổ nên không sửa công trình được. Hãy mở lại năm, ghi rõ lý do.'); end;
create trigger work_closed_remains before delete on work
when (select closed from period where id = old.period) = 1
begin select raise(abort, 'refuse:year:Năm thi đua này đã khóa sổ nên không xóa công trình được. Hãy mở lại năm, ghi rõ lý do.'); end;

-- Scores: the sheets with what stands beside the points, and the tables of the year.
create trigger score_sheet_closed_is_full before insert on score_sheet
when (select closed from period where id = new.period) = 1
begin select raise(abort, 'refuse:year:Năm thi đua này đã khóa sổ nên không lập phiếu chấm điểm được. Hãy mở lại năm, ghi rõ lý do.'); end;
create trigger score_sheet_closed_stays before update on score_sheet
when (select max(closed) from period where id in (old.period, new.period)) = 1
begin select raise(abort, 'refuse:year:Năm thi đua này đã khóa sổ nên không sửa phiếu chấm điểm được. Hãy mở lại năm, ghi rõ lý do.'); end;
create trigger score_sheet_closed_remains before delete on score_sheet
when (select closed from period where id = old.period) = 1
begin select raise(abort, 'refuse:year:Năm thi đua này đã khóa sổ nên không bỏ phiếu chấm điểm được. Hãy mở lại năm, ghi rõ lý do.'); end;
create trigger score_note_closed_is_full before insert on score_note
when (select p.closed from score_sheet s join period p on p.id = s.period where s.id = new.sheet) = 1
begin select raise(abort, 'refuse:year:Năm thi đua này đã khóa sổ nên không ghi minh chứng được. Hãy mở lại năm, ghi rõ lý do.'); end;
create trigger score_note_closed_stays before update on score_note
when (select p.closed from score_sheet s join period p on p.id = s.period where s.id = old.sheet) = 1
begin select raise(abort, 'refuse:year:Năm thi đua này đã khóa sổ nên không sửa minh chứng được. Hãy mở lại năm, ghi rõ lý do.'); end;
create trigger score_note_closed_remains before delete on score_note
when (select p.closed from score_sheet s join period p on p.id = s.period where s.id = old.sheet) = 1
begin select raise(abort, 'refuse:year:Năm thi đua này đã khóa sổ nên không bỏ minh chứng được. Hãy mở lại năm, ghi rõ lý do.'); end;
create trigger score_breach_closed_is_full before insert on score_breach
when (select p.closed from score_sheet s join period p on p.id = s.period where s.id = new.sheet) = 1
begin select raise(abort, 'refuse:year:Năm thi đua này đã khóa sổ nên không đổi điều kiện của đơn vị được. Hãy mở lại năm, ghi rõ lý do.'); end;
create trigger score_breach_closed_stays before update on score_breach
when (select p.closed from score_sheet s join period p on p.id = s.period where s.id = old.sheet) = 1
begin select raise(abort, 'refuse:year:Năm thi đua này đã khóa sổ nên không đổi điều kiện của đơn vị được. Hãy mở lại năm, ghi rõ lý do.'); end;
create trigger score_breach_closed_remains before delete on score_breach
when (select p.closed from score_sheet s join period p on p.id = s.period where s.id = old.sheet) = 1
begin select raise(abort, 'refuse:year:Năm thi đua này đã khóa sổ nên không đổi điều kiện của đơn vị được. Hãy mở lại năm, ghi rõ lý do.'); end;
create trigger score_amendment_closed_is_full before insert on score_amendment
when (select p.closed from score_sheet s join period p on p.id = s.period where s.id = new.sheet) = 1
begin select raise(abort, 'refuse:year:Năm thi đua này đã khóa sổ nên không sửa điểm được. Hãy mở lại năm, ghi rõ lý do.'); end;
create trigger score_amendment_closed_stays before update on score_amendment
when (select p.closed from score_sheet s join period p on p.id = s.period where s.id = old.sheet) = 1
begin select raise(abort, 'refuse:year:Năm thi đua này đã khóa sổ nên không sửa điểm được. Hãy mở lại năm, ghi rõ lý do.'); end;
create trigger score_amendment_closed_remains before delete on score_amendment
when (select p.closed from score_sheet s join period p on p.id = s.period where s.id = old.sheet) = 1
begin select raise(abort, 'refuse:year:Năm thi đua này đã khóa sổ nên không sửa điểm được. Hãy mở lại năm, ghi rõ lý do.'); end;
create trigger score_breach_amendment_closed_is_full before insert on score_breach_amendment
when (select p.closed from score_sheet s join period p on p.id = s.period where s.id = new.sheet) = 1
begin select raise(abort, 'refuse:year:Năm thi đua này đã khóa sổ nên không đổi điều kiện của đơn vị được. Hãy mở lại năm, ghi rõ lý do.'); end;
create trigger score_breach_amendment_closed_stays before update on score_breach_amendment
when (select p.closed from score_sheet s join period p on p.id = s.period where s.id = old.sheet) = 1
begin select raise(abort, 'refuse:year:Năm thi đua này đã khóa sổ nên không đổi điều kiện của đơn vị được. Hãy mở lại năm, ghi rõ lý do.'); end;
create trigger score_breach_amendment_closed_remains before delete on score_breach_amendment
when (select p.closed from score_sheet s join period p on p.id = s.period where s.id = old.sheet) = 1
begin select raise(abort, 'refuse:year:Năm thi đua này đã khóa sổ nên không đổi điều kiện của đơn vị được. Hãy mở lại năm, ghi rõ lý do.'); end;
create trigger score_table_closed_is_full before insert on score_table
when (select closed from period where id = new.period) = 1
begin select raise(abort, 'refuse:year:Năm thi đua này đã khóa sổ nên không lập bảng điểm được. Hãy mở lại năm, ghi rõ lý do.'); end;
create trigger score_table_closed_stays before update on score_table
when (select max(closed) from period where id in (old.period, new.period)) = 1
begin select raise(abort, 'refuse:year:Năm thi đua này đã khóa sổ nên không sửa bảng điểm được. Hãy mở lại năm, ghi rõ lý do.'); end;
create trigger score_table_closed_remains before delete on score_table
when (select closed from period where id = old.period) = 1
begin select raise(abort, 'refuse:year:Năm thi đua này đã khóa sổ nên không xóa bảng điểm được. Hãy mở lại năm, ghi rõ lý do.'); end;
create trigger score_table_kind_closed_is_full before insert on score_table_kind
when (select p.closed from score_table t join period p on p.id = t.period where t.id = new.score_table) = 1
begin select raise(abort, 'refuse:year:Năm thi đua này đã khóa sổ nên không sửa bảng điểm được. Hãy mở lại năm, ghi rõ lý do.'); end;
create trigger score_table_kind_closed_stays before update on score_table_kind
when (select p.closed from score_table t join period p on p.id = t.period where t.id = old.score_table) = 1
begin select raise(abort, 'refuse:year:Năm thi đua này đã khóa sổ nên không sửa bảng điểm được. Hãy mở lại năm, ghi rõ lý do.'); end;
create trigger score_table_kind_closed_remains before delete on score_table_kind
when (select p.closed from score_table t join period p on p.id = t.period where t.id = old.score_table) = 1
begin select raise(abort, 'refuse:year:Năm thi đua này đã khóa sổ nên không sửa bảng điểm được. Hãy mở lại năm, ghi rõ lý do.'); end;
create trigger score_group_closed_is_full before insert on score_group
when (select p.closed from score_table t join period p on p.id = t.period where t.id = new.score_table) = 1
begin select raise(abort, 'refuse:year:Năm thi đua này đã khóa sổ nên không sửa bảng điểm được. Hãy mở lại năm, ghi rõ lý do.'); end;
create trigger score_group_closed_stays before update on score_group
when (select p.closed from score_table t join period p on p.id = t.period where t.id = old.score_table) = 1
begin select raise(abort, 'refuse:year:Năm thi đua này đã khóa sổ nên không sửa bảng điểm được. Hãy mở lại năm, ghi rõ lý do.'); end;
create trigger score_group_closed_remains before delete on score_group
when (select p.closed from score_table t join period p on p.id = t.period where t.id = old.score_table) = 1
begin select raise(abort, 'refuse:year:Năm thi đua này đã khóa sổ nên không sửa bảng điểm được. Hãy mở lại năm, ghi rõ lý do.'); end;
create trigger score_condition_closed_is_full before insert on score_condition
when (select p.closed from score_table t join period p on p.id = t.period where t.id = new.score_table) = 1
begin select raise(abort, 'refuse:year:Năm thi đua này đã khóa sổ nên không sửa bảng điểm được. Hãy mở lại năm, ghi rõ lý do.'); end;
create trigger score_condition_closed_stays before update on score_condition
when (select p.closed from score_table t join period p on p.id = t.period where t.id = old.score_table) = 1
begin select raise(abort, 'refuse:year:Năm thi đua này đã khóa sổ nên không sửa bảng điểm được. Hãy mở lại năm, ghi rõ lý do.'); end;
create trigger score_condition_closed_remains before delete on score_condition
when (select p.closed from score_table t join period p on p.id = t.period where t.id = old.score_table) = 1
begin select raise(abort, 'refuse:year:Năm thi đua này đã khóa sổ nên không sửa bảng điểm được. Hãy mở lại năm, ghi rõ lý do.'); end;
create trigger tie_break_closed_is_full before insert on tie_break
when (select p.closed from score_table t join period p on p.id = t.period where t.id = new.score_table) = 1
begin select raise(abort, 'refuse:year:Năm thi đua này đã khóa sổ nên không sửa bảng điểm được. Hãy mở lại năm, ghi rõ lý do.'); end;
create trigger tie_break_closed_stays before update on tie_break
when (select p.closed from score_table t join period p on p.id = t.period where t.id = old.score_table) = 1
begin select raise(abort, 'refuse:year:Năm thi đua này đã khóa sổ nên không sửa bảng điểm được. Hãy mở lại năm, ghi rõ lý do.'); end;
create trigger tie_break_closed_remains before delete on tie_break
when (select p.closed from score_table t join period p on p.id = t.period where t.id = old.score_table) = 1
begin select raise(abort, 'refuse:year:Năm thi đua này đã khóa sổ nên không sửa bảng điểm được. Hãy mở lại năm, ghi rõ lý do.'); end;
create trigger criterion_closed_is_full before insert on criterion
when (select p.closed from score_group g join score_table t on t.id = g.score_table join period p on p.id = t.period
      where g.id = new.score_group) = 1
begin select raise(abort, 'refuse:year:Năm thi đua này đã khóa sổ nên không sửa bảng điểm được. Hãy mở lại năm, ghi rõ lý do.'); end;
create trigger criterion_closed_stays before update on criterion
when (select p.closed from score_group g join score_table t on t.id = g.score_table join period p on p.id = t.period
      where g.id = old.score_group) = 1
begin select raise(abort, 'refuse:year:Năm thi đua này đã khóa sổ nên không sửa bảng điểm được. Hãy mở lại năm, ghi rõ lý do.'); end;
create trigger criterion_closed_remains before delete on criterion
when (select p.closed from score_group g join score_table t on t.id = g.score_table join period p on p.id = t.period
      where g.id = old.score_group) = 1
begin select raise(abort, 'refuse:year:Năm thi đua này đã khóa sổ nên không sửa bảng điểm được. Hãy mở lại năm, ghi rõ lý do.'); end;

-- Reviews of movements: one belongs to the calendar year in which it was held.
create trigger movement_review_closed_is_full before insert on movement_review
when exists (select 1 from period where kind = 'year' and closed = 1 and year in (cast(substr(new.held_on, 1, 4) as integer)))
begin select raise(abort, 'refuse:held_on:Năm thi đua này đã khóa sổ nên không ghi thêm sơ kết, tổng kết được. Hãy mở lại năm, ghi rõ lý do.'); end;
create trigger movement_review_closed_stays before update on movement_review
when exists (select 1 from period where kind = 'year' and closed = 1 and year in (cast(substr(old.held_on, 1, 4) as integer), cast(substr(new.held_on, 1, 4) as integer)))
begin select raise(abort, 'refuse:held_on:Năm thi đua này đã khóa sổ nên không sửa sơ kết, tổng kết được. Hãy mở lại năm, ghi rõ lý do.'); end;
create trigger movement_review_closed_remains before delete on movement_review
when exists (select 1 from period where kind = 'year' and closed = 1 and year in (cast(substr(old.held_on, 1, 4) as integer)))
begin select raise(abort, 'refuse:held_on:Năm thi đua này đã khóa sổ nên không xóa sơ kết, tổng kết được. Hãy mở lại năm, ghi rõ lý do.'); end;
