//! The tables of the catalogue: read whole, written row by row.

use super::rows::{
    Award, AwardId, BaseSalary, Coefficient, CoefficientId, LegalGround, MoneySource, Phrase, Regulation,
};
use crate::{error::Result, id::new_uid, office::Pen, vietnamese::fold};
use rusqlite::{Connection, Row, params};

/// Every row of one list.
fn all<T>(db: &Connection, sql: &str, read: impl Fn(&Row<'_>) -> rusqlite::Result<T>) -> Result<Vec<T>> {
    let mut statement = db.prepare_cached(sql)?;
    let rows = statement.query_map([], |row| read(row))?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

pub(super) fn regulations(db: &Connection) -> Result<Vec<Regulation>> {
    let sql = "select id, symbol, name, issued_on, since, until, note, source, certainty from regulation
               order by coalesce(since, issued_on) desc, id";
    all(db, sql, |row| {
        Ok(Regulation {
            id: row.get("id")?,
            symbol: row.get("symbol")?,
            name: row.get("name")?,
            issued_on: row.get("issued_on")?,
            since: row.get("since")?,
            until: row.get("until")?,
            note: row.get("note")?,
            source: row.get("source")?,
            certainty: row.get("certainty")?,
        })
    })
}

pub(super) fn set_regulation(pen: &Pen<'_>, row: &Regulation) -> Result<i64> {
    let Regulation { id, symbol, name, issued_on, since, until, note, source, certainty } = row;
    if let Some(id) = id {
        pen.execute(
            "update regulation set symbol = ?2, name = ?3, issued_on = ?4, since = ?5, until = ?6, note = ?7, source = ?8,
                    certainty = ?9 where id = ?1",
            params![id, symbol, name, issued_on, since, until, note, source, certainty],
        )?;
        return Ok(*id);
    }
    pen.execute(
        "insert into regulation (uid, symbol, name, issued_on, since, until, note, source, certainty)
         values (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)",
        params![new_uid(), symbol, name, issued_on, since, until, note, source, certainty],
    )?;
    Ok(pen.last_insert_rowid())
}

pub(super) fn awards(db: &Connection) -> Result<Vec<Award>> {
    let sql =
        "select id, code, position, name, nature, for_individual, for_collective, grantor, comprehensive, topical,
                      ad_hoc, long_service, reach, criteria, quota, since, until, source, certainty
               from award order by position, id";
    all(db, sql, |row| {
        Ok(Award {
            id: row.get("id")?,
            code: row.get("code")?,
            position: row.get("position")?,
            name: row.get("name")?,
            nature: row.get("nature")?,
            for_individual: row.get("for_individual")?,
            for_collective: row.get("for_collective")?,
            grantor: row.get("grantor")?,
            comprehensive: row.get("comprehensive")?,
            topical: row.get("topical")?,
            ad_hoc: row.get("ad_hoc")?,
            long_service: row.get("long_service")?,
            reach: row.get("reach")?,
            criteria: row.get("criteria")?,
            quota: row.get("quota")?,
            since: row.get("since")?,
            until: row.get("until")?,
            source: row.get("source")?,
            certainty: row.get("certainty")?,
        })
    })
}

pub(super) fn set_award(pen: &Pen<'_>, award: &Award) -> Result<AwardId> {
    let id = if let Some(id) = award.id {
        id
    } else {
        pen.execute(
                "insert into award (uid, code, position, name, search, nature, for_individual, for_collective, reach, certainty)
                 values (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10)",
                params![
                    new_uid(),
                    award.code,
                    award.position,
                    award.name,
                    fold(&award.name),
                    award.nature,
                    award.for_individual,
                    award.for_collective,
                    award.reach,
                    award.certainty,
                ],
            )?;
        AwardId(pen.last_insert_rowid())
    };
    correct_award(pen, id, award)?;
    Ok(id)
}

fn correct_award(pen: &Pen<'_>, id: AwardId, award: &Award) -> Result<()> {
    pen.execute(
        "update award set code = ?2, position = ?3, name = ?4, search = ?5, nature = ?6, for_individual = ?7,
                for_collective = ?8, grantor = ?9, comprehensive = ?10, topical = ?11, ad_hoc = ?12, long_service = ?13,
                reach = ?14, criteria = ?15, quota = ?16, since = ?17, until = ?18, source = ?19, certainty = ?20
         where id = ?1",
        params![
            id,
            award.code,
            award.position,
            award.name,
            fold(&award.name),
            award.nature,
            award.for_individual,
            award.for_collective,
            award.grantor,
            award.comprehensive,
            award.topical,
            award.ad_hoc,
            award.long_service,
            award.reach,
            award.criteria,
            award.quota,
            award.since,
            award.until,
            award.source,
            award.certainty,
        ],
    )?;
    Ok(())
}

pub(super) fn coefficients(db: &Connection) -> Result<Vec<Coefficient>> {
    let sql = "select c.id, c.award, c.recipient, c.hundredths, c.hint, c.since, c.until, c.source, c.certainty
               from coefficient c join award a on a.id = c.award
               order by a.position, c.award, c.recipient desc, c.since desc, c.id";
    all(db, sql, |row| {
        Ok(Coefficient {
            id: row.get("id")?,
            award: row.get("award")?,
            recipient: row.get("recipient")?,
            hundredths: row.get("hundredths")?,
            hint: row.get("hint")?,
            since: row.get("since")?,
            until: row.get("until")?,
            source: row.get("source")?,
            certainty: row.get("certainty")?,
        })
    })
}

pub(super) fn set_coefficient(pen: &Pen<'_>, row: &Coefficient) -> Result<CoefficientId> {
    let Coefficient { id, award, recipient, hundredths, hint, since, until, source, certainty } = row;
    if let Some(id) = id {
        pen.execute(
            "update coefficient set award = ?2, recipient = ?3, hundredths = ?4, hint = ?5, since = ?6, until = ?7,
                    source = ?8, certainty = ?9 where id = ?1",
            params![id, award, recipient, hundredths, hint, since, until, source, certainty],
        )?;
        return Ok(*id);
    }
    pen.execute(
        "insert into coefficient (uid, award, recipient, hundredths, hint, since, until, source, certainty)
         values (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)",
        params![new_uid(), award, recipient, hundredths, hint, since, until, source, certainty],
    )?;
    Ok(CoefficientId(pen.last_insert_rowid()))
}

pub(super) fn base_salaries(db: &Connection) -> Result<Vec<BaseSalary>> {
    all(db, "select id, amount, since, source, certainty from base_salary order by since desc", |row| {
        Ok(BaseSalary {
            id: row.get("id")?,
            amount: row.get("amount")?,
            since: row.get("since")?,
            source: row.get("source")?,
            certainty: row.get("certainty")?,
        })
    })
}

pub(super) fn set_base_salary(pen: &Pen<'_>, row: &BaseSalary) -> Result<i64> {
    let BaseSalary { id, amount, since, source, certainty } = row;
    if let Some(id) = id {
        pen.execute(
            "update base_salary set amount = ?2, since = ?3, source = ?4, certainty = ?5 where id = ?1",
            params![id, amount, since, source, certainty],
        )?;
        return Ok(*id);
    }
    pen.execute(
        "insert into base_salary (uid, amount, since, source, certainty) values (?1, ?2, ?3, ?4, ?5)",
        params![new_uid(), amount, since, source, certainty],
    )?;
    Ok(pen.last_insert_rowid())
}

pub(super) fn phrases(db: &Connection) -> Result<Vec<Phrase>> {
    all(db, "select id, use, text, award, since, until from phrase order by use, id", |row| {
        Ok(Phrase {
            id: row.get("id")?,
            used_for: row.get("use")?,
            text: row.get("text")?,
            award: row.get("award")?,
            since: row.get("since")?,
            until: row.get("until")?,
        })
    })
}

pub(super) fn set_phrase(pen: &Pen<'_>, row: &Phrase) -> Result<i64> {
    let Phrase { id, used_for, text, award, since, until } = row;
    if let Some(id) = id {
        pen.execute(
            "update phrase set use = ?2, text = ?3, award = ?4, since = ?5, until = ?6 where id = ?1",
            params![id, used_for, text, award, since, until],
        )?;
        return Ok(*id);
    }
    pen.execute(
        "insert into phrase (uid, use, text, award, since, until) values (?1, ?2, ?3, ?4, ?5, ?6)",
        params![new_uid(), used_for, text, award, since, until],
    )?;
    Ok(pen.last_insert_rowid())
}

pub(super) fn legal_grounds(db: &Connection) -> Result<Vec<LegalGround>> {
    let sql =
        "select id, position, text, usual, since, until, source, certainty from legal_ground order by position, id";
    all(db, sql, |row| {
        Ok(LegalGround {
            id: row.get("id")?,
            position: row.get("position")?,
            text: row.get("text")?,
            usual: row.get("usual")?,
            since: row.get("since")?,
            until: row.get("until")?,
            source: row.get("source")?,
            certainty: row.get("certainty")?,
        })
    })
}

pub(super) fn set_legal_ground(pen: &Pen<'_>, row: &LegalGround) -> Result<i64> {
    let LegalGround { id, position, text, usual, since, until, source, certainty } = row;
    if let Some(id) = id {
        pen.execute(
            "update legal_ground set position = ?2, text = ?3, usual = ?4, since = ?5, until = ?6, source = ?7,
                    certainty = ?8 where id = ?1",
            params![id, position, text, usual, since, until, source, certainty],
        )?;
        return Ok(*id);
    }
    pen.execute(
        "insert into legal_ground (uid, position, text, usual, since, until, source, certainty)
         values (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)",
        params![new_uid(), position, text, usual, since, until, source, certainty],
    )?;
    Ok(pen.last_insert_rowid())
}

pub(super) fn money_sources(db: &Connection) -> Result<Vec<MoneySource>> {
    all(db, "select id, name, since, until, source, certainty from money_source order by id", |row| {
        Ok(MoneySource {
            id: row.get("id")?,
            name: row.get("name")?,
            since: row.get("since")?,
            until: row.get("until")?,
            source: row.get("source")?,
            certainty: row.get("certainty")?,
        })
    })
}

pub(super) fn set_money_source(pen: &Pen<'_>, row: &MoneySource) -> Result<i64> {
    let MoneySource { id, name, since, until, source, certainty } = row;
    if let Some(id) = id {
        pen.execute(
            "update money_source set name = ?2, since = ?3, until = ?4, source = ?5, certainty = ?6 where id = ?1",
            params![id, name, since, until, source, certainty],
        )?;
        return Ok(*id);
    }
    pen.execute(
        "insert into money_source (uid, name, since, until, source, certainty) values (?1, ?2, ?3, ?4, ?5, ?6)",
        params![new_uid(), name, since, until, source, certainty],
    )?;
    Ok(pen.last_insert_rowid())
}

/// Takes a row off its list. Each list has its own sentence, so that no name is ever put into SQL.
pub(super) fn remove(pen: &Pen<'_>, list: super::CatalogueList, id: i64) -> Result<()> {
    use super::CatalogueList as List;
    let sql = match list {
        List::Regulation => "delete from regulation where id = ?1",
        List::Award => "delete from award where id = ?1",
        List::Coefficient => "delete from coefficient where id = ?1",
        List::BaseSalary => "delete from base_salary where id = ?1",
        List::Phrase => "delete from phrase where id = ?1",
        List::LegalGround => "delete from legal_ground where id = ?1",
        List::MoneySource => "delete from money_source where id = ?1",
    };
    if list == List::Award {
        pen.execute("delete from coefficient where award = ?1", [id])?;
    }
    pen.execute(sql, [id])?;
    Ok(())
}
