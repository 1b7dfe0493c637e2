//! A company document that is kept, taken apart: what the check of one of its elements asks of the rest.
//!
//! A user is read anew where a user is changed, and an account where an account is. What the others say stays as it was read;
//! then all of it is held together as when a document is loaded, by the same code. To this end the document is written once
//! more with no more of each other element than a finding about it has to point at.

use alloc::boxed::Box;
use alloc::format;
use alloc::string::String;
use alloc::sync::Arc;
use alloc::vec::Vec;
use core::ops::Range;

use crate::document::account::{check_doubles, read_account, read_accounts};
use crate::document::approval::{Approvals, read_approval};
use crate::document::company::{Parts, contracts, hold_together};
use crate::document::fees::read_fees;
use crate::document::group::{GroupDraft, read_groups};
use crate::document::reader::Reader;
use crate::document::user::{Known, PersonDraft, Users, check_count, read_user, read_users};
use crate::finding::{Findings, KEPT_MAX};
use crate::index::Index;
use crate::language::Id;
use crate::language::bounds::{ACCOUNTS, USERS};
use crate::model::access::CompanyAccess;
use crate::model::company::Account;
use crate::model::service::ServiceModel;
use crate::quote::string;
use crate::tree::{DOCUMENT_MAX, Tree};

/// A list of elements that forms fill.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Listed {
    Users,
    Accounts,
}

impl Listed {
    pub(crate) const fn key(self) -> &'static str {
        match self {
            Self::Users => "users",
            Self::Accounts => "accounts",
        }
    }

    /// The most elements of the list.
    const fn max(self) -> usize {
        match self {
            Self::Users => USERS.max,
            Self::Accounts => ACCOUNTS.max,
        }
    }
}

/// An element that is put in the place of one, behind the last, or is taken out.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Change<'c> {
    pub list: Listed,
    /// Its position; the length of the list for a new one.
    pub at: usize,
    /// None: it is taken out.
    pub value: Option<&'c str>,
}

/// A document that loads and is whole, taken apart.
#[derive(Debug)]
pub(crate) struct KeptDocument {
    text: String,
    /// The members that the others are held against, in the order of the document.
    order: Vec<Section>,
    users: Vec<KeptElement>,
    accounts: Vec<KeptElement>,
    fees: Vec<([Box<str>; 2], Range<usize>)>,
    group_keys: Vec<(Box<str>, Range<usize>)>,
    /// What was read of the users, the accounts and the groups, in the order of the document.
    people: Vec<PersonDraft>,
    read_accounts: Vec<Account>,
    groups: Vec<GroupDraft>,
}

#[derive(Debug)]
enum Section {
    Approval(Range<usize>),
    List(Listed),
}

/// An element of a list.
#[derive(Debug)]
struct KeptElement {
    id: Box<str>,
    range: Range<usize>,
    /// What is written in its place where another is looked at.
    stands_for: String,
}

impl KeptElement {
    fn new(tree: &Tree<'_>, element: Id, members: &[&str]) -> Self {
        let mut stands_for = String::from("{");
        for child in tree.children(element) {
            let key = tree.key(child);
            if members.contains(&&*key) {
                let comma = if stands_for.len() > 1 { "," } else { "" };
                stands_for.push_str(&format!("{comma}\"{key}\":{}", tree.spelling(child)));
            }
        }
        stands_for.push('}');
        let id = tree.member(element, "id").map(|id| tree.text(id)).unwrap_or_default();
        Self { id: id.into(), range: tree.range(element), stands_for }
    }
}

/// The elements of a list of the document.
fn elements(tree: &Tree<'_>, list: Listed, members: &[&str]) -> Vec<KeptElement> {
    let list = tree.member(tree.root(), list.key());
    let elements = list.into_iter().flat_map(|list| tree.children(list));
    elements.map(|element| KeptElement::new(tree, element, members)).collect()
}

impl KeptDocument {
    /// Takes a document apart that loads and is whole.
    pub(crate) fn new(service: &ServiceModel, text: &str) -> Option<Self> {
        let tree = Tree::parse(text, &mut Findings::default())?;
        let mut reader = Reader::new(&tree, Findings::default());
        reader.currency = service.currency;
        let r = &mut reader;
        let root = tree.root();
        let approvals = match tree.member(root, "approval") {
            Some(id) => read_approval(r, id, service),
            None => Approvals::none(service),
        };
        let used: Vec<bool> = approvals.modes.iter().map(Option::is_some).collect();
        let accounts = tree.member(root, "accounts");
        let (accounts, _) = accounts.map_or_else(Default::default, |id| read_accounts(r, id, service, &used));
        let account_index = index(&accounts);
        let known = Known { service, accounts: &accounts, account_index: &account_index, groups: &[] };
        let groups = read_groups(r, tree.member(root, "groups"), known);
        let known = Known { groups: &groups, ..known };
        let people = read_users(r, tree.member(root, "users")?, known).people;
        let mut order = Vec::new();
        let mut fees = Vec::new();
        let mut group_keys = Vec::new();
        for member in tree.children(root) {
            match &*tree.key(member) {
                "approval" => order.push(Section::Approval(tree.range(member))),
                "users" => order.push(Section::List(Listed::Users)),
                "accounts" => order.push(Section::List(Listed::Accounts)),
                "groups" => {
                    let group = |id| (Box::from(&*tree.key(id)), tree.range(id));
                    group_keys.extend(tree.children(member).map(group));
                }
                "fees" => {
                    for bearer in tree.children(member) {
                        for entry in tree.children(bearer) {
                            let keys = [bearer, entry].map(|id| Box::from(&*tree.key(id)));
                            fees.push((keys, tree.range(entry)));
                        }
                    }
                }
                _ => {}
            }
        }
        Some(Self {
            users: elements(&tree, Listed::Users, &["id"]),
            accounts: elements(&tree, Listed::Accounts, &["id", "bank", "branch", "type", "number"]),
            order,
            fees,
            group_keys,
            people,
            read_accounts: accounts,
            groups,
            text: String::from(text),
        })
    }

