//! The limits (限度額) of a service in one table of rows: those that every bank has, under their own names and codes, and
//! those that the bank declares (`docs/rules.md`, sections 7.1 and 7.4).

use alloc::boxed::Box;
use alloc::vec::Vec;

use crate::catalogue::Code;
use crate::language::words::{LimitOn, LimitPer};
use crate::model::MaybeAmount;
use crate::money::Currency;
use crate::set::Set;
use crate::terms::{LimitBearer, Measure, Operation, PayeeKind};

mod rows;

pub(crate) use rows::LimitRows;

/// A limit as `usage` and documents name it.
#[derive(Debug)]
pub(crate) struct Limit {
    pub key: Box<str>,
    /// The bank's own words for it, Japanese and English.
    pub label: Option<(Box<str>, Box<str>)>,
    pub bearer: LimitBearer,
    pub per: LimitPer,
    pub measure: Measure,
    pub on: LimitOn,
    /// The businesses whose items it counts, as bits of their positions.
    pub businesses: u64,
    /// The bank's own value, beside which nobody sets one.
    pub fixed: Option<i64>,
    pub ceiling: Option<i64>,
    /// Whether a value must be set.
    pub required: bool,
    /// Where the values of its bearers stand in their rows.
    pub slot: u16,
}

/// How many limits of a day every bank has: the first ones of [`Limits::named`].
pub(crate) const OF_A_DAY: usize = 4;

impl Limit {
    /// Whether it counts the items of a business.
    pub(crate) fn counts_in(&self, business: usize) -> bool {
        u32::try_from(business)
            .ok()
            .and_then(|at| self.businesses.checked_shr(at))
            .is_some_and(|bits| bits & 1 != 0)
    }

    /// In which its values are written: those of a number of items without decimals, whatever the bank's currency.
    pub(crate) fn currency(&self, of_bank: Currency) -> Currency {
        match self.measure {
            Measure::Amount => of_bank,
            Measure::Count => Currency::COUNT,
        }
    }

    /// Whether its items add up over a period, so that `usage` says what is used.
    pub(crate) const fn is_of_period(&self) -> bool {
        self.per.is_period()
    }

    /// Who takes it, and so on which day.
    pub(crate) const fn taker(&self) -> Taker {
        Taker::of(self.on, self.bearer)
    }
}

/// Who takes a limit, and so on which day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Taker {
    /// The item, once, whoever asks about it.
    Item,
    /// The user who submits it, at that moment only, whatever the settings say.
    Submitter,
    /// Who approves it, at that moment only.
    Approver,
}

impl Quantity {
    /// How many there are.
    pub(crate) const COUNT: usize = 3;

    /// The position in the list of all.
    #[inline]
    pub(crate) const fn position(self) -> usize {
        match self {
            Self::Whole => 0,
            Self::Largest => 1,
            Self::Number => 2,
        }
    }
}

impl Taker {
    /// How many there are.
    pub(crate) const COUNT: usize = 3;

    /// That of a limit.
    pub(crate) const fn of(on: LimitOn, bearer: LimitBearer) -> Self {
        match (on, bearer) {
            (LimitOn::Approve, _) => Self::Approver,
            (LimitOn::Request, LimitBearer::User) => Self::Submitter,
            (LimitOn::Request, _) => Self::Item,
        }
    }

    /// Whether it is asked about, and taken, at a moment of its own: at any other time somebody else acts.
    pub(crate) fn is_of_the_moment(self) -> bool {
        self != Self::Item
    }

    /// The position in the list of all.
    #[inline]
    pub(crate) const fn position(self) -> usize {
        match self {
            Self::Item => 0,
            Self::Submitter => 1,
            Self::Approver => 2,
        }
    }
}

impl LimitPer {
    /// Whether it is a period, over which items add up.
    pub(crate) const fn is_period(self) -> bool {
        !matches!(self, Self::Item | Self::Operation)
    }
}

/// When a limit is asked about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Occasion {
    /// An item is made or changed.
    Make,
    /// It is approved (承認).
    Approve,
    /// It is verified (検印) or released (送信).
    Check,
    /// It is executed.
    Execute,
}

listed! {
    Occasion,
    [Occasion::Make, Occasion::Approve, Occasion::Check, Occasion::Execute],
    "make approve check execute"
}

impl Occasion {
    /// The position in the list of all.
    #[inline]
    const fn position(self) -> usize {
        match self {
            Self::Make => 0,
            Self::Approve => 1,
            Self::Check => 2,
            Self::Execute => 3,
        }
    }

