//! Texts that a person types: which characters they have, how long they are, and what is made of them
//! (`docs/rules.md`, sections 13.1 and 13.2).

use alloc::borrow::Cow;
use alloc::boxed::Box;

use smallvec::SmallVec;

use crate::terms::{CharacterKind, MixClass};

mod identity;
mod kinds;
mod mail;
mod marks;
mod normalise;
mod shape;
mod table;

pub(crate) use identity::{Misnomer, folded, is_invisible, misnomer};
pub(crate) use kinds::{Allowed, Wide, is_half_width};
pub(crate) use shape::{Place, example, is_shape, places};

/// What a field rule asks of a text, with the bank's settings about texts worked in.
#[derive(Clone, Debug)]
pub(crate) struct TextRule {
    pub kind: CharacterKind,
    /// The characters of the kind and those of `also`.
    pub allowed: Allowed,
    /// In characters; 0 where there is no bound.
    pub min_length: u16,
    /// In characters.
    pub max_length: Option<u16>,
    /// In bytes of the record.
    pub max_bytes: Option<u16>,
    /// In the order of the document.
    pub mix: Box<[MixClass]>,
    /// The only values; empty: any.
    pub list: Box<[Box<str>]>,
    /// What stands at each place of the whole text.
    pub shape: Option<Box<str>>,
    /// `charset.policy` is `normalise`, and the kind has something to normalise to.
    pub normalise: bool,
    /// `overflow` is `truncate`, and the kind is one that is cut.
    pub truncate: bool,
}

impl TextRule {
    /// Whether it asks for characters and lengths alone.
    #[inline]
    fn is_of_characters(&self) -> bool {
        self.mix.is_empty()
            && self.list.is_empty()
            && self.shape.is_none()
            && self.kind != CharacterKind::Mail
    }
}

/// What is wrong with a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Fault {
    /// The first character that is not allowed, as it was typed, and its position from 0 there.
    Character { at: u16, character: char },
    /// It is shorter than so many characters.
    TooShort(u16),
    /// It is longer than so many characters.
    TooLong(u16),
    /// It has more than so many bytes.
    TooManyBytes(u16),
    /// It has no character of the class.
    Mix(MixClass),
    /// It is none of the allowed values.
    NotInList,
    /// It is no mail address.
    Mail,
    /// It has not the shape.
    Shape,
}

/// A text as it counts from here on, and what is wrong with it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Checked<'t> {
    /// Owned where it was normalised or cut.
    pub text: Cow<'t, str>,
    /// In the order of the catalogue of reasons.
    pub faults: SmallVec<[Fault; 2]>,
}

/// Whether kinds of characters know what other characters stand for theirs.
pub(crate) const fn can_normalise(kind: CharacterKind) -> bool {
    !matches!(
        kind,
        CharacterKind::Any
            | CharacterKind::HalfWidth
            | CharacterKind::FullOrHalfWidth
            | CharacterKind::FullOrHalfWidthCp932
    )
}

/// Whether texts of a kind go into a record, where they may be cut.
pub(crate) const fn can_truncate(kind: CharacterKind) -> bool {
    is_zengin(kind) || is_full_width(kind)
}

/// Whether all characters of a kind have the full width (全角).
const fn is_full_width(kind: CharacterKind) -> bool {
    matches!(kind, CharacterKind::FullWidth | CharacterKind::FullWidthCp932)
}

/// Whether a kind has characters that Unicode also spells as one and a combining mark.
pub(crate) const fn is_composed(kind: CharacterKind) -> bool {
    is_full_width(kind)
        || matches!(kind, CharacterKind::FullOrHalfWidth | CharacterKind::FullOrHalfWidthCp932)
}

/// Whether the kind is one of the Zengin records (全銀).
const fn is_zengin(kind: CharacterKind) -> bool {
    matches!(
        kind,
        CharacterKind::ZenginName
            | CharacterKind::ZenginPayroll
            | CharacterKind::ZenginBranch
            | CharacterKind::ZenginEdi
    )
}

/// Whether a text says nothing: nobody sees any of its characters.
#[inline]
pub(crate) fn is_blank(text: &str) -> bool {
    text.chars().all(kinds::is_blank)
}

/// Checks a text that is not empty: normalises it, cuts it, and says what is wrong then.
///
/// A text that is in order costs one pass and no memory.
#[inline]
pub(crate) fn check<'t>(rule: &TextRule, text: &'t str) -> Checked<'t> {
    if is_fine(rule, text) {
        return Checked { text: Cow::Borrowed(text), faults: SmallVec::new() };
    }
    look_into(rule, text)
}

/// Whether a text of half-width characters alone is in order: what most texts are. False says nothing.
#[inline]
pub(crate) fn is_fine(rule: &TextRule, text: &str) -> bool {
    if !rule.is_of_characters() {
        return false;
    }
    let Some(count) = rule.allowed.half_width_count(text) else { return false };
    // A half-width character is one byte of the record.
    let most = |bound: Option<u16>| bound.is_none_or(|bound| count <= usize::from(bound));
    count >= usize::from(rule.min_length) && most(rule.max_length) && most(rule.max_bytes)
}

