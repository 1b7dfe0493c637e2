//! Reasons of the form step. Is every field well-formed?

/// Puts these rows behind others.
macro_rules! with_form {
    ($($rows:tt)*) => { with_fee! { $($rows)* Form {
        /// This is no amount.
        FormAmount = 301 "form.amount" "FORM-AMOUNT" {
            ja: "金額は半角数字で正しく入力してください。",
            en: "This is not an amount.",
        }
        /// This is no date.
        FormDate = 302 "form.date" "FORM-DATE" {
            ja: "日付を正しく入力してください（例：2026-11-24）。",
            en: "This is not a day, such as 2026-11-24.",
        }
        /// This is none of the choices.
        FormChoice = 303 "form.choice" "FORM-CHOICE" {
            ja: "選択肢の中から指定してください。",
            en: "This is not one of the choices.",
        }
        /// The value date is outside the bank's calendar.
        FormValueDateOutsideCalendar = 304 "form.valueDate.outsideCalendar" "VALUE-DATE-OUTSIDE" {
            ja: "指定日は受付可能な期間の範囲外です。",
            en: "The value date is outside the bank's calendar.",
        }
        /// The value date is not a business day.
        FormValueDateNotBusinessDay = 305 "form.valueDate.notBusinessDay" "VALUE-DATE-HOLIDAY" {
            figures: &[("earliest", FigureKind::Day, Given::IfKnown), ("latest", FigureKind::Day, Given::IfKnown)],
            ja: "指定日は銀行営業日ではありません。",
            en: "The value date is not a business day.",
            ways: [
                ("最短の指定日は{earliest}です。", "The next day that can be given is {earliest}."),
                ("{latest}までの日付を指定してください。", "The last day that can be given is {latest}."),
                ("代わりに指定できる日はありません。", "No other day can be given."),
            ],
        }
        /// A character cannot be used in this field.
        FormCharacters = 306 "form.characters" "FORM-CHARACTERS" {
            figures: &[("expected", FigureKind::Characters, Given::Always), ("at", FigureKind::Position, Given::Always), ("character", FigureKind::Character, Given::Always)],
            ja: "使用できない文字「{character}」が含まれています（{at}文字目）。",
            en: "`{character}` at position {at} cannot be used here.",
            ways: [("{expected}で入力してください。", "Use {expected}.")],
        }
        /// The text is too short.
        FormTooShort = 307 "form.tooShort" "FORM-TOO-SHORT" {
            figures: &[("min", FigureKind::Count, Given::Always)],
            ja: "{min}文字以上で入力してください。",
            en: "This has fewer than {min} characters.",
        }
        /// The text is too long.
        FormTooLong = 308 "form.tooLong" "FORM-TOO-LONG" {
            figures: &[("max", FigureKind::Count, Given::Always)],
            ja: "{max}文字以内で入力してください。",
            en: "This has more than {max} characters.",
        }
        /// The text has too many bytes.
        FormTooManyBytes = 309 "form.tooManyBytes" "FORM-TOO-MANY-BYTES" {
            figures: &[("max", FigureKind::Count, Given::Always)],
            ja: "{max}バイト以内で入力してください（全角は2バイト）。",
            en: "This has more than {max} bytes, where a full-width character has 2.",
        }
        /// A class of characters is lacking.
        FormMix = 310 "form.mix" "FORM-MIX" {
            figures: &[("expected", FigureKind::Class, Given::Always)],
            ja: "{expected}を1文字以上含めてください。",
            en: "This needs at least one {expected}.",
        }
        /// What was typed again is not the same.
        FormTypedTwice = 311 "form.typedTwice" "FORM-TYPED-TWICE" {
            ja: "確認のために再入力された内容が一致しません。",
            en: "What was typed again is not the same.",
        }
        /// Two fields have to differ.
        FormUnequal = 312 "form.unequal" "FORM-UNEQUAL" {
            figures: &[("expected", FigureKind::Text, Given::Always)],
            ja: "「{expected}」と異なる内容を入力してください。",
            en: "This must not be the same as `{expected}`.",
        }
        /// This is none of the bank's choices.
        FormList = 313 "form.list" "FORM-LIST" {
            ja: "選択肢の中から指定してください。",
            en: "This is not one of the bank's choices.",
        }
        /// The amount is out of range.
        FormRange = 314 "form.range" "FORM-RANGE" {
            figures: &[("max", FigureKind::Amount, Given::IfKnown), ("min", FigureKind::Amount, Given::IfKnown)],
            ja: "取り扱える範囲の金額を入力してください（{min..max}）。",
            en: "The amount is outside the range of {min..max}.",
        }
        /// This is not a mail address.
        FormMail = 315 "form.mail" "FORM-MAIL" {
            ja: "メールアドレスの形式が正しくありません。",
            en: "This is not a mail address.",
        }
        /// It is too late for this value date.
        FormValueDateTooSoon = 316 "form.valueDate.tooSoon" "VALUE-DATE-TOO-SOON" {
            figures: &[("earliest", FigureKind::Day, Given::IfKnown)],
            ja: "受付の締切を過ぎているため、この指定日ではお取扱いできません。",
            en: "It is too late for this value date.",
            ways: [
                ("最短の指定日は{earliest}です。", "The earliest is {earliest}."),
                ("代わりに指定できる日はありません。", "No other day can be given."),
            ],
        }
        /// The value date is too far ahead.
        FormValueDateTooLate = 317 "form.valueDate.tooLate" "VALUE-DATE-TOO-LATE" {
            figures: &[("latest", FigureKind::Day, Given::IfKnown)],
            ja: "指定日が受付可能な期間より先の日付です。",
            en: "The value date is too far ahead.",
            ways: [
                ("{latest}までの日付を指定してください。", "The latest is {latest}."),
                ("代わりに指定できる日はありません。", "No other day can be given."),
            ],
        }
        /// Today is outside the bank's calendar.
        FormNowOutsideCalendar = 318 "form.now.outsideCalendar" "NOW-OUTSIDE" {
            ja: "操作日が銀行の営業日カレンダーの範囲外のため、受け付けできません。",
            en: "Today is outside the bank's calendar.",
        }
        /// This is no instant.
        FormInstant = 319 "form.instant" "FORM-INSTANT" {
            ja: "時差付きの日時を正しく入力してください（例：2026-11-20T10:15:00+09:00）。",
            en: "This is not an instant with an offset, such as 2026-11-20T10:15:00+09:00.",
        }
        /// The text does not have the shape that it must have.
        FormShape = 320 "form.shape" "FORM-SHAPE" {
            figures: &[("expected", FigureKind::Shape, Given::Always)],
            ja: "形式が正しくありません。",
            en: "This is not written in the right form.",
            ways: [("{expected}の形式で入力してください。", "Write it as {expected}.")],
        }
        /// Something else has this key already.
        FormTaken = 321 "form.taken" "FORM-TAKEN" {
            ja: "既に使用されています。別の値を入力してください。",
            en: "This is taken already.",
        }
        /// It cannot be changed any more.
        FormFixed = 322 "form.fixed" "FORM-FIXED" {
            ja: "登録後は変更できません。",
            en: "This cannot be changed once it is made.",
        }
    } } };
}
