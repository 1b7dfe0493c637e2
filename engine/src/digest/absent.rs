//! What leaving a member out means: a member that says the same does not count.

use crate::digest::{Canon, Document};
use crate::json::Kind;
use crate::language::settings::{ADDRESSES, FEE, HOLIDAY, JAPANESE_TAX_RATES, NAME};
use crate::language::words::{LimitName, Situation, TaxMode, Word};
use crate::language::{Absent, Id, Object};
use crate::model::service::{Business, ServiceModel};
use crate::tree::Tree;

impl Canon<'_> {
    /// Whether a member of an object says what leaving it out means.
    #[inline]
    pub(super) fn is_default(&self, absent: &Absent, object: Id, id: Id) -> bool {
        match absent {
            Absent::Required | Absent::Nothing | Absent::Empty => false,
            Absent::Is(word) => is(self.tree, id, word),
            other => self.is_rarer_default(other, object, id),
        }
    }

    fn is_rarer_default(&self, absent: &Absent, object: Id, id: Id) -> bool {
        let tree = self.tree;
        match absent {
            Absent::Required | Absent::Nothing | Absent::Empty => false,
            Absent::Is(word) => is(tree, id, word),
            Absent::Zero => match tree.kind(id) {
                Kind::String => tree.text(id).bytes().all(|byte| byte == b'0' || byte == b'.'),
                _ => tree.spelling(id) == "0",
            },
            Absent::All(words) => is_all(tree, id, words.iter().copied()),
            Absent::Each(number) => match tree.kind(id) {
                Kind::Object => tree.children(id).all(|child| is(tree, child, number)),
                _ => is(tree, id, number),
            },
            Absent::TaxRates => is_tax_rates(tree, id),
            Absent::SenderLen => match tree.member(object, "senderLen") {
                Some(plain) => tree.spelling(plain) == tree.spelling(id),
                None => is(tree, id, default_of(&NAME, "senderLen")),
            },
            Absent::Roll => self.is_setting(id, "holiday", &HOLIDAY, "roll"),
            Absent::Method => self.is_setting(id, "fee", &FEE, "method"),
            Absent::Selectable => {
                let fees = tree.parent(object);
                match self.is_single(tree.parent(fees)) {
                    true => self.is_setting(id, "fee", &FEE, "methodSelectableForFurikomi"),
                    false => is(tree, id, "true"),
                }
            }
            Absent::RequiredLimits => {
                let single = self.is_single(object);
                is_all(
                    tree,
                    id,
                    LimitName::ALL.iter().filter(|name| name.is_of(single)).map(|name| name.name()),
                )
            }
            Absent::Situations => self.is_every_situation(object, id),
            Absent::NoAccounts => {
                let master = tree.member(object, "role").is_some_and(|role| is(tree, role, "master"));
                !master && tree.kind(id) == Kind::Array && tree.children(id).next().is_none()
            }
            Absent::OfferedMethod => {
                let offer = self.offered(object).and_then(|business| business.payee_borne);
                offer.is_some_and(|offer| is(tree, id, offer.method.name()))
            }
            Absent::Tax => {
                let tax = self.service().map_or(TaxMode::Inclusive, |service| service.settings.fee.tax);
                is(tree, id, tax.name())
            }
        }
    }

    /// What stands in the document of a setting.
    fn setting(&self, group: &str, key: &str) -> Option<Id> {
        self.tree.find(&["settings", group, key])
    }

    /// Whether a value is that of a setting, or what leaving the setting out means.
    fn is_setting(&self, id: Id, group: &str, object: &Object, key: &str) -> bool {
        let tree = self.tree;
        match self.setting(group, key) {
            Some(setting) if tree.kind(setting) == Kind::String => is(tree, id, &tree.text(setting)),
            Some(setting) => is(tree, id, tree.spelling(setting)),
            None => is(tree, id, default_of(object, key)),
        }
    }

    /// Whether a business takes one payee a request.
    fn is_single(&self, business: Id) -> bool {
        self.tree.member(business, "kind").is_some_and(|kind| is(self.tree, kind, "transfer"))
    }

    fn is_every_situation(&self, condition: Id, id: Id) -> bool {
        let tree = self.tree;
        let on_address = tree.member(condition, "require").is_some_and(|id| self.has_address(id));
        if !on_address {
            return is_all(tree, id, Situation::words());
        }
        match self.setting("ip", "scope") {
            Some(scope) => is_all(tree, id, elements(tree, scope).map(|one| tree.text(one))),
            None => match ADDRESSES.member("scope").map(|scope| &scope.absent) {
                Some(Absent::All(words)) => is_all(tree, id, words.iter().copied()),
                _ => false,
            },
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

/// Whether a value is a word, however it is spelt.
#[inline]
fn is(tree: &Tree<'_>, id: Id, word: &str) -> bool {
    match tree.plain_text(id) {
        Some(text) => text == word.as_bytes(),
        None if tree.kind(id) == Kind::String => tree.text(id) == word,
        None => tree.spelling(id) == word,
    }
}

/// The elements of a list, or the only one without it.
fn elements(tree: &Tree<'_>, id: Id) -> impl Iterator<Item = Id> + Clone {
    let single = (tree.kind(id) != Kind::Array).then_some(id);
    single.into_iter().chain(tree.children(id).filter(move |_| single.is_none()))
}

/// Whether a list has each of these words, and no others, or is the only one. Lists of words have none twice.
fn is_all<W: AsRef<str>>(tree: &Tree<'_>, id: Id, words: impl Iterator<Item = W> + Clone) -> bool {
    elements(tree, id).count() == words.clone().count()
        && words.into_iter().all(|word| elements(tree, id).any(|one| is(tree, one, word.as_ref())))
}

/// What the table says that leaving a setting out means.
fn default_of(object: &Object, key: &str) -> &'static str {
    match object.member(key).map(|member| &member.absent) {
        Some(Absent::Is(default)) => default,
        _ => "",
    }
}

fn is_tax_rates(tree: &Tree<'_>, id: Id) -> bool {
    tree.kind(id) == Kind::Array
        && tree.children(id).count() == JAPANESE_TAX_RATES.len()
        && tree.children(id).zip(JAPANESE_TAX_RATES).all(|(row, (from, rate))| {
            let own = tree.member(row, "rate").map(|id| tree.text(id));
            tree.member(row, "from").is_some_and(|id| is(tree, id, from))
                && own.is_some_and(|own| own.trim_end_matches('0') == rate)
        })
}
