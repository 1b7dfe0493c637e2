//! The catalogue of findings.

use crate::finding::Severity;
use crate::lang::Lang;

/// Declares the codes with their severity and their texts.
macro_rules! catalogue {
    ($($variant:ident $code:literal $severity:ident
        $en:literal $ja:literal $(hint $hint_en:literal $hint_ja:literal)?;)+) => {
        /// What kind a finding is. A code never changes its meaning.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        #[non_exhaustive]
        pub enum FindingCode { $(#[doc = concat!("`", $code, "`: ", $en)] $variant,)+ }

        impl FindingCode {
            /// Every code, in the order of the catalogue.
            pub const ALL: &'static [Self] = &[$(Self::$variant,)+];

            /// The dotted name, such as `fee.tiers.unordered`.
            #[must_use]
            pub const fn name(self) -> &'static str {
                match self { $(Self::$variant => $code,)+ }
            }

            /// How grave every finding of this code is.
            #[must_use]
            pub const fn severity(self) -> Severity {
                match self { $(Self::$variant => Severity::$severity,)+ }
            }

            pub(crate) const fn template(self, lang: Lang) -> &'static str {
                match (self, lang) { $((Self::$variant, Lang::En) => $en, (Self::$variant, Lang::Ja) => $ja,)+ }
            }

            pub(crate) const fn hint_template(self, lang: Lang) -> Option<&'static str> {
                match (self, lang) {
                    $($((Self::$variant, Lang::En) => Some($hint_en), (Self::$variant, Lang::Ja) => Some($hint_ja),)?)+
                    _ => None,
                }
            }
        }
    };
}

catalogue! {
    MoreErrors "document.moreErrors" Error
        "there are more errors than are shown" "表示しきれないエラーがほかにもあります";
    MoreWarnings "document.moreWarnings" Warning
        "there are more warnings than are shown" "表示しきれない警告がほかにもあります";
}
