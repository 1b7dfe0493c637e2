//! What kind of JSON value is expected.

use super::Text;

/// What kind of JSON value is expected, in words.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Expected {
    Object,
    List,
    Text,
    Number,
    Whole,
    Flag,
    Amount,
    Attribute,
}

impl Expected {
    pub(super) const fn words(self) -> Text {
        match self {
            Self::Object => ("オブジェクト", "an object"),
            Self::List => ("配列", "a list"),
            Self::Text => ("文字列", "a text"),
            Self::Number => ("数値", "a number"),
            Self::Whole => ("整数", "a whole number"),
            Self::Flag => ("trueまたはfalse", "true or false"),
            Self::Amount => ("文字列または数値の金額", "an amount as a text or number"),
            Self::Attribute => (
                "文字列、数値、true、falseまたは文字列の配列",
                "a text, a number, true, false or a list of texts",
            ),
        }
    }
}
