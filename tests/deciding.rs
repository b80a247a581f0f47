//! A decision from the first name to the stamp, as the stories need it.

use crate::through_the_door::Desk;
use serde_json::{Value, json};

/// What a decision of the story says.
#[derive(Debug, Clone, Copy)]
pub struct Deciding<'a> {
    /// The award by its code.
    pub award: &'a str,
    /// "61"; the symbol is added.
    pub number: &'a str,
    /// dd/mm/yyyy
    pub signed_on: &'a str,
    /// "Về việc …"
    pub summary: &'a str,
    /// "đã có thành tích …"
    pub citation: &'a str,
    /// Units that get it.
    pub units: &'a [Value],
    /// Members that get it.
    pub people: &'a [Value],
}

impl Deciding<'_> {
    /// Drafts it, with what each gets: a collective 1.000.000, a person 500.000 đồng.
    pub fn drafted(&self, desk: &mut Desk) -> Value {
        let year: i32 = self.signed_on.rsplit('/').next().unwrap().parse().unwrap();
        let id = desk.call("decisions.new", json!({ "year": year }))["value"].clone();
        let awards = desk.call("catalogue.page", Value::Null)["awards"].clone();
        let award = awards.as_array().unwrap().iter().find(|award| award["code"] == self.award).unwrap()["id"].clone();
        for (kind, key, all) in [("collective", "unit", self.units), ("individual", "member", self.people)] {
            let recipients: Vec<Value> = all.iter().map(|one| json!({ "kind": kind, key: one })).collect();
            desk.call("decisions.add_recipients", json!({ "id": id, "award": award, "recipients": recipients }));
        }
        desk.call(
            "decisions.edit",
            json!({ "id": id, "number": self.number, "signed_on": self.signed_on, "summary": self.summary,
                    "citation": self.citation, "money_source": "quỹ thi đua, khen thưởng" }),
        );
        let page = desk.call("decisions.page", json!({ "id": id }));
        let priced = |line: &Value| {
            let amount = if line["kind"] == "collective" { "1.000.000" } else { "500.000" };
            [("amount", amount), ("amount_why", "Theo quy chế của tỉnh")]
                .map(|(field, text)| json!({ "recipient": line["id"], "field": field, "text": text }))
        };
        let cells: Vec<Value> = page["recipients"].as_array().unwrap().iter().flat_map(priced).collect();
        desk.call("decisions.edit_recipients", json!({ "id": id, "cells": cells }));
        id
    }

    /// Drafts and issues it.
    pub fn issued(&self, desk: &mut Desk) -> Value {
        let id = self.drafted(desk);
        desk.call("decisions.ready", json!({ "id": id }));
        desk.call("decisions.issue", json!({ "id": id }));
        id
    }
}
