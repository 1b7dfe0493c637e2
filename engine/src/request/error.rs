//! Why there is no answer to a request: one row for each message, under the code that hosts see.

use alloc::format;
use alloc::string::String;
use alloc::vec::Vec;
use core::fmt::{self, Display};

mod expected;

pub(crate) use expected::Expected;

use crate::catalogue::{Allowed, Text, is_sound};
use crate::json::JsonError;
use crate::lang::Lang;
use crate::message::{Arg, fill};
use crate::quote::string;
use crate::reason::Pointer;

/// Declares the codes, each with its messages: the words that it has, Japanese and English.
macro_rules! request_errors {
    ($(#[doc = $doc:literal] $code:ident $name:literal = $number:literal $short:literal {
        $($message:ident ($($word:literal),*) ja $ja:literal en $en:literal;)+
    })+) => {
        $crate::word::numbered! { $($number $short)+ }

        /// Why there is no answer. Names never change their meaning.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        #[non_exhaustive]
        pub enum RequestErrorCode { $(#[doc = concat!($doc, "\n\n`", $name, "`.")] $code,)+ }

        impl RequestErrorCode {
            /// Every code, in the order of the catalogue.
            pub const ALL: &'static [Self] = &[$(Self::$code,)+];

            /// The dotted name, such as `request.user.unknown`.
            #[must_use]
            pub const fn name(self) -> &'static str {
                match self { $(Self::$code => $name,)+ }
            }

            /// The stable number, for hosts without text.
            #[must_use]
            pub const fn number(self) -> u16 {
                match self { $(Self::$code => $number,)+ }
            }

            /// A word for programs whose names are short (88-levels of COBOL): at most 24 of `A` to `Z`, digits and `-`.
            #[must_use]
            pub const fn word(self) -> &'static str {
                match self { $(Self::$code => $short,)+ }
            }

            /// The code of that name, if there is one.
            #[must_use]
            #[deny(unreachable_patterns, reason = "a name that stands twice")]
            pub fn from_name(name: &str) -> Option<Self> {
                match name { $($name => Some(Self::$code),)+ _ => None }
            }

            /// The messages of the code, with their words as `{name}` and so on.
            pub fn templates(self, lang: Lang) -> impl Iterator<Item = &'static str> {
                Mistake::ALL.iter().filter(move |one| one.code() == self).map(move |one| lang.of(one.text()))
            }
        }

        /// One message of a code.
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        pub(crate) enum Mistake { $($($message,)+)+ }

        impl Mistake {
            /// Every message.
            pub(crate) const ALL: &'static [Self] = &[$($(Self::$message,)+)+];

            pub(crate) const fn code(self) -> RequestErrorCode {
                match self { $($(Self::$message => RequestErrorCode::$code,)+)+ }
            }

            /// The names of the words that it has.
            pub(crate) const fn words(self) -> &'static [&'static str] {
                match self { $($(Self::$message => &[$($word),*],)+)+ }
            }

            pub(crate) const fn text(self) -> Text {
                match self { $($(Self::$message => ($ja, $en),)+)+ }
            }
        }
    };
}

