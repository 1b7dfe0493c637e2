//! The languages in which the engine speaks to people.

/// A language of texts for people; nothing is decided by it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Lang {
    /// Japanese (日本語).
    Ja,
    /// English.
    #[default]
    En,
}

impl Lang {
    /// Both.
    pub const ALL: &'static [Self] = &[Self::Ja, Self::En];

    /// Its tag, `ja` or `en`.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Ja => "ja",
            Self::En => "en",
        }
    }

    /// That of a Japanese and an English one which is of this language.
    pub(crate) fn of<T>(self, (ja, en): (T, T)) -> T {
        match self {
            Self::Ja => ja,
            Self::En => en,
        }
    }

    /// The language of a tag such as `ja`, `ja-JP` or `en`; none for other languages.
    ///
    /// ```
    /// use kessai::Lang;
    /// assert_eq!(Lang::from_tag("ja-JP"), Some(Lang::Ja));
    /// assert_eq!(Lang::from_tag("fr"), None);
    /// ```
    #[must_use]
    pub fn from_tag(tag: &str) -> Option<Self> {
        match tag.split(['-', '_']).next() {
            Some(language) if language.eq_ignore_ascii_case("ja") => Some(Self::Ja),
            Some(language) if language.eq_ignore_ascii_case("en") => Some(Self::En),
            _ => None,
        }
    }

    fn from_name(tag: &str) -> Option<Self> {
        Self::from_tag(tag)
    }
}

text_conversions! { Lang }
