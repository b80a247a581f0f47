//! The pre-check of every initiative that takes part in a programme.

use super::{
    InitiativeId, ProgrammeRuleKind,
    alike::likenesses,
    programme_rules::{self, ProgrammeRule},
    programmes::{self, Programme},
    register::Row,
    rules::{Asked, Candidate, InitiativeProblem, Like, precheck},
    store,
};
use crate::{error::Result, money::Dong, office::Office};
use std::collections::BTreeMap;

/// An earlier initiative with nearly the same title, and how alike they are in thousandths.
type Likes = BTreeMap<InitiativeId, (InitiativeId, i64)>;

/// Checks initiatives against their programmes. Titles are compared once for each limit and remembered until something is written.
pub(super) struct Assessor<'a> {
    office: &'a Office,
    programmes: Vec<Programme>,
    rules: Vec<ProgrammeRule>,
    likes: BTreeMap<i64, Likes>,
}

impl<'a> Assessor<'a> {
    pub fn new(office: &'a Office) -> Result<Self> {
        let db = office.db();
        Ok(Self {
            office,
            programmes: programmes::all(db)?,
            rules: programme_rules::rules(db)?,
            likes: BTreeMap::new(),
        })
    }

    /// What stands between an initiative and its programme; nothing when it takes part in none.
    pub fn problems(&mut self, row: &Row) -> Result<Vec<InitiativeProblem>> {
        let line = &row.line;
        let Some(programme) = self.programmes.iter().find(|known| Some(known.id) == line.programme) else {
            return Ok(Vec::new());
        };
        // A past programme is judged by the rules of its own time.
        let (id, since, until) = (programme.id, programme.draft.since, programme.draft.until);
        let day = self.office.today().min(until);
        let figure = |kind| programme_rules::figure(&self.rules, id, kind, day);
        let least_benefit = figure(ProgrammeRuleKind::LeastBenefit).map(Dong);
        let nearest = match figure(ProgrammeRuleKind::Similarity) {
            Some(limit) => self.like(limit, line.id)?,
            None => None,
        };
        let named = nearest.map(|(id, _)| store::named(self.office.db(), id)).transpose()?;
        let alike =
            nearest.zip(named.as_ref()).map(|((id, thousandths), (code, title))| Like { id, code, title, thousandths });
        let candidate = Candidate {
            first_applied: line.first_applied,
            recognition: line.recognition,
            benefit: line.benefit,
            authors: row.authors,
            shares: row.shares,
            like: alike,
        };
        Ok(precheck(&candidate, Asked { since, until, least_benefit }))
    }

    fn like(&mut self, limit: i64, id: InitiativeId) -> Result<Option<(InitiativeId, i64)>> {
        if !self.likes.contains_key(&limit) {
            self.likes.insert(limit, likes(self.office, limit)?);
        }
        Ok(self.likes.get(&limit).and_then(|likes| likes.get(&id)).copied())
    }
}

/// All likenesses at a limit, three numbers each: the later initiative, the earlier one, how alike.
fn likes(office: &Office, limit: i64) -> Result<Likes> {
    let mut lists = office.lists().borrow_mut();
    let flat = lists.order(&format!("initiatives alike {limit}"), &["initiative"], |_| {
        let (ids, titles): (Vec<InitiativeId>, Vec<String>) = store::titles(office.db())?.into_iter().unzip();
        let id = |at: usize| ids.get(at).map_or(0, |id| id.0);
        let found = likenesses(&titles, limit);
        crate::error::Result::Ok(found.iter().flat_map(|one| [id(one.title), id(one.like), one.thousandths]).collect())
    })?;
    Ok(flat
        .chunks_exact(3)
        .filter_map(|three| match three {
            [later, earlier, thousandths] => Some((InitiativeId(*later), (InitiativeId(*earlier), *thousandths))),
            _ => None,
        })
        .collect())
}
