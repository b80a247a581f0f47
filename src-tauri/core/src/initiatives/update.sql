-- One initiative, corrected in place.
update initiative
set period = :period, code = :code, title = :title, search = :search, unit = :unit, field = :field, kind = :kind,
    scope = :scope, first_applied = :first_applied, place = :place, recognition = :recognition,
    recognition_number = :recognition_number, recognised_on = :recognised_on, recognised_by = :recognised_by,
    benefit = :benefit, benefit_basis = :benefit_basis, effect = :effect, programme = :programme, portal_on = :portal_on,
    portal_code = :portal_code, secret = :secret, note = :note
where id = :id
