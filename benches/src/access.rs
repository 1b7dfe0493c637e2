//! May this visitor come in: eight conditions as a bank has them, beside a function that asks the same by hand.

use std::hint::black_box;
use std::net::Ipv4Addr;

use kessai::{Code, Company, Instant, Outcome, Request, Resolved, Service, Verdict};
use serde_json::{Value, json};

use crate::Result;
use crate::requests::Numbers;
use crate::scenario::{Scenario, over};

const SEED: u64 = 20_261_122;
/// The time of every request.
const NOW: &str = "2026-11-20T10:15:00+09:00";
/// Eighty days before it.
const GRACE: &str = "2026-09-01T10:15:00+09:00";
const EXPIRIES: [&str; 3] = ["2026-08-31T23:59:59Z", "2026-10-31T23:59:59Z", "2027-03-31T23:59:59Z"];
const SYSTEMS: [&str; 4] = ["windows-10", "windows-11", "macos-15", "other"];
const BROWSERS: [&str; 3] = ["edge", "chrome", "other"];
const CERTIFICATES: [&str; 4] = ["notAcquired", "issued", "revoked", "expired"];
const LOCKS: [&str; 3] = ["none", "suspended", "stopped"];
const OFFICES: [[Ipv4Addr; 2]; 2] = [
    [Ipv4Addr::new(198, 51, 100, 16), Ipv4Addr::new(198, 51, 100, 31)],
    [Ipv4Addr::new(203, 0, 113, 0), Ipv4Addr::new(203, 0, 113, 255)],
];

fn service() -> Value {
    let is = |name: &str, value: Value| json!({ "attribute": name, "is": value });
    json!({
        "format": 1, "id": "example-ib", "version": "1", "currency": "JPY", "utcOffset": "+09:00",
        "settings": { "cert": { "graceDays": 80 } }, "businesses": {}, "rights": {},
        "access": { "conditions": [
            { "key": "service", "code": "access.serviceState", "require": is("serviceState", json!("available")) },
            { "key": "mail", "code": "access.mailState", "operations": ["login"],
              "require": is("mailState", json!("valid")) },
            { "key": "lock", "code": "access.loginLock", "operations": ["login"],
              "require": is("loginLock", json!("none")) },
            { "key": "certificate", "code": "access.certificateExpired", "scope": ["login", "transaction"],
              "require": { "all": [is("certificateState", json!("issued")),
                                   { "attribute": "certificateExpires", "atLeast": "now" }] } },
            { "key": "renewal", "code": "access.certificateState", "scope": "download",
              "require": { "any": [{ "attribute": "certificateState", "in": ["notAcquired", "issued"] },
                                   { "attribute": "certificateExpires", "atLeast": "renewalGrace" }] } },
            { "key": "password", "code": "access.oneTimePassword", "operations": ["login"],
              "require": { "any": [{ "not": is("oneTimePasswordUsed", json!(true)) },
                                   is("oneTimePasswordVerified", json!(true))] } },
            { "key": "network", "code": "access.address", "scope": ["login", "download"],
              "require": { "attribute": "address", "in": "registeredAddresses" } },
            { "key": "device", "code": "access.os",
              "require": { "all": [{ "attribute": "os", "in": ["windows-10", "windows-11", "macos-15"] },
                                   { "attribute": "browser", "in": ["edge", "chrome"] }] } }
        ] }
    })
}

fn company() -> Value {
    json!({
        "format": 1, "id": "ans",
        "access": { "oneTimePasswordUsed": true,
                    "registeredAddresses": ["198.51.100.16/28", "203.0.113.0/24"] },
        "users": [{ "id": "taro", "role": "master", "enabled": true }]
    })
}

/// What is known of a visitor, as a program for one bank would keep it: positions in the lists above.
#[derive(Clone, Copy, Debug)]
struct Facts {
    download: bool,
    now: Instant,
    grace: Instant,
    available: Option<bool>,
    mail_valid: Option<bool>,
    lock: Option<usize>,
    certificate: Option<usize>,
    expires: Option<Instant>,
    password_verified: Option<bool>,
    address: Option<Ipv4Addr>,
    system: Option<usize>,
    browser: Option<usize>,
}

/// One reason: the code, the attribute and, unless the attribute is missing, the condition.
type Reason = (Code, &'static str, &'static str);

