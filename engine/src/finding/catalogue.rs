//! The catalogue of findings.

use crate::finding::Severity;
use crate::lang::Lang;

#[macro_use]
mod company;

with_findings_of_companies! {
    // The text.
    DocumentTooLarge "document.tooLarge" Error
        "the document has {0} bytes, more than the {1} allowed"
        "文書の大きさ（{0}バイト）が上限（{1}バイト）を超えています";
    JsonSyntax "json.syntax" Error
        "the text is not JSON: {0}"
        "JSONとして読み取れません（{0}）";
    JsonKeyDuplicate "json.key.duplicate" Error
        "the field `{0}` stands twice in one object"
        "項目「{0}」が重複しています";
    TextTooLong "text.tooLong" Error
        "the text has {0} bytes, more than the {1} allowed"
        "文字列の長さ（{0}バイト）が上限（{1}バイト）を超えています";
    DocumentMoreErrors "document.moreErrors" Error
        "there are more errors than are shown"
        "表示しきれないエラーがほかにもあります";
    DocumentMoreWarnings "document.moreWarnings" Warning
        "there are more warnings than are shown"
        "表示しきれない警告がほかにもあります";

    // Fields and values.
    FormatUnknown "format.unknown" Error
        "format `{0}` is not known, only 1 is"
        "文書形式「{0}」には対応していません（対応している形式は1です）";
    FieldUnknown "field.unknown" Error
        "there is no field `{0}` here"
        "項目「{0}」はここには指定できません"
        hint "did you mean `{1}`?" "「{1}」の誤りではありませんか";
    FieldMissing "field.missing" Error
        "the field `{0}` is missing"
        "必須項目「{0}」が指定されていません";
    TypeWrong "type.wrong" Error
        "{0} is expected here, not {1}"
        "{0}を指定してください（{1}が指定されています）";
    NameEmpty "name.empty" Error
        "a name must not be empty"
        "名称またはコードが空欄です";
    NameTooLong "name.tooLong" Error
        "the name `{0}` is longer than {1} bytes"
        "「{0}」は{1}バイト以内で指定してください";
    NameControl "name.control" Error
        "the name `{0}` has a control character"
        "「{0}」に制御文字が含まれています";
    NameBlank "name.blank" Error
        "the name `{0}` begins or ends with a blank"
        "「{0}」の先頭または末尾に空白があります";
    NameInvisible "name.invisible" Error
        "the name `{0}` has a character that cannot be seen, or not be told from a space ({1})"
        "「{0}」に、目に見えない文字または空白と区別できない文字（{1}）が含まれています";
    NameNormalised "name.normalised" Error
        "the name `{0}` is not in Unicode's normalisation form C"
        "「{0}」はUnicodeの正規化形式Cになっていません"
        hint "type it anew, with one character for each letter and its marks" "結合文字や互換文字を使わず、1文字ずつ入力し直してください";
    NameSimilar "name.similar" Warning
        "the name `{0}` differs from `{1}` only by upper and lower case, or by width"
        "「{0}」と「{1}」は、大文字と小文字または全角と半角が異なるだけです";
    ListTooLong "list.tooLong" Error
        "there are more than {1} {0}"
        "{0}の数が上限（{1}）を超えています";
    ListEmpty "list.empty" Error
        "the list must not be empty"
        "一つ以上指定してください";
    ListDuplicate "list.duplicate" Error
        "`{0}` stands twice in the list"
        "「{0}」が重複して指定されています";
    AmountMalformed "amount.malformed" Error
        "`{0}` is not an amount"
        "「{0}」は金額として正しくありません"
        hint "write digits without separators, such as \"{1}\"" "「{1}」のように、桁区切りのない半角数字で指定してください";
    DayMalformed "day.malformed" Error
        "`{0}` is not a day"
        "「{0}」は日付として正しくありません"
        hint "write a day that exists, as YYYY-MM-DD" "実在する日付を「YYYY-MM-DD」の形式で指定してください";
    TimeMalformed "time.malformed" Error
        "`{0}` is not a time of day"
        "「{0}」は時刻として正しくありません"
        hint "write HH:MM, from 00:00 to 23:59" "00:00から23:59までの時刻を「HH:MM」の形式で指定してください";
    RateMalformed "rate.malformed" Error
        "`{0}` is not a rate from 0 to 1"
        "「{0}」は率として正しくありません（0以上1以下）"
        hint "write 0.5 percent as \"0.005\", with at most 10 decimals" "0.5％は「0.005」のように、小数点以下10桁以内で指定してください";
    UnitPriceMalformed "unitPrice.malformed" Error
        "`{0}` is not a price per count"
        "「{0}」は単価として正しくありません"
        hint "write a decimal such as \"52.5\", with at most 6 decimals" "「52.5」のように、小数点以下6桁以内で指定してください";
    CodeMalformed "code.malformed" Error
        "`{0}` is not a code of {1} digits"
        "「{0}」は{1}桁の半角数字ではありません";
    CodeShape "code.shape" Error
        "`{0}` is not a code of {1} to {2} {3}"
        "「{0}」は{1}文字以上{2}文字以下の{3}ではありません";
    NumberRange "number.range" Error
        "`{0}` is not a whole number from {1} to {2}"
        "「{0}」は{1}以上{2}以下の整数ではありません";
    ChoiceUnknown "choice.unknown" Error
        "`{0}` is not one of {1}"
        "「{0}」は指定できません（指定できる値: {1}）"
        hint "did you mean `{2}`?" "「{2}」の誤りではありませんか";
    DigestMalformed "digest.malformed" Error
        "`{0}` is not a digest of 32 lower-case hexadecimal digits"
        "「{0}」はダイジェスト（16進小文字32桁）として正しくありません";
    CurrencyUnknown "currency.unknown" Error
        "`{0}` is not an ISO 4217 currency code"
        "「{0}」はISO 4217の通貨コードではありません";
    UtcOffsetMalformed "utcOffset.malformed" Error
        "`{0}` is not an offset from UTC"
        "「{0}」は協定世界時との時差として正しくありません"
        hint "write it as +09:00" "「+09:00」の形式で指定してください";

    // Names that lead nowhere.
    BusinessUnknown "business.unknown" Error
        "the service has no business `{0}`"
        "業務「{0}」は取り扱っていません"
        hint "did you mean `{1}`?" "「{1}」の誤りではありませんか";
    PatternUnknown "pattern.unknown" Error
        "the service has no pattern `{0}`"
        "振込パターン「{0}」は定義されていません"
        hint "did you mean `{1}`?" "「{1}」の誤りではありませんか";
    RightUnknown "right.unknown" Error
        "the service has no right `{0}`"
        "権限「{0}」は定義されていません"
        hint "did you mean `{1}`?" "「{1}」の誤りではありませんか";
    OperationUnknown "operation.unknown" Error
        "there is no operation `{0}`"
        "操作「{0}」はありません"
        hint "did you mean `{1}`?" "「{1}」の誤りではありませんか";
    AccountUnknown "account.unknown" Error
        "the company has no account `{0}`"
        "口座「{0}」は登録されていません"
        hint "did you mean `{1}`?" "「{1}」の誤りではありませんか";

    // Settings.
    LimitTakeAt "limit.takeAt" Error
        "`limit.takeAt` must be one of `limit.checkAt`"
        "限度額の使用時点（`limit.takeAt`）は確認時点（`limit.checkAt`）に含まれていなければなりません";
    LimitCountReservations "limit.countReservations" Error
        "reservations do not count, and nothing is checked at execution, so that the limits of a day would never apply to them"
        "予約を限度額に含めず、実行時の確認もないため、先日付の依頼に一日当たりの限度額が適用されません"
        hint "let `limit.checkAt` have `execute`" "`limit.checkAt`に`execute`を含めてください";
    ApprovalSecondChannelNever "approval.secondChannel.never" Error
        "`{0}` is never approved, so that nothing in it comes through the second channel"
        "業務「{0}」には承認がないため、第二経路による承認を求めることはできません";
    ApprovalOrder "approval.order" Warning
        "the requester names no approvers, so that the order of `doubleInOrder` in `{0}` is nobody's"
        "依頼者が承認者を指定しないため、業務「{0}」のダブル承認（順序あり）の順序は決まりません";
    SettingUnused "setting.unused" Warning
        "`{0}` has no effect {1}"
        "{1}「{0}」の設定は使用されません";
    FeeTaxRatesNone "fee.taxRates.none" Error
        "fees are without tax, and there is no tax rate to add"
        "手数料が税抜なのに、加える消費税率がありません";
    FeeTaxRatesUnordered "fee.taxRates.unordered" Error
        "the tax rate from {0} is not later than the one before it, from {1}"
        "消費税率の適用開始日（{0}）が直前の適用開始日（{1}）より後になっていません";
    FeeMethodFamily "fee.method.family" Error
        "the method `{0}` does not belong to the bank's family of methods"
        "手数料計算方法「{0}」は、この金融機関で選択できる計算方法ではありません";

    // Businesses and limits of the bank.
    BusinessKey "business.key" Error
        "the key `{0}` of a business must not have a dot"
        "業務のキー「{0}」に「.」は使用できません";
    BusinessFieldUnused "business.field.unused" Warning
        "`{0}` has no effect in a business of kind `{1}`"
        "種別「{1}」の業務では「{0}」の指定は無視されます";
    BusinessSwitchToItself "business.switchTo.itself" Error
        "items of `{0}` cannot be switched to the same business"
        "業務「{0}」の取引を同じ業務に切り替えることはできません";
    BusinessGroupName "business.group.name" Error
        "the group `{0}` has the key of a business that does not belong to it"
        "グループ名「{0}」が、グループに属さない業務のキーと重複しています";
    LimitKind "limit.kind" Error
        "`{1}` is of kind `{2}`, which has no limit `{0}`"
        "業務「{1}」（種別「{2}」）に限度額「{0}」は設定できません";
    FeeBusinessWithoutTable "fee.business.withoutTable" Warning
        "no fee is given for the business `{0}`, so that no request in it has a quote"
        "業務「{0}」の手数料が設定されていないため、手数料を計算できません";

    CeilingZero "ceiling.zero" Warning
        "a ceiling of 0 lets nothing through"
        "取扱限度額が0のため、取引できません";

    // Rights.
    RightWithoutBusiness "right.withoutBusiness" Error
        "the right `{0}` belongs to no business"
        "権限「{0}」がどの業務のものか判別できません"
        hint "did you mean one of `{1}`?" "「{1}」の誤りではありませんか";
    RightEmpty "right.empty" Warning
        "the right `{0}` allows nothing"
        "権限「{0}」で許可される操作がありません";
    RightAdministration "right.administration" Error
        "`{0}` is an operation of administration, which the role alone decides"
        "管理操作「{0}」はユーザ区分によって決まるため、権限には指定できません";
    RightNarrowedTwice "right.narrowed.twice" Error
        "the right `{0}` is narrowed both to a payee kind and to an entry"
        "権限「{0}」に振込先の指定方法と受付方法の両方が指定されています";
    RightNarrowedNowhere "right.narrowed.nowhere" Error
        "the right `{0}` is narrowed but belongs to no business"
        "権限「{0}」は業務に属さないため、対象を限定できません";
    RightNarrowedKind "right.narrowed.kind" Error
        "the right `{0}` is narrowed to {1}, which the business `{2}` does not go by"
        "権限「{0}」は{1}で限定されていますが、業務「{2}」では使用できません";
    RightPart "right.part" Error
        "`{0}`, the third part of the right `{1}`, is no payee kind and no entry"
        "権限「{1}」の三番目の部分「{0}」は、振込先の指定方法でも受付方法でもありません"
        hint "did you mean `{2}`?" "「{2}」の誤りではありませんか";
    RightParts "right.parts" Error
        "the name `{0}` of a right has an empty part, or more than three"
        "権限「{0}」の名称に、空の部分または四つ以上の部分があります";
    RightNotNarrowed "right.notNarrowed" Warning
        "the right `{0}` is not narrowed: `{1}` narrows only as the third part of a name"
        "権限「{0}」の対象は限定されません（「{1}」は名称の三番目の部分である場合にのみ対象を限定します）";
    RightNarrowedLog "right.narrowed.log" Error
        "the right `{0}` is narrowed, and so cannot have `viewLog`"
        "対象を限定した権限「{0}」に操作履歴照会（`viewLog`）は指定できません";
    EveryUserApprove "everyUser.approve" Error
        "`approve` needs a right and cannot be given to every user"
        "承認（`approve`）は権限が必要な操作のため、全利用者には許可できません";

    // Patterns.
    PatternReserved "pattern.reserved" Error
        "a pattern cannot be called `{0}`, which has another meaning in tables"
        "「{0}」は予約語のため、振込パターンのキーには使用できません";
    PatternDuplicate "pattern.duplicate" Error
        "there are two patterns `{0}`"
        "振込パターン「{0}」が重複しています";
    PatternsGap "patterns.gap" Error
        "no pattern applies to a transfer to {0}"
        "{0}の振込に該当する振込パターンがありません";
    PatternsOverlap "patterns.overlap" Error
        "the patterns `{0}` and `{1}` both apply to a transfer to {2}"
        "{2}の振込に、振込パターン「{0}」と「{1}」の両方が該当します";
    PatternNever "pattern.never" Warning
        "the pattern `{0}` never applies"
        "振込パターン「{0}」に該当する振込はありません";

    // Fee tables.
    FeeVersionsUnordered "fee.versions.unordered" Error
        "the version from {0} is not later than the one before it, from {1}"
        "適用開始日（{0}）が直前の版の適用開始日（{1}）より後になっていません";
    FeeVersionBusinessMissing "fee.version.businessMissing" Error
        "the version leaves out the business `{0}`, which an earlier version has"
        "以前の版にある業務「{0}」の手数料が、この版にありません";
    FeeTablePatternMissing "fee.table.patternMissing" Error
        "the tables of `{1}` leave out the pattern `{0}`"
        "業務「{1}」の手数料に振込パターン「{0}」がありません";
    FeeIndividualPatternMissing "fee.individual.patternMissing" Warning
        "the version leaves out the pattern `{0}`, so that transfers of it have no quote"
        "個別手数料に振込パターン「{0}」がないため、該当する振込の手数料を計算できません";
    FeeTiersEmpty "fee.tiers.empty" Error
        "a table needs at least one tier"
        "手数料の区分を一つ以上指定してください";
    FeeTiersUnordered "fee.tiers.unordered" Error
        "the tier from {0} is not above the one before it, from {1}"
        "区分の下限額（{0}）が直前の区分の下限額（{1}）より大きくなっていません";
    FeeTiersFalling "fee.tiers.falling" Warning
        "the fee falls from {0} to {2} where the amount reaches {1}"
        "金額が{1}に達すると、手数料が{0}から{2}に下がります";
    FeeTiersBound "fee.tiers.bound" Error
        "the bound {0} is not one of the bank's"
        "区分の下限額（{0}）は、この金融機関で使用できる境界額ではありません";
    FeeTierEmpty "fee.tier.empty" Error
        "a tier needs `fee` or `rate`"
        "区分に手数料額（`fee`）または手数料率（`rate`）を指定してください";
    FeeTierMixed "fee.tier.mixed" Error
        "`{0}` cannot stand beside `fee`"
        "「{0}」は手数料額（`fee`）と同時に指定できません";
    FeeTierMinAboveMax "fee.tier.minAboveMax" Error
        "the minimum fee {0} is above the maximum {1}"
        "最低手数料（{0}）が最高手数料（{1}）を超えています";
    FeeTierTooLarge "fee.tier.tooLarge" Error
        "a fee of the table is too large once tax is added"
        "消費税を加えた手数料が取り扱える金額を超えます";
    FeePerCountMixed "fee.perCount.mixed" Error
        "`{0}` cannot stand beside `perCount`"
        "「{0}」は一件当たり手数料（`perCount`）と同時に指定できません";
    FeePerCountSingle "fee.perCount.single" Error
        "a fee per count needs a business with batches"
        "一件当たり手数料は、明細をまとめて依頼する業務にのみ設定できます";
    FeePerCountOffer "fee.perCount.offer" Error
        "`{0}` cannot be offered where a fee per count is always in force"
        "一件当たり手数料の業務では「{0}」を取り扱えません";
    FeeTablesNotInForce "fee.tables.notInForce" Warning
        "the fee per count of `{0}` is always in force, so that its tables never are"
        "業務「{0}」には常に一件当たり手数料が適用されるため、手数料表は使用されません";

    // The calendar.
    CalendarRange "calendar.range" Error
        "the calendar ends on {0}, before it begins on {1}"
        "営業日カレンダーの終了日（{0}）が開始日（{1}）より前になっています";
    CalendarHolidayOutside "calendar.holiday.outside" Error
        "the holiday {0} is outside the calendar, from {1} to {2}"
        "休日（{0}）が営業日カレンダーの期間（{1}から{2}まで）の外にあります";
    CalendarNationalRange "calendar.national.range" Error
        "the holidays of Japan are known from {1} to {2} only, and the calendar has {0}"
        "日本の銀行休業日は{1}から{2}までの登録のため、{0}を含む営業日カレンダーには使用できません";
    CalendarEnding "calendar.ending" Warning
        "the calendar ends on {0}, which is not 180 days after {1}"
        "営業日カレンダーの終了日（{0}）が、{1}から180日後に達していません"
        hint "let it go on, with the holidays that follow" "終了日を延ばし、その期間の休日を登録してください";
    CalendarClosed "calendar.closed" Warning
        "the calendar has no business day, so that no value date is possible"
        "営業日カレンダーに営業日がないため、振込指定日を指定できません";
    WindowsCutoffNever "windows.cutoff.never" Warning
        "no time of day is before 00:00, so that nothing is taken in on the last day"
        "00:00より前の時刻はないため、受付最終日には受け付けられません"
        hint "let it be the last minute of the day before, with a business day more" "1営業日前の日の締切時刻として指定してください";
    WindowsNever "windows.never" Warning
        "the calendar has no {0} business days before any business day, so that nothing is ever in time"
        "営業日カレンダーに{0}営業日前となる日がないため、受け付けられません";
    WindowsOtherBankNever "windows.otherBank.never" Warning
        "the latest, {0} days ahead, comes before the earliest to other banks, {1} business days ahead"
        "受付期間の最長（{0}日先）が他行宛ての最短（{1}営業日先）に届かないため、他行宛ては受け付けられません";
    WindowsCalendar "windows.calendar" Error
        "windows count business days, and so need a `calendar`"
        "受付期間（`windows`）は営業日で数えるため、営業日カレンダー（`calendar`）が必要です";
    WindowsRange "windows.range" Error
        "the latest, {0} days ahead, comes before the earliest, {1} business days ahead"
        "受付期間の最長（{0}日先）が、最短（{1}営業日先）に届いていません";
    WindowsOtherBank "windows.otherBank" Error
        "the window to other banks closes later than the one to the own bank"
        "他行宛ての受付締切（`otherBank`）が、自行宛ての受付締切より遅くなっています";
    WindowsRunTimes "windows.runTimes" Error
        "the run time {0} is not later than the one before it, {1}"
        "処理時刻（{0}）が直前の処理時刻（{1}）より後になっていません";

    // Field rules.
    FieldsName "fields.name" Warning
        "`{0}` is taken for a field of the bank's own, as the document has none of this name"
        "「{0}」は文書の項目にないため、金融機関独自の項目として扱われます"
        hint "did you mean `{1}`?" "「{1}」の誤りではありませんか";
    FieldsMember "fields.member" Error
        "`{0}` cannot be asked of {1}"
        "{1}の規則に「{0}」は指定できません";
    FieldsMixed "fields.mixed" Error
        "`{0}` cannot stand beside `min` or `max`"
        "「{0}」は金額の範囲（`min`、`max`）と同時に指定できません";
    FieldsRange "fields.range" Error
        "the least, {0}, is above the most, {1}"
        "下限（{0}）が上限（{1}）を超えています";
    FieldsRuleNever "fields.rule.never" Warning
        "the rule never applies, as those before it apply wherever it would"
        "前の規則がすべての場合に適用されるため、この規則は適用されません";
    FieldsAlso "fields.also" Error
        "`{0}` is not a half-width character"
        "「{0}」は半角文字ではありません";
    FieldsUnequalToSelf "fields.unequalTo.self" Error
        "`{0}` cannot be unequal to itself"
        "「{0}」と異なることを求める項目に、同じ「{0}」は指定できません";

    // Access.
    AccessAttributeUnknown "access.attribute.unknown" Error
        "there is no attribute `{0}`"
        "属性「{0}」は定義されていません"
        hint "did you mean `{1}`?" "「{1}」の誤りではありませんか";
    AccessAttributeKnown "access.attribute.known" Error
        "`{0}` is an attribute that every bank has, and cannot be declared again"
        "「{0}」は標準の属性のため、改めて宣言することはできません";
    AccessAttributeKey "access.attribute.key" Error
        "the name `{0}` of an attribute must not have a dot"
        "属性名「{0}」に「.」は使用できません";
    AccessAttributeValues "access.attribute.values" Error
        "`values` goes with the type `choice` only"
        "値の一覧（`values`）は、型が`choice`の属性にのみ指定できます";
    AccessAttributeRanges "access.attribute.ranges" Error
        "an attribute of type `ranges` can be stated by the company only"
        "型が`ranges`の属性は、企業の属性（`company`）としてのみ宣言できます";
    AccessAttributePlace "access.attribute.place" Error
        "`{0}` is an attribute of the request and not of the company"
        "属性「{0}」は取引ごとに指定するもので、企業の文書には指定できません";
    AccessAttributeNotStated "access.attribute.notStated" Warning
        "conditions of the bank ask for `{0}`, which the company does not state"
        "金融機関の利用条件で使用する属性「{0}」が設定されていません";
    AccessValue "access.value" Error
        "`{0}` is not a value of `{1}`, which is {2}"
        "「{0}」は属性「{1}」の値として正しくありません（正しい値: {2}）";
    AccessConditionDuplicate "access.condition.duplicate" Error
        "there are two conditions `{0}`"
        "条件「{0}」が重複しています";
    AccessRequire "access.require" Error
        "what is required is either one of `all`, `any` and `not`, or an `attribute` with an operator"
        "`all`、`any`、`not`のいずれか一つ、または`attribute`と比較演算子を指定してください";
    AccessOperatorCount "access.operator.count" Error
        "a comparison has one operator, not {0}"
        "比較演算子は一つだけ指定してください（{0}個指定されています）";
    AccessOperatorType "access.operator.type" Error
        "`{0}` cannot be asked of `{1}`, whose value is {2}"
        "比較演算子「{0}」は、属性「{1}」（値: {2}）には使用できません";
    AccessInRanges "access.in.ranges" Error
        "`{0}` is not an attribute of type `ranges`"
        "属性「{0}」の型は`ranges`ではありません";
    AccessCode "access.code" Error
        "the code `{0}` is about `{1}`, which does not stand in the condition"
        "理由コード「{0}」の対象である属性「{1}」が条件に含まれていません";
    AccessRangeMalformed "access.range.malformed" Error
        "`{0}` is not a range of addresses"
        "「{0}」はアドレス範囲として正しくありません"
        hint "write 203.0.113.7, 203.0.113.0/24 or 203.0.113.7-203.0.113.20, or the same in IPv6"
             "「203.0.113.7」「203.0.113.0/24」「203.0.113.7-203.0.113.20」のいずれかの形式（IPv6も同様）で指定してください";
    AccessRangeHostBits "access.range.hostBits" Error
        "`{0}` is not the first address of its range, which is {1}"
        "「{0}」は範囲の先頭のアドレス（{1}）ではありません";
    AccessRangeOrder "access.range.order" Error
        "the range `{0}` ends before it begins"
        "アドレス範囲「{0}」の終わりが始まりより前になっています";
    AccessRangeFamilies "access.range.families" Error
        "the range `{0}` has an address of IPv4 and one of IPv6"
        "アドレス範囲「{0}」にIPv4とIPv6のアドレスが混在しています";
    AccessRangeAll "access.range.all" Error
        "the ranges hold every address there is"
        "アドレス範囲がすべてのアドレスを含んでいます";
    AccessConditionNever "access.condition.never" Error
        "the condition never applies: none of its operations has its scope and belongs to a business where it names some"
        "条件に該当する操作がないため、この条件は適用されません";
    AccessConditionAlways "access.condition.always" Warning
        "the condition is fulfilled whatever is stated"
        "この条件は、値にかかわらず常に満たされます";
    AccessConditionImpossible "access.condition.impossible" Warning
        "the condition is fulfilled by nothing that can be stated"
        "この条件を満たす値はありません";
    AccessRangeMapped "access.range.mapped" Error
        "the range `{0}` is one of IPv4 in the spelling of IPv6"
        "アドレス範囲「{0}」はIPv4の範囲をIPv6の形式で表したものです"
        hint "write it as IPv4" "IPv4の形式で指定してください";
}
