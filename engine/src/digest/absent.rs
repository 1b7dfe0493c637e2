//! What leaving a member out means: a member that says the same does not count.

use crate::digest::{Canon, Document};
use crate::json::Kind;
use crate::model::service::{Business, ServiceModel};
use crate::terms::PayeeKind;
use crate::tree::{Id, Tree};

/// What leaving a member out means.
#[derive(Debug)]
pub(super) enum Absent {
    /// Something that cannot be said, or the member is required: it counts wherever it is.
    Counts,
    /// This word, number or flag.
    Is(&'static str),
    /// The amount 0, in any currency.
    Zero,
    /// An empty list or object, or one in which nothing counts.
    Empty,
    /// The list of all of these, in any order.
    All(&'static [&'static str]),
    /// 50,000 items, for the screen and for files.
    ItemsMax,
    /// The rates of Japan's consumption tax.
    TaxRates,
    /// `name.senderLen`.
    SenderLen,
    /// `holiday.roll`.
    Roll,
    /// `fee.method`.
    Method,
    /// `fee.methodSelectableForFurikomi` for transfers, true for batches.
    Selectable,
    /// Every limit of the kind of the business.
    RequiredLimits,
    /// Every situation, or `ip.scope` for a condition on the address.
    Situations,
    /// No account, for all but the master.
    NoAccounts,
    /// The method that the bank offers for the business.
    OfferedMethod,
    /// `fee.tax` of the bank.
    Tax,
}

const SITUATIONS: &[&str] = &["login", "transaction", "download"];
const SINGLE_LIMITS: &[&str] =
    &["accountPerDay.total", "accountPerDay.adHoc", "accountPerDay.preRegistered", "userPerOperation"];
const BATCH_LIMITS: &[&str] = &["companyPerDay", "userPerOperation"];
const TAX_RATES: [(&str, &str); 4] =
    [("1989-04-01", "0.03"), ("1997-04-01", "0.05"), ("2014-04-01", "0.08"), ("2019-10-01", "0.1")];

