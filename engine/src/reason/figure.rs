//! The figures of a reason: named values, which the JSON writer and the texts read alike.

use alloc::borrow::Cow;
use core::fmt;

use crate::date::Day;
use crate::loaded::{Company, Service};
use crate::model::company::Person;
use crate::model::service::ServiceModel;
use crate::model::users::UserSet;
use crate::reason::{Code, Detail, FigureKind};
use crate::terms::Measure;

/// A figure of a reason by its name, as it stands in JSON.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Figure<'a> {
    /// The name, such as `limit`.
    pub name: &'static str,
    /// The value.
    pub value: FigureValue<'a>,
}

/// The value of a figure.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum FigureValue<'a> {
    /// An amount of money in minor units of the bank's currency.
    Amount(i64),
    /// How many of something: payees of a batch, characters, bytes.
    Count(u64),
    /// A number that counts nothing: a revision, a position from 0.
    Number(u64),
    /// A day.
    Day(Day),
    /// A key of the bank's, or a name of a vocabulary.
    Text(&'a str),
    /// One character of what was typed.
    Character(char),
    /// People by their ids.
    People(People<'a>),
}

impl FigureValue<'_> {
    /// Whether it can stand for a figure of a kind.
    fn is(&self, kind: FigureKind) -> bool {
        match kind {
            FigureKind::Amount => matches!(self, Self::Amount(_)),
            FigureKind::Count => matches!(self, Self::Count(_)),
            FigureKind::Number | FigureKind::Position => matches!(self, Self::Number(_)),
            FigureKind::Quantity => matches!(self, Self::Amount(_) | Self::Count(_)),
            FigureKind::Day => matches!(self, Self::Day(_)),
            FigureKind::Text
            | FigureKind::Limit
            | FigureKind::Condition
            | FigureKind::Characters
            | FigureKind::Class
            | FigureKind::Shape => {
                matches!(self, Self::Text(_))
            }
            FigureKind::Character => matches!(self, Self::Character(_)),
            FigureKind::People => matches!(self, Self::People(_)),
        }
    }
}

/// People of a company by their ids, sorted.
#[derive(Clone, Copy)]
pub struct People<'a>(Ids<'a>);

/// Where the ids of people come from.
#[derive(Clone, Copy)]
enum Ids<'a> {
    /// A set of the company's people.
    Set(&'a UserSet, &'a [Person]),
    /// Ids as an answer in JSON has them.
    List(&'a [Cow<'a, str>]),
}

impl<'a> People<'a> {
    pub(crate) fn of(set: &'a UserSet, people: &'a [Person]) -> Self {
        Self(Ids::Set(set, people))
    }

    pub(crate) fn of_ids(ids: &'a [Cow<'a, str>]) -> Self {
        Self(Ids::List(ids))
    }

    /// The ids, sorted.
    pub fn iter(&self) -> impl Iterator<Item = &'a str> + use<'a> {
        let (set, list) = match self.0 {
            Ids::Set(set, people) => (Some((set, people)), &[][..]),
            Ids::List(list) => (None, list),
        };
        let of_set = set.into_iter().flat_map(|(set, people)| {
            set.iter().filter_map(|at| people.get(usize::from(at)).map(|person| &*person.id))
        });
        of_set.chain(list.iter().map(|id| &**id))
    }

    /// Whether there is nobody.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.iter().next().is_none()
    }
}

impl PartialEq for People<'_> {
    fn eq(&self, other: &Self) -> bool {
        self.iter().eq(other.iter())
    }
}

impl Eq for People<'_> {}

impl fmt::Debug for People<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_list().entries(self.iter()).finish()
    }
}

/// Where the positions in a reason get their names from.
#[derive(Clone, Copy)]
pub(crate) struct Names<'a> {
    pub service: &'a ServiceModel,
    /// None where a form asks, which knows no company.
    pub people: &'a [Person],
}

impl Company {
    pub(crate) fn names(&self) -> Names<'_> {
        Names { service: &self.model.service, people: &self.model.people }
    }
}

impl Service {
    pub(crate) fn names(&self) -> Names<'_> {
        Names { service: &self.model, people: &[] }
    }
}

