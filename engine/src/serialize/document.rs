//! Documents, and what is found in them.

use alloc::string::String;

use serde::de::{self, Deserializer};
use serde::ser::Serializer;
use serde::{Deserialize, Serialize};

use crate::finding::{Finding, Findings};
use crate::loaded::Service;
use crate::serialize::{hand_on, text_of};

serialize_as! {
    Finding: |finding, out| finding.write_json(out);
    Findings: |findings, out| findings.to_json(out);
}

/// A bank's document, with every check of [`Service::from_json`]; an error has every finding. A company's document needs its
/// bank's and is read by [`Service::company_from_json`]; neither keeps its text, so none is written.
impl<'de> Deserialize<'de> for Service {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        Self::from_json(&text_of(deserializer)?).map_err(de::Error::custom)
    }
}