impl Canon<'_> {
    /// Whether a member of an object says what leaving it out means.
    #[inline]
    pub(super) fn is_default(&self, absent: &Absent, object: Id, id: Id) -> bool {
        match absent {
            Absent::Counts | Absent::Empty => false,
            Absent::Is(word) => is(self.tree, id, word),
            other => self.is_rarer_default(other, object, id),
        }
    }

    fn is_rarer_default(&self, absent: &Absent, object: Id, id: Id) -> bool {
        let tree = self.tree;
        match absent {
            Absent::Counts | Absent::Empty => false,
            Absent::Is(word) => is(tree, id, word),
            Absent::Zero => match tree.kind(id) {
                Kind::String => tree.text(id).bytes().all(|byte| byte == b'0' || byte == b'.'),
                _ => tree.spelling(id) == "0",
            },
            Absent::All(words) => is_all(tree, id, words),
            Absent::ItemsMax => match tree.kind(id) {
                Kind::Object => tree.children(id).all(|child| is(tree, child, "50000")),
                _ => is(tree, id, "50000"),
            },
            Absent::TaxRates => is_tax_rates(tree, id),
            Absent::SenderLen => match member(tree, object, "senderLen") {
                Some(plain) => tree.spelling(plain) == tree.spelling(id),
                None => is(tree, id, "48"),
            },
            Absent::Roll => self.is_setting(id, "holiday", "roll", "error"),
            Absent::Method => self.is_setting(id, "fee", "method", "fixed"),
            Absent::Selectable => {
                let fees = tree.parent(object);
                match self.is_single(tree.parent(fees)) {
                    true => self.is_setting(id, "fee", "methodSelectableForFurikomi", "false"),
                    false => is(tree, id, "true"),
                }
            }
            Absent::RequiredLimits => {
                is_all(tree, id, if self.is_single(object) { SINGLE_LIMITS } else { BATCH_LIMITS })
            }
            Absent::Situations => self.is_every_situation(object, id),
            Absent::NoAccounts => {
                let master = member(tree, object, "role").is_some_and(|role| is(tree, role, "master"));
                !master && tree.kind(id) == Kind::Array && tree.children(id).next().is_none()
            }
            Absent::OfferedMethod => {
                let offer = self.offered(object).and_then(|business| business.payee_borne);
                offer.is_some_and(|offer| is(tree, id, offer.method.name()))
            }
            Absent::Tax => {
                let exclusive = self.service().is_some_and(|service| service.settings.tax_exclusive);
                is(tree, id, if exclusive { "exclusive" } else { "inclusive" })
            }
        }
    }

    /// Whether a value is that of a setting, or what leaving the setting out means.
    fn is_setting(&self, id: Id, group: &str, name: &str, absent: &str) -> bool {
        let tree = self.tree;
        let setting = member(tree, tree.root(), "settings")
            .and_then(|settings| member(tree, settings, group))
            .and_then(|group| member(tree, group, name));
        match setting {
            Some(setting) if tree.kind(setting) == Kind::String => is(tree, id, &tree.text(setting)),
            Some(setting) => is(tree, id, tree.spelling(setting)),
            None => is(tree, id, absent),
        }
    }

    /// Whether a business takes one payee a request.
    fn is_single(&self, business: Id) -> bool {
        member(self.tree, business, "kind").is_some_and(|kind| is(self.tree, kind, "transfer"))
    }

    fn is_every_situation(&self, condition: Id, id: Id) -> bool {
        let tree = self.tree;
        let on_address = member(tree, condition, "require").is_some_and(|id| self.has_address(id));
        if !on_address {
            return is_all(tree, id, SITUATIONS);
        }
        let setting = member(tree, tree.root(), "settings")
            .and_then(|settings| member(tree, settings, "ip"))
            .and_then(|ip| member(tree, ip, "scope"));
        let own = |word: &str| tree.children(id).any(|one| is(tree, one, word));
        let count = tree.children(id).count();
        match setting {
            None => count == 1 && own("transaction"),
            Some(one) if tree.kind(one) == Kind::String => count == 1 && own(&tree.text(one)),
            Some(list) => {
                count == tree.children(list).count() && tree.children(list).all(|one| own(&tree.text(one)))
            }
        }
    }

    /// Whether a condition compares the attribute `address`.
    fn has_address(&self, id: Id) -> bool {
        let tree = self.tree;
        match tree.kind(id) {
            Kind::Array => tree.children(id).any(|child| self.has_address(child)),
            Kind::Object => tree.children(id).any(|child| match &*tree.key(child) {
                "attribute" => is(tree, child, "address"),
                "all" | "any" | "not" => self.has_address(child),
                _ => false,
            }),
            _ => false,
        }
    }

    fn service(&self) -> Option<&ServiceModel> {
        match self.document {
            Document::Service => None,
            Document::Company(service) => Some(service),
        }
    }

    /// The business of an entry in a map by business.
    fn offered(&self, entry: Id) -> Option<&Business> {
        let service = self.service()?;
        service.businesses.get(usize::from(service.business(&self.tree.key(entry))?))
    }
}

/// The member of an object.
fn member(tree: &Tree<'_>, object: Id, name: &str) -> Option<Id> {
    if tree.kind(object) != Kind::Object {
        return None;
    }
    tree.children(object).find(|child| tree.key(*child) == name)
}

/// Whether a value is a word, however it is spelt.
#[inline]
fn is(tree: &Tree<'_>, id: Id, word: &str) -> bool {
    if tree.kind(id) == Kind::String { tree.text(id) == word } else { tree.spelling(id) == word }
}

/// Whether a list has each of these words, and no others, or is the only one. Lists of words have none twice.
fn is_all(tree: &Tree<'_>, id: Id, words: &[&str]) -> bool {
    if let [word] = words
        && tree.kind(id) == Kind::String
    {
        return is(tree, id, word);
    }
    tree.kind(id) == Kind::Array
        && tree.children(id).count() == words.len()
        && words.iter().all(|word| tree.children(id).any(|child| is(tree, child, word)))
}

fn is_tax_rates(tree: &Tree<'_>, id: Id) -> bool {
    tree.kind(id) == Kind::Array
        && tree.children(id).count() == TAX_RATES.len()
        && tree.children(id).zip(TAX_RATES).all(|(row, (from, rate))| {
            let own = member(tree, row, "rate").map(|id| tree.text(id));
            member(tree, row, "from").is_some_and(|id| is(tree, id, from))
                && own.is_some_and(|own| own.trim_end_matches('0') == rate)
        })
}

/// The names of all payee kinds.
pub(super) const PAYEE_KINDS: &[&str] =
    &[PayeeKind::PreRegistered.name(), PayeeKind::UserRegistered.name(), PayeeKind::NewAccount.name()];
