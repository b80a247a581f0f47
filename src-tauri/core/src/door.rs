//! The door: every command that the page, a terminal or a browser may call, with the right that it needs.
//!
//! Reading the list is reading the application. From the same list come the call itself and the page's types.

use crate::{
    catalogue, compacts, decisions, documents,
    error::{Error, Result},
    home::Home,
    initiatives, intake, members, movements,
    office::Done,
    paper::Paper,
    scores, targets, training, units,
};
use serde::{Deserialize, Serialize, de::DeserializeOwned};
use serde_json::Value;
use ts_rs::TS;

mod days;
mod merging;
mod taking_in;
mod typescript;

/// What a person must be allowed to do. One person holds them all until roles come.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, TS)]
#[serde(rename_all = "lowercase")]
pub enum Right {
    /// Look at the register.
    Read,
    /// Change it.
    Write,
    /// Issue decisions.
    Issue,
    /// See restricted fields.
    Restricted,
    /// Keys, backups, settings.
    Manage,
}

/// One command of the list.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Command {
    /// `room.verb`.
    pub name: &'static str,
    /// What it needs.
    pub right: Right,
}

/// What a command answers.
#[derive(Debug)]
pub enum Answer {
    /// A value as JSON.
    Json(String),
    /// A file.
    Paper(Paper),
}

/// What went wrong, as the page reads it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum Failure {
    /// The person can mend it.
    Refused {
        /// Field and sentence, all at once.
        refusals: Vec<crate::error::Refusal>,
    },
    /// Ours to mend.
    Broken {
        /// Its number in the log.
        number: u64,
        /// "Có lỗi, đã ghi vào nhật ký số 17."
        sentence: String,
    },
}

/// Calls a command by name. A panic is caught, logged and answered like any other fault of ours.
pub fn call(home: &mut Home, name: &str, arguments: Value) -> std::result::Result<Answer, Failure> {
    let progress = home.progress();
    progress.reset();
    let called = std::panic::catch_unwind(std::panic::AssertUnwindSafe(|| dispatch(home, name, arguments)))
        .unwrap_or_else(|_| Err(Error::Broken("panic".to_owned())));
    progress.end();
    called.map_err(|error| failure(home, name, error))
}

/// Turns an error into what the page reads; a fault of ours is logged first.
pub fn failure(home: &Home, doing: &str, error: Error) -> Failure {
    match error {
        Error::Refused(refusals) => Failure::Refused { refusals },
        Error::Broken(causes) => {
            let number = home.log().write(home.clock().as_ref(), doing, &causes);
            Failure::Broken { number, sentence: format!("Có lỗi, đã ghi vào nhật ký số {number}.") }
        }
    }
}

fn read<A: DeserializeOwned>(arguments: Value) -> Result<A> {
    A::deserialize(&arguments).map_err(|error| {
        days::refused(&arguments, &error).unwrap_or_else(|| Error::broken("arguments", wanted(&error.to_string())))
    })
}

/// What the command's types say they want. What was given instead may be somebody's name and must not reach the log.
fn wanted(said: &str) -> &str {
    match said.rfind("expected ") {
        Some(at) => said.get(at..).unwrap_or_default(),
        None if said.starts_with("missing field") => said,
        None => "a value that does not fit",
    }
}

fn json<V: Serialize>(value: V) -> Result<Answer> {
    Ok(Answer::Json(serde_json::to_string(&value)?))
}

macro_rules! door {
    (
        home { $($home:literal $home_right:ident $home_path:path: $home_args:ty => $home_value:ty;)* }
        office { $($name:literal $right:ident $path:path: $args:ty => $value:ty;)* }
        sheets { $($sheet:literal $sheet_right:ident $sheet_path:path: $sheet_args:ty;)* }
        papers { $($paper:literal $paper_right:ident $paper_path:path: $paper_args:ty;)* }
    ) => {
        /// Every command, in the order of the list.
        pub const COMMANDS: &[Command] = &[
            $(Command { name: $home, right: Right::$home_right },)*
            $(Command { name: $name, right: Right::$right },)*
            $(Command { name: $sheet, right: Right::$sheet_right },)*
            $(Command { name: $paper, right: Right::$paper_right },)*
        ];

        fn dispatch(home: &mut Home, name: &str, arguments: Value) -> Result<Answer> {
            match name {
                $($home => json($home_path(home, read::<$home_args>(arguments)?)?),)*
                $($name => json($path(home.office()?, read::<$args>(arguments)?)?),)*
                $($sheet => Ok(Answer::Paper($sheet_path(home, read::<$sheet_args>(arguments)?)?)),)*
                $($paper => Ok(Answer::Paper($paper_path(home.office()?, read::<$paper_args>(arguments)?)?)),)*
                unknown => Err(Error::broken("door", format!("no command {unknown}"))),
            }
        }

        /// The page's types: one entry a command, and every type that they use.
        pub fn typescript() -> String {
            let mut types = typescript::Types::new();
            $(types.command::<$home_args, $home_value>($home);)*
            $(types.command::<$args, $value>($name);)*
            $(types.paper::<$sheet_args>($sheet);)*
            $(types.paper::<$paper_args>($paper);)*
            types.finish()
        }
    };
}

