//! How the catalogue of findings is declared: code, severity, texts and hints of each finding in one place.

/// Declares the codes with their severity and their texts.
macro_rules! catalogue {
    ($($variant:ident = $number:literal $code:literal $severity:ident $(($($word:ident),+))?
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

            /// The stable number, for hosts without text.
            #[must_use]
            pub const fn number(self) -> u16 {
                match self { $(Self::$variant => $number,)+ }
            }

            /// The code of that name, if there is one.
            #[must_use]
            pub fn from_name(name: &str) -> Option<Self> {
                match name { $($code => Some(Self::$variant),)+ _ => None }
            }

            /// How grave every finding of this code is.
            #[must_use]
            pub const fn severity(self) -> Severity {
                match self { $(Self::$variant => Severity::$severity,)+ }
            }

            /// The names of the words that a finding of this code has.
            pub(crate) const fn words(self) -> &'static [&'static str] {
                match self { $(Self::$variant => &[$($(stringify!($word)),+)?],)+ }
            }

            /// The message, with its words as `{name}` and so on.
            #[must_use]
            pub const fn template(self, lang: Lang) -> &'static str {
                match (self, lang) { $((Self::$variant, Lang::En) => $en, (Self::$variant, Lang::Ja) => $ja,)+ }
            }

            /// What to do about it, where there is a hint that is always the same.
            #[must_use]
            pub const fn hint_template(self, lang: Lang) -> Option<&'static str> {
                match (self, lang) {
                    $($((Self::$variant, Lang::En) => Some($hint_en), (Self::$variant, Lang::Ja) => Some($hint_ja),)?)+
                    _ => None,
                }
            }
        }

        text_conversions! { FindingCode }
    };
}
