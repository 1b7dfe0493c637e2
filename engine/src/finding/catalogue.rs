//! The catalogue of findings.

use crate::catalogue::{Allowed, is_sound};
use crate::finding::Severity;
use crate::lang::Lang;

#[macro_use]
mod company;
#[macro_use]
mod access;

with_findings_of_access! {
    // The text.
    DocumentTooLarge = 1 "document.tooLarge" Error (bytes, max)
        "the document has {bytes} bytes, more than the {max} allowed"
        "文書の大きさ（{bytes}バイト）が上限（{max}バイト）を超えています";
    JsonSyntax = 2 "json.syntax" Error (what)
        "the text is not JSON: {what}"
        "JSONとして読み取れません（{what}）";
    JsonKeyDuplicate = 3 "json.key.duplicate" Error (name)
        "the field `{name}` stands twice in one object"
        "項目「{name}」が重複しています";
    TextTooLong = 4 "text.tooLong" Error (bytes, max)
        "the text has {bytes} bytes, more than the {max} allowed"
        "文字列の長さ（{bytes}バイト）が上限（{max}バイト）を超えています";
    DocumentMoreErrors = 5 "document.moreErrors" Error
        "there are more errors than are shown"
        "表示しきれないエラーがほかにもあります";
    DocumentMoreWarnings = 6 "document.moreWarnings" Warning
        "there are more warnings than are shown"
        "表示しきれない警告がほかにもあります";

    // Fields and values.
    FormatUnknown = 7 "format.unknown" Error (format)
        "format `{format}` is not known, only 1 is"
        "文書形式「{format}」には対応していません（対応している形式は1です）";
    FieldUnknown = 8 "field.unknown" Error (name, meant)
        "there is no field `{name}` here"
        "項目「{name}」はここには指定できません"
        hint "did you mean `{meant}`?" "「{meant}」の誤りではありませんか";
    FieldMissing = 9 "field.missing" Error (name)
        "the field `{name}` is missing"
        "必須項目「{name}」が指定されていません";
    TypeWrong = 10 "type.wrong" Error (expected, found)
        "{expected} is expected here, not {found}"
        "{expected}を指定してください（{found}が指定されています）";
    NameEmpty = 11 "name.empty" Error
        "a name must not be empty"
        "名称またはコードが空欄です";
    NameTooLong = 12 "name.tooLong" Error (name, max)
        "the name `{name}` is longer than {max} bytes"
        "「{name}」は{max}バイト以内で指定してください";
    NameControl = 13 "name.control" Error (name)
        "the name `{name}` has a control character"
        "「{name}」に制御文字が含まれています";
    NameBlank = 14 "name.blank" Error (name)
        "the name `{name}` begins or ends with a blank"
        "「{name}」の先頭または末尾に空白があります";
    NameInvisible = 15 "name.invisible" Error (name, character)
        "the name `{name}` has a character that cannot be seen, or not be told from a space ({character})"
        "「{name}」に、目に見えない文字または空白と区別できない文字（{character}）が含まれています";
    NameNormalised = 16 "name.normalised" Error (name)
        "the name `{name}` is not in Unicode's normalisation form C"
        "「{name}」はUnicodeの正規化形式Cになっていません"
        hint "type it anew, with one character for each letter and its marks" "結合文字や互換文字を使わず、1文字ずつ入力し直してください";
    NameSimilar = 17 "name.similar" Warning (name, other)
        "the name `{name}` differs from `{other}` only by upper and lower case, or by width"
        "「{name}」と「{other}」は、大文字と小文字または全角と半角が異なるだけです";
    ListTooLong = 18 "list.tooLong" Error (what, max)
        "there are more than {max} {what}"
        "{what}の数が上限（{max}）を超えています";
    ListEmpty = 19 "list.empty" Error
        "the list must not be empty"
        "一つ以上指定してください";
    ListDuplicate = 20 "list.duplicate" Error (name)
        "`{name}` stands twice in the list"
        "「{name}」が重複して指定されています";
    AmountMalformed = 21 "amount.malformed" Error (text, example)
        "`{text}` is not an amount"
        "「{text}」は金額として正しくありません"
        hint "write digits without separators, such as \"{example}\"" "「{example}」のように、桁区切りのない半角数字で指定してください";
    DayMalformed = 22 "day.malformed" Error (text)
        "`{text}` is not a day"
        "「{text}」は日付として正しくありません"
        hint "write a day that exists, as YYYY-MM-DD" "実在する日付を「YYYY-MM-DD」の形式で指定してください";
    TimeMalformed = 23 "time.malformed" Error (text)
        "`{text}` is not a time of day"
        "「{text}」は時刻として正しくありません"
        hint "write HH:MM, from 00:00 to 23:59" "00:00から23:59までの時刻を「HH:MM」の形式で指定してください";
    RateMalformed = 24 "rate.malformed" Error (text)
        "`{text}` is not a rate from 0 to 1"
        "「{text}」は率として正しくありません（0以上1以下）"
        hint "write 0.5 percent as \"0.005\", with at most 10 decimals" "0.5％は「0.005」のように、小数点以下10桁以内で指定してください";
    UnitPriceMalformed = 25 "unitPrice.malformed" Error (text)
        "`{text}` is not a price per count"
        "「{text}」は単価として正しくありません"
        hint "write a decimal such as \"52.5\", with at most 6 decimals" "「52.5」のように、小数点以下6桁以内で指定してください";
    CodeMalformed = 26 "code.malformed" Error (text, digits)
        "`{text}` is not a code of {digits} digits"
        "「{text}」は{digits}桁の半角数字ではありません";
    CodeShape = 27 "code.shape" Error (text, min, max, characters)
        "`{text}` is not a code of {min} to {max} {characters}"
        "「{text}」は{min}文字以上{max}文字以下の{characters}ではありません";
    NumberRange = 28 "number.range" Error (text, min, max)
        "`{text}` is not a whole number from {min} to {max}"
        "「{text}」は{min}以上{max}以下の整数ではありません";
    ChoiceUnknown = 29 "choice.unknown" Error (text, choices, meant)
        "`{text}` is not one of {choices}"
        "「{text}」は指定できません（指定できる値: {choices}）"
        hint "did you mean `{meant}`?" "「{meant}」の誤りではありませんか";
    DigestMalformed = 30 "digest.malformed" Error (text)
        "`{text}` is not a digest of 32 lower-case hexadecimal digits"
        "「{text}」はダイジェスト（16進小文字32桁）として正しくありません";
    CurrencyUnknown = 31 "currency.unknown" Error (text)
        "`{text}` is not an ISO 4217 currency code"
        "「{text}」はISO 4217の通貨コードではありません";
    UtcOffsetMalformed = 32 "utcOffset.malformed" Error (text)
        "`{text}` is not an offset from UTC"
        "「{text}」は協定世界時との時差として正しくありません"
        hint "write it as +09:00" "「+09:00」の形式で指定してください";

    // Names that lead nowhere.
    BusinessUnknown = 33 "business.unknown" Error (business, meant)
        "the service has no business `{business}`"
        "業務「{business}」は取り扱っていません"
        hint "did you mean `{meant}`?" "「{meant}」の誤りではありませんか";
    PatternUnknown = 34 "pattern.unknown" Error (pattern, meant)
        "the service has no pattern `{pattern}`"
        "振込パターン「{pattern}」は定義されていません"
        hint "did you mean `{meant}`?" "「{meant}」の誤りではありませんか";
    RightUnknown = 35 "right.unknown" Error (right, meant)
        "the service has no right `{right}`"
        "権限「{right}」は定義されていません"
        hint "did you mean `{meant}`?" "「{meant}」の誤りではありませんか";
    OperationUnknown = 36 "operation.unknown" Error (operation, meant)
        "there is no operation `{operation}`"
        "操作「{operation}」はありません"
        hint "did you mean `{meant}`?" "「{meant}」の誤りではありませんか";
    OperationKnown = 180 "operation.known" Error (operation)
        "`{operation}` is an operation that every bank has, and cannot be declared again"
        "「{operation}」は標準の操作のため、改めて宣言することはできません";
    OperationRole = 181 "operation.role" Error (member, operation)
        "`{member}` goes with operations of administration only, which `{operation}` is not"
        "`{member}`は管理操作にのみ指定できます（「{operation}」は管理操作ではありません）";
    OperationNobody = 186 "operation.nobody" Warning (operation)
        "no right, nor `everyUser`, gives the operation `{operation}`, so that nobody may do it"
        "操作「{operation}」を許可する権限がないため、誰も行えません";
    AccountUnknown = 37 "account.unknown" Error (account, meant)
        "the company has no account `{account}`"
        "口座「{account}」は登録されていません"
        hint "did you mean `{meant}`?" "「{meant}」の誤りではありませんか";

    // Settings.
    LimitTakeAt = 38 "limit.takeAt" Error
        "`limit.takeAt` must be one of `limit.checkAt`"
        "限度額の使用時点（`limit.takeAt`）は確認時点（`limit.checkAt`）に含まれていなければなりません";
    LimitCountReservations = 39 "limit.countReservations" Error
        "reservations do not count, and nothing is checked at execution, so that the limits of a day would never apply to them"
        "予約を限度額に含めず、実行時の確認もないため、先日付の依頼に一日当たりの限度額が適用されません"
        hint "let `limit.checkAt` have `execute`" "`limit.checkAt`に`execute`を含めてください";
    ApprovalSecondChannelNever = 40 "approval.secondChannel.never" Error (business)
        "`{business}` is never approved, so that nothing in it comes through the second channel"
        "業務「{business}」には承認がないため、第二経路による承認を求めることはできません";
    ApprovalOrder = 41 "approval.order" Warning (business)
        "the requester names no approvers, so that the order of `doubleInOrder` in `{business}` is nobody's"
        "依頼者が承認者を指定しないため、業務「{business}」のダブル承認（順序あり）の順序は決まりません";
    SettingUnused = 42 "setting.unused" Warning (setting, why)
        "`{setting}` has no effect {why}"
        "{why}「{setting}」の設定は使用されません";
    FeeTaxRatesNone = 43 "fee.taxRates.none" Error
        "fees are without tax, and there is no tax rate to add"
        "手数料が税抜なのに、加える消費税率がありません";
    FeeTaxRatesUnordered = 44 "fee.taxRates.unordered" Error (from, before)
        "the tax rate from {from} is not later than the one before it, from {before}"
        "消費税率の適用開始日（{from}）が直前の適用開始日（{before}）より後になっていません";
    FeeMethodFamily = 45 "fee.method.family" Error (method)
        "the method `{method}` does not belong to the bank's family of methods"
        "手数料計算方法「{method}」は、この金融機関で選択できる計算方法ではありません";

    // Businesses and limits of the bank.
    BusinessKey = 46 "business.key" Error (business)
        "the key `{business}` of a business must not have a dot"
        "業務のキー「{business}」に「.」は使用できません";
    BusinessFieldUnused = 47 "business.field.unused" Warning (field, kind)
        "`{field}` has no effect in a business of kind `{kind}`"
        "種別「{kind}」の業務では「{field}」の指定は無視されます";
    BusinessSwitchToItself = 48 "business.switchTo.itself" Error (business)
        "items of `{business}` cannot be switched to the same business"
        "業務「{business}」の取引を同じ業務に切り替えることはできません";
    BusinessGroupName = 49 "business.group.name" Error (group)
        "the group `{group}` has the key of a business that does not belong to it"
        "グループ名「{group}」が、グループに属さない業務のキーと重複しています";
    LimitKind = 50 "limit.kind" Error (limit, business, kind)
        "`{business}` is of kind `{kind}`, which has no limit `{limit}`"
        "業務「{business}」（種別「{kind}」）に限度額「{limit}」は設定できません";
    LimitKeyDot = 51 "limit.key.dot" Error (limit)
        "the key `{limit}` of a limit must not have a dot"
        "限度額のキー「{limit}」に「.」は使用できません";
    LimitKeyTaken = 52 "limit.key.taken" Error (limit)
        "the key `{limit}` of a limit is that of a business, of a group of businesses, or of a limit that every bank has"
        "限度額のキー「{limit}」は、業務、業務のグループ、または共通の限度額の名称として使用されています";
    LimitAmountBeside = 53 "limit.amount.beside" Error (field)
        "`{field}` does not go with `amount`, beside which nobody else sets a value"
        "金融機関が定める値（`amount`）がある場合、「{field}」は指定できません";
    LimitCountPerItem = 54 "limit.count.perItem" Error
        "one item has no number of items, so that `count` does not go with `item`"
        "明細1件ごとの限度額（`item`）は件数（`count`）では設定できません";
    FeeBusinessWithoutTable = 55 "fee.business.withoutTable" Warning (business)
        "no fee is given for the business `{business}`, so that no request in it has a quote"
        "業務「{business}」の手数料が設定されていないため、手数料を計算できません";

    CeilingZero = 56 "ceiling.zero" Warning
        "a ceiling of 0 lets nothing through"
        "取扱限度額が0のため、取引できません";

    // Rights.
    RightWithoutBusiness = 57 "right.withoutBusiness" Error (right, businesses)
        "the right `{right}` belongs to no business"
        "権限「{right}」がどの業務のものか判別できません"
        hint "did you mean one of `{businesses}`?" "「{businesses}」の誤りではありませんか";
    RightEmpty = 58 "right.empty" Warning (right)
        "the right `{right}` allows nothing"
        "権限「{right}」で許可される操作がありません";
    RightAdministration = 59 "right.administration" Error (operation)
        "`{operation}` is an operation of administration, which the role alone decides"
        "管理操作「{operation}」はユーザ区分によって決まるため、権限には指定できません";
    RightOwnOperation = 182 "right.ownOperation" Error (operation)
        "`{operation}` of the bank's own stands in `always`, with the scope `all`, and is `ofBusiness` or `inquiry`"
        "金融機関が定める操作「{operation}」は、区分が`ofBusiness`または`inquiry`のものに限り、`always`に範囲`all`で指定できます";
    RightNarrowedTwice = 60 "right.narrowed.twice" Error (right)
        "the right `{right}` is narrowed both to a payee kind and to an entry"
        "権限「{right}」に振込先の指定方法と受付方法の両方が指定されています";
    RightNarrowedNowhere = 61 "right.narrowed.nowhere" Error (right)
        "the right `{right}` is narrowed but belongs to no business"
        "権限「{right}」は業務に属さないため、対象を限定できません";
    RightNarrowedKind = 62 "right.narrowed.kind" Error (right, narrowed, business)
        "the right `{right}` is narrowed to {narrowed}, which the business `{business}` does not go by"
        "権限「{right}」は{narrowed}で限定されていますが、業務「{business}」では使用できません";
    RightPart = 63 "right.part" Error (part, right, meant)
        "`{part}`, the third part of the right `{right}`, is no payee kind and no entry"
        "権限「{right}」の三番目の部分「{part}」は、振込先の指定方法でも受付方法でもありません"
        hint "did you mean `{meant}`?" "「{meant}」の誤りではありませんか";
    RightParts = 64 "right.parts" Error (right)
        "the name `{right}` of a right has an empty part, or more than three"
        "権限「{right}」の名称に、空の部分または四つ以上の部分があります";
    RightNotNarrowed = 65 "right.notNarrowed" Warning (right, part)
        "the right `{right}` is not narrowed: `{part}` narrows only as the third part of a name"
        "権限「{right}」の対象は限定されません（「{part}」は名称の三番目の部分である場合にのみ対象を限定します）";
    RightNarrowedLog = 66 "right.narrowed.log" Error (right)
        "the right `{right}` is narrowed, and so cannot have `viewLog`"
        "対象を限定した権限「{right}」に操作履歴照会（`viewLog`）は指定できません";
    EveryUserApprove = 67 "everyUser.approve" Error (operation)
        "`{operation}` needs a right and cannot be given to every user"
        "検印・承認・送信（`{operation}`）は権限が必要な操作のため、全利用者には許可できません";

    // Patterns.
    PatternReserved = 68 "pattern.reserved" Error (pattern)
        "a pattern cannot be called `{pattern}`, which has another meaning in tables"
        "「{pattern}」は予約語のため、振込パターンのキーには使用できません";
    PatternDuplicate = 69 "pattern.duplicate" Error (pattern)
        "there are two patterns `{pattern}`"
        "振込パターン「{pattern}」が重複しています";
    PatternsGap = 70 "patterns.gap" Error (payee)
        "no pattern applies to a transfer to {payee}"
        "{payee}の振込に該当する振込パターンがありません";
    PatternsOverlap = 71 "patterns.overlap" Error (pattern, other, payee)
        "the patterns `{pattern}` and `{other}` both apply to a transfer to {payee}"
        "{payee}の振込に、振込パターン「{pattern}」と「{other}」の両方が該当します";
    PatternNever = 72 "pattern.never" Warning (pattern)
        "the pattern `{pattern}` never applies"
        "振込パターン「{pattern}」に該当する振込はありません";

    // Fee tables.
    FeeVersionsUnordered = 73 "fee.versions.unordered" Error (from, before)
        "the version from {from} is not later than the one before it, from {before}"
        "適用開始日（{from}）が直前の版の適用開始日（{before}）より後になっていません";
    FeeVersionBusinessMissing = 74 "fee.version.businessMissing" Error (business)
        "the version leaves out the business `{business}`, which an earlier version has"
        "以前の版にある業務「{business}」の手数料が、この版にありません";
    FeeTablePatternMissing = 75 "fee.table.patternMissing" Error (pattern, business)
        "the tables of `{business}` leave out the pattern `{pattern}`"
        "業務「{business}」の手数料に振込パターン「{pattern}」がありません";
    FeeIndividualPatternMissing = 76 "fee.individual.patternMissing" Warning (pattern)
        "the version leaves out the pattern `{pattern}`, so that transfers of it have no quote"
        "個別手数料に振込パターン「{pattern}」がないため、該当する振込の手数料を計算できません";
    FeeTiersEmpty = 77 "fee.tiers.empty" Error
        "a table needs at least one tier"
        "手数料の区分を一つ以上指定してください";
    FeeTiersUnordered = 78 "fee.tiers.unordered" Error (from, before)
        "the tier from {from} is not above the one before it, from {before}"
        "区分の下限額（{from}）が直前の区分の下限額（{before}）より大きくなっていません";
    FeeTiersFalling = 79 "fee.tiers.falling" Warning (before, amount, fee)
        "the fee falls from {before} to {fee} where the amount reaches {amount}"
        "金額が{amount}に達すると、手数料が{before}から{fee}に下がります";
    FeeTiersBound = 80 "fee.tiers.bound" Error (amount)
        "the bound {amount} is not one of the bank's"
        "区分の下限額（{amount}）は、この金融機関で使用できる境界額ではありません";
    FeeTierEmpty = 81 "fee.tier.empty" Error
        "a tier needs `fee` or `rate`"
        "区分に手数料額（`fee`）または手数料率（`rate`）を指定してください";
    FeeTierMixed = 82 "fee.tier.mixed" Error (field)
        "`{field}` cannot stand beside `fee`"
        "「{field}」は手数料額（`fee`）と同時に指定できません";
    FeeTierMinAboveMax = 83 "fee.tier.minAboveMax" Error (min, max)
        "the minimum fee {min} is above the maximum {max}"
        "最低手数料（{min}）が最高手数料（{max}）を超えています";
    FeeTierTooLarge = 84 "fee.tier.tooLarge" Error
        "a fee of the table is too large once tax is added"
        "消費税を加えた手数料が取り扱える金額を超えます";
    FeePerCountMixed = 85 "fee.perCount.mixed" Error (field)
        "`{field}` cannot stand beside `perCount`"
        "「{field}」は一件当たり手数料（`perCount`）と同時に指定できません";
    FeePerCountSingle = 86 "fee.perCount.single" Error
        "a fee per count needs a business with batches"
        "一件当たり手数料は、明細をまとめて依頼する業務にのみ設定できます";
    FeePerCountOffer = 87 "fee.perCount.offer" Error (field)
        "`{field}` cannot be offered where a fee per count is always in force"
        "一件当たり手数料の業務では「{field}」を取り扱えません";
    FeeTablesNotInForce = 88 "fee.tables.notInForce" Warning (business)
        "the fee per count of `{business}` is always in force, so that its tables never are"
        "業務「{business}」には常に一件当たり手数料が適用されるため、手数料表は使用されません";

    // The calendar.
    CalendarRange = 89 "calendar.range" Error (to, from)
        "the calendar ends on {to}, before it begins on {from}"
        "営業日カレンダーの終了日（{to}）が開始日（{from}）より前になっています";
    CalendarHolidayOutside = 90 "calendar.holiday.outside" Error (holiday, from, to)
        "the holiday {holiday} is outside the calendar, from {from} to {to}"
        "休日（{holiday}）が営業日カレンダーの期間（{from}から{to}まで）の外にあります";
    CalendarNationalRange = 91 "calendar.national.range" Error (day, from, to)
        "the holidays of Japan are known from {from} to {to} only, and the calendar has {day}"
        "日本の銀行休業日は{from}から{to}までの登録のため、{day}を含む営業日カレンダーには使用できません";
    CalendarEnding = 92 "calendar.ending" Warning (to, day)
        "the calendar ends on {to}, which is not 180 days after {day}"
        "営業日カレンダーの終了日（{to}）が、{day}から180日後に達していません"
        hint "let it go on, with the holidays that follow" "終了日を延ばし、その期間の休日を登録してください";
    CalendarClosed = 93 "calendar.closed" Warning
        "the calendar has no business day, so that no value date is possible"
        "営業日カレンダーに営業日がないため、振込指定日を指定できません";
    WindowsCutoffNever = 94 "windows.cutoff.never" Warning
        "no time of day is before 00:00, so that nothing is taken in on the last day"
        "00:00より前の時刻はないため、受付最終日には受け付けられません"
        hint "let it be the last minute of the day before, with a business day more" "1営業日前の日の締切時刻として指定してください";
    WindowsNever = 95 "windows.never" Warning (days)
        "the calendar has no {days} business days before any business day, so that nothing is ever in time"
        "営業日カレンダーに{days}営業日前となる日がないため、受け付けられません";
    WindowsOtherBankNever = 96 "windows.otherBank.never" Warning (latest, earliest)
        "the latest, {latest} days ahead, comes before the earliest to other banks, {earliest} business days ahead"
        "受付期間の最長（{latest}日先）が他行宛ての最短（{earliest}営業日先）に届かないため、他行宛ては受け付けられません";
    WindowsCalendar = 97 "windows.calendar" Error
        "windows count business days, and so need a `calendar`"
        "受付期間（`windows`）は営業日で数えるため、営業日カレンダー（`calendar`）が必要です";
    WindowsRange = 98 "windows.range" Error (latest, earliest)
        "the latest, {latest} days ahead, comes before the earliest, {earliest} business days ahead"
        "受付期間の最長（{latest}日先）が、最短（{earliest}営業日先）に届いていません";
    WindowsOtherBank = 99 "windows.otherBank" Error
        "the window to other banks closes later than the one to the own bank"
        "他行宛ての受付締切（`otherBank`）が、自行宛ての受付締切より遅くなっています";
    WindowsRunTimes = 100 "windows.runTimes" Error (time, before)
        "the run time {time} is not later than the one before it, {before}"
        "処理時刻（{time}）が直前の処理時刻（{before}）より後になっていません";

    // Field rules.
    FieldsName = 101 "fields.name" Warning (name, meant)
        "`{name}` is taken for a field of the bank's own, as the document has none of this name"
        "「{name}」は文書の項目にないため、金融機関独自の項目として扱われます"
        hint "did you mean `{meant}`?" "「{meant}」の誤りではありませんか";
    FieldsMember = 102 "fields.member" Error (rule, field)
        "`{rule}` cannot be asked of {field}"
        "{field}の規則に「{rule}」は指定できません";
    FieldsMixed = 103 "fields.mixed" Error (rule)
        "`{rule}` cannot stand beside `min` or `max`"
        "「{rule}」は金額の範囲（`min`、`max`）と同時に指定できません";
    FieldsRange = 104 "fields.range" Error (min, max)
        "the least, {min}, is above the most, {max}"
        "下限（{min}）が上限（{max}）を超えています";
    FieldsRuleNever = 105 "fields.rule.never" Warning
        "the rule never applies, as those before it apply wherever it would"
        "前の規則がすべての場合に適用されるため、この規則は適用されません";
    FieldsAlso = 106 "fields.also" Error (text)
        "`{text}` is not a half-width character"
        "「{text}」は半角文字ではありません";
    FieldsShape = 191 "fields.shape" Error (shape, max)
        "`{shape}` is no shape: it has 1 to {max} bytes, and a character behind each `\\`"
        "「{shape}」は形式（`shape`）として正しくありません（{max}バイト以内で指定し、`\\`の後には必ず文字を続けてください）";
    FieldsShapeNever = 192 "fields.shape.never" Error (shape, member)
        "no text has the shape `{shape}` and what `{member}` asks for"
        "形式「{shape}」と「{member}」の両方を満たす入力はありません";
    FieldsUnequalToSelf = 107 "fields.unequalTo.self" Error (field)
        "`{field}` cannot be unequal to itself"
        "「{field}」と異なることを求める項目に、同じ「{field}」は指定できません";
}

/// Every text names only words of its row.
const _: () = {
    let mut rest = FindingCode::ALL;
    while let [code, others @ ..] = rest {
        let words = Allowed::Words(code.words());
        assert!(is_sound(code.template(Lang::En), words), "a message names no word of its row");
        assert!(is_sound(code.template(Lang::Ja), words), "a message names no word of its row");
        if let (Some(en), Some(ja)) = (code.hint_template(Lang::En), code.hint_template(Lang::Ja)) {
            assert!(is_sound(en, words) && is_sound(ja, words), "a hint names no word of its row");
        }
        rest = others;
    }
};