request_errors! {
    /// The text is no JSON.
    Json "request.json" = 1 "REQ-JSON" {
        RequestJson("what", "at") ja "リクエストをJSONとして読み取れません（{at}バイト目: {what}）" en "the request is not JSON: {what} at byte {at}";
        QuestionJson("what") ja "JSONとして読み取れません（{what}）" en "the text is not JSON: {what}";
        NoJson() ja "JSONとして読み取れません" en "the text is not JSON";
        AnswerJson("what", "at") ja "エンジンの応答として読み取れません（{at}バイト目: {what}）" en "the answer is not one of the engine's: {what} at byte {at}";
    }
    /// The whole is too long.
    Size "request.size" = 2 "REQ-SIZE" {
        RequestSize() ja "リクエスト全体が32 MiBを超えています" en "the request has more than 32 MiB";
        QuestionSize() ja "質問全体が32 MiBを超えています" en "the question has more than 32 MiB";
        AnswerSize() ja "応答全体が64 MiBを超えています" en "the answer has more than 64 MiB";
        DocumentSize("bytes", "max") ja "文書の大きさ（{bytes}バイト）が上限（{max}バイト）を超えています" en "the document has {bytes} bytes, more than the {max} allowed";
    }
    /// A text is too long.
    TextLong "request.text.long" = 3 "REQ-TEXT-LONG" {
        TextLong() ja "文字列が1,024バイトを超えています" en "a text has more than 1,024 bytes";
        NameLong() ja "項目名が1,024バイトを超えています" en "a name has more than 1,024 bytes";
        NumberLong() ja "数値が1,024桁を超えています" en "a number has more than 1,024 digits";
        DocumentTextLong("bytes", "max") ja "文字列の長さ（{bytes}バイト）が上限（{max}バイト）を超えています" en "the text has {bytes} bytes, more than the {max} allowed";
    }
    /// A list is too long.
    ListLong "request.list.long" = 4 "REQ-LIST-LONG" {
        ListLong("max") ja "配列の要素が{max}個を超えています" en "a list has more than {max} elements";
        AccessLong("max") ja "`access`の属性が{max}個を超えています" en "`access` has more than {max} attributes";
        OrdersLong("max") ja "`items`が{max}件を超えています" en "there are more than {max} items";
    }
    /// A value has another JSON type.
    Type "request.type" = 5 "REQ-TYPE" {
        Type("expected") ja "{expected}を指定してください" en "{expected} is expected";
    }
    /// There is no such field.
    FieldUnknown "request.field.unknown" = 6 "REQ-FIELD-UNKNOWN" {
        FieldUnknown("name") ja "項目「{name}」はここには指定できません" en "there is no field `{name}` here";
    }
    /// A field stands twice.
    FieldDuplicate "request.field.duplicate" = 7 "REQ-FIELD-DUPLICATE" {
        FieldDuplicate("name") ja "項目「{name}」が重複しています" en "the field `{name}` stands twice";
    }
    /// A field without which there is no answer is missing.
    FieldMissing "request.field.missing" = 8 "REQ-FIELD-MISSING" {
        FieldMissing("name") ja "項目「{name}」が指定されていません" en "`{name}` is missing";
    }
    /// The company has no such user.
    UserUnknown "request.user.unknown" = 9 "REQ-USER-UNKNOWN" {
        UserUnknown("id") ja "利用者「{id}」は登録されていません" en "there is no user `{id}`";
    }
    /// The service has no such business.
    BusinessUnknown "request.business.unknown" = 10 "REQ-BUSINESS-UNKNOWN" {
        BusinessUnknown("key") ja "業務「{key}」は取り扱っていません" en "there is no business `{key}`";
    }
    /// The company has no such group.
    GroupUnknown "request.group.unknown" = 34 "REQ-GROUP-UNKNOWN" {
        GroupUnknown("key") ja "グループ「{key}」は登録されていません" en "there is no group `{key}`";
    }
    /// There is no such operation.
    OperationUnknown "request.operation.unknown" = 11 "REQ-OPERATION-UNKNOWN" {
        OperationUnknown("name") ja "操作「{name}」はありません" en "there is no operation `{name}`";
    }
    /// The company has no such account.
    AccountUnknown "request.account.unknown" = 12 "REQ-ACCOUNT-UNKNOWN" {
        AccountUnknown("id") ja "口座「{id}」は登録されていません" en "there is no account `{id}`";
    }
    /// `now` is no instant.
    NowMalformed "request.now.malformed" = 13 "REQ-NOW-MALFORMED" {
        NowMalformed("text") ja "「{text}」は時差付きの日時ではありません（例: 2026-11-20T10:15:00+09:00）" en "`{text}` is not an instant with an offset, such as `2026-11-20T10:15:00+09:00`";
        NowFraction("text", "whole") ja "「{text}」に秒の小数部があります。「{whole}」のように指定してください" en "`{text}` has a fraction of a second, which an instant must not have: write `{whole}`";
    }
    /// Items stand where one payee belongs, or the other way round.
    Shape "request.shape" = 14 "REQ-SHAPE" {
        ShapeSingle("business") ja "業務「{business}」の振込先は1件です。`items`は指定できません" en "`{business}` takes one payee, not items";
        ShapeBatch("business") ja "業務「{business}」の明細は`items`で指定してください" en "`{business}` takes items, not one payee or payment";
        ShapeSwitch("field") ja "切替では「{field}」を指定できません" en "`{field}` cannot be stated in a switch";
    }
    /// An entry of `usage` lacks something.
    UsageIncomplete "request.usage.incomplete" = 15 "REQ-USAGE-INCOMPLETE" {
        UsageIncomplete("field") ja "`usage`の要素に「{field}」がありません" en "`{field}` is missing in an entry of usage";
        UsageWhose() ja "誰の限度額かが指定されていません" en "the entry does not say whose limit it is of";
    }
    /// An entry of `usage` stands twice.
    UsageDuplicate "request.usage.duplicate" = 16 "REQ-USAGE-DUPLICATE" {
        UsageDuplicate() ja "`usage`の要素が重複しています" en "an entry of usage stands twice";
    }
    /// The payee of an entry of `usage` is not written as payees are.
    UsagePayee "request.usage.payee" = 17 "REQ-USAGE-PAYEE" {
        UsagePayee("text") ja "「{text}」は振込先として正しくありません（例: 0034-081-1-0253326）" en "`{text}` is not a payee, such as `0034-081-1-0253326`";
    }
    /// There is no such limit.
    UsageLimit "request.usage.limit" = 18 "REQ-USAGE-LIMIT" {
        UsageLimit("name") ja "限度額「{name}」はありません" en "there is no limit `{name}`";
    }
    /// The day of an entry of `usage` is no day.
    UsageDay "request.usage.day" = 19 "REQ-USAGE-DAY" {
        UsageDay("text") ja "「{text}」は日付ではありません（例: 2026-11-20）" en "`{text}` is not a day, such as `2026-11-20`";
    }
    /// What an entry of `usage` has used is no amount.
    UsageUsed "request.usage.used" = 20 "REQ-USAGE-USED" {
        UsageUsed() ja "累積額が金額として正しくありません" en "the sum used is not an amount";
        UsageAmount() ja "使用額が金額として正しくありません" en "the amount is not an amount";
    }
    /// A fact of an item is none of its vocabulary.
    ItemUnknown "request.item.unknown" = 21 "REQ-ITEM-UNKNOWN" {
        ItemUnknown("text", "field") ja "「{text}」は「{field}」の値ではありません" en "`{text}` is not a value of `{field}`";
        ItemInstant("text") ja "「{text}」は時差付きの日時ではありません（例: 2026-11-20T10:15:00+09:00）" en "`{text}` is not an instant with an offset, such as `2026-11-20T10:15:00+09:00`";
        ItemFraction("text", "whole") ja "「{text}」に秒の小数部があります。「{whole}」のように指定してください" en "`{text}` has a fraction of a second, which an instant must not have: write `{whole}`";
    }
    /// An item cannot be as it is stated.
    ItemImpossible "request.item.impossible" = 22 "REQ-ITEM-IMPOSSIBLE" {
        ItemNewCounted() ja "新しい取引は、まだ限度額を使用していません" en "a new item stands in no usage yet";
        ItemApprovalOrder() ja "承認日時が、直前の承認より前になっています" en "an approval is before the one ahead of it";
        ItemApprovalLate() ja "承認日時が承認期限より後になっています" en "an approval is before the deadline";
        ItemApprovalAfter() ja "承認日時が、取引の最終更新より後になっています" en "no approval is after the last change of an item";
        ItemRevision() ja "取引の版数は1以上です" en "the revision of an item is at least 1";
        ItemModeMissing("state") ja "状態「{state}」の取引には承認方法が必要です" en "an item in state `{state}` has a mode";
        ItemModeStated("state") ja "状態「{state}」の取引に承認方法はありません" en "an item in state `{state}` has no mode";
        ItemApprovals("state", "mode", "count") ja "状態「{state}」、承認方法「{mode}」の取引の承認は{count}件になりません" en "an item in state `{state}` under mode `{mode}` has not {count} approvals";
        ItemPolicy() ja "承認ポリシーの取引には、「policy」、「alternatives」、および承認ごとの「act」が必要です" en "an item of mode `policy` has `policy` and `alternatives`, and each of its approvals `act`";
        ItemAlternative() ja "どの承認ポリシーにもない承認経路です" en "no policy has such an alternative";
        ItemUnfit() ja "すでに承認等を行った方が、承認経路の枠に収まりません" en "those who have acted do not fit every alternative";
        ItemToCome("state", "count") ja "状態「{state}」の取引に残る承認等は{count}件になりません" en "an item in state `{state}` has not {count} people to come";
        ItemApprovedTwice("user") ja "利用者「{user}」が2回承認しています" en "`{user}` has approved twice";
        ItemCountedState("state") ja "状態「{state}」の取引は限度額を使用していません" en "an item in state `{state}` stands in no usage";
        ItemCountedOwner() ja "取引が使用するのは、その口座と業務の限度額です" en "an item counts for its own account and its own business";
        ItemCountedDays() ja "取引が限度額を使用するのは1日だけで、限度額ごとに1回です" en "an item counts on one day, and once for each limit";
    }
    /// There is no such event.
    EventUnknown "request.event.unknown" = 23 "REQ-EVENT-UNKNOWN" {
        EventUnknown("name") ja "イベント「{name}」はありません" en "there is no event `{name}`";
    }
    /// Whom an operation is done to is stated in words that are none.
    TargetUnknown "request.target.unknown" = 24 "REQ-TARGET-UNKNOWN" {
        TargetUnknown("text", "field") ja "「{text}」は「{field}」の値ではありません" en "`{text}` is not a value of `{field}`";
    }
    /// There is no such access attribute.
    AccessUnknown "request.access.unknown" = 25 "REQ-ACCESS-UNKNOWN" {
        AccessUnknown("name") ja "属性「{name}」は定義されていません" en "there is no attribute `{name}`";
        AccessOfCompany("name") ja "属性「{name}」は企業の文書で設定する属性のため、リクエストには指定できません" en "`{name}` is stated in the company's document, not in the request";
    }
    /// The value of an access attribute is not of its type.
    AccessValue "request.access.value" = 26 "REQ-ACCESS-VALUE" {
        AccessValue("text", "name", "expected") ja "「{text}」は属性「{name}」の値として正しくありません（正しい値: {expected}）" en "`{text}` is not a value of `{name}`, which is {expected}";
    }
    /// There is no payment to look for.
    Largest "request.largest" = 27 "REQ-LARGEST" {
        LargestOperation() ja "支払金額があるのは、取引を作成または承認する操作だけです" en "only an operation that makes or approves an item has a payment";
        LargestBusiness() ja "業務が指定されていないため、支払金額がありません" en "without a business there is no payment";
        LargestSingle() ja "この業務の振込先は1件です。明細は指定できません" en "the business takes one payee, not items";
        LargestWhich() ja "どの明細の支払金額を求めるかが指定されていません" en "which item's payment is looked for is not said";
        LargestItem() ja "指定された明細がありません" en "the request has no such item";
    }
    /// The batch is too long to ask what remains possible.
    Possible "request.possible" = 28 "REQ-POSSIBLE" {
        Possible("max") ja "指定できる値を調べられる明細は{max}件までです" en "what remains possible is found for at most {max} items here";
    }
    /// The question of a form does not hold together.
    Form "request.form" = 29 "REQ-FORM" {
        FormMissing() ja "`form`でフォームを指定してください" en "`form` says which form it is";
        FormUnknown("name") ja "フォーム「{name}」はありません" en "there is no form `{name}`";
        FormChange("form") ja "フォーム「{form}」に`change`は指定できません" en "the form `{form}` has no `change`";
        FormItems("form") ja "フォーム「{form}」に`items`は指定できません" en "the form `{form}` has no `items`";
        FormRemoveCompany() ja "企業を企業の文書から削除することはできません" en "a company cannot be taken out of its own document";
        FormRemoveWhat() ja "削除する対象を`change`で指定してください" en "`change` says what is taken out";
        FormRemoveInput() ja "`remove`と`input`は同時に指定できません" en "`remove` goes without `input`";
        FormDocument("what") ja "企業の文書を読み込めません（{what}）" en "the company document does not load: {what}";
        FormPart() ja "利用者別の文書で使えるフォームは`request`だけです。企業の文書全体を指定してください" en "a part has no form but `request`, only the whole company document has the others";
        FormElement("form", "id") ja "「{id}」は登録されていません（{form}）" en "the company has no {form} `{id}`";
        FormRows("form") ja "フォーム「{form}」に`rows`は指定できません" en "the form `{form}` has no `rows`";
        FormRowsAlone("name") ja "`rows`と`{name}`は同時に指定できません" en "`rows` goes without `{name}`";
        FormRowsCount("max") ja "`rows`には1件以上{max}件以下を指定してください" en "`rows` has 1 to {max} rows";
        FormFees("bearer", "business") ja "業務「{business}」の手数料（{bearer}）は登録されていません" en "the company has no `{bearer}` fees for `{business}`";
    }
    /// A form needs the document of a company that is of an image.
    ImageForm "image.form" = 30 "IMAGE-FORM" {
        FormOfDocument("form") ja "フォーム「{form}」の確認には企業文書が必要ですが、イメージには含まれていません。サービスの`form`を使ってください" en "the form `{form}` needs the company document, which an image does not have: take `form` of the service";
    }
    /// The bank does not offer such fees.
    FeeNotOffered "fee.notOffered" = 31 "NOT-OFFERED" {
        FeeNotOffered("bearer", "business") ja "業務「{business}」の手数料（{bearer}）は取り扱っていません" en "the bank does not offer fees of the {bearer} for `{business}`";
    }
    /// The day is none.
    FormDate "form.date" = 32 "NO-DAY" {
        FormDate("text") ja "「{text}」は日付ではありません" en "`{text}` is not a day";
    }
    /// No table is in force on the day.
    FeeNoTableInForce "fee.noTableInForce" = 33 "NO-TABLE-IN-FORCE" {
        FeeNoTableInForce("business", "day") ja "{day}に適用される業務「{business}」の手数料表がありません" en "no table of `{business}` is in force on {day}";
    }
}