    /// That of an operation; of one that looks at no amounts, nothing is asked.
    #[inline]
    pub(crate) fn of(operation: Option<Operation>) -> Self {
        match operation {
            Some(Operation::Approve) => Self::Approve,
            Some(Operation::Verify | Operation::Release) => Self::Check,
            _ => Self::Make,
        }
    }
}

/// Which items a limit counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Counts {
    /// All of them.
    All,
    /// Those with one of these kinds of payees.
    Kinds(Set<PayeeKind>),
    /// Payments to payees who count as 都度指定, or to those who do not.
    AdHoc(bool),
    /// Those with one of these kinds (none: any) whose payee was filed less than so many minutes ago.
    Young(Option<Set<PayeeKind>>, u32),
}

/// Who sets the value of a limit.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Setter {
    /// Nobody: the bank's own value or its ceiling holds.
    Nobody,
    /// The company.
    Company,
    /// The company, for each account.
    Account,
    /// The company, for each user: for the one who acts.
    User,
    /// The same, as the approver cap per item (明細上限金額) in this business.
    Cap,
}

impl Setter {
    /// How many there are.
    pub(crate) const COUNT: usize = 5;

    /// The position in the list of all.
    #[inline]
    pub(crate) const fn position(self) -> usize {
        match self {
            Self::Nobody => 0,
            Self::Company => 1,
            Self::Account => 2,
            Self::User => 3,
            Self::Cap => 4,
        }
    }
}

/// What an evaluation asks of a row again and again, each as a bit.
pub(crate) mod mark {
    /// It is taken by the item, and so asked about only where all limits are.
    pub(crate) const OF_ITEM: u16 = 1;
    /// It is declared and of one item, so that nothing is listed of it before there is one.
    pub(crate) const NOT_SHOWN: u16 = 1 << 1;
    /// Where reservations do not count, it is held against them at their execution only.
    pub(crate) const WAITS: u16 = 1 << 2;
    /// An item that stands in the usage adds nothing to it.
    pub(crate) const ONCE: u16 = 1 << 3;
    /// Only the first approval adds to it.
    pub(crate) const FIRST: u16 = 1 << 4;
    /// Items add up over a period.
    pub(crate) const PERIOD: u16 = 1 << 5;
    /// It surely counts all of a request, for one bearer: of one payee whose kind is known, ...
    pub(crate) const ALL_OF_KIND: u16 = 1 << 6;
    /// ... of one payee of any kind, ...
    pub(crate) const ALL_OF_ONE: u16 = 1 << 7;
    /// ... of a batch.
    pub(crate) const ALL_OF_BATCH: u16 = 1 << 8;
    /// The same of one payee who is known, for a limit of payees.
    pub(crate) const ALL_OF_KIND_TO_PAYEE: u16 = 1 << 9;
    /// The same, of any kind.
    pub(crate) const ALL_OF_ONE_TO_PAYEE: u16 = 1 << 10;
}

/// One limit of one business. Rows stand in the order in which they are evaluated: first what is set, then the ceilings.
#[derive(Clone, Copy, Debug)]
pub(crate) struct LimitRow {
    /// The codes of what is set, and of the bank's ceiling.
    pub codes: [Code; 2],
    /// Its position in [`Limits::named`]; none for what `usage` and documents have no own name for.
    pub named: Option<u16>,
    /// Whether the bank has declared it: then the ceiling holds only where nobody has set a value.
    pub is_declared: bool,
    pub bearer: LimitBearer,
    pub per: LimitPer,
    pub measure: Measure,
    pub on: LimitOn,
    pub occasions: Set<Occasion>,
    pub counts: Counts,
    /// Who sets its value, and in which slot.
    pub setter: Setter,
    pub slot: u16,
    /// The bank's own value, beside which nobody sets one.
    pub fixed: MaybeAmount,
    pub ceiling: MaybeAmount,
    /// Whether more than the payee kind decides if it counts an item.
    pub looks: bool,
    /// Made of the others, so that an evaluation need not.
    pub ready: Ready,
}

/// What an evaluation asks of a row again and again.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Ready {
    /// Of [`mark`].
    pub marks: u16,
    pub taker: Taker,
    pub quantity: Quantity,
    /// How its lines begin: of what is set, and of the ceiling.
    pub tags: [LineTag; 2],
}

/// Which limit a line of an answer is of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct LineTag {
    /// Of what is set, or of the bank's ceiling.
    pub code: Code,
    pub measure: Measure,
    /// Its position in the service, where the bank has declared it.
    pub declared: Option<u16>,
}

