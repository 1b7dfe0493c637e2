//! Reading the bank's settings (`docs/rules.md`, section 2): the table in `language` says what there is, and here is how
//! each sort of value is read, and what is asked across several settings.

use alloc::boxed::Box;
use alloc::vec;
use alloc::vec::Vec;

use rust_decimal::Decimal;

use crate::date::Day;
use crate::document::reader::{NO_ARGS, Reader};
use crate::finding::{Arg, FindingCode};
use crate::json::Kind;
use crate::language::bounds::{FEE_BOUNDS, TAX_RATES, VALUES};
use crate::language::settings::objects::{CodeShapeMembers, TaxRateMembers};
use crate::language::settings::{
    AccountSettings, AddressSettings, ApprovalSettings, CertificateSettings, CharsetSettings, CodeShape,
    FeeSettings, HolidaySettings, LimitSettings, NameSettings, OfBusinesses, Read, RoleSettings, Settings,
};
use crate::language::words::{CodeCharacters, Word};
use crate::language::{Id, Type};
use crate::set::{Listed, Set};

/// Reads `settings`.
pub(super) fn read_settings(r: &mut Reader<'_>, id: Option<Id>) -> Settings {
    let mut settings = Settings::default();
    if let Some(id) = id {
        settings.read(r, id);
        check_method(r, &settings);
        check_moments(r, &settings);
    }
    settings
}

/// The bank's own method must be of the family that it names.
fn check_method(r: &mut Reader<'_>, settings: &Settings) {
    let method = settings.fee.method;
    if let Some(id) = r.tree().find(&["settings", "fee", "method"])
        && settings.fee.method_family.is_some_and(|family| !family.has(method))
    {
        r.report(FindingCode::FeeMethodFamily, id, [Arg::text(method.name())]);
    }
}

/// Usage is taken when it is checked.
fn check_moments(r: &mut Reader<'_>, settings: &Settings) {
    let [take_at, check_at] =
        ["takeAt", "checkAt"].map(|setting| r.tree().find(&["settings", "limit", setting]));
    if let Some(id) = take_at.or(check_at)
        && !settings.limit.check_at.has(settings.limit.take_at)
    {
        r.report(FindingCode::LimitTakeAt, id, NO_ARGS);
    }
}

/// Groups of settings are read member by member.
macro_rules! groups {
    ($($group:ident)+) => {
        $(impl Read<$group> for Reader<'_> {
            fn read(&mut self, id: Id, _: &'static Type) -> Option<$group> {
                let mut group = $group::default();
                group.read(self, id);
                Some(group)
            }
        })+
    };
}

groups! {
    FeeSettings ApprovalSettings LimitSettings RoleSettings HolidaySettings AccountSettings CertificateSettings
    NameSettings CharsetSettings AddressSettings
}

impl Read<bool> for Reader<'_> {
    fn read(&mut self, id: Id, _: &'static Type) -> Option<bool> {
        self.boolean(id)
    }
}

impl Read<u16> for Reader<'_> {
    fn read(&mut self, id: Id, of: &'static Type) -> Option<u16> {
        let (least, most) = of.bounds();
        self.integer(id, least, most).and_then(|number| u16::try_from(number).ok())
    }
}

impl Read<Option<u16>> for Reader<'_> {
    fn read(&mut self, id: Id, of: &'static Type) -> Option<Option<u16>> {
        let number: Option<u16> = self.read(id, of);
        number.map(Some)
    }
}

impl<W: Word> Read<W> for Reader<'_> {
    fn read(&mut self, id: Id, _: &'static Type) -> Option<W> {
        self.choice(id)
    }
}

impl<W: Word> Read<Option<W>> for Reader<'_> {
    fn read(&mut self, id: Id, _: &'static Type) -> Option<Option<W>> {
        self.choice(id).map(Some)
    }
}

/// A non-empty list of distinct words, or a single one where the table lets it stand without the list.
impl<W: Word + Listed> Read<Set<W>> for Reader<'_> {
    fn read(&mut self, id: Id, of: &'static Type) -> Option<Set<W>> {
        let may_be_one = matches!(of, Type::List(list) if list.or_one);
        let is_list = self.tree().kind(id) == Kind::Array;
        let elements = if is_list || !may_be_one { self.elements(id, VALUES) } else { vec![id] };
        if is_list && elements.is_empty() {
            self.report(FindingCode::ListEmpty, id, NO_ARGS);
        }
        let mut words = Set::EMPTY;
        for element in elements {
            let Some(word) = self.choice::<W>(element) else { continue };
            if !words.insert(word) {
                self.twice(element);
            }
        }
        Some(words)
    }
}

/// What names businesses is read when these are known, into each of them.
impl Read<OfBusinesses> for Reader<'_> {
    fn read(&mut self, _: Id, _: &'static Type) -> Option<OfBusinesses> {
        None
    }
}

/// The bounds that tables may have.
impl Read<Option<Box<[i64]>>> for Reader<'_> {
    fn read(&mut self, id: Id, _: &'static Type) -> Option<Option<Box<[i64]>>> {
        let elements = self.elements(id, FEE_BOUNDS);
        Some(Some(elements.into_iter().filter_map(|bound| self.amount(bound)).collect()))
    }
}

/// The rates of the consumption tax, by the days from which they hold.
impl Read<Vec<(Day, Decimal)>> for Reader<'_> {
    fn read(&mut self, id: Id, _: &'static Type) -> Option<Vec<(Day, Decimal)>> {
        let mut rates: Vec<(Day, Decimal)> = Vec::new();
        for element in self.elements(id, TAX_RATES) {
            let found: TaxRateMembers = self.members(element);
            let day = found.from.and_then(|id| self.day(id));
            let rate = found.rate.and_then(|id| self.rate(id));
            let (Some(from), Some(day), Some(rate)) = (found.from, day, rate) else { continue };
            match rates.last() {
                Some((before, _)) if *before >= day => {
                    let args = [Arg::day(day), Arg::day(*before)];
                    self.report(FindingCode::FeeTaxRatesUnordered, from, args);
                }
                _ => rates.push((day, rate)),
            }
        }
        Some(rates)
    }
}

/// So many digits, or an object.
impl Read<CodeShape> for Reader<'_> {
    fn read(&mut self, id: Id, of: &'static Type) -> Option<CodeShape> {
        let (least, most) = of.bounds();
        let length =
            |r: &mut Self, id| r.integer(id, least, most).and_then(|length| u8::try_from(length).ok());
        if self.tree().kind(id) != Kind::Object {
            return length(self, id).map(CodeShape::digits);
        }
        let found: CodeShapeMembers = self.members(id);
        let characters = found.characters.and_then(|id| self.choice(id)).unwrap_or(CodeCharacters::Digits);
        let min = found.min_length.and_then(|id| length(self, id)).unwrap_or(1);
        let max = found.max_length.and_then(|id| length(self, id)).unwrap_or(35);
        if let Some(id) = found.min_length.or(found.max_length).filter(|_| max < min) {
            self.report(
                FindingCode::FieldsRange,
                id,
                [min, max].map(|length| Arg::number(usize::from(length))),
            );
        }
        Some(CodeShape { characters, min, max })
    }
}