/// Every message names only words that it has.
const _: () = {
    let mut rest = Mistake::ALL;
    while let [mistake, others @ ..] = rest {
        let (ja, en) = mistake.text();
        let words = Allowed::Words(mistake.words());
        assert!(is_sound(ja, words) && is_sound(en, words), "a message names no word of its row");
        rest = others;
    }
};

text_conversions! { RequestErrorCode }

/// No answer: the request cannot be evaluated. Hosts treat it as refused.
#[derive(Clone, PartialEq, Eq)]
pub struct RequestError {
    pub(crate) mistake: Mistake,
    pub(crate) path: String,
    pub(crate) words: Vec<Arg>,
}

impl RequestError {
    /// An error at a path, with the words of its message in their order.
    #[cold]
    pub(crate) fn at_path<const N: usize>(
        mistake: Mistake,
        path: impl Into<String>,
        words: [&dyn Display; N],
    ) -> Self {
        let words = words.into_iter().map(|word| Arg::Whole(format!("{word}").into())).collect();
        Self { mistake, path: path.into(), words }
    }

    /// An error whose place is said later, from the inside out.
    #[cold]
    pub(crate) fn new<const N: usize>(mistake: Mistake, words: [&dyn Display; N]) -> Self {
        Self::at_path(mistake, "", words)
    }