    /// The whole document.
    pub(crate) fn text(&self) -> &str {
        &self.text
    }

    fn list(&self, list: Listed) -> &[KeptElement] {
        match list {
            Listed::Users => &self.users,
            Listed::Accounts => &self.accounts,
        }
    }

    /// How many elements a list has.
    pub(crate) fn len(&self, list: Listed) -> usize {
        self.list(list).len()
    }

    /// The element of an id: its position, and how it is spelt.
    pub(crate) fn element(&self, list: Listed, id: &str) -> Option<(usize, &str)> {
        let (at, element) = self.list(list).iter().enumerate().find(|(_, element)| *element.id == *id)?;
        Some((at, self.text.get(element.range.clone()).unwrap_or_default()))
    }

    /// A group of a key, as it is spelt.
    pub(crate) fn group(&self, key: &str) -> Option<&str> {
        let (_, range) = self.group_keys.iter().find(|(known, _)| **known == *key)?;
        self.text.get(range.clone())
    }

    /// The keys of all groups.
    pub(crate) fn group_keys(&self) -> impl Iterator<Item = &str> {
        self.group_keys.iter().map(|(key, _)| &**key)
    }

    /// An entry of `fees`, as it is spelt.
    pub(crate) fn fees(&self, bearer: &str, business: &str) -> Option<&str> {
        let (_, range) = self.fees.iter().find(|([of, key], _)| **of == *bearer && **key == *business)?;
        self.text.get(range.clone())
    }

    /// The document with a change in it, and with no more of its other elements than findings point at.
    fn outline(&self, change: &Change<'_>) -> String {
        let mut out = String::from("{");
        let mut sections: Vec<&Section> = self.order.iter().collect();
        let new = Section::List(change.list);
        let has = |section: &&Section| matches!(section, Section::List(list) if *list == change.list);
        if !sections.iter().any(has) {
            sections.push(&new);
        }
        for section in sections {
            if out.len() > 1 {
                out.push(',');
            }
            match section {
                Section::Approval(range) => {
                    out.push_str("\"approval\":");
                    out.push_str(self.text.get(range.clone()).unwrap_or_default());
                }
                Section::List(list) => {
                    out.push_str(&format!("\"{}\":[", list.key()));
                    self.outline_of(*list, Some(change).filter(|change| change.list == *list), &mut out);
                    out.push(']');
                }
            }
        }
        out.push('}');
        out
    }

    /// The elements of a list, of which one may be changed.
    fn outline_of(&self, list: Listed, change: Option<&Change<'_>>, out: &mut String) {
        let elements = self.list(list);
        let mut is_first = true;
        let mut push = |text: &str| {
            if !is_first {
                out.push(',');
            }
            is_first = false;
            out.push_str(text);
        };
        for (at, element) in elements.iter().enumerate() {
            match change.filter(|change| change.at == at) {
                Some(change) => change.value.into_iter().for_each(&mut push),
                None => push(&element.stands_for),
            }
        }
        if let Some(value) =
            change.filter(|change| change.at >= elements.len()).and_then(|change| change.value)
        {
            push(value);
        }
    }

    /// Whether the document is far from too long with a value in it, and the keys that lead to it.
    fn has_room_for(&self, value: &str) -> bool {
        const KEYS: usize = 1_024;
        self.text.len().saturating_add(value.len()).saturating_add(KEYS) <= DOCUMENT_MAX
    }

