//! From JSON text to JSON text, with `serde_json` and borrowed texts.

use std::fmt;
use std::marker::PhantomData;

use kessai::Code;
use kessai::terms::ApprovalMode;
use serde::de::{Deserialize, Deserializer, SeqAccess, Visitor};
use serde::ser::{Serialize, SerializeMap, SerializeSeq, Serializer};

use crate::Result;
use crate::hand::day::write_day;
use crate::hand::{Answer, Fee, Figures, List, Names, People, Reason, Rules, Usage};

/// A request as texts.
#[derive(Clone, Copy, Debug, serde::Deserialize)]
#[serde(deny_unknown_fields, rename_all = "camelCase")]
pub struct Call<'r> {
    /// Id of the user.
    pub user: &'r str,
    /// Key of the business.
    pub business: &'r str,
    /// What is done.
    pub operation: &'r str,
    /// Id of the account.
    pub account: &'r str,
    /// The instant.
    pub now: &'r str,
    /// The value date.
    pub value_date: &'r str,
    /// The payee.
    #[serde(borrow)]
    pub payee: Payee<'r>,
    /// The payment.
    pub payment: &'r str,
    /// Who bears the fee.
    pub bearer: &'r str,
    /// Ids of the named approvers.
    pub approvers: List<&'r str, 4>,
    /// Usage so far.
    #[serde(borrow)]
    pub usage: List<Entry<'r>, 4>,
}

/// A payee as texts.
#[derive(Clone, Copy, Debug, serde::Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Payee<'r> {
    /// How he is named.
    pub kind: &'r str,
    /// Bank code.
    pub bank: &'r str,
    /// Branch code.
    pub branch: &'r str,
    /// Type of his account.
    #[serde(rename = "type")]
    pub account_type: &'r str,
    /// Number of his account.
    pub number: &'r str,
    /// His name.
    pub name: &'r str,
    /// 文書扱.
    #[serde(default)]
    pub document: bool,
}

/// An entry of usage as texts.
#[derive(Clone, Copy, Debug, Default, serde::Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Entry<'r> {
    /// Which limit.
    pub limit: &'r str,
    /// Id of the account.
    pub account: &'r str,
    /// The day.
    pub day: &'r str,
    /// The amount.
    pub used: &'r str,
}

impl<'de, T: Deserialize<'de> + Copy + Default, const N: usize> Deserialize<'de> for List<T, N> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> std::result::Result<Self, D::Error> {
        struct Elements<T, const N: usize>(PhantomData<T>);
        impl<'de, T: Deserialize<'de> + Copy + Default, const N: usize> Visitor<'de> for Elements<T, N> {
            type Value = List<T, N>;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                write!(f, "at most {N} elements")
            }

            fn visit_seq<A: SeqAccess<'de>>(
                self,
                mut elements: A,
            ) -> std::result::Result<Self::Value, A::Error> {
                let mut list = List::default();
                while let Some(element) = elements.next_element()? {
                    if list.len == N {
                        return Err(serde::de::Error::invalid_length(N, &self));
                    }
                    list.push(element);
                }
                Ok(list)
            }
        }
        deserializer.deserialize_seq(Elements(PhantomData))
    }
}

impl<'r> Call<'r> {
    /// Reads a request.
    ///
    /// # Errors
    ///
    /// The text is none.
    pub fn from_json(text: &'r str) -> Result<Self> {
        Ok(serde_json::from_str(text)?)
    }
}

impl Names {
    /// Decides a request given as JSON and appends the answer as JSON.
    ///
    /// # Errors
    ///
    /// The text is no request, or as [`Names::resolve`].
    pub fn decide_json(
        &self,
        rules: &Rules,
        request: &str,
        answer: &mut Answer,
        out: &mut Vec<u8>,
    ) -> Result<()> {
        let call = Call::from_json(request)?;
        self.decide(rules, &call, answer)?;
        self.write_json(answer, out)
    }

    /// Appends an answer as JSON.
    ///
    /// # Errors
    ///
    /// None that is known.
    pub fn write_json(&self, answer: &Answer, out: &mut Vec<u8>) -> Result<()> {
        Ok(serde_json::to_writer(out, &Written(self, answer))?)
    }
}

/// An amount in quotes.
struct Amount(i64);

impl Serialize for Amount {
    #[inline]
    fn serialize<S: Serializer>(&self, serializer: S) -> std::result::Result<S::Ok, S::Error> {
        serializer.serialize_str(itoa::Buffer::new().format(self.0))
    }
}

struct DayText(i32);

impl Serialize for DayText {
    fn serialize<S: Serializer>(&self, serializer: S) -> std::result::Result<S::Ok, S::Error> {
        serializer.serialize_str(std::str::from_utf8(&write_day(self.0)).unwrap_or_default())
    }
}

/// Ids of people.
struct Ids<'a>(&'a Names, People);

impl Serialize for Ids<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> std::result::Result<S::Ok, S::Error> {
        let mut ids = serializer.serialize_seq(None)?;
        let mut rest = self.1;
        while rest != 0 {
            ids.serialize_element(&self.0.user_ids[rest.trailing_zeros() as usize])?;
            rest &= rest - 1;
        }
        ids.end()
    }
}

/// A list whose elements are written with the names at hand.
struct Each<'a, T>(&'a Names, &'a [T]);

struct One<'a, T>(&'a Names, &'a T);