    /// An error at a field of a request.
    #[cold]
    pub(crate) fn at<const N: usize>(
        mistake: Mistake,
        at: impl Into<Pointer>,
        words: [&dyn Display; N],
    ) -> Self {
        let mut path = String::new();
        at.into().write(&mut path);
        Self::at_path(mistake, path, words)
    }

    /// An error with words of another catalogue.
    #[cold]
    pub(crate) fn of_words(mistake: Mistake, path: impl Into<String>, words: Vec<Arg>) -> Self {
        Self { mistake, path: path.into(), words }
    }

    /// A value of another JSON type than expected.
    #[cold]
    pub(crate) fn wrong_type(path: impl Into<String>, expected: Expected) -> Self {
        let (ja, en) = expected.words();
        Self { mistake: Mistake::Type, path: path.into(), words: [Arg::Term(en, ja)].into() }
    }

    /// Text that is no JSON, as a message says that has a word for what is wrong and one for the byte.
    #[cold]
    pub(crate) fn of_json(mistake: Mistake, error: JsonError) -> Self {
        let (en, ja) = error.kind.words();
        Self { mistake, path: String::new(), words: [Arg::Term(en, ja), Arg::number(error.at)].into() }
    }

    /// A text that is no instant. What clocks of programs often give is told apart: a fraction.
    #[cold]
    pub(crate) fn not_an_instant(
        [malformed, fraction]: [Mistake; 2],
        path: impl Into<String>,
        text: &str,
    ) -> Self {
        match crate::date::without_fraction(text) {
            Some(whole) => Self::at_path(fraction, path, [&text, &whole]),
            None => Self::at_path(malformed, path, [&text]),
        }
    }

