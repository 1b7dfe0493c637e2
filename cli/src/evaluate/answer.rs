//! A verdict as it stands in JSON.

use serde::Deserialize;

/// The parts of a verdict that are explained. Amounts stay as they are written, in whatever currency.
#[derive(Debug, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Answer {
    pub outcome: String,
    pub reasons: Vec<Reason>,
    #[serde(default)]
    pub more: Vec<More>,
    pub missing: Vec<String>,
    pub value_date: Option<String>,
    #[serde(default)]
    pub normalised: Vec<Normalised>,
    pub fee: Option<Fee>,
    pub items: Option<Vec<Item>>,
    pub limits: Vec<Limit>,
    pub approval: Option<Approval>,
    pub engine: String,
    pub service: Document,
    pub company: Document,
}

#[derive(Debug, Deserialize)]
pub struct Reason {
    pub step: String,
    pub code: String,
    pub path: String,
}

/// Reasons of a code beside those that are listed.
#[derive(Debug, Deserialize)]
pub struct More {
    pub code: String,
    pub count: u64,
}

/// A text as it counts.
#[derive(Debug, Deserialize)]
pub struct Normalised {
    pub path: String,
    pub value: String,
}

#[derive(Clone, Debug, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Fee {
    pub payment: String,
    pub deducted: String,
    pub transfer: String,
    pub bank_fee: String,
    pub withdrawal: String,
    pub difference: String,
    pub expected_bank_fee: Option<String>,
    #[serde(default)]
    pub provisional: bool,
    pub differences: Option<Differences>,
    pub debit: Option<Debit>,
}

#[derive(Clone, Debug, Deserialize)]
pub struct Differences {
    pub count: serde_json::Value,
    pub sum: String,
}

#[derive(Clone, Debug, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Debit {
    pub mode: String,
    pub amount_on: String,
    pub fee_on: String,
}

#[derive(Debug, Deserialize)]
pub struct Item {
    pub fee: Option<Fee>,
}

#[derive(Debug, Deserialize)]
pub struct Limit {
    pub code: String,
    pub limit: String,
    pub used: String,
    pub requested: String,
    pub remaining: String,
}

#[derive(Debug, Deserialize)]
pub struct Approval {
    pub mode: String,
    pub steps: Vec<Vec<String>>,
}

#[derive(Debug, Deserialize)]
pub struct Document {
    pub id: String,
    pub version: Option<String>,
    pub digest: String,
}
