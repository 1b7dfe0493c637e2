use kessai::verdict::{Field, FigureKind};

use super::*;
use crate::record::charset::Charset;
use crate::record::field::X;

/// The figures that a text names.
fn named(text: &str) -> impl Iterator<Item = &str> {
    text.split('{').skip(1).map(|piece| piece.split('}').next().unwrap())
}

#[test]
fn no_text_stands_twice_or_for_nothing() {
    assert_eq!(REASONS.len(), Code::ALL.len());
    assert_eq!(ERRORS.len(), RequestErrorCode::ALL.len());
    let fields: Vec<_> = FIELDS.iter().map(|(number, _)| *number).collect();
    let all: Vec<_> = Field::numbers().into_iter().map(|(number, _)| number).collect();
    assert_eq!(fields, all, "each field has its name");
    for kind in CharacterKind::ALL {
        assert!(of_kind(kind.name()).is_some(), "{kind}");
    }
    for class in MixClass::ALL {
        assert!(of_class(class.name()).is_some(), "{class}");
    }
}

#[test]
fn texts_name_the_figures_that_the_japanese_ones_name() {
    for code in Code::ALL {
        let (text, ways) = of_code(*code).unwrap();
        for figure in named(text) {
            assert!(code.figures_always().any(|known| known == figure), "{code}: {figure}");
        }
        for figure in ways.iter().flat_map(|way| named(way)) {
            assert!(code.figures().any(|(known, _)| known == figure), "{code}: {figure}");
        }
        // A range, which is one piece there, is three ways here.
        let ja: Vec<_> =
            [code.template(kessai::Lang::Ja)].into_iter().chain(code.ways_out(kessai::Lang::Ja)).collect();
        if ja.iter().any(|text| text.contains("..")) {
            continue;
        }
        let sorted = |text: &'static str| {
            let mut all: Vec<_> = named(text).collect();
            all.sort_unstable();
            all
        };
        let want: Vec<_> = ja.into_iter().map(sorted).collect();
        let got: Vec<_> = [text].into_iter().chain(ways.iter().copied()).map(sorted).collect();
        assert_eq!(got, want, "{code}");
    }
}

/// The longest that a figure of a kind can be, of people one.
fn longest(kind: FigureKind) -> usize {
    match kind {
        FigureKind::Amount | FigureKind::Quantity => "USD -999,999,999,999,999,999".len(),
        FigureKind::Count | FigureKind::Number | FigureKind::Position => "999,999,999".len(),
        FigureKind::Day => "2026-11-24".len(),
        FigureKind::Characters => KINDS.iter().map(|(_, kind)| kind.chars().count()).max().unwrap(),
        FigureKind::Class => 8,
        FigureKind::Character => 1,
        _ => 64,
    }
}

#[test]
fn every_set_spells_them_and_the_field_has_room() {
    let mut texts = vec![MISSING.to_owned(), ITEM.to_owned(), YEN.to_owned(), ITEMS.to_owned()];
    for (code, all) in REASONS {
        for way in all.iter().skip(1).chain([&""]) {
            let mut text = format!("{} {way}", all[0]);
            for (name, kind) in code.figures() {
                text = text.replace(&format!("{{{name}}}"), &"9".repeat(longest(kind)));
            }
            texts.push(text);
        }
    }
    let labels = FIELDS.iter().map(|(_, label)| *label);
    let labels = labels.chain(KINDS.iter().map(|(_, label)| *label));
    let labels = labels.chain(CLASSES.iter().map(|(_, label)| *label));
    texts.extend(labels.chain(ERRORS.iter().map(|(_, text)| *text)).map(str::to_owned));
    for text in texts {
        for set in [Charset::JisX0201, Charset::Ebcdic290, Charset::Ebcdic1027] {
            let mut field = X::<400>::BLANK;
            assert!(set.encode(&text, &mut field), "{set:?}: {text}");
        }
    }
}