impl<'a, T> Serialize for Each<'a, T>
where
    One<'a, T>: Serialize,
{
    fn serialize<S: Serializer>(&self, serializer: S) -> std::result::Result<S::Ok, S::Error> {
        serializer.collect_seq(self.1.iter().map(|element| One(self.0, element)))
    }
}

impl Serialize for One<'_, People> {
    fn serialize<S: Serializer>(&self, serializer: S) -> std::result::Result<S::Ok, S::Error> {
        Ids(self.0, *self.1).serialize(serializer)
    }
}

impl Serialize for One<'_, Reason> {
    fn serialize<S: Serializer>(&self, serializer: S) -> std::result::Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(None)?;
        map.serialize_entry("step", self.1.code.step().name())?;
        map.serialize_entry("code", self.1.code.name())?;
        map.serialize_entry("path", self.1.path)?;
        match self.1.figures {
            Figures::None => {}
            Figures::Limit(limit, used, requested, max) => {
                map.serialize_entry("limit", &Amount(limit))?;
                map.serialize_entry("used", &Amount(used))?;
                map.serialize_entry("requested", &Amount(requested))?;
                if let Some(max) = max {
                    map.serialize_entry("max", &Amount(max))?;
                }
            }
            Figures::Day(day) => map.serialize_entry("expected", &DayText(day))?,
            Figures::Who(0) => {}
            Figures::Who(who) => map.serialize_entry("who", &Ids(self.0, who))?,
            Figures::Cap(max, who) => {
                map.serialize_entry("max", &Amount(max))?;
                if who != 0 {
                    map.serialize_entry("who", &Ids(self.0, who))?;
                }
            }
        }
        map.end()
    }
}

impl Serialize for One<'_, (Code, i64, i64, i64)> {
    fn serialize<S: Serializer>(&self, serializer: S) -> std::result::Result<S::Ok, S::Error> {
        let (code, limit, used, requested) = *self.1;
        let mut map = serializer.serialize_map(None)?;
        map.serialize_entry("code", code.name())?;
        map.serialize_entry("limit", &Amount(limit))?;
        map.serialize_entry("used", &Amount(used))?;
        map.serialize_entry("requested", &Amount(requested))?;
        map.serialize_entry("remaining", &Amount(limit - used - requested))?;
        map.end()
    }
}

impl Serialize for One<'_, Usage> {
    fn serialize<S: Serializer>(&self, serializer: S) -> std::result::Result<S::Ok, S::Error> {
        const LIMITS: [&str; 3] =
            ["accountPerDay.total", "accountPerDay.adHoc", "accountPerDay.preRegistered"];
        let mut map = serializer.serialize_map(None)?;
        map.serialize_entry("limit", LIMITS[usize::from(self.1.limit)])?;
        map.serialize_entry("account", &self.0.account_ids[usize::from(self.1.account)].1)?;
        map.serialize_entry("day", &DayText(self.1.day))?;
        map.serialize_entry("used", &Amount(self.1.used))?;
        map.end()
    }
}

struct FeeOf(i64, Fee);

impl Serialize for FeeOf {
    fn serialize<S: Serializer>(&self, serializer: S) -> std::result::Result<S::Ok, S::Error> {
        let Self(payment, fee) = self;
        let mut map = serializer.serialize_map(None)?;
        map.serialize_entry("payment", &Amount(*payment))?;
        map.serialize_entry("deducted", &Amount(fee.deducted))?;
        map.serialize_entry("transfer", &Amount(fee.transfer))?;
        map.serialize_entry("bankFee", &Amount(fee.bank_fee))?;
        map.serialize_entry("withdrawal", &Amount(fee.transfer + fee.bank_fee))?;
        map.serialize_entry(
            "difference",
            &Amount(if fee.payee_borne { fee.deducted - fee.bank_fee } else { 0 }),
        )?;
        map.end()
    }
}

struct Approval<'a>(&'a Names, ApprovalMode, &'a [People]);

impl Serialize for Approval<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> std::result::Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(None)?;
        map.serialize_entry("mode", self.1.name())?;
        map.serialize_entry("steps", &Each(self.0, self.2))?;
        map.end()
    }
}

struct Document<'a>(&'a str, Option<&'a str>, &'a str);

impl Serialize for Document<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> std::result::Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(None)?;
        map.serialize_entry("id", self.0)?;
        if let Some(version) = self.1 {
            map.serialize_entry("version", version)?;
        }
        map.serialize_entry("digest", self.2)?;
        map.end()
    }
}

struct Written<'a>(&'a Names, &'a Answer);

impl Serialize for Written<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> std::result::Result<S::Ok, S::Error> {
        let Self(names, answer) = self;
        let mut map = serializer.serialize_map(None)?;
        map.serialize_entry("outcome", answer.outcome.name())?;
        map.serialize_entry("reasons", &Each(names, answer.reasons.all()))?;
        map.serialize_entry("missing", &[(); 0])?;
        map.serialize_entry("fee", &answer.fee.map(|fee| FeeOf(answer.payment, fee)))?;
        map.serialize_entry("limits", &Each(names, answer.limits.all()))?;
        map.serialize_entry("approval", &Approval(names, answer.mode, answer.steps.all()))?;
        map.serialize_entry("usage", &Each(names, answer.usage.all()))?;
        let provenance = &names.provenance;
        let ([service, version, service_digest], [company, company_digest]) =
            (&provenance.service, &provenance.company);
        map.serialize_entry("engine", &provenance.engine)?;
        map.serialize_entry("service", &Document(service, Some(version), service_digest))?;
        map.serialize_entry("company", &Document(company, None, company_digest))?;
        map.end()
    }
}