/// The attributes that are missing, in the order in which they are asked for.
#[derive(Default)]
struct Missing {
    names: [&'static str; 12],
    count: usize,
}

impl Missing {
    #[inline]
    fn add(&mut self, name: &'static str) {
        if let Some(place) = self.names.get_mut(self.count) {
            *place = name;
            self.count = self.count.saturating_add(1);
        }
    }
}

/// The reasons, each condition in turn.
fn decide(facts: &Facts, reasons: &mut Vec<Reason>) {
    reasons.clear();
    let mut missing = Missing::default();
    let login = !facts.download;
    match facts.available {
        Some(true) => {}
        Some(false) => reasons.push((Code::AccessServiceState, "serviceState", "service")),
        None => missing.add("serviceState"),
    }
    if login {
        match facts.mail_valid {
            Some(true) => {}
            Some(false) => reasons.push((Code::AccessMailState, "mailState", "mail")),
            None => missing.add("mailState"),
        }
        match facts.lock {
            Some(0) => {}
            Some(_) => reasons.push((Code::AccessLoginLock, "loginLock", "lock")),
            None => missing.add("loginLock"),
        }
        match (facts.certificate.map(|state| state == 1), facts.expires.map(|at| at >= facts.now)) {
            (Some(false), _) | (_, Some(false)) => {
                reasons.push((Code::AccessCertificateExpired, "certificateExpires", "certificate"));
            }
            (state, expires) => {
                if state.is_none() {
                    missing.add("certificateState");
                }
                if expires.is_none() {
                    missing.add("certificateExpires");
                }
            }
        }
        match facts.password_verified {
            Some(true) => {}
            Some(false) => reasons.push((Code::AccessOneTimePassword, "oneTimePasswordVerified", "password")),
            None => missing.add("oneTimePasswordVerified"),
        }
    } else {
        match (facts.certificate.map(|state| state <= 1), facts.expires.map(|at| at >= facts.grace)) {
            (Some(true), _) | (_, Some(true)) => {}
            (Some(false), Some(false)) => {
                reasons.push((Code::AccessCertificateState, "certificateState", "renewal"));
            }
            (state, expires) => {
                if state.is_none() {
                    missing.add("certificateState");
                }
                if expires.is_none() {
                    missing.add("certificateExpires");
                }
            }
        }
    }
    surroundings(facts, reasons, &mut missing);
    reasons.extend(missing.names.iter().take(missing.count).map(|name| (Code::AccessMissing, *name, "")));
}

/// The conditions on where the visitor comes from.
#[inline]
fn surroundings(facts: &Facts, reasons: &mut Vec<Reason>, missing: &mut Missing) {
    match facts.address {
        Some(address) => {
            if !OFFICES.iter().any(|[first, last]| (first..=last).contains(&&address)) {
                reasons.push((Code::AccessAddress, "address", "network"));
            }
        }
        None => missing.add("address"),
    }
    match (facts.system.map(|system| system < 3), facts.browser.map(|browser| browser < 2)) {
        (Some(false), _) | (_, Some(false)) => reasons.push((Code::AccessOs, "os", "device")),
        (system, browser) => {
            if system.is_none() {
                missing.add("os");
            }
            if browser.is_none() {
                missing.add("browser");
            }
        }
    }
}

/// A visitor, most of whose facts are as they should be, with the request that says the same.
fn visitor(numbers: &mut Numbers) -> Result<(Facts, String)> {
    let choice = |numbers: &mut Numbers, fine: usize, count: usize| match numbers.below(100) {
        0 => None,
        1..=92 => Some(fine),
        _ => Some(numbers.below(count)),
    };
    let download = numbers.percent(25);
    let [available, mail, verified] = [(); 3].map(|()| choice(numbers, 1, 2));
    let lock = choice(numbers, 0, LOCKS.len());
    let certificate = choice(numbers, 1, CERTIFICATES.len());
    let expires = choice(numbers, 2, EXPIRIES.len());
    let system = choice(numbers, 1, SYSTEMS.len());
    let browser = choice(numbers, 0, BROWSERS.len());
    let last = u8::try_from(numbers.below(256))?;
    let network = choice(numbers, 113, 128);
    let address = network.and_then(|network| Some(Ipv4Addr::new(203, 0, u8::try_from(network).ok()?, last)));
    let of = |list: &[&str], at: Option<usize>| at.and_then(|at| list.get(at).map(|text| (*text).to_owned()));
    let expires_text = of(&EXPIRIES, expires);
    let request = json!({
        "user": "taro", "operation": if download { "download" } else { "login" }, "now": NOW,
        "access": {
            "serviceState": of(&["stopped", "available"], available),
            "mailState": of(&["invalid", "valid"], mail),
            "loginLock": of(&LOCKS, lock),
            "certificateState": of(&CERTIFICATES, certificate),
            "certificateExpires": expires_text,
            "oneTimePasswordVerified": verified.map(|verified| verified == 1),
            "address": address.map(|address| address.to_string()),
            "os": of(&SYSTEMS, system),
            "browser": of(&BROWSERS, browser),
        }
    });
    let instant = |text: &str| Instant::parse(text).ok_or("an instant of the bench is malformed");
    let facts = Facts {
        download,
        now: instant(NOW)?,
        grace: instant(GRACE)?,
        available: available.map(|at| at == 1),
        mail_valid: mail.map(|at| at == 1),
        lock,
        certificate,
        expires: expires_text.as_deref().map(instant).transpose()?,
        password_verified: verified.map(|at| at == 1),
        address,
        system,
        browser,
    };
    Ok((facts, request.to_string()))
}

/// So many visitors, of whom both sides say the same.
fn visitors(company: &Company, count: usize) -> Result<(Vec<Resolved<'_>>, Vec<Facts>, usize)> {
    let mut numbers = Numbers::new(SEED);
    let (mut resolved, mut all_facts, mut refused) = (Vec::new(), Vec::new(), 0_usize);
    let (mut verdict, mut reasons) = (company.verdict(), Vec::new());
    for _ in 0..count {
        let (facts, text) = visitor(&mut numbers)?;
        let request = company.resolve(&Request::from_json(&text)?)?;
        request.decide(&mut verdict);
        decide(&facts, &mut reasons);
        same(&verdict, &reasons, &text)?;
        refused = refused.saturating_add(usize::from(!reasons.is_empty()));
        resolved.push(request);
        all_facts.push(facts);
    }
    Ok((resolved, all_facts, refused))
}

/// The two answers are one: outcome, and code, path, attribute and condition of every reason.
fn same(verdict: &Verdict<'_>, reasons: &[Reason], request: &str) -> Result<()> {
    let mut text = String::new();
    verdict.write_json(&mut text);
    let answer: Value = serde_json::from_str(&text)?;
    let by_hand = reasons.iter().map(|(code, attribute, condition)| {
        let mut reason = json!({ "step": "access", "code": code.name(), "path": format!("/access/{attribute}"),
                                 "attribute": attribute });
        if let (false, Some(reason)) = (condition.is_empty(), reason.as_object_mut()) {
            reason.insert("condition".into(), (*condition).into());
        }
        reason
    });
    let by_hand = Value::from_iter(by_hand);
    let outcome = if reasons.is_empty() { Outcome::Accepted } else { Outcome::Refused };
    if answer.get("reasons") == Some(&by_hand) && verdict.outcome() == outcome {
        return Ok(());
    }
    Err(format!("the answers to {request} differ\nengine:  {text}\nby hand: {by_hand}").into())
}

/// The scenario: visitors whose facts are looked up already.
///
/// # Errors
///
/// A document is not accepted without findings, or the two sides differ.
pub fn scenario(count: usize) -> Result<Scenario> {
    let company = loaded()?;
    let (resolved, facts, _) = visitors(company, count)?;
    let mut verdict = company.verdict();
    let engine = over(Box::leak(resolved.into_boxed_slice()), move |request| {
        black_box(request).decide(&mut verdict);
        black_box(&verdict);
    });
    let mut reasons = Vec::new();
    let hand = over(Box::leak(facts.into_boxed_slice()), move |facts| {
        decide(black_box(facts), &mut reasons);
        black_box(&reasons);
    });
    Ok(Scenario { engine, hand: Some(hand) })
}

fn loaded() -> Result<&'static Company> {
    let service = Service::from_json(&service().to_string()).map_err(|findings| findings.to_string())?;
    let company =
        service.company_from_json(&company().to_string()).map_err(|findings| findings.to_string())?;
    if !service.warnings().is_empty() || !company.warnings().is_empty() {
        return Err(format!("warnings: {} {}", service.warnings(), company.warnings()).into());
    }
    Ok(Box::leak(Box::new(company)))
}

#[cfg(test)]
mod tests {
    use super::{loaded, visitors};

    #[test]
    fn both_sides_let_the_same_visitors_in() {
        let (resolved, _, refused) = visitors(loaded().unwrap(), 10_000).unwrap();
        let through = resolved.len() - refused;
        assert!(refused > 1_000 && through > 1_000, "one-sided visitors: {refused} refused, {through} not");
    }
}
