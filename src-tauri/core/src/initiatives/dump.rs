//! Initiatives as JSON lines, in the words that scripts read.

use super::{InitiativeAuthor, InitiativeId, InitiativeQuery, Obstacle, register, store};
use crate::{calendar::PartialDate, error::Result, members::Gender, money::Dong, office::Office};
use serde::Serialize;
use serde_json::Number;
use std::{collections::BTreeMap, io::Write};

#[derive(Serialize)]
struct Dumped<'a> {
    code: &'a str,
    title: &'a str,
    author: &'a str,
    unit: &'a str,
    gender: Option<Gender>,
    first_applied: Option<String>,
    benefit: Dong,
    in_programme: bool,
    counts: bool,
    problem: Option<Obstacle>,
    #[serde(skip_serializing_if = "Option::is_none")]
    co_author: Option<CoAuthor<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    near_duplicate_of: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    trigram_dice: Option<Number>,
}

#[derive(Serialize)]
struct CoAuthor<'a> {
    name: &'a str,
    share: Option<i64>,
    author_share: Option<i64>,
}

/// Writes every initiative, one a line, in the order of the codes; `problem` is the first thing that stands in its way.
pub fn dump(office: &Office, out: &mut dyn Write) -> Result<()> {
    let rows = register::matching(office, &InitiativeQuery::default())?;
    let codes: BTreeMap<InitiativeId, &str> = rows.iter().map(|row| (row.line.id, row.line.code.as_str())).collect();
    for row in &rows {
        let line = &row.line;
        let authors = store::authors(office.db(), line.id)?;
        let alike = line.problems.iter().find(|problem| problem.kind == Obstacle::NearDuplicate);
        let dumped = Dumped {
            code: &line.code,
            title: &line.title,
            author: &line.author,
            unit: &line.unit_code,
            gender: line.gender,
            first_applied: line.first_applied.map(PartialDate::iso),
            benefit: line.benefit,
            in_programme: line.programme.is_some(),
            counts: line.counted,
            problem: line.problems.first().map(|problem| problem.kind),
            co_author: co_author(&authors),
            near_duplicate_of: alike.and_then(|problem| problem.like).and_then(|id| codes.get(&id).copied()),
            trigram_dice: alike.and_then(|problem| decimal(problem.thousandths)),
        };
        serde_json::to_writer(&mut *out, &dumped)?;
        out.write_all(b"\n")?;
    }
    Ok(())
}

fn co_author(authors: &[InitiativeAuthor]) -> Option<CoAuthor<'_>> {
    let (first, second) = (authors.first()?, authors.get(1)?);
    Some(CoAuthor { name: &second.name, share: second.share, author_share: first.share })
}

/// 908 thousandths as the number 0.908.
fn decimal(thousandths: i64) -> Option<Number> {
    format!("{}.{:03}", thousandths / 1000, thousandths % 1000).parse().ok()
}