    /// The same error, one level further out.
    #[cold]
    pub(crate) fn within(mut self, segment: &str) -> Self {
        self.path = format!("/{}{}", segment.replace('~', "~0").replace('/', "~1"), self.path);
        self
    }

    /// The kind of fault, such as `request.user.unknown`.
    #[must_use]
    pub fn code(&self) -> RequestErrorCode {
        self.mistake.code()
    }

    /// Where in the request (RFC 6901); empty for the whole.
    #[must_use]
    pub fn path(&self) -> &str {
        &self.path
    }

    /// The field that it is about, and its place in a batch, where its path is that of a field of a request.
    #[must_use]
    pub fn at_field(&self) -> Option<Pointer> {
        Pointer::of_path(&self.path)
    }

    /// What is wrong.
    #[must_use]
    pub fn message(&self, lang: Lang) -> String {
        fill(lang.of(self.mistake.text()), self.mistake.words(), &self.words, lang).unwrap_or_default()
    }

    /// Appends `{"code","path","message","messageJa"}`.
    pub fn to_json(&self, out: &mut String) {
        for (name, text) in [
            ("{\"code\":", self.code().name()),
            (",\"path\":", &*self.path),
            (",\"message\":", &*self.message(Lang::En)),
            (",\"messageJa\":", &*self.message(Lang::Ja)),
        ] {
            out.push_str(name);
            string(text, out);
        }
        out.push('}');
    }
}

