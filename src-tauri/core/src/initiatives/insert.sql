-- One initiative, new.
insert into initiative (uid, period, code, title, search, unit, field, kind, scope, first_applied, place, recognition,
                        recognition_number, recognised_on, recognised_by, benefit, benefit_basis, effect, programme,
                        portal_on, portal_code, secret, note)
values (:uid, :period, :code, :title, :search, :unit, :field, :kind, :scope, :first_applied, :place, :recognition,
        :recognition_number, :recognised_on, :recognised_by, :benefit, :benefit_basis, :effect, :programme, :portal_on,
        :portal_code, :secret, :note)
