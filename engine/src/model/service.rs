//! The checked service: what the bank offers.

use alloc::boxed::Box;
use alloc::vec::Vec;

use crate::date::Day;
use crate::index::Index;
use crate::language::settings::Settings;
use crate::model::access::Access;
use crate::model::calendar::Calendar;
use crate::model::field::FieldRules;
use crate::model::grants::Grants;
use crate::model::limit::{LimitRows, Limits};
use crate::model::operation::OwnOperation;
use crate::model::table::{Dated, Prices};
use crate::model::window::Window;
use crate::money::Currency;
use crate::set::Set;
use crate::terms::{ApprovalMode, BusinessKind, Method, PayeeKind, Role, Roll};

/// Everything that a service document says, checked.
#[derive(Debug)]
pub(crate) struct ServiceModel {
    pub id: Box<str>,
    pub version: Box<str>,
    /// The fingerprint of the document's meaning, in hexadecimal digits.
    pub digest: Box<str>,
    pub currency: Currency,
    pub utc_offset_seconds: i32,
    pub settings: Settings,
    /// In the order of the document.
    pub businesses: Vec<Business>,
    pub business_index: Index,
    /// In the order of the document.
    pub rights: Vec<Right>,
    pub right_index: Index,
    /// What every enabled user may do without a right: inquiries, and operations of every business.
    pub every_user: Grants,
    /// Operations of the bank's own, in the order of the document.
    pub operations: Vec<OwnOperation>,
    /// Keys of the patterns, in the order of the document.
    pub patterns: Vec<Box<str>>,
    /// The pattern of each of the six worlds, see [`World`].
    pub worlds: [u8; 6],
    /// The ceiling of one item.
    pub per_item: Option<i64>,
    /// The limits that `usage` and documents name.
    pub limits: Limits,
    pub calendar: Option<Calendar>,
    pub fields: FieldRules,
    /// Attributes and conditions of access; without a section those that every bank has, and none.
    pub access: Access,
    /// The bank's own words for the states of an item, Japanese and English, in the order of `State::ALL`.
    pub state_labels: [Option<(Box<str>, Box<str>)>; 14],
}

impl ServiceModel {
    /// The business of a key, with its position.
    #[inline]
    pub(crate) fn business(&self, key: &str) -> Option<u16> {
        self.business_index.find(key, |at| self.businesses.get(at).map(|business| &*business.key))
    }

    /// The position of a right.
    #[inline]
    pub(crate) fn right(&self, name: &str) -> Option<u16> {
        self.right_index.find(name, |at| self.rights.get(at).map(|right| &*right.name))
    }

    /// The position of an operation of the bank's own.
    pub(crate) fn own_operation(&self, key: &str) -> Option<u8> {
        self.operations.iter().position(|own| *own.key == *key).and_then(|at| u8::try_from(at).ok())
    }

    /// The position of a pattern.
    #[inline]
    pub(crate) fn pattern(&self, key: &str) -> Option<u8> {
        self.patterns.iter().position(|known| **known == *key).and_then(|at| u8::try_from(at).ok())
    }

    /// The tax period of a day, see [`crate::model::table::Version`]: the number of tax rates that hold from a day not
    /// after it.
    #[inline]
    pub(crate) fn tax_period(&self, day: Day) -> usize {
        self.settings.fee.tax_rates.partition_point(|(from, _)| *from <= day)
    }
}

/// Where the payee's account is, as seen from the debit account: the position in [`ServiceModel::worlds`] is
/// 0 other bank, 1 same bank and other branch, 2 same branch; with a document (文書扱) 3 more.
pub(crate) type Zone = usize;

/// One business of the bank.
#[derive(Debug)]
pub(crate) struct Business {
    pub key: Box<str>,
    pub kind: BusinessKind,
    /// Allowed approval modes.
    pub modes: Set<ApprovalMode>,
    /// Offered payee kinds.
    pub payee_kinds: Set<PayeeKind>,
    pub payee_borne: Option<PayeeBorneOffer>,
    /// Whether `fees.payerBorne` is offered.
    pub payer_borne: bool,
    /// The bank's standard tables (基準手数料) of this business.
    pub fees: Dated,
    /// A fee per count that is always in force (`fees.perCount`), by tax period as in a version.
    pub per_count: Option<Box<[Prices]>>,
    /// Most items of a batch, by entry: screen, file.
    pub max_items: [u32; 2],
    pub approval_group: Option<Box<str>>,
    pub rights_group: Option<Box<str>>,
    /// The limits that a company must have set.
    pub required: RequiredLimits,
    pub roll: Roll,
    pub self_approval_forbidden: bool,
    /// One approval must come through the second channel.
    pub second_channel: bool,
    /// The businesses that items may be switched to, with the most items of one switch.
    pub switch_to: Vec<(u16, u32)>,
    pub ceilings: Ceilings,
    /// How many people have to act at the least, by amount, rising; the last has no bound.
    pub least_people: Box<[Least]>,
    /// Where the values of the limits that every bank has begin in the rows of those who set them.
    pub slots: Slots,
    /// Its limits, in the order in which they are evaluated.
    pub limits: LimitRows,
    /// When it is taken in; then the service has a calendar.
    pub window: Option<Box<Window>>,
}

impl Business {
    /// Whether the mode is one of the allowed.
    pub(crate) fn allows(&self, mode: ApprovalMode) -> bool {
        self.modes.has(mode)
    }

    /// Whether a batch has more items than the business takes in any way, so that none of them is looked at.
    #[inline]
    pub(crate) fn has_too_many(&self, items: usize) -> bool {
        let [screen, file] = self.max_items;
        !self.kind.is_single() && u32::try_from(items).is_ok_and(|items| items > screen.max(file))
    }
}

/// How many people have to act at the least, up to an amount.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Least {
    pub up_to: Option<i64>,
    pub people: u8,
}

/// How a bank offers payee-borne fees (先方負担手数料) in a business.
#[derive(Clone, Copy, Debug)]
pub(crate) struct PayeeBorneOffer {
    /// The method of a company that names none.
    pub method: Method,
    /// Whether a company may name another.
    pub selectable: bool,
}

/// Limits that must be set, see `docs/rules.md` 1.1.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct RequiredLimits {
    /// total, adHoc, preRegistered.
    pub account_per_day: [bool; 3],
    pub company_per_day: bool,
    pub user_per_operation: bool,
}

/// The bank's own ceilings (金融機関の取扱限度額) for a business.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Ceilings {
    /// total, adHoc, preRegistered.
    pub account_per_day: [Option<i64>; 3],
    pub company_per_day: Option<i64>,
    /// By payee kind for a single business; for a batch all three are the same.
    pub user_per_operation: [Option<i64>; 3],
}

/// Where the values of a business's limits begin: the company's per day; the account's three of a day; the user's per
/// operation, three by payee kind in a single business, one in a batch.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Slots {
    pub company: u16,
    pub account: u16,
    pub user: u16,
}

/// A check box of the bank's permission screen.
#[derive(Debug)]
pub(crate) struct Right {
    pub name: Box<str>,
    /// Positions of the businesses it is a right in; empty for inquiries.
    pub businesses: Vec<u16>,
    /// What it maps without inquiries, summed up: where the business has approval, where it has none.
    pub grants: [Grants; 2],
    /// The inquiries of all maps, summed up.
    pub inquiries: Grants,
}

/// The rank of a role in `approval.unordered: byRank`, lowest first.
pub(crate) const fn rank(role: Role) -> u8 {
    match role {
        Role::General => 0,
        Role::Administrator => 1,
        Role::Master => 2,
    }
}