impl Display for RequestError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} (at `{}`)", self.message(Lang::En), self.path)
    }
}

impl fmt::Debug for RequestError {
    /// As `Display`, with the code: so `main` shows an error.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{self} [{}]", self.code())
    }
}

impl core::error::Error for RequestError {}

impl From<JsonError> for RequestError {
    fn from(error: JsonError) -> Self {
        Self::of_json(Mistake::RequestJson, error)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Every message as persons read it: one that is changed or lost is noticed.
    #[test]
    fn every_error_speaks_two_languages() {
        let mut texts = String::new();
        for code in RequestErrorCode::ALL {
            texts.push_str(&format!("{code}\n"));
            for mistake in Mistake::ALL.iter().filter(|mistake| mistake.code() == *code) {
                let words = mistake.words().iter().map(|word| Arg::whole(&word.to_uppercase())).collect();
                let error = RequestError::of_words(*mistake, "", words);
                texts.push_str(&format!("  {}\n  {}\n", error.message(Lang::Ja), error.message(Lang::En)));
            }
        }
        insta::assert_snapshot!("request_errors", texts);
    }

    #[test]
    fn messages_keep_to_the_style() {
        for code in RequestErrorCode::ALL {
            assert!(code.templates(Lang::En).count() > 0, "{code}");
        }
        for mistake in Mistake::ALL {
            let (ja, en) = mistake.text();
            assert!(!en.ends_with('.') && !ja.ends_with('。'), "{en}");
            for word in mistake.words() {
                let word = format!("{{{word}}}");
                assert!(en.contains(&word) && ja.contains(&word), "{en}: {word}");
            }
        }
    }

    #[test]
    fn errors_are_written_in_both_languages() {
        let error = RequestError::at_path(Mistake::UserUnknown, "/user", [&"a\"b"]);
        let mut json = String::new();
        error.to_json(&mut json);
        assert_eq!(
            json,
            r#"{"code":"request.user.unknown","path":"/user","message":"there is no user `a\"b`","messageJa":"利用者「a\"b」は登録されていません"}"#
        );
        assert_eq!(format!("{error}"), "there is no user `a\"b` (at `/user`)");
        let typed = RequestError::wrong_type("/x", Expected::Amount).within("items");
        assert_eq!(
            (typed.path(), &*typed.message(Lang::Ja)),
            ("/items/x", "文字列または数値の金額を指定してください")
        );
    }
}
