//! The attributes that every bank has.

use crate::model::access::{AttributePlace, ValueType};

/// An attribute that every bank has.
pub(crate) struct Known {
    pub name: &'static str,
    pub value_type: ValueType,
    pub place: AttributePlace,
    /// The values of a choice.
    pub words: &'static [&'static str],
}

const fn of_request(name: &'static str, value_type: ValueType) -> Known {
    Known { name, value_type, place: AttributePlace::Request, words: &[] }
}

const fn of_company(name: &'static str, value_type: ValueType) -> Known {
    Known { name, value_type, place: AttributePlace::Company, words: &[] }
}

const fn choice(name: &'static str, words: &'static [&'static str]) -> Known {
    Known { name, value_type: ValueType::Choice, place: AttributePlace::Request, words }
}

const LOCKS: &[&str] = &["none", "suspended", "stopped"];

/// In the order of `docs/rules.md`, section 12.1. The first 18 have a code each, in the order of [`CODES`].
pub(crate) const TABLE: [Known; 20] = [
    choice("serviceState", &["available", "stopped"]),
    choice("mailState", &["valid", "invalid"]),
    choice("loginLock", LOCKS),
    choice("confirmationLock", LOCKS),
    choice("certificateState", &["notAcquired", "issued", "revoked", "expired"]),
    of_request("certificateExpires", ValueType::Instant),
    choice("oneTimePasswordState", &["unregistered", "inUse", "stopped", "revoked"]),
    of_request("confirmationPasswordVerified", ValueType::Flag),
    of_request("oneTimePasswordVerified", ValueType::Flag),
    of_request("address", ValueType::Address),
    of_request("os", ValueType::Text),
    of_request("browser", ValueType::Text),
    of_request("organisationEnabled", ValueType::Flag),
    of_company("companyEnabled", ValueType::Flag),
    of_request("licenceAssigned", ValueType::Flag),
    of_company("contractKind", ValueType::Text),
    of_company("contractDate", ValueType::Day),
    of_request("secondChannel", ValueType::Flag),
    of_company("oneTimePasswordUsed", ValueType::Flag),
    of_company("registeredAddresses", ValueType::Ranges),
];

/// The codes that a condition may have, in the order of the catalogue of reasons: each of the attribute at its position
/// in [`TABLE`], and the last, which is the default, of none.
pub(crate) const CODES: [&str; 19] = [
    "access.serviceState",
    "access.mailState",
    "access.loginLock",
    "access.confirmationLock",
    "access.certificateState",
    "access.certificateExpired",
    "access.oneTimePasswordState",
    "access.confirmationPassword",
    "access.oneTimePassword",
    "access.address",
    "access.os",
    "access.browser",
    "access.organisation",
    "access.company",
    "access.licence",
    "access.contractKind",
    "access.contractDate",
    "access.secondChannel",
    "access.condition",
];

/// The position of the code of a condition that states none.
pub(crate) const DEFAULT_CODE: u8 = 18;
