//! Texts of the form step.

use crate::reason::Code;
use crate::text::catalogue::{Texts, plain, texts};

/// Texts of the form step.
pub(super) fn texts_of(code: Code) -> Option<Texts> {
    Some(match code {
        Code::FormAmount => plain("金額は半角数字で正しく入力してください。", "This is not an amount."),
        Code::FormDate => plain(
            "日付を正しく入力してください（例：2026-11-24）。",
            "This is not a day, such as 2026-11-24.",
        ),
        Code::FormChoice => plain("選択肢の中から指定してください。", "This is not one of the choices."),
        Code::FormValueDateOutsideCalendar => {
            plain("指定日は受付可能な期間の範囲外です。", "The value date is outside the bank's calendar.")
        }
        Code::FormValueDateNotBusinessDay => texts(
            (
                "指定日は銀行営業日ではありません。",
                "最短の指定日は{earliest}です。|{latest}までの日付を指定してください。|代わりに指定できる日はありません。",
            ),
            (
                "The value date is not a business day.",
                "The next day that can be given is {earliest}.|The last day that can be given is {latest}.|No other day can be given.",
            ),
        ),
        Code::FormCharacters => texts(
            (
                "使用できない文字「{character}」が含まれています（{position}文字目）。",
                "{kind}で入力してください。",
            ),
            ("`{character}` at position {position} cannot be used here.", "Use {kind}."),
        ),
        Code::FormTooShort => {
            plain("{min}文字以上で入力してください。", "This has fewer than {min} characters.")
        }
        Code::FormTooLong => {
            plain("{max}文字以内で入力してください。", "This has more than {max} characters.")
        }
        Code::FormTooManyBytes => plain(
            "{max}バイト以内で入力してください（全角は2バイト）。",
            "This has more than {max} bytes, where a full-width character has 2.",
        ),
        Code::FormMix => plain("{class}を1文字以上含めてください。", "This needs at least one {class}."),
        Code::FormTypedTwice => {
            plain("確認のために再入力された内容が一致しません。", "What was typed again is not the same.")
        }
        Code::FormUnequal => plain(
            "「{expected}」と異なる内容を入力してください。",
            "This must not be the same as `{expected}`.",
        ),
        Code::FormList => plain("選択肢の中から指定してください。", "This is not one of the bank's choices."),
        Code::FormRange => plain(
            "取り扱える範囲の金額を入力してください（{range}）。",
            "The amount is outside the range of {range}.",
        ),
        Code::FormMail => plain("メールアドレスの形式が正しくありません。", "This is not a mail address."),
        Code::FormValueDateTooSoon => texts(
            (
                "受付の締切を過ぎているため、この指定日ではお取扱いできません。",
                "最短の指定日は{earliest}です。|代わりに指定できる日はありません。",
            ),
            ("It is too late for this value date.", "The earliest is {earliest}.|No other day can be given."),
        ),
        Code::FormValueDateTooLate => texts(
            (
                "指定日が受付可能な期間より先の日付です。",
                "{latest}までの日付を指定してください。|代わりに指定できる日はありません。",
            ),
            ("The value date is too far ahead.", "The latest is {latest}.|No other day can be given."),
        ),
        Code::FormNowOutsideCalendar => plain(
            "操作日が銀行の営業日カレンダーの範囲外のため、受け付けできません。",
            "Today is outside the bank's calendar.",
        ),
        _ => return None,
    })
}