/// What of a request a limit is held against.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Quantity {
    /// All of it.
    Whole,
    /// Its largest item.
    Largest,
    /// The number of its items.
    Number,
}

impl Ready {
    /// Of a row that is not finished.
    pub(crate) const NOT_YET: Self = Self {
        marks: 0,
        taker: Taker::Item,
        quantity: Quantity::Whole,
        tags: [LineTag { code: Code::LimitPerItem, measure: Measure::Amount, declared: None }; 2],
    };
}

impl LimitRow {
    /// Whether it has some mark of a set.
    #[inline]
    pub(crate) const fn has(&self, marks: u16) -> bool {
        self.ready.marks & marks != 0
    }

    /// What the other fields amount to.
    fn ready(&self) -> Ready {
        let declared = self.named.filter(|_| self.is_declared);
        Ready {
            marks: self.marks(),
            taker: Taker::of(self.on, self.bearer),
            quantity: match self.measure {
                Measure::Amount if self.setter == Setter::Cap => Quantity::Largest,
                Measure::Amount => Quantity::Whole,
                Measure::Count => Quantity::Number,
            },
            tags: self.codes.map(|code| LineTag { code, measure: self.measure, declared }),
        }
    }

    fn marks(&self) -> u16 {
        let (is_of_payee, is_sure) = (self.bearer == LimitBearer::Payee, !self.looks);
        let of_all = is_sure && self.counts == Counts::All;
        let of_item = Taker::of(self.on, self.bearer) == Taker::Item;
        [
            // The grid of a day is asked about only where all limits are, whoever takes it.
            (mark::OF_ITEM, of_item || !self.is_declared),
            (mark::NOT_SHOWN, self.is_declared && self.per == LimitPer::Item),
            (mark::WAITS, of_item && self.per.is_period()),
            (mark::ONCE, self.on == LimitOn::Request),
            (mark::FIRST, self.on == LimitOn::Approve && self.bearer != LimitBearer::User),
            (mark::PERIOD, self.per.is_period()),
            (mark::ALL_OF_KIND, is_sure && !is_of_payee),
            (mark::ALL_OF_ONE, of_all && !is_of_payee),
            (mark::ALL_OF_KIND_TO_PAYEE, is_sure && is_of_payee),
            (mark::ALL_OF_ONE_TO_PAYEE, of_all && is_of_payee),
            (mark::ALL_OF_BATCH, self.counts == Counts::All && self.per != LimitPer::Item && !is_of_payee),
        ]
        .into_iter()
        .filter(|(_, applies)| *applies)
        .fold(0, |marks, (mark, _)| marks | mark)
    }

    /// Whether it can count a payee of a kind.
    fn may_count(&self, kind: PayeeKind) -> bool {
        match self.counts {
            Counts::All | Counts::Young(None, _) => true,
            Counts::Kinds(kinds) | Counts::Young(Some(kinds), _) => kinds.has(kind),
            Counts::AdHoc(ad_hoc) => {
                let is_filed = kind == PayeeKind::PreRegistered;
                (is_filed && self.looks) || ad_hoc != is_filed
            }
        }
    }
}

/// What `usage` and documents may name, and how many values each bearer may have.
#[derive(Debug, Default)]
pub(crate) struct Limits {
    /// First the limits of a day that every bank has, then the declared ones, sorted by key.
    pub named: Vec<Limit>,
    /// How many slots a company, an account and a user have.
    pub slots: [usize; 3],
    /// Whether payees have to be told apart.
    pub has_payees: bool,
}

impl Limits {
    /// The position of a limit that is named so.
    #[inline]
    pub(crate) fn find(&self, key: &str) -> Option<u16> {
        let (of_a_day, declared) = self.named.split_at_checked(OF_A_DAY)?;
        let at = of_a_day.iter().position(|limit| *limit.key == *key).or_else(|| {
            let at = declared.binary_search_by(|limit| (*limit.key).cmp(key)).ok()?;
            at.checked_add(OF_A_DAY)
        })?;
        u16::try_from(at).ok()
    }

    /// The limit at a position.
    #[inline]
    pub(crate) fn get(&self, at: u16) -> Option<&Limit> {
        self.named.get(usize::from(at))
    }

    /// The declared ones, with their positions.
    pub(crate) fn declared(&self) -> impl Iterator<Item = (u16, &Limit)> {
        (0_u16..).zip(&self.named).skip(OF_A_DAY)
    }
}
