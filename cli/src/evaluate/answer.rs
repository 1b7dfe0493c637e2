//! A verdict as it is printed: amounts as texts, whatever the currency.

use kessai::terms::Measure;
use kessai::verdict::{ApprovalAlternative, LimitLine, RequestFee};
use kessai::{Currency, Service, Verdict};
use serde::Deserialize;

/// The parts of a verdict that are explained. Amounts stay as they are written, in whatever currency.
#[derive(Debug)]
pub struct Answer {
    pub outcome: String,
    pub reasons: Vec<Reason>,
    /// What the bank only warns of.
    pub warnings: Vec<Reason>,
    pub more: Vec<More>,
    pub missing: Vec<String>,
    pub value_date: Option<String>,
    pub normalised: Vec<Normalised>,
    pub fee: Option<Fee>,
    pub items: Option<Vec<Item>>,
    pub limits: Vec<Limit>,
    pub approval: Option<Approval>,
    pub engine: String,
    pub service: Document,
    pub company: Document,
}

#[derive(Debug)]
pub struct Reason {
    pub step: String,
    pub code: String,
    pub path: String,
    /// The bank's condition, where it is about one.
    pub condition: Option<String>,
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
    /// Of a declared limit.
    #[serde(default)]
    pub key: Option<String>,
    pub limit: String,
    pub used: String,
    pub requested: String,
    pub remaining: String,
}

#[derive(Debug, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Approval {
    pub mode: String,
    /// Of one of the four modes.
    #[serde(default)]
    pub steps: Vec<Vec<String>>,
    /// Of a policy.
    pub policy: Option<String>,
    pub up_to: Option<String>,
    #[serde(default)]
    pub alternatives: Vec<Alternative>,
}

#[derive(Debug, Deserialize)]
pub struct Alternative {
    pub ordered: bool,
    pub steps: Vec<Step>,
}

#[derive(Debug, Deserialize)]
pub struct Step {
    pub act: String,
    pub group: Option<String>,
    pub count: u8,
    pub who: Vec<String>,
}

#[derive(Debug, Deserialize)]
pub struct Document {
    pub id: String,
    pub version: Option<String>,
    pub digest: String,
}

impl Answer {
    pub fn of(verdict: &Verdict<'_>) -> Self {
        let (company, service) = (verdict.company(), verdict.company().service());
        let currency = service.currency();
        let told = |reason: kessai::Reason<'_>| Reason {
            step: reason.step().to_string(),
            code: reason.code().name().to_owned(),
            path: reason.path(),
            condition: match reason.figure("condition") {
                Some(kessai::verdict::FigureValue::Text(key)) => Some(key.to_owned()),
                _ => None,
            },
        };
        let reasons = verdict.reasons().map(told);
        let more =
            verdict.more().iter().map(|more| More { code: more.code.name().to_owned(), count: more.count });
        let normalised = verdict
            .normalised()
            .iter()
            .map(|(at, text)| Normalised { path: at.to_string(), value: text.clone() });
        let items =
            verdict.lines().iter().map(|fee| Item { fee: fee.as_ref().map(|fee| Fee::of(fee, currency)) });
        Self {
            outcome: verdict.outcome().to_string(),
            reasons: reasons.collect(),
            warnings: verdict.warnings().map(told).collect(),
            more: more.collect(),
            missing: verdict.missing().iter().map(ToString::to_string).collect(),
            value_date: verdict.rolled_value_date().map(|day| day.to_string()),
            normalised: normalised.collect(),
            fee: verdict.fee().map(|fee| Fee::of_request(fee, currency)),
            items: Some(items.collect()),
            limits: verdict
                .limits()
                .iter()
                .map(|line| Limit::of(line, verdict.company().service()))
                .collect(),
            approval: verdict.approval().map(|approval| Approval {
                mode: approval.mode().to_string(),
                steps: approval.steps().map(|people| people.iter().map(str::to_owned).collect()).collect(),
                policy: approval.policy().map(|policy| policy.key().to_owned()),
                up_to: approval.policy().and_then(|policy| policy.up_to()).map(|most| currency.format(most)),
                alternatives: approval
                    .policy()
                    .iter()
                    .flat_map(|policy| policy.alternatives())
                    .map(|alternative| Alternative::of(&alternative))
                    .collect(),
            }),
            engine: env!("CARGO_PKG_VERSION").to_owned(),
            service: Document::of(service),
            company: Document {
                id: company.id().to_owned(),
                version: None,
                digest: company.digest().to_owned(),
            },
        }
    }
}

impl Alternative {
    fn of(alternative: &ApprovalAlternative<'_>) -> Self {
        let steps = alternative.steps().map(|step| Step {
            act: step.act.to_string(),
            group: step.group.map(str::to_owned),
            count: step.count,
            who: step.who.iter().map(str::to_owned).collect(),
        });
        Self { ordered: alternative.is_ordered(), steps: steps.collect() }
    }
}

impl Fee {
    fn of(fee: &kessai::Fee, currency: Currency) -> Self {
        Self {
            payment: currency.format(fee.payment),
            deducted: currency.format(fee.deducted),
            transfer: currency.format(fee.transfer),
            bank_fee: currency.format(fee.bank_fee),
            withdrawal: currency.format(fee.withdrawal),
            difference: currency.format(fee.difference),
            expected_bank_fee: fee.expected_bank_fee.map(|fee| currency.format(fee)),
            provisional: false,
            differences: None,
            debit: None,
        }
    }

    fn of_request(fee: &RequestFee, currency: Currency) -> Self {
        Self {
            provisional: fee.provisional,
            differences: fee.differences.map(|differences| Differences {
                count: differences.count.into(),
                sum: currency.format(differences.sum),
            }),
            debit: fee.debit.map(|(mode, amount_on, fee_on)| Debit {
                mode: mode.to_string(),
                amount_on: amount_on.to_string(),
                fee_on: fee_on.to_string(),
            }),
            ..Self::of(&fee.amounts, currency)
        }
    }
}

impl Limit {
    fn of(line: &LimitLine, service: &Service) -> Self {
        let currency = match line.measure() {
            Measure::Count => Currency::JPY,
            _ => service.currency(),
        };
        Self {
            code: line.code().name().to_owned(),
            key: line.key(service).map(str::to_owned),
            limit: currency.format(line.limit()),
            used: currency.format(line.used()),
            requested: currency.format(line.requested()),
            remaining: currency.format(line.remaining()),
        }
    }
}

impl Document {
    fn of(service: &Service) -> Self {
        Self {
            id: service.id().to_owned(),
            version: Some(service.version().to_owned()),
            digest: service.digest().to_owned(),
        }
    }
}
