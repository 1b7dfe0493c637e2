//! Why bytes are no image that this engine reads.

use alloc::format;
use alloc::string::String;
use alloc::vec::Vec;
use core::fmt;

use crate::image::kept::{Keep, Source};
use crate::lang::Lang;
use crate::quote::string;

/// The version of an image: an engine reads images of its own alone, as what has been worked out for it stands in them too.
///
/// It is written as `1-5f3a09c2`: the format's number and the fingerprint of what is kept, field by field.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ImageVersion {
    pub(super) format: u16,
    pub(super) layout: u32,
    pub(super) engine: [u16; 3],
}

impl ImageVersion {
    /// That of the images that this engine writes and reads.
    pub const CURRENT: Self = super::VERSION;

    /// The version of the engine that wrote it, such as `0.1.0`.
    #[must_use]
    pub fn engine(&self) -> String {
        let [major, minor, patch] = self.engine;
        format!("{major}.{minor}.{patch}")
    }

    pub(super) fn write(&self, out: &mut Vec<u8>) {
        u16::write(&self.format, out);
        u32::write(&self.layout, out);
        self.engine.iter().for_each(|number| u16::write(number, out));
    }

    pub(super) fn read(from: &mut Source<'_>) -> Result<Self, Damage> {
        Ok(Self {
            format: u16::read(from)?,
            layout: u32::read(from)?,
            engine: [u16::read(from)?, u16::read(from)?, u16::read(from)?],
        })
    }
}

impl fmt::Display for ImageVersion {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}-{:08x}", self.format, self.layout)
    }
}

/// What is wrong in an image whose checksum is right: no engine has written it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Damage {
    /// It ends too early.
    Short,
    /// Something is left behind its end.
    Rest,
    /// A list has too few or too many elements.
    Count,
    /// A text is too short or too long, or is no UTF-8.
    Text,
    /// A number is out of its bounds.
    Number,
    /// An amount has more than 18 digits, or is below 0.
    Amount,
    /// A code stands for nothing.
    Word,
    /// Something points behind the end of a list.
    Position,
    /// A list is not in its order, or has something twice.
    Order,
    /// Conditions lie too deep in each other.
    Depth,
    /// Two things that belong together do not go together.
    Match,
}

impl Damage {
    /// What is wrong, Japanese and English.
    const fn text(self) -> (&'static str, &'static str) {
        match self {
            Self::Short => ("途中で終わっています", "it ends too early"),
            Self::Rest => ("末尾に余分なデータがあります", "something is left behind its end"),
            Self::Count => ("一覧の要素数が範囲外です", "a list has too few or too many elements"),
            Self::Text => ("文字列が不正です", "a text is too short, too long or no UTF-8"),
            Self::Number => ("数値が範囲外です", "a number is out of its bounds"),
            Self::Amount => ("金額が範囲外です", "an amount is out of its bounds"),
            Self::Word => ("不明なコードがあります", "a code stands for nothing"),
            Self::Position => ("存在しない要素を参照しています", "something points behind the end of a list"),
            Self::Order => ("一覧の順序が不正です", "a list is out of order, or has something twice"),
            Self::Depth => ("条件の入れ子が深すぎます", "conditions lie too deep in each other"),
            Self::Match => ("内容に矛盾があります", "two things do not go together"),
        }
    }
}

/// Why an image was not read.
#[derive(Clone, PartialEq, Eq)]
#[non_exhaustive]
pub enum ImageError {
    /// The bytes do not begin as an image does.
    NotAnImage,
    /// It is of another version, and has to be compiled anew.
    Version {
        /// That of the image.
        of_image: ImageVersion,
        /// That which this engine reads.
        of_engine: ImageVersion,
    },
    /// It is longer or shorter than it says.
    Length {
        /// How many bytes it says it has.
        stated: u64,
        /// How many it has.
        given: u64,
    },
    /// Its bytes have been changed.
    Checksum,
    /// Its checksum is right, but no engine has written it.
    Damaged(Damage),
}

impl ImageError {
    /// The dotted name, such as `image.version`; it never changes its meaning.
    #[must_use]
    pub const fn code(&self) -> &'static str {
        match self {
            Self::NotAnImage => "image.magic",
            Self::Version { .. } => "image.version",
            Self::Length { .. } => "image.length",
            Self::Checksum => "image.checksum",
            Self::Damaged(_) => "image.damaged",
        }
    }

    /// Appends `{"code","path","message","messageJa"}`, as errors of requests are written; the path is empty.
    pub fn to_json(&self, out: &mut String) {
        let members = [
            ("{\"code\":", self.code()),
            (",\"path\":", ""),
            (",\"message\":", &*self.message(Lang::En)),
            (",\"messageJa\":", &*self.message(Lang::Ja)),
        ];
        for (name, text) in members {
            out.push_str(name);
            string(text, out);
        }
        out.push('}');
    }

    /// What is wrong, in a language.
    #[must_use]
    pub fn message(&self, lang: Lang) -> String {
        let (ja, en) = match self {
            Self::NotAnImage => {
                (String::from("Kessaiのイメージではありません"), String::from("this is no image of Kessai"))
            }
            Self::Version { of_image, of_engine } => {
                let [written, own] = [of_image.engine(), of_engine.engine()];
                (
                    format!(
                        "イメージのバージョンは{of_image}（エンジン{written}で作成）ですが、このエンジン（{own}）が読み取れるのは{of_engine}です。文書から作成し直してください"
                    ),
                    format!(
                        "the image has version {of_image}, written by engine {written}, but this engine, {own}, reads version {of_engine}: compile the documents anew"
                    ),
                )
            }
            Self::Length { stated, given } => (
                format!("イメージの長さは{stated}バイトのはずですが、{given}バイトです"),
                format!("the image should have {stated} bytes, but has {given}"),
            ),
            Self::Checksum => (
                String::from("イメージのチェックサムが一致しません。内容が変更されています"),
                String::from("the checksum of the image is wrong: its bytes have been changed"),
            ),
            Self::Damaged(damage) => {
                let (ja, en) = damage.text();
                (
                    format!("イメージのチェックサムは一致しますが、内容が不正です: {ja}"),
                    format!("the checksum of the image is right, but no engine has written it: {en}"),
                )
            }
        };
        lang.of((ja, en))
    }
}

impl fmt::Display for ImageError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.message(Lang::En))
    }
}

impl fmt::Debug for ImageError {
    /// The message with its code: so `main` shows an error.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{self} [{}]", self.code())
    }
}

impl core::error::Error for ImageError {}