door! {
    home {
        "start.state" Read crate::home::state: () => crate::home::StartState;
        "start.set_up" Manage crate::home::set_up: crate::home::SetUp => crate::home::SetUpDone;
        "start.unlock" Read crate::home::unlock: crate::home::Unlock => crate::home::StartState;
        "start.open_anyway" Manage crate::home::open_anyway: crate::home::Unlock => crate::home::StartState;
        "start.lock" Read crate::home::lock: () => crate::home::StartState;
        "start.sit" Read crate::home::sit: crate::home::Sit => crate::home::StartState;
        "start.load_sample" Manage crate::sample::load: () => crate::home::StartState;
        "start.open_sample" Read crate::sample::open: () => crate::home::StartState;
        "start.open_office" Read crate::sample::open_office: () => crate::home::StartState;
        "start.remove_sample" Manage crate::sample::remove: () => crate::home::StartState;
        "overview.to_do" Read crate::overview::to_do: crate::overview::OfYear => Vec<crate::overview::Task>;
        "start.tick" Read crate::safekeeping::tick: crate::safekeeping::Tick => crate::home::StartState;
        "start.forgot_password" Read crate::safekeeping::keys::forgot_password: crate::safekeeping::keys::ForgotPassword => crate::home::StartState;
        "intake.apply" Write taking_in::apply: () => Done<intake::apply::IntakeDone>;
        "scores.take_in" Write taking_in::apply_scores: () => Done<intake::apply::IntakeDone>;
        "backup.state" Read crate::safekeeping::safety: () => crate::safekeeping::SafetyState;
        "backup.list" Read crate::safekeeping::list: crate::home::Which => Vec<crate::safekeeping::BackupLine>;
        "backup.make" Write crate::safekeeping::make: () => crate::safekeeping::BackupLine;
        "backup.restore" Manage crate::safekeeping::restore: crate::safekeeping::Restore => crate::safekeeping::RestoreDone;
        "backup.choose_second" Manage crate::safekeeping::choose_second: crate::safekeeping::ChooseSecond => crate::safekeeping::SafetyState;
        "backup.forget_second" Manage crate::safekeeping::forget_second: () => crate::safekeeping::SafetyState;
        "vault.set_password" Manage crate::safekeeping::keys::set_password: crate::safekeeping::keys::SetPassword => crate::safekeeping::SafetyState;
        "vault.recovery_key" Manage crate::safekeeping::keys::recovery_key: () => crate::safekeeping::keys::RecoveryShown;
        "vault.renew_recovery_key" Manage crate::safekeeping::keys::renew_recovery_key: crate::safekeeping::keys::RenewRecoveryKey => crate::safekeeping::keys::RecoveryShown;
        "vault.recovery_key_kept" Manage crate::safekeeping::keys::recovery_key_kept: crate::safekeeping::keys::RecoveryKept => crate::safekeeping::SafetyState;
        "vault.set_lock_after" Manage crate::safekeeping::keys::set_lock_after: crate::safekeeping::keys::LockAfter => crate::safekeeping::SafetyState;
    }
    office {
        "journal.state" Read crate::journal::commands::state: () => crate::journal::JournalState;
        "journal.undo" Write crate::journal::commands::undo: crate::journal::commands::UndoWhat => crate::office::Done<crate::journal::Undone>;
        "journal.redo" Write crate::journal::commands::redo: () => crate::office::Done<crate::journal::Undone>;
        "journal.history" Read crate::journal::commands::history: crate::journal::HistoryQuery => Vec<crate::journal::ActLine>;
        "journal.changes" Read crate::journal::commands::changes: crate::journal::commands::ChangesOf => Vec<crate::journal::ChangeLine>;
        "host.page" Read crate::host::page: () => crate::host::HostPage;
        "host.change" Manage crate::host::change: crate::host::HostChange => Done<crate::host::HostId>;
        "host.set_signers" Manage crate::host::set_signers: crate::host::SignerList => Done<()>;
        "overview.figures" Read crate::overview::figures: crate::overview::OfYear => crate::overview::Figures;
        "overview.recent" Read crate::overview::recent: crate::overview::OfYear => Vec<crate::decisions::DecisionLine>;
        "overview.missing" Read crate::overview::missing: () => Vec<crate::overview::Gap>;
        "overview.unit_gaps" Read crate::overview::unit_gaps: () => Vec<crate::overview::UnitGap>;
        "overview.find" Read crate::overview::find: crate::overview::Find => Vec<crate::overview::Found>;
        "periods.list" Read crate::periods::list: crate::periods::PeriodsOf => Vec<crate::periods::Period>;
        "years.calendar" Read crate::years::calendar: crate::periods::PeriodsOf => crate::years::YearCalendar;
        "years.due" Read crate::years::due: crate::years::DueWithin => crate::years::DuePage;
        "years.open" Write crate::years::open: crate::years::YearOpen => Done<crate::years::YearOpened>;
        "years.close" Write crate::years::close: crate::years::YearClose => Done<()>;
        "years.reopen" Write crate::years::reopen: crate::years::YearReopen => Done<()>;
        "years.set_deadline" Write crate::years::set_deadline: crate::years::Deadline => Done<crate::years::DeadlineId>;
        "years.remove_deadline" Write crate::years::remove_deadline: crate::years::DeadlineGone => Done<()>;
        "units.words" Read units::words: () => units::UnitWords;
        "units.list" Read units::list: units::UnitQuery => units::UnitPage;
        "units.tree" Read units::tree: units::UnitQuery => Vec<units::UnitTreeLine>;
        "units.get" Read units::get: units::UnitAsk => units::UnitRecord;
        "units.establish" Write units::establish: units::UnitEstablish => Done<units::UnitId>;
        "units.edit" Write units::edit: units::UnitEdit => Done<()>;
        "units.change" Write units::change: units::UnitChange => Done<()>;
        "units.rename" Write units::rename: units::UnitRename => Done<()>;
        "units.officers" Write units::set_officers: units::OfficerList => Done<()>;
        "units.blocs" Read units::blocs: () => Vec<units::Bloc>;
        "units.set_bloc" Write units::set_bloc: units::BlocDraft => Done<units::BlocId>;
        "units.end_bloc" Write units::end_bloc: units::BlocEnd => Done<()>;
        "units.dissolve" Write members::dissolve: members::UnitDissolve => Done<u32>;
        "units.transfer" Write members::transfer: members::UnitTransfer => Done<u32>;
        "units.plan_end" Read members::plan_end: members::UnitsEnd => members::UnitsEndPlan;
        "units.end_many" Write members::end_many: members::UnitsEnd => Done<u32>;
        "units.figures" Read units::figures: units::UnitTalliesOf => units::UnitTallies;
        "units.merge" Write members::merge_units: members::UnitMerge => Done<units::UnitId>;
        "units.split" Write members::split: members::UnitSplit => Done<Vec<units::UnitId>>;
        "members.words" Read members::words: () => members::MemberWords;
        "members.page" Read members::page: members::MemberPageAsk => members::MemberPage;
        "members.get" Read members::get: members::MemberAsk => members::MemberRecord;
        "members.counts" Read members::counts: () => members::MemberCounts;
        "members.unmask" Restricted members::unmask: members::Unmask => Done<members::UnmaskingId>;
        "members.add" Write members::add: members::MemberAdd => Done<members::MemberAdded>;
        "members.try_edit" Read members::try_edit: members::MemberEdit => Vec<members::CellAnswer>;
        "members.edit" Write members::edit: members::MemberEdit => Done<members::MemberEdited>;
        "members.bulk_edit" Write members::bulk_edit: members::MemberBulkEdit => Done<members::MemberEdited>;
        "members.delete" Write members::delete: members::MemberDelete => Done<u32>;
        "members.leave" Write members::leave: members::MembersLeave => Done<u32>;
        "members.return" Write members::take_back: members::MembersReturn => Done<u32>;
        "members.move" Write members::move_to: members::MembersMove => Done<u32>;
        "members.pause" Write members::pause: members::MembersPause => Done<u32>;
        "members.resume" Write members::resume: members::MembersPause => Done<u32>;
        "members.duplicates" Read members::duplicates: members::DuplicateAsk => Vec<members::DuplicateGroup>;
        "members.keep_apart" Write members::keep_apart: members::KeepApart => Done<()>;
        "members.merge" Write merging::merge: members::MemberMerge => Done<crate::id::MemberId>;
        "members.views" Read members::views: members::ViewsOf => Vec<members::SavedView>;
        "members.save_view" Write members::save_view: members::SavedViewDraft => Done<members::SavedViewId>;
        "members.delete_view" Write members::delete_view: members::ViewGone => Done<()>;
        "pledges.words" Read crate::pledges::words: () => crate::pledges::PledgeWords;
        "pledges.year" Read crate::pledges::year: crate::periods::PeriodsOf => crate::pledges::PledgeYear;
        "pledges.page" Read crate::pledges::page: crate::pledges::PledgePageAsk => crate::pledges::PledgePage;
        "pledges.get" Read crate::pledges::get: crate::pledges::PledgeAsk => crate::pledges::PledgeRecord;
        "pledges.figures" Read crate::pledges::figures: crate::pledges::PledgeFiguresOf => crate::pledges::PledgeFigures;
        "pledges.missing" Read crate::pledges::missing: crate::pledges::MissingAsk => crate::pledges::MissingPage;
        "pledges.missing_names" Read crate::pledges::missing_names: crate::pledges::MissingNames => Vec<crate::pledges::MissingPerson>;
        "pledges.shortcomings" Restricted crate::pledges::open_shortcomings: crate::pledges::ShortcomingsOf => Vec<crate::pledges::ShortcomingLine>;
        "pledges.register" Write crate::pledges::register: crate::pledges::PledgeRegister => Done<crate::pledges::PledgeId>;
        "pledges.try_paste" Read crate::pledges::try_paste: crate::pledges::PledgePaste => Vec<crate::pledges::PasteAnswer>;
        "pledges.paste" Write crate::pledges::paste: crate::pledges::PledgePaste => Done<u32>;
        "pledges.edit" Write crate::pledges::edit: crate::pledges::PledgeEdit => Done<()>;
        "pledges.edit_cells" Write crate::pledges::edit_cells: crate::pledges::PledgeCells => Done<u32>;
        "pledges.confirm" Write crate::pledges::confirm: crate::pledges::PledgeConfirm => Done<u32>;
        "pledges.post" Write crate::pledges::post: crate::pledges::PledgePost => Done<u32>;
        "pledges.return" Write crate::pledges::give_back: crate::pledges::PledgeBack => Done<u32>;
        "pledges.withdraw" Write crate::pledges::withdraw: crate::pledges::PledgeBack => Done<u32>;
        "pledges.resubmit" Write crate::pledges::resubmit: crate::pledges::PledgesChosen => Done<u32>;
        "pledges.delete" Write crate::pledges::delete: crate::pledges::PledgesChosen => Done<u32>;
        "pledges.assess" Write crate::pledges::assess: crate::pledges::PledgeAssess => Done<u32>;
        "pledges.mend" Write crate::pledges::mend: crate::pledges::ShortcomingMended => Done<()>;
        "pledges.set_topic" Write crate::pledges::set_topic: crate::pledges::PledgeTopic => Done<()>;
        "pledges.set_grade" Write crate::pledges::set_grade: crate::pledges::Grade => Done<crate::pledges::GradeId>;
        "pledges.set_reviews" Write crate::pledges::set_reviews: crate::pledges::PledgeReviews => Done<()>;
        "catalogue.page" Read catalogue::page: () => catalogue::CataloguePage;
        "catalogue.set_regulation" Write catalogue::set_regulation: catalogue::Regulation => Done<i64>;
        "catalogue.set_award" Write catalogue::set_award: catalogue::Award => Done<catalogue::AwardId>;
        "catalogue.set_coefficient" Write catalogue::set_coefficient: catalogue::Coefficient => Done<catalogue::CoefficientId>;
        "catalogue.set_base_salary" Write catalogue::set_base_salary: catalogue::BaseSalary => Done<i64>;
        "catalogue.set_phrase" Write catalogue::set_phrase: catalogue::Phrase => Done<i64>;
        "catalogue.set_legal_ground" Write catalogue::set_legal_ground: catalogue::LegalGround => Done<i64>;
        "catalogue.set_money_source" Write catalogue::set_money_source: catalogue::MoneySource => Done<i64>;
        "catalogue.remove" Write catalogue::remove: catalogue::CatalogueGone => Done<()>;
        "catalogue.set_settings" Write catalogue::set_settings: catalogue::MoneySettings => Done<()>;
        "scores.blocs" Read scores::blocs: scores::BlocsOf => Vec<scores::BlocStanding>;
        "scores.book" Read scores::book: scores::BookAsk => scores::ScoreBook;
        "scores.try_edit" Read scores::try_edit: scores::ScoreEdit => scores::ScoreBook;
        "scores.edit" Write scores::edit: scores::ScoreEdit => Done<()>;
        "scores.note" Write scores::note: scores::ScoreNoteDraft => Done<()>;
        "scores.breach" Write scores::mark_breach: scores::BreachMark => Done<()>;
        "scores.publish" Issue scores::publish: scores::ScorePublish => Done<()>;
        "scores.tables" Read scores::tables: scores::ScoreTablesOf => scores::ScoreTablePage;
        "scores.set_table" Write scores::set_table: scores::ScoreTable => Done<scores::ScoreTableId>;
        "scores.copy_table" Write scores::copy_table: scores::ScoreTableCopy => Done<scores::ScoreTableId>;
        "scores.delete_table" Write scores::delete_table: scores::ScoreTableGone => Done<()>;
        "scores.set_scale" Write scores::set_scale: scores::GradeScale => Done<scores::GradeScaleId>;
        "scores.delete_scale" Write scores::delete_scale: scores::GradeScaleGone => Done<()>;
        "decisions.register" Read decisions::register: decisions::DecisionQuery => decisions::DecisionRegister;
        "decisions.page" Read decisions::page: decisions::Which => decisions::DecisionPage;
        "decisions.new" Write decisions::new: decisions::NewDecision => decisions::Acted;
        "decisions.copy" Write decisions::copy: decisions::Which => decisions::Acted;
        "decisions.edit" Write decisions::edit: decisions::EditDecision => decisions::Acted;
        "decisions.delete" Write decisions::delete: decisions::Which => decisions::Acted;
        "decisions.candidates" Read decisions::candidates: decisions::CandidateQuery => Vec<decisions::CandidateLine>;
        "decisions.add_recipients" Write decisions::add: decisions::AddRecipients => Done<Vec<decisions::RecipientId>>;
        "decisions.edit_recipients" Write decisions::edit_cells: decisions::EditRecipients => decisions::Acted;
        "decisions.remove_recipients" Write decisions::remove: decisions::RecipientList => decisions::Acted;
        "decisions.order_recipients" Write decisions::order: decisions::RecipientList => decisions::Acted;
        "decisions.ready" Write decisions::ready: decisions::Which => decisions::Acted;
        "decisions.reopen" Write decisions::reopen: decisions::Which => decisions::Acted;
        "decisions.issue" Issue decisions::issue: decisions::Which => decisions::Acted;
        "decisions.amend" Write decisions::amend: decisions::Amendment => decisions::Acted;
        "decisions.cancel" Write decisions::cancel: decisions::Amendment => decisions::Acted;
        "decisions.record" Write decisions::record: decisions::PastDecision => decisions::Acted;
        "decisions.designs" Read decisions::list::designs: () => decisions::list::DesignPage;
        "decisions.save_design" Write decisions::list::save_design: decisions::list::DesignLine => Done<decisions::list::DesignId>;
        "decisions.delete_design" Write decisions::list::delete_design: decisions::list::DesignGone => Done<()>;
        "decisions.awards" Read decisions::awards: decisions::AwardsQuery => Vec<decisions::AwardLine>;
        "decisions.award_years" Read decisions::award_years: decisions::AwardsQuery => decisions::AwardYears;
        "decisions.history" Read decisions::history: decisions::HistoryOf => Vec<decisions::AwardLine>;
        "intake.targets" Read intake::targets: () => Vec<intake::IntakeTarget>;
        "scores.open_books" Write intake::score_books::open_scores: intake::score_books::ScoreBooksOpen => intake::score_books::ScoreBooksView;
        "movements.words" Read movements::words: () => movements::MovementWords;
        "movements.list" Read movements::list: movements::MovementQuery => Vec<movements::MovementLine>;
        "movements.get" Read movements::get: movements::MovementAsk => movements::MovementRecord;
        "movements.set" Write movements::set: movements::MovementDraft => Done<movements::MovementId>;
        "movements.remove" Write movements::remove: movements::MovementGone => Done<()>;
        "movements.set_year" Write movements::set_year: movements::MovementYear => Done<()>;
        "movements.link_document" Write movements::link_document: movements::DocumentLink => Done<()>;
        "movements.unlink_document" Write movements::unlink_document: movements::DocumentLink => Done<()>;
        "movements.launches" Read movements::launches: movements::LaunchAsk => movements::LaunchBoard;
        "movements.launch" Write movements::launch: movements::LaunchDraft => Done<u32>;
        "movements.take_back" Write movements::take_back: movements::LaunchGone => Done<u32>;
        "movements.set_review" Write movements::set_review: movements::ReviewDraft => Done<movements::ReviewId>;
        "movements.remove_review" Write movements::remove_review: movements::ReviewGone => Done<()>;
        "movements.registrations" Read movements::registrations: movements::RegistrationPageAsk => movements::RegistrationPage;
        "movements.try_register" Read movements::try_register: Vec<movements::RegistrationDraft> => Vec<movements::RegistrationAnswer>;
        "movements.edit_registrations" Write movements::edit_registrations: movements::EditRegistrations => Done<()>;
        "movements.register" Write movements::register: Vec<movements::RegistrationDraft> => Done<Vec<movements::RegistrationId>>;
        "movements.unregister" Write movements::unregister: movements::RegistrationList => Done<u32>;
        "movements.taking_part" Read movements::taking_part: movements::TakingPartAsk => movements::TakingPart;
        "initiatives.words" Read initiatives::words: () => initiatives::InitiativeWords;
        "initiatives.page" Read initiatives::page: initiatives::InitiativePageAsk => initiatives::InitiativePage;
        "initiatives.get" Read initiatives::get: initiatives::InitiativeAsk => initiatives::InitiativeRecord;
        "initiatives.figures" Read initiatives::figures: initiatives::InitiativesOf => initiatives::InitiativeFigures;
        "initiatives.register" Write initiatives::register: initiatives::InitiativeDraft => Done<initiatives::InitiativeId>;
        "initiatives.edit" Write initiatives::edit: initiatives::InitiativeEdit => Done<initiatives::InitiativeId>;
        "initiatives.edit_cells" Write initiatives::edit_cells: initiatives::EditInitiatives => Done<u32>;
        "initiatives.delete" Write initiatives::delete: initiatives::InitiativeList => Done<u32>;
        "initiatives.join" Write initiatives::join: initiatives::InitiativesJoin => Done<u32>;
        "initiatives.enter" Write initiatives::enter: initiatives::InitiativesEntered => Done<u32>;
        "initiatives.programmes" Read initiatives::programmes: () => initiatives::ProgrammePage;
        "initiatives.set_programme" Write initiatives::set_programme: initiatives::ProgrammeDraft => Done<initiatives::ProgrammeId>;
        "initiatives.remove_programme" Write initiatives::remove_programme: initiatives::ProgrammeGone => Done<()>;
        "initiatives.set_rule" Write initiatives::set_rule: initiatives::ProgrammeRuleDraft => Done<initiatives::ProgrammeRuleId>;
        "initiatives.remove_rule" Write initiatives::remove_rule: initiatives::ProgrammeRuleGone => Done<()>;
        "initiatives.works" Read initiatives::works: initiatives::WorksOf => Vec<initiatives::Work>;
        "initiatives.set_work" Write initiatives::set_work: initiatives::WorkDraft => Done<initiatives::WorkId>;
        "initiatives.remove_work" Write initiatives::remove_work: initiatives::WorkGone => Done<()>;
        "targets.page" Read targets::page: targets::TargetQuery => targets::TargetPage;
        "targets.behind" Read targets::behind: targets::WhichTarget => Vec<targets::CountedLine>;
        "targets.set_indicator" Write targets::set_indicator: targets::IndicatorDraft => Done<targets::IndicatorId>;
        "targets.begin_year" Write targets::begin_year: targets::TargetsOfYear => Done<crate::periods::PeriodId>;
        "targets.give" Write targets::give: targets::TargetGiven => Done<targets::TargetId>;
        "targets.set" Write targets::set: targets::TargetDraft => Done<targets::TargetId>;
        "targets.edit" Write targets::edit: targets::TargetEdit => Done<()>;
        "targets.remove" Write targets::remove: targets::TargetList => Done<u32>;
        "targets.carry_over" Write targets::carry_over: targets::TargetsOfYear => Done<u32>;
        "documents.words" Read documents::words: () => documents::DocumentWords;
        "documents.register" Read documents::register: documents::DocumentQuery => documents::DocumentRegister;
        "documents.get" Read documents::get: documents::Which => documents::DocumentRecord;
        "documents.next_number" Read documents::next_number: documents::NextNumberOf => String;
        "documents.save" Write documents::save: documents::DocumentDraft => Done<documents::DocumentId>;
        "documents.handle" Write documents::handle: documents::Handled => Done<u32>;
        "documents.delete" Write documents::delete: documents::Which => Done<()>;
        "documents.attach" Write documents::attach: documents::Attach => Done<u32>;
        "documents.detach" Write documents::detach: documents::WhichFile => Done<()>;
        "documents.set_numbering" Manage documents::set_numbering: documents::NumberingChosen => Done<()>;
        "compacts.year" Read compacts::year: crate::periods::PeriodsOf => compacts::CompactYear;
        "compacts.get" Read compacts::get: compacts::CompactOf => compacts::CompactRecord;
        "compacts.begin" Write compacts::begin: compacts::CompactsBegin => Done<u32>;
        "compacts.set" Write compacts::set: compacts::CompactDraft => Done<compacts::CompactId>;
        "compacts.remove" Write compacts::remove: compacts::CompactOf => Done<()>;
        "compacts.sign" Write compacts::sign: compacts::CompactSign => Done<u32>;
        "compacts.unsign" Write compacts::unsign: compacts::CompactUnsign => Done<u32>;
        "compacts.set_meeting" Write compacts::set_meeting: compacts::MeetingDraft => Done<compacts::MeetingId>;
        "compacts.remove_meeting" Write compacts::remove_meeting: compacts::MeetingGone => Done<()>;
        "compacts.elect" Write compacts::elect: compacts::CompactOf => Done<compacts::Elected>;
        "compacts.set_rule" Write compacts::set_rule: compacts::VoteRule => Done<compacts::VoteRuleId>;
        "compacts.remove_rule" Write compacts::remove_rule: compacts::VoteRuleGone => Done<()>;
        "training.page" Read training::page: training::CourseQuery => training::CoursePage;
        "training.get" Read training::get: training::WhichCourse => training::CourseRecord;
        "training.set" Write training::set: training::CourseDraft => Done<training::CourseId>;
        "training.delete" Write training::delete: training::WhichCourse => Done<()>;
        "training.take_in" Write training::take_in: training::TakeIn => Done<u32>;
        "training.try_paste" Read training::try_paste: training::CoursePaste => Vec<training::CoursePasteAnswer>;
        "training.paste" Write training::paste: training::CoursePaste => Done<u32>;
        "training.edit_people" Write training::edit_participants: training::EditParticipants => Done<u32>;
        "training.take_out" Write training::remove_participants: training::ParticipantList => Done<u32>;
        "training.set_count" Write training::set_count: training::CountDraft => Done<training::CountId>;
        "training.remove_count" Write training::remove_count: training::CountGone => Done<()>;
        "training.people" Read training::people: training::PeopleAsk => training::PeoplePage;
        "training.figures" Read training::figures: training::TrainingOf => training::TrainingFigures;
        "training.set_basis" Write training::set_basis: training::BasisDraft => Done<()>;
        "training.remove_basis" Write training::remove_basis: training::BasisGone => Done<()>;
        "intake.open" Write intake::open: intake::IntakeOpen => intake::IntakeView;
        "intake.state" Read intake::state: () => Option<intake::IntakeView>;
        "intake.rows" Read intake::rows: intake::IntakeRowsAsk => intake::IntakeRows;
        "intake.decide" Write intake::decide: intake::IntakeDecide => intake::IntakeView;
        "intake.map" Write intake::map: intake::IntakeMap => intake::IntakeView;
        "intake.lay_out" Write intake::lay_out: intake::IntakeLayOut => intake::IntakeView;
        "intake.read_sheet" Write intake::read_sheet: intake::IntakeSheetWish => intake::IntakeView;
        "intake.set" Write intake::set: intake::IntakeSet => intake::IntakeView;
        "intake.choose" Write intake::choose: intake::IntakeChoose => intake::IntakeView;
        "intake.discard" Write intake::discard: () => ();
        "intake.history" Read intake::history: () => Vec<intake::store::IntakeLine>;
        "intake.undo" Write intake::undo: intake::IntakeBack => Done<crate::journal::Undone>;
    }
    sheets {
        "overview.diagnostics" Read crate::diagnostics::pack: ();
        "vault.recovery_sheet" Manage crate::safekeeping::recovery_sheet: ();
    }
    papers {
        "intake.reply" Read intake::reply: intake::IntakeReply;
        "members.xlsx" Read members::paper::xlsx: members::paper::MemberListPaper;
        "members.pdf" Read members::paper::pdf: members::paper::MemberListPaper;
        "pledges.xlsx" Read crate::pledges::paper::xlsx: crate::pledges::paper::PledgeListPaper;
        "pledges.pdf" Read crate::pledges::paper::pdf: crate::pledges::paper::PledgeListPaper;
        "pledges.booklet_pdf" Read crate::pledges::paper::booklet_pdf: crate::pledges::paper::PledgeBooklet;
        "pledges.booklet_docx" Read crate::pledges::paper::booklet_docx: crate::pledges::paper::PledgeBooklet;
        "pledges.progress_xlsx" Read crate::pledges::paper::progress_xlsx: crate::pledges::PledgeFiguresOf;
        "pledges.progress_pdf" Read crate::pledges::paper::progress_pdf: crate::pledges::PledgeFiguresOf;
        "units.xlsx" Read units::paper::xlsx: crate::host::Seen<units::UnitQuery>;
        "units.pdf" Read units::paper::pdf: crate::host::Seen<units::UnitQuery>;
        "units.figures_xlsx" Read units::paper::figures_xlsx: units::UnitTalliesOf;
        "units.figures_pdf" Read units::paper::figures_pdf: units::UnitTalliesOf;
        "units.handover" Read crate::handover::xlsx: crate::handover::HandoverOf;
        "scores.ranking_xlsx" Read scores::paper::ranking_xlsx: scores::paper::ScorePaper;
        "scores.ranking_pdf" Read scores::paper::ranking_pdf: scores::paper::ScorePaper;
        "scores.book_xlsx" Read scores::paper::book_xlsx: scores::paper::ScorePaper;
        "scores.book_pdf" Read scores::paper::book_pdf: scores::paper::ScorePaper;
        "scores.slips_pdf" Read scores::paper::slips_pdf: scores::paper::ScorePaper;
        "decisions.pdf" Read decisions::paper::pdf: decisions::Which;
        "decisions.docx" Read decisions::paper::docx: decisions::Which;
        "decisions.xlsx" Read decisions::list::xlsx: decisions::list::ListPaper;
        "decisions.list_pdf" Read decisions::list::pdf: decisions::list::ListPaper;
        "decisions.register_xlsx" Read decisions::seen::xlsx: crate::host::Seen<decisions::DecisionQuery>;
        "decisions.register_pdf" Read decisions::seen::pdf: crate::host::Seen<decisions::DecisionQuery>;
        "targets.xlsx" Read targets::paper::xlsx: crate::host::Seen<targets::TargetQuery>;
        "targets.pdf" Read targets::paper::pdf: crate::host::Seen<targets::TargetQuery>;
        "documents.file" Read documents::file: documents::WhichFile;
        "documents.xlsx" Read documents::paper::xlsx: crate::host::Seen<documents::DocumentQuery>;
        "documents.pdf" Read documents::paper::pdf: crate::host::Seen<documents::DocumentQuery>;
        "compacts.pdf" Read compacts::paper::pdf: compacts::paper::CompactPaper;
        "compacts.docx" Read compacts::paper::docx: compacts::paper::CompactPaper;
        "compacts.minutes_pdf" Read compacts::paper::minutes_pdf: compacts::paper::CompactPaper;
        "compacts.minutes_docx" Read compacts::paper::minutes_docx: compacts::paper::CompactPaper;
        "compacts.acclaim_pdf" Read compacts::paper::acclaim_pdf: compacts::paper::CompactPaper;
        "compacts.acclaim_xlsx" Read compacts::paper::acclaim_xlsx: compacts::paper::CompactPaper;
        "training.xlsx" Read training::paper::xlsx: crate::host::Seen<training::CourseQuery>;
        "training.pdf" Read training::paper::pdf: crate::host::Seen<training::CourseQuery>;
        "training.people_xlsx" Read training::paper::people_xlsx: crate::host::Seen<training::PeopleQuery>;
        "training.people_pdf" Read training::paper::people_pdf: crate::host::Seen<training::PeopleQuery>;
        "training.participants_xlsx" Read training::paper::participants_xlsx: training::WhichCourse;
        "training.participants_pdf" Read training::paper::participants_pdf: training::WhichCourse;
        "training.units_xlsx" Read training::paper::units_xlsx: training::TrainingOf;
        "training.units_pdf" Read training::paper::units_pdf: training::TrainingOf;
        "decisions.history_pdf" Read decisions::paper::history_pdf: decisions::HistoryOf;
        "movements.list_xlsx" Read movements::seen::xlsx: crate::host::Seen<movements::MovementQuery>;
        "movements.list_pdf" Read movements::seen::pdf: crate::host::Seen<movements::MovementQuery>;
        "movements.registered_xlsx" Read movements::seen::registered_xlsx: crate::host::Seen<movements::RegistrationQuery>;
        "movements.registered_pdf" Read movements::seen::registered_pdf: crate::host::Seen<movements::RegistrationQuery>;
        "movements.xlsx" Read movements::paper::xlsx: movements::paper::MovementPaper;
        "movements.pdf" Read movements::paper::pdf: movements::paper::MovementPaper;
        "initiatives.xlsx" Read initiatives::paper::xlsx: initiatives::paper::InitiativePaper;
        "initiatives.pdf" Read initiatives::paper::pdf: initiatives::paper::InitiativePaper;
    }
}
