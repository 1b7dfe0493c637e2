//! What a person calls kinds and classes of characters, in Japanese and English.

use alloc::format;
use alloc::string::String;

use crate::characters::{Place, example, places};
use crate::lang::Lang;
use crate::terms::{CharacterKind, MixClass};

/// What a person calls a kind of characters.
pub(super) fn of_kind(kind: CharacterKind) -> (&'static str, &'static str) {
    match kind {
        CharacterKind::Any => ("制御文字以外の文字", "characters that can be printed"),
        CharacterKind::Digits => ("半角数字", "digits"),
        CharacterKind::Alphanumerics => ("半角英数字", "half-width letters and digits"),
        CharacterKind::AlphanumericsAndSymbols | CharacterKind::Mail => {
            ("半角英数字記号", "half-width letters, digits and symbols")
        }
        CharacterKind::HalfWidth => ("半角文字", "half-width characters"),
        CharacterKind::FullWidth => ("全角文字（JIS第1・第2水準）", "full-width characters of JIS X 0208"),
        CharacterKind::FullWidthCp932 => {
            ("全角文字（JIS第1・第2水準、NEC特殊文字、IBM拡張文字）", "full-width characters of CP932")
        }
        CharacterKind::FullOrHalfWidth => (
            "全角文字（JIS第1・第2水準）または半角文字",
            "full-width characters of JIS X 0208 or half-width characters",
        ),
        CharacterKind::FullOrHalfWidthCp932 => (
            "全角文字（JIS第1・第2水準、NEC特殊文字、IBM拡張文字）または半角文字",
            "full-width characters of CP932 or half-width characters",
        ),
        CharacterKind::ZenginName => (
            "半角カナ（大文字）、英大文字、数字、スペース、記号（( ) - .）",
            "half-width kana, capitals, digits, spaces and ( ) . -",
        ),
        CharacterKind::ZenginPayroll => {
            ("半角カナ（大文字）、数字、スペース", "half-width kana, digits and spaces")
        }
        CharacterKind::ZenginBranch => (
            "半角カナ（大文字）、英大文字、数字、スペース、ハイフン",
            "half-width kana, capitals, digits, spaces and hyphens",
        ),
        CharacterKind::ZenginEdi => (
            "半角カナ（大文字）、英大文字、数字、スペース、記号（\\ ¥ ｢ ｣ ( ) - / .）",
            "half-width kana, capitals, digits, spaces and \\ ¥ ｢ ｣ ( ) . / -",
        ),
    }
}

/// What a person calls a class of characters.
pub(super) fn of_class(class: MixClass) -> (&'static str, &'static str) {
    match class {
        MixClass::Letter => ("英字", "letter"),
        MixClass::Digit => ("数字", "digit"),
        MixClass::Upper => ("英大文字", "capital letter"),
        MixClass::Lower => ("英小文字", "small letter"),
        MixClass::Symbol => ("記号", "symbol"),
    }
}

/// Appends a shape as a person is shown it: an example, what its characters stand for, and which of them stand for themselves
/// all the same.
pub(super) fn push_shape(shape: &str, lang: Lang, out: &mut String) {
    let classes =
        [(Place::Digit, MixClass::Digit), (Place::Capital, MixClass::Upper), (Place::Small, MixClass::Lower)];
    let has = |wanted: Place| places(shape).any(|place| place == wanted);
    let classes = classes.into_iter().filter(|(place, _)| has(*place));
    let mut notes: alloc::vec::Vec<String> = classes
        .clone()
        .map(|(place, class)| {
            let one = place.written();
            match (of_class(class), lang) {
                ((ja, _), Lang::Ja) => format!("{one}は半角{ja}"),
                ((_, en), Lang::En) => format!("`{one}` is a {en}"),
            }
        })
        .collect();
    for (at, place) in (1_usize..).zip(places(shape)) {
        let Place::Itself(one) = place else { continue };
        if classes.clone().any(|(class, _)| class.written() == one) {
            notes.push(match lang {
                Lang::Ja => format!("{at}文字目の{one}はそのまま"),
                Lang::En => format!("character {at} is `{one}` itself"),
            });
        }
    }
    let example = example(shape);
    out.push_str(&match (lang, notes.is_empty()) {
        (Lang::Ja, true) => format!("「{example}」"),
        (Lang::Ja, false) => format!("「{example}」（{}）", notes.join("、")),
        (Lang::En, true) => format!("`{example}`"),
        (Lang::En, false) => format!("`{example}`, where {}", notes.join(", ")),
    });
}