impl Detail {
    /// Calls with each figure of a reason of a code, in the order of JSON. What is not known is no figure.
    #[inline]
    pub(crate) fn each_figure<'a>(
        &'a self,
        code: Code,
        names: Names<'a>,
        mut with: impl FnMut(&'static str, FigureValue<'a>),
    ) {
        #[cfg(debug_assertions)]
        let mut given = smallvec::SmallVec::<[&str; 8]>::new();
        let mut with = |name, value: FigureValue<'a>| {
            debug_assert!(code.figure(name).is_some_and(|kind| value.is(kind)), "{code}: {name}");
            #[cfg(debug_assertions)]
            given.push(name);
            with(name, value);
        };
        match self {
            Self::None => {}
            Self::Limit { limit, used, requested, max } => {
                with("limit", FigureValue::Amount(*limit));
                with("used", FigureValue::Amount(*used));
                with("requested", FigureValue::Amount(*requested));
                if let Some(max) = max {
                    with("max", FigureValue::Amount(*max));
                }
            }
            Self::Day(day) => with("expected", FigureValue::Day(*day)),
            Self::Earliest(Some(day)) => with("earliest", FigureValue::Day(*day)),
            Self::Latest(Some(day)) => with("latest", FigureValue::Day(*day)),
            Self::Earliest(None) | Self::Latest(None) => {}
            Self::Who(who) => Self::who(who, names, &mut with),
            Self::Cap { max, who } => {
                if let Some(max) = max {
                    with("max", FigureValue::Amount(*max));
                }
                Self::who(who, names, &mut with);
            }
            rarer => rarer.each_rarer_figure(names, &mut with),
        }
        #[cfg(debug_assertions)]
        for name in code.figures_always() {
            debug_assert!(given.contains(&name), "{code}: no {name}");
        }
    }

    /// The figures of reasons that come seldom.
    #[cold]
    fn each_rarer_figure<'a>(
        &'a self,
        names: Names<'a>,
        with: &mut dyn FnMut(&'static str, FigureValue<'a>),
    ) {
        match self {
            Self::Count { limit, requested } => {
                with("limit", FigureValue::Count(*limit));
                with("used", FigureValue::Count(0));
                with("requested", FigureValue::Count(*requested));
                with("max", FigureValue::Count(*limit));
            }
            Self::Declared { limit: at, figures: [limit, used, requested], max } => {
                let Some(known) = names.service.limits.get(*at) else { return };
                let value = |number: i64| match known.measure {
                    Measure::Amount => FigureValue::Amount(number),
                    Measure::Count => FigureValue::Count(u64::try_from(number).unwrap_or(0)),
                };
                with("key", FigureValue::Text(&known.key));
                with("limit", value(*limit));
                with("used", value(*used));
                with("requested", value(*requested));
                if let Some(max) = max {
                    with("max", value(*max));
                }
            }
            Self::Pattern(at) => {
                let key = names.service.patterns.get(usize::from(*at)).map_or("", |key| key);
                with("expected", FigureValue::Text(key));
            }
            Self::AtLeast(min) => with("min", FigureValue::Count(u64::from(*min))),
            Self::AtMost(max) => with("max", FigureValue::Count(u64::from(*max))),
            Self::Revision(revision) => with("expected", FigureValue::Number(u64::from(*revision))),
            Self::Mix(class) => with("expected", FigureValue::Text(class.name())),
            Self::Other(other) | Self::Shape(other) => with("expected", FigureValue::Text(other)),
            Self::Range { min, max } => {
                if let Some(max) = max {
                    with("max", FigureValue::Amount(*max));
                }
                if let Some(min) = min {
                    with("min", FigureValue::Amount(*min));
                }
            }
            Self::Character { kind, at, character } => {
                with("expected", FigureValue::Text(kind.name()));
                with("at", FigureValue::Number(u64::from(*at)));
                with("character", FigureValue::Character(*character));
            }
            Self::Access { condition, attribute } => {
                let access = &names.service.access;
                if let Some(attribute) = attribute.and_then(|at| access.attributes.get(usize::from(at))) {
                    with("attribute", FigureValue::Text(&attribute.name));
                }
                if let Some(condition) = condition.and_then(|at| access.conditions.get(usize::from(at))) {
                    with("condition", FigureValue::Text(&condition.key));
                }
            }
            _ => {}
        }
    }

    fn who<'a>(who: &'a UserSet, names: Names<'a>, with: &mut impl FnMut(&'static str, FigureValue<'a>)) {
        if !who.is_empty() {
            with("who", FigureValue::People(People::of(who, names.people)));
        }
    }
}