    /// What is wrong, or doubtful, once an element is changed: every error, every finding about the element, and every
    /// other one that rests on it. None where more than the element would have to be read anew: an account has another id
    /// or is taken out, which others name; or bounds of the whole document are in sight.
    pub(crate) fn check(&self, service: &Arc<ServiceModel>, change: &Change<'_>) -> Option<Findings> {
        let count = self.len(change.list).max(change.at.saturating_add(1));
        if count > change.list.max() || !self.has_room_for(change.value.unwrap_or_default()) {
            return None;
        }
        let text = self.outline(change);
        let mut findings = Findings::default();
        let tree = Tree::parse(&text, &mut findings)?;
        let mut reader = Reader::new(&tree, findings);
        reader.currency = service.currency;
        let r = &mut reader;
        let approvals = match tree.member(tree.root(), "approval") {
            Some(id) => read_approval(r, id, service),
            None => Approvals::none(service),
        };
        let accounts = self.accounts_with(r, service, &approvals, change)?;
        let account_index = index(&accounts);
        let known =
            Known { service, accounts: &accounts, account_index: &account_index, groups: &self.groups };
        let users_id = tree.member(tree.root(), "users");
        let users = self.users_with(r, users_id?, known, change)?;
        let parts = Parts {
            id: Box::default(),
            digest: Some(Box::default()),
            is_part: false,
            users_id,
            users,
            contracts: contracts(&approvals.modes),
            approvals: &approvals,
            accounts,
            account_index,
            groups: &self.groups,
            limits: [&[], &[]],
            access: CompanyAccess::default(),
        };
        drop(hold_together(r, service, parts));
        reader.findings.sort();
        (reader.findings.len() < KEPT_MAX).then_some(reader.findings)
    }

    /// What is wrong, or doubtful, with an entry of `fees`, on which nothing else rests.
    pub(crate) fn check_fees(
        &self,
        service: &Arc<ServiceModel>,
        bearer: &str,
        business: &str,
        value: Option<&str>,
    ) -> Option<Findings> {
        let mut findings = Findings::default();
        let Some(value) = value else { return Some(findings) };
        if !self.has_room_for(value) {
            return None;
        }
        let mut key = String::new();
        string(business, &mut key);
        let text = format!("{{\"fees\":{{\"{bearer}\":{{{key}:{value}}}}}}}");
        let tree = Tree::parse(&text, &mut findings)?;
        let mut reader = Reader::new(&tree, findings);
        reader.currency = service.currency;
        let fees = tree.member(tree.root(), "fees")?;
        read_fees(&mut reader, fees, service, &mut contracts(&Approvals::none(service).modes));
        reader.findings.sort();
        (reader.findings.len() < KEPT_MAX).then_some(reader.findings)
    }

    /// The accounts, of which one may be read anew.
    fn accounts_with(
        &self,
        r: &mut Reader<'_>,
        service: &ServiceModel,
        approvals: &Approvals,
        change: &Change<'_>,
    ) -> Option<Vec<Account>> {
        let mut accounts = self.read_accounts.clone();
        if change.list != Listed::Accounts {
            return Some(accounts);
        }
        change.value?;
        let tree = r.tree();
        let list = tree.member(tree.root(), change.list.key())?;
        let element = tree.children(list).nth(change.at)?;
        let used: Vec<bool> = approvals.modes.iter().map(Option::is_some).collect();
        let (account, _) = read_account(r, element, service, &used)?;
        match accounts.get_mut(change.at) {
            Some(place) if place.id == account.id => *place = account,
            Some(_) => return None,
            None => accounts.push(account),
        }
        check_doubles(r, list);
        Some(accounts)
    }

    /// The users, of whom one may be read anew.
    fn users_with(
        &self,
        r: &mut Reader<'_>,
        list: Id,
        known: Known<'_>,
        change: &Change<'_>,
    ) -> Option<Users> {
        let tree = r.tree();
        check_count(r, list, tree.children(list).count(), known.service);
        let change = Some(change).filter(|change| change.list == Listed::Users);
        let mut users = Users { people: Vec::with_capacity(self.people.len()), roles_known: true };
        // Who may use an account is asked for where approvers need it.
        let by_account = known.service.settings.approval.approver_needs_account;
        for (at, entry) in tree.children(list).enumerate() {
            if change.is_some_and(|change| change.at == at && change.value.is_some()) {
                match read_user(r, entry, known) {
                    Some(person) => users.people.push(person),
                    None => users.roles_known = false,
                }
                continue;
            }
            let is_behind = change.is_some_and(|change| change.value.is_none() && at >= change.at);
            let before = if is_behind { at.saturating_add(1) } else { at };
            let id_node = tree.member(entry, "id")?;
            users.people.push(self.people.get(before)?.stands_at(entry, id_node, by_account));
        }
        Some(users)
    }
}

fn index(accounts: &[Account]) -> Index {
    Index::new(accounts.len(), |at| accounts.get(at).map(|account| &*account.id))
}

impl PersonDraft {
    /// The same person in another text.
    fn stands_at(&self, entry: Id, id_node: Id, with_accounts: bool) -> Self {
        Self {
            entry,
            id_node,
            id: self.id.clone(),
            accounts: self.accounts.as_ref().filter(|_| with_accounts).cloned(),
            rights: self.rights.clone(),
            limits: self.limits.clone(),
            declared: self.declared.clone(),
            caps: self.caps.clone(),
            groups: self.groups.clone(),
            acts: self.acts.clone(),
            access: self.access.clone(),
            ..*self
        }
    }
}