/// Measures a text, and mends it where it can be.
#[inline(never)]
fn look_into<'t>(rule: &TextRule, text: &'t str) -> Checked<'t> {
    let measure = Measure::of(rule, text);
    if measure.fits(rule) {
        let mut faults = of_value(rule, text, true);
        faults.extend(lacks_shape(rule, text).then_some(Fault::Shape));
        return Checked { faults, text: Cow::Borrowed(text) };
    }
    mend(rule, text, measure)
}

/// The way of a text that is not in order as it is.
#[cold]
fn mend<'t>(rule: &TextRule, text: &'t str, measure: Measure) -> Checked<'t> {
    let typed = text;
    let mut text = Cow::Borrowed(typed);
    let mut measure = measure;
    let mut origins = None;
    if measure.first_wrong.is_some() && (rule.normalise || is_composed(rule.kind)) {
        let (normal, from) = normalise::normalise(rule, typed);
        if normal != typed {
            measure = Measure::of(rule, &normal);
            text = Cow::Owned(normal);
            origins = Some(from);
        }
    }
    if rule.truncate && measure.is_too_long(rule) {
        let most = |bound: Option<u16>| bound.map_or(usize::MAX, usize::from);
        let kept = cut(&text, most(rule.max_length), most(rule.max_bytes));
        if !is_blank(kept) {
            measure = Measure::of(rule, kept);
            text = Cow::Owned(kept.into());
        }
    }
    let mut faults = SmallVec::new();
    if let Some((at, character)) = measure.first_wrong {
        let at = origins.and_then(|from| from.get(usize::from(at)).copied()).unwrap_or(at);
        let character = typed.chars().nth(usize::from(at)).unwrap_or(character);
        faults.push(Fault::Character { at, character });
    }
    if measure.characters < usize::from(rule.min_length) {
        faults.push(Fault::TooShort(rule.min_length));
    }
    faults.extend(rule.max_length.filter(|max| measure.characters > usize::from(*max)).map(Fault::TooLong));
    faults.extend(rule.max_bytes.filter(|max| measure.bytes > usize::from(*max)).map(Fault::TooManyBytes));
    // What has other characters or another length has no shape either, and says so better.
    let is_misshapen = faults.is_empty() && lacks_shape(rule, &text);
    faults.extend(of_value(rule, &text, measure.first_wrong.is_none()));
    faults.extend(is_misshapen.then_some(Fault::Shape));
    Checked { text, faults }
}

/// What is wrong with a text apart from its characters and its length.
#[inline]
fn of_value(rule: &TextRule, text: &str, characters_are_fine: bool) -> SmallVec<[Fault; 2]> {
    let mut faults = SmallVec::new();
    let lacks = |class: &&MixClass| !text.chars().any(|one| kinds::is_of_class(**class, one));
    faults.extend(rule.mix.iter().find(lacks).map(|class| Fault::Mix(*class)));
    if !rule.list.is_empty() && !rule.list.iter().any(|value| **value == *text) {
        faults.push(Fault::NotInList);
    }
    if rule.kind == CharacterKind::Mail && characters_are_fine && !mail::is_address(text) {
        faults.push(Fault::Mail);
    }
    faults
}

/// Whether a text of the right characters and length lacks the shape of the rule.
#[inline]
fn lacks_shape(rule: &TextRule, text: &str) -> bool {
    rule.shape.as_deref().is_some_and(|shape| !shape::has(shape, text))
}

/// How long a text is, and its first character that is not allowed.
#[derive(Clone, Copy)]
struct Measure {
    characters: usize,
    /// Of the record: a half-width character 1, any other 2.
    bytes: usize,
    first_wrong: Option<(u16, char)>,
}

impl Measure {
    fn of(rule: &TextRule, text: &str) -> Self {
        let mut measure = Self { characters: 0, bytes: 0, first_wrong: None };
        for character in text.chars() {
            if !rule.allowed.has(character) && measure.first_wrong.is_none() {
                // A text has at most 1,024 bytes, and so its positions fit.
                measure.first_wrong = u16::try_from(measure.characters).ok().map(|at| (at, character));
            }
            measure.characters = measure.characters.saturating_add(1);
            measure.bytes = measure.bytes.saturating_add(width(character));
        }
        measure
    }

    fn is_too_long(&self, rule: &TextRule) -> bool {
        rule.max_length.is_some_and(|max| self.characters > usize::from(max))
            || rule.max_bytes.is_some_and(|max| self.bytes > usize::from(max))
    }

    fn fits(&self, rule: &TextRule) -> bool {
        self.first_wrong.is_none()
            && self.characters >= usize::from(rule.min_length)
            && !self.is_too_long(rule)
    }
}

/// Bytes of a character in a record.
#[inline]
fn width(character: char) -> usize {
    if is_half_width(character) { 1 } else { 2 }
}

/// The beginning of a text that has at most so many characters and bytes of the record; a half-width kana is not parted
/// from its mark.
pub(crate) fn cut(text: &str, max_characters: usize, max_bytes: usize) -> &str {
    let mut bytes = 0_usize;
    let mut before: Option<(usize, char)> = None;
    for (count, (at, character)) in text.char_indices().enumerate() {
        bytes = bytes.saturating_add(width(character));
        if count >= max_characters || bytes > max_bytes {
            let end = match before {
                Some((start, kana)) if kinds::is_mark(character) && kinds::is_kana(kana) => start,
                _ => at,
            };
            return text.get(..end).unwrap_or_default();
        }
        before = Some((at, character));
    }
    text
}

#[cfg(test)]
mod tests;
