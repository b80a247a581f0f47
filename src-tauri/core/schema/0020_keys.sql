-- Keys for machines: what a list is ordered, searched and compared by, made from the words of a row and stored with it.
--
-- One view a table: its keys as this program makes them (keys.rs gives the functions). A file whose keys another version
-- made gets them from here when it is opened, and so does a row that an undo brings back.

create view unit_state_keys as
select id, text_key(name) as sort_key, fold(name) as search from unit_state;

create view member_keys as
select id, person_key(full_name) as sort_key, tone_place_key(full_name) as same_key,
       fold(full_name) || number_key(citizen_id) || number_key(legacy_id) || number_key(phone) || number_key(member_code) as search
from member;

create view award_keys as
select id, fold(name) as search from award;

create view decision_keys as
select id, fold(number || '/' || symbol || ' ' || summary || ' ' || grantor) as search from decision;

create view recipient_keys as
select id, tone_place_key(name) as same_key from recipient;

create view initiative_keys as
select i.id, fold(i.code || ' ' || i.title || ' '
                  || coalesce((select group_concat(a.name, ' ' order by a.position) from initiative_author a where a.initiative = i.id), '')
                  || ' ' || i.recognition_number) as search
from initiative i;

create view document_keys as
select id, fold(case when number = '' then symbol
                     else case when number_order < 10 then '0' else '' end || number || case when symbol = '' then '' else '/' || symbol end
                end || ' ' || party || ' ' || summary) as search
from document;

create view movement_keys as
select id, fold(name) as search from movement;

create view registration_keys as
select id, tone_place_key(name) as same_key from registration;

create view course_keys as
select id, fold(name || ' ' || organiser || ' ' || place || ' ' || document) as search from course;

create view course_participant_keys as
select id, tone_place_key(name) as same_key from course_participant;

-- The key of an initiative is no part of what a closed year keeps.
drop trigger initiative_period_kept;
create trigger initiative_period_kept
before update of uid, period, code, title, unit, field, kind, scope, first_applied, place, recognition, recognition_number, recognised_on,
  recognised_by, benefit, benefit_basis, effect, programme, portal_on, portal_code, secret, note
on initiative when (select max(closed) from period where id in (old.period, new.period)) = 1
begin select raise(abort, 'refuse:year:Năm thi đua này đã khóa sổ nên không sửa sáng kiến được. Hãy mở lại năm, ghi rõ lý do.'); end;
