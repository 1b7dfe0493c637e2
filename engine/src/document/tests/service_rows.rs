//! What may be wrong with a service.

use super::{Document, Row, check_rows};
use crate::finding::FindingCode;

/// Put into `service.json`.
pub(super) const ROWS: &[Row] = &[
    Row::new(FindingCode::LimitKeyDot, "/limits", r#"{ "per.day": { "of": "company", "per": "day" } }"#, r#"{ "perDay": { "of": "company", "per": "day" } }"#)
        .path("/limits/per.day")
        .says(
            "the key `per.day` of a limit must not have a dot",
            "限度額のキー「per.day」に「.」は使用できません",
        ),
    Row::new(FindingCode::LimitKeyTaken, "/limits", r#"{ "transfer": { "of": "company", "per": "day" } }"#, r#"{ "transfers": { "of": "company", "per": "day" } }"#)
        .path("/limits/transfer")
        .says(
            "the key `transfer` of a limit is that of a business, of a group of businesses, or of a limit that every bank has",
            "限度額のキー「transfer」は、業務、業務のグループ、または共通の限度額の名称として使用されています",
        ),
    Row::new(FindingCode::LimitKeyTaken, "/limits", r#"{ "salary": { "of": "company", "per": "day" } }"#, r#"{ "salaries": { "of": "company", "per": "day" } }"#)
        .path("/limits/salary")
        .says(
            "the key `salary` of a limit is that of a business, of a group of businesses, or of a limit that every bank has",
            "限度額のキー「salary」は、業務、業務のグループ、または共通の限度額の名称として使用されています",
        ),
    Row::new(FindingCode::LimitKeyTaken, "/limits", r#"{ "perItem": { "of": "company", "per": "item" } }"#, r#"{ "everyItem": { "of": "company", "per": "item" } }"#)
        .path("/limits/perItem")
        .says(
            "the key `perItem` of a limit is that of a business, of a group of businesses, or of a limit that every bank has",
            "限度額のキー「perItem」は、業務、業務のグループ、または共通の限度額の名称として使用されています",
        ),
    Row::new(FindingCode::LimitAmountBeside, "/limits", r#"{ "a": { "of": "user", "per": "day", "amount": "5", "ceiling": "5" } }"#, r#"{ "a": { "of": "user", "per": "day", "amount": "5" } }"#)
        .path("/limits/a/ceiling")
        .says(
            "`ceiling` does not go with `amount`, beside which nobody else sets a value",
            "金融機関が定める値（`amount`）がある場合、「ceiling」は指定できません",
        ),
    Row::new(FindingCode::LimitAmountBeside, "/limits", r#"{ "a": { "of": "user", "per": "day", "amount": "5", "required": true } }"#, r#"{ "a": { "of": "user", "per": "day", "amount": "5", "required": false } }"#)
        .path("/limits/a/required")
        .says(
            "`required` does not go with `amount`, beside which nobody else sets a value",
            "金融機関が定める値（`amount`）がある場合、「required」は指定できません",
        ),
    Row::new(FindingCode::LimitCountPerItem, "/limits", r#"{ "a": { "of": "user", "per": "item", "measure": "count" } }"#, r#"{ "a": { "of": "user", "per": "operation", "measure": "count" } }"#)
        .path("/limits/a/measure")
        .says(
            "one item has no number of items, so that `count` does not go with `item`",
            "明細1件ごとの限度額（`item`）は件数（`count`）では設定できません",
        ),
    Row::new(FindingCode::CountMalformed, "/limits", r#"{ "a": { "of": "user", "per": "day", "measure": "count", "ceiling": "1.00" } }"#, r#"{ "a": { "of": "user", "per": "day", "measure": "count", "ceiling": "100" } }"#)
        .path("/limits/a/ceiling")
        .says(
            "`1.00` is not a number of items",
            "「1.00」は件数として正しくありません",
        )
        .hints(
            "write digits without separators, such as \"500\"",
            "「500」のように、桁区切りのない半角数字で指定してください",
        ),
    Row::new(FindingCode::NumberRange, "/limits", r#"{ "a": { "of": "payee", "per": "day", "payeeYoungerThanMinutes": 0 } }"#, r#"{ "a": { "of": "payee", "per": "day", "payeeYoungerThanMinutes": 1 } }"#)
        .path("/limits/a/payeeYoungerThanMinutes")
        .says(
            "`0` is not a whole number from 1 to 5270400",
            "「0」は1以上5270400以下の整数ではありません",
        ),
    Row::new(FindingCode::NumberRange, "/limits", r#"{ "a": { "of": "payee", "per": "day", "payeeYoungerThanMinutes": 5270401 } }"#, r#"{ "a": { "of": "payee", "per": "day", "payeeYoungerThanMinutes": 5270400 } }"#)
        .path("/limits/a/payeeYoungerThanMinutes")
        .says(
            "`5270401` is not a whole number from 1 to 5270400",
            "「5270401」は1以上5270400以下の整数ではありません",
        ),
    Row::new(FindingCode::BusinessUnknown, "/limits", r#"{ "a": { "of": "user", "per": "day", "businesses": ["transfers"] } }"#, r#"{ "a": { "of": "user", "per": "day", "businesses": ["transfer"] } }"#)
        .path("/limits/a/businesses/0")
        .says("the service has no business `transfers`", "業務「transfers」は取り扱っていません")
        .hints("did you mean `transfer`?", "「transfer」の誤りではありませんか"),
    Row::new(FindingCode::ListEmpty, "/limits", r#"{ "a": { "of": "user", "per": "day", "businesses": [] } }"#, r#"{ "a": { "of": "user", "per": "day", "businesses": ["bonus"] } }"#)
        .path("/limits/a/businesses")
        .says("the list must not be empty", "一つ以上指定してください"),
    Row::new(FindingCode::FormatUnknown, "/format", "2", "1")
        .says(
            "format `2` is not known, only 1 is",
            "文書形式「2」には対応していません（対応している形式は1です）",
        ),
    Row::new(FindingCode::FieldUnknown, "/pattern", "[]", "")
        .says(
            "there is no field `pattern` here",
            "項目「pattern」はここには指定できません",
        )
        .hints("did you mean `patterns`?", "「patterns」の誤りではありませんか"),
    Row::new(FindingCode::FieldUnknown, "/settings/limit/dayBassis", r#""valueDate""#, "")
        .says(
            "there is no field `dayBassis` here",
            "項目「dayBassis」はここには指定できません",
        )
        .hints("did you mean `dayBasis`?", "「dayBasis」の誤りではありませんか"),
    Row::new(FindingCode::FieldMissing, "/utcOffset", "", r#""+09:00""#)
        .says(
            "the field `utcOffset` is missing",
            "必須項目「utcOffset」が指定されていません",
        ),
    Row::new(FindingCode::FieldMissing, "/standardFees/0/from", "", r#""2019-10-01""#)
        .says(
            "the field `from` is missing",
            "必須項目「from」が指定されていません",
        ),
    Row::new(FindingCode::TypeWrong, "/settings/fee", "[]", "{}")
        .says(
            "an object is expected here, not a list",
            "オブジェクトを指定してください（配列が指定されています）",
        ),
    Row::new(FindingCode::TypeWrong, "/settings/limit/inclusive", r#""true""#, "true")
        .says(
            "`true` or `false` is expected here, not a text",
            "trueまたはfalseを指定してください（文字列が指定されています）",
        ),
    Row::new(FindingCode::TypeWrong, "/settings/roles/maxUsers", r#""10""#, "10")
        .says(
            "a whole number is expected here, not a text",
            "整数を指定してください（文字列が指定されています）",
        ),
    Row::new(FindingCode::TypeWrong, "/calendar/weekend", r#""sun""#, r#"["sun"]"#)
        .says(
            "a list is expected here, not a text",
            "配列を指定してください（文字列が指定されています）",
        ),
    Row::new(FindingCode::TypeWrong, "/id", "1", r#""1""#)
        .says(
            "a text is expected here, not a number",
            "文字列を指定してください（数値が指定されています）",
        ),
    Row::new(FindingCode::TypeWrong, "/ceilings/perItem", "null", r#""1""#)
        .says(
            "an amount in quotes is expected here, not null",
            "引用符で囲んだ金額を指定してください（nullが指定されています）",
        ),
    Row::new(FindingCode::NameEmpty, "/version", r#""""#, r#""1""#)
        .says(
            "a name must not be empty",
            "名称またはコードが空欄です",
        ),
    Row::new(FindingCode::NameControl, "/id", r#""a\nb""#, r#""a b""#)
        .says(
            "the name `a\\nb` has a control character",
            "「a\\nb」に制御文字が含まれています",
        ),
    Row::new(FindingCode::ListEmpty, "/businesses/transfer/payeeKinds", "[]", r#"["newAccount"]"#)
        .says(
            "the list must not be empty",
            "一つ以上指定してください",
        ),
    Row::new(FindingCode::ListDuplicate, "/businesses/transfer/payeeKinds", r#"["newAccount", "newAccount"]"#, r#"["newAccount", "preRegistered"]"#)
        .path("/businesses/transfer/payeeKinds/1")
        .says(
            "`newAccount` stands twice in the list",
            "「newAccount」が重複して指定されています",
        ),
    Row::new(FindingCode::ListDuplicate, "/calendar/holidays/-", r#""2026-11-23""#, r#""2026-11-24""#)
        .path("/calendar/holidays/2")
        .says(
            "`2026-11-23` stands twice in the list",
            "「2026-11-23」が重複して指定されています",
        ),
    Row::new(FindingCode::ListDuplicate, "/settings/approval/selfApproval/forbid/-", r#""bulkTransfer""#, r#""transfer""#)
        .path("/settings/approval/selfApproval/forbid/1")
        .says(
            "`bulkTransfer` stands twice in the list",
            "「bulkTransfer」が重複して指定されています",
        ),
    Row::new(FindingCode::AmountMalformed, "/ceilings/perBatch", r#""30,000,000""#, r#""30000000""#)
        .says(
            "`30,000,000` is not an amount",
            "「30,000,000」は金額として正しくありません",
        )
        .hints("write digits without separators, such as \"30000\"", "「30000」のように、桁区切りのない半角数字で指定してください"),
    Row::new(FindingCode::AmountMalformed, "/ceilings/perBatch", "9007199254740992", "9007199254740991")
        .says(
            "`9007199254740992` is not an amount",
            "「9007199254740992」は金額として正しくありません",
        )
        .hints("write digits without separators, such as \"30000\"", "「30000」のように、桁区切りのない半角数字で指定してください"),
    Row::new(FindingCode::AmountMalformed, "/ceilings/perBatch", r#""1000000000000000000""#, r#""999999999999999999""#)
        .says(
            "`1000000000000000000` is not an amount",
            "「1000000000000000000」は金額として正しくありません",
        )
        .hints("write digits without separators, such as \"30000\"", "「30000」のように、桁区切りのない半角数字で指定してください"),
    Row::new(FindingCode::DayMalformed, "/calendar/to", r#""2027-02-29""#, r#""2028-02-29""#)
        .says(
            "`2027-02-29` is not a day",
            "「2027-02-29」は日付として正しくありません",
        )
        .hints("write a day that exists, as YYYY-MM-DD", "実在する日付を「YYYY-MM-DD」の形式で指定してください"),
    Row::new(FindingCode::RateMalformed, "/settings/fee/taxRates", r#"[{ "from": "2019-10-01", "rate": "1.1" }]"#, r#"[{ "from": "2019-10-01", "rate": "1" }]"#)
        .path("/settings/fee/taxRates/0/rate")
        .says(
            "`1.1` is not a rate from 0 to 1",
            "「1.1」は率として正しくありません（0以上1以下）",
        )
        .hints("write 0.5 percent as \"0.005\", with at most 10 decimals", "0.5％は「0.005」のように、小数点以下10桁以内で指定してください"),
    Row::new(FindingCode::RateMalformed, "/standardFees/1/tables/bonus/otherBank/0/rate", r#""0.12345678901""#, r#""0.1234567890""#)
        .says(
            "`0.12345678901` is not a rate from 0 to 1",
            "「0.12345678901」は率として正しくありません（0以上1以下）",
        )
        .hints("write 0.5 percent as \"0.005\", with at most 10 decimals", "0.5％は「0.005」のように、小数点以下10桁以内で指定してください"),
    Row::new(FindingCode::UnitPriceMalformed, "/businesses/directDebit/fees/perCount/unit", r#""52.1234567""#, r#""52.123456""#)
        .says(
            "`52.1234567` is not a price per count",
            "「52.1234567」は単価として正しくありません",
        )
        .hints("write a decimal such as \"52.5\", with at most 6 decimals", "「52.5」のように、小数点以下6桁以内で指定してください"),
    Row::new(FindingCode::NumberRange, "/businesses/bulkTransfer/maxItems/file", "100001", "100000")
        .says(
            "`100001` is not a whole number from 1 to 100000",
            "「100001」は1以上100000以下の整数ではありません",
        ),
    Row::new(FindingCode::NumberRange, "/settings/roles/maxUsers", "1001", "1000")
        .says(
            "`1001` is not a whole number from 1 to 1000",
            "「1001」は1以上1000以下の整数ではありません",
        ),
    Row::new(FindingCode::NumberRange, "/settings/roles/maxUsers", "0", "1")
        .says(
            "`0` is not a whole number from 1 to 1000",
            "「0」は1以上1000以下の整数ではありません",
        ),
    Row::new(FindingCode::ChoiceUnknown, "/businesses/payroll/kind", r#""salary""#, r#""payroll""#)
        .says(
            "`salary` is not one of `transfer`, `bulkTransfer`, `payroll`, `bonus`, `directDebit`, `localTax`, `collection`, `other`",
            "「salary」は指定できません（指定できる値: `transfer`, `bulkTransfer`, `payroll`, `bonus`, `directDebit`, `localTax`, `collection`, `other`）",
        ),
    Row::new(FindingCode::ChoiceUnknown, "/settings/fee/dateBasis", r#""acceptancedate""#, r#""acceptanceDate""#)
        .says(
            "`acceptancedate` is not one of `valueDate`, `acceptanceDate`, `checkEnd`, `execution`",
            "「acceptancedate」は指定できません（指定できる値: `valueDate`, `acceptanceDate`, `checkEnd`, `execution`）",
        )
        .hints("did you mean `acceptanceDate`?", "「acceptanceDate」の誤りではありませんか"),
    Row::new(FindingCode::CurrencyUnknown, "/currency", r#""YEN""#, r#""JPY""#)
        .says(
            "`YEN` is not an ISO 4217 currency code",
            "「YEN」はISO 4217の通貨コードではありません",
        ),
    Row::new(FindingCode::UtcOffsetMalformed, "/utcOffset", r#""9:00""#, r#""-09:30""#)
        .says(
            "`9:00` is not an offset from UTC",
            "「9:00」は協定世界時との時差として正しくありません",
        )
        .hints("write it as +09:00", "「+09:00」の形式で指定してください"),
    Row::new(FindingCode::BusinessUnknown, "/standardFees/1/tables/transferr", "{}", "")
        .says(
            "the service has no business `transferr`",
            "業務「transferr」は取り扱っていません",
        )
        .hints("did you mean `transfer`?", "「transfer」の誤りではありませんか"),
    Row::new(FindingCode::BusinessUnknown, "/settings/approval/selfApproval/forbid/0", r#""savings""#, r#""payroll""#)
        .says(
            "the service has no business `savings`",
            "業務「savings」は取り扱っていません",
        ),
    Row::new(FindingCode::BusinessUnknown, "/ceilings/companyPerDay/savings", r#""1""#, "")
        .says(
            "the service has no business `savings`",
            "業務「savings」は取り扱っていません",
        ),
    Row::new(FindingCode::BusinessUnknown, "/rights/transfer.approve/business", r#""transferr""#, r#""transfer""#)
        .says(
            "the service has no business `transferr`",
            "業務「transferr」は取り扱っていません",
        )
        .hints("did you mean `transfer`?", "「transfer」の誤りではありませんか"),
    Row::new(FindingCode::PatternUnknown, "/standardFees/1/tables/payroll/otherbank", r#"[{ "from": "0", "fee": "0" }]"#, "")
        .says(
            "the service has no pattern `otherbank`",
            "振込パターン「otherbank」は定義されていません",
        )
        .hints("did you mean `otherBank`?", "「otherBank」の誤りではありませんか"),
    Row::new(FindingCode::OperationUnknown, "/everyUser/viewlog", r#""own""#, "")
        .says(
            "there is no operation `viewlog`",
            "操作「viewlog」はありません",
        )
        .hints("did you mean `viewLog`?", "「viewLog」の誤りではありませんか"),
    Row::new(FindingCode::LimitTakeAt, "/settings/limit", r#"{ "checkAt": ["approve", "execute"] }"#, r#"{ "checkAt": ["submit"] }"#)
        .path("/settings/limit/checkAt")
        .says(
            "`limit.takeAt` must be one of `limit.checkAt`",
            "限度額の使用時点（`limit.takeAt`）は確認時点（`limit.checkAt`）に含まれていなければなりません",
        ),
    Row::new(FindingCode::BusinessSwitchToItself, "/businesses/payroll/switchTo", r#"{ "payroll": {} }"#, r#"{ "bulkTransfer": {} }"#)
        .path("/businesses/payroll/switchTo/payroll")
        .says(
            "items of `payroll` cannot be switched to the same business",
            "業務「payroll」の取引を同じ業務に切り替えることはできません",
        ),
    Row::new(FindingCode::FeeTaxRatesUnordered, "/settings/fee/taxRates", r#"[{ "from": "2019-10-01", "rate": "0.1" }, { "from": "2019-10-01", "rate": "0.08" }]"#, r#"[{ "from": "2019-10-01", "rate": "0.1" }, { "from": "2019-10-02", "rate": "0.08" }]"#)
        .path("/settings/fee/taxRates/1/from")
        .says(
            "the tax rate from 2019-10-01 is not later than the one before it, from 2019-10-01",
            "消費税率の適用開始日（2019-10-01）が直前の適用開始日（2019-10-01）より後になっていません",
        ),
    Row::new(FindingCode::FeeMethodFamily, "/businesses/transfer/fees/payeeBorne/method", r#""iterative""#, r#""addLowerFee""#)
        .says(
            "the method `iterative` does not belong to the bank's family of methods",
            "手数料計算方法「iterative」は、この金融機関で選択できる計算方法ではありません",
        ),
    Row::new(FindingCode::BusinessKey, "/businesses/tax.local", r#"{ "kind": "localTax", "approvalModes": ["single"], "fees": { "perCount": { "unit": "0" } } }"#, "")
        .says(
            "the key `tax.local` of a business must not have a dot",
            "業務のキー「tax.local」に「.」は使用できません",
        ),
    Row::new(FindingCode::BusinessFieldUnused, "/businesses/payroll/payeeKinds", r#"["newAccount"]"#, "")
        .says(
            "`payeeKinds` has no effect in a business of kind `payroll`",
            "種別「payroll」の業務では「payeeKinds」の指定は無視されます",
        ),
    Row::new(FindingCode::BusinessFieldUnused, "/businesses/transfer/maxItems", "1", "")
        .says(
            "`maxItems` has no effect in a business of kind `transfer`",
            "種別「transfer」の業務では「maxItems」の指定は無視されます",
        ),
    Row::new(FindingCode::BusinessGroupName, "/businesses/bulkTransfer/approvalGroup", r#""transfer""#, r#""bulkTransfer""#)
        .says(
            "the group `transfer` has the key of a business that does not belong to it",
            "グループ名「transfer」が、グループに属さない業務のキーと重複しています",
        ),
    Row::new(FindingCode::LimitKind, "/businesses/payroll/limits", r#"["accountPerDay.total"]"#, r#"["companyPerDay"]"#)
        .path("/businesses/payroll/limits/0")
        .says(
            "`payroll` is of kind `payroll`, which has no limit `accountPerDay.total`",
            "業務「payroll」（種別「payroll」）に限度額「accountPerDay.total」は設定できません",
        ),
    Row::new(FindingCode::LimitKind, "/ceilings/companyPerDay/transfer", r#""1""#, "")
        .says(
            "`transfer` is of kind `transfer`, which has no limit `companyPerDay`",
            "業務「transfer」（種別「transfer」）に限度額「companyPerDay」は設定できません",
        ),
    Row::new(FindingCode::FeeBusinessWithoutTable, "/businesses/collection", r#"{ "kind": "collection", "approvalModes": ["none"] }"#, r#"{ "kind": "collection", "approvalModes": ["none"], "fees": { "perCount": { "unit": "0" } } }"#)
        .says(
            "no fee is given for the business `collection`, so that no request in it has a quote",
            "業務「collection」の手数料が設定されていないため、手数料を計算できません",
        ),
    Row::new(FindingCode::RightWithoutBusiness, "/rights/tranfser.view", r#"{ "always": { "view": "all" } }"#, r#"{ "always": { "viewBalance": "all" } }"#)
        .says(
            "the right `tranfser.view` belongs to no business",
            "権限「tranfser.view」がどの業務のものか判別できません",
        )
        .hints("did you mean one of `transfer`?", "「transfer」の誤りではありませんか"),
    Row::new(FindingCode::RightEmpty, "/rights/transfer.view", "{}", r#"{ "always": { "view": "all" } }"#)
        .says(
            "the right `transfer.view` allows nothing",
            "権限「transfer.view」で許可される操作がありません",
        ),
    Row::new(FindingCode::RightAdministration, "/rights/balance/always/editUser", r#""all""#, "")
        .says(
            "`editUser` is an operation of administration, which the role alone decides",
            "管理操作「editUser」はユーザ区分によって決まるため、権限には指定できません",
        ),
    Row::new(FindingCode::RightNarrowedTwice, "/rights/transfer.narrow", r#"{ "payeeKind": "newAccount", "entry": "file", "always": { "create": "all" } }"#, r#"{ "payeeKind": "newAccount", "always": { "create": "all" } }"#)
        .path("/rights/transfer.narrow/entry")
        .says(
            "the right `transfer.narrow` is narrowed both to a payee kind and to an entry",
            "権限「transfer.narrow」に振込先の指定方法と受付方法の両方が指定されています",
        ),
    Row::new(FindingCode::RightNarrowedNowhere, "/rights/balance/payeeKind", r#""newAccount""#, "")
        .path("/rights/balance")
        .says(
            "the right `balance` is narrowed but belongs to no business",
            "権限「balance」は業務に属さないため、対象を限定できません",
        ),
    Row::new(FindingCode::RightNarrowedKind, "/rights/salary.request.newAccount", r#"{ "always": { "create": "all" } }"#, r#"{ "business": "transfer", "always": { "create": "all" } }"#)
        .says(
            "the right `salary.request.newAccount` is narrowed to a payee kind, which the business `payroll` does not go by",
            "権限「salary.request.newAccount」は振込先の指定方法で限定されていますが、業務「payroll」では使用できません",
        ),
    Row::new(FindingCode::RightNarrowedKind, "/rights/transfer.request.screen", r#"{ "always": { "create": "all" } }"#, r#"{ "payeeKind": "newAccount", "always": { "create": "all" } }"#)
        .says(
            "the right `transfer.request.screen` is narrowed to an entry, which the business `transfer` does not go by",
            "権限「transfer.request.screen」は受付方法で限定されていますが、業務「transfer」では使用できません",
        ),
    Row::new(FindingCode::RightNarrowedLog, "/rights/transfer.request.preRegistered/always", r#"{ "viewLog": "own" }"#, r#"{ "viewStatement": "own" }"#)
        .path("/rights/transfer.request.preRegistered")
        .says(
            "the right `transfer.request.preRegistered` is narrowed, and so cannot have `viewLog`",
            "対象を限定した権限「transfer.request.preRegistered」に操作履歴照会（`viewLog`）は指定できません",
        ),
    Row::new(FindingCode::EveryUserApprove, "/everyUser/approve", r#""all""#, "")
        .path("/everyUser")
        .says(
            "`approve` needs a right and cannot be given to every user",
            "検印・承認・送信（`approve`）は権限が必要な操作のため、全利用者には許可できません",
        ),
    Row::new(FindingCode::PatternReserved, "/patterns/2/key", r#""from""#, r#""otherBank""#)
        .says(
            "a pattern cannot be called `from`, which has another meaning in tables",
            "「from」は予約語のため、振込パターンのキーには使用できません",
        )
        .among(17),
    Row::new(FindingCode::PatternDuplicate, "/patterns/2/key", r#""ownBank""#, r#""otherBank""#)
        .says(
            "there are two patterns `ownBank`",
            "振込パターン「ownBank」が重複しています",
        )
        .among(9),
    Row::new(FindingCode::PatternNever, "/patterns/-", r#"{ "key": "odd", "when": { "sameBank": false, "sameBranch": true } }"#, "")
        .path("/patterns/3")
        .says(
            "the pattern `odd` never applies",
            "振込パターン「odd」に該当する振込はありません",
        )
        .among(9),
    Row::new(FindingCode::FeeVersionsUnordered, "/standardFees/1/from", r#""2019-10-01""#, r#""2019-10-02""#)
        .says(
            "the version from 2019-10-01 is not later than the one before it, from 2019-10-01",
            "適用開始日（2019-10-01）が直前の版の適用開始日（2019-10-01）より後になっていません",
        ),
    Row::new(FindingCode::FeeVersionBusinessMissing, "/standardFees/1/tables/bonus", "", "{}")
        .path("/standardFees/1/tables")
        .says(
            "the version leaves out the business `bonus`, which an earlier version has",
            "以前の版にある業務「bonus」の手数料が、この版にありません",
        ),
    Row::new(FindingCode::FeeTablePatternMissing, "/standardFees/1/tables/payroll/ownBank", "", r#"[{ "from": "0", "fee": "0" }]"#)
        .path("/standardFees/1/tables/payroll")
        .says(
            "the tables of `payroll` leave out the pattern `ownBank`",
            "業務「payroll」の手数料に振込パターン「ownBank」がありません",
        ),
    Row::new(FindingCode::FeeTiersEmpty, "/standardFees/1/tables/payroll/ownBank", "[]", r#"[{ "from": "0", "fee": "0" }]"#)
        .says(
            "a table needs at least one tier",
            "手数料の区分を一つ以上指定してください",
        ),
    Row::new(FindingCode::FeeTiersUnordered, "/standardFees/1/tables/bulkTransfer/otherBank/2/from", r#""10000""#, r#""30000""#)
        .says(
            "the tier from 10000 is not above the one before it, from 10000",
            "区分の下限額（10000）が直前の区分の下限額（10000）より大きくなっていません",
        ),
    Row::new(FindingCode::FeeTiersFalling, "/standardFees/1/tables/transfer/otherBank/1/fee", r#""109""#, r#""110""#)
        .path("/standardFees/1/tables/transfer/otherBank/1")
        .says(
            "the fee falls from 110 to 109 where the amount reaches 30000",
            "金額が30000に達すると、手数料が110から109に下がります",
        ),
    Row::new(FindingCode::FeeTiersFalling, "/standardFees/1/tables/bonus/otherBank/-", r#"{ "from": "30000", "fee": "149" }"#, r#"{ "from": "30000", "fee": "150" }"#)
        .path("/standardFees/1/tables/bonus/otherBank/1")
        .says(
            "the fee falls from 150 to 149 where the amount reaches 30000",
            "金額が30000に達すると、手数料が150から149に下がります",
        ),
    Row::new(FindingCode::FeeTiersBound, "/standardFees/1/tables/transfer/otherBank/1/from", r#""50000""#, r#""10000""#)
        .says(
            "the bound 50000 is not one of the bank's",
            "区分の下限額（50000）は、この金融機関で使用できる境界額ではありません",
        ),
    Row::new(FindingCode::FeeTierEmpty, "/standardFees/1/tables/transfer/otherBank/0/fee", "", r#""0""#)
        .path("/standardFees/1/tables/transfer/otherBank/0")
        .says(
            "a tier needs `fee` or `rate`",
            "区分に手数料額（`fee`）または手数料率（`rate`）を指定してください",
        ),
    Row::new(FindingCode::FeeTierMixed, "/standardFees/1/tables/transfer/otherBank/0/max", r#""500""#, "")
        .says(
            "`max` cannot stand beside `fee`",
            "「max」は手数料額（`fee`）と同時に指定できません",
        ),
    Row::new(FindingCode::FeeTierMixed, "/standardFees/1/tables/transfer/otherBank/0/rate", r#""0.1""#, "")
        .says(
            "`rate` cannot stand beside `fee`",
            "「rate」は手数料額（`fee`）と同時に指定できません",
        ),
    Row::new(FindingCode::FeeTierMinAboveMax, "/standardFees/1/tables/bonus/otherBank/0/min", r#""1001""#, r#""1000""#)
        .says(
            "the minimum fee 1001 is above the maximum 1000",
            "最低手数料（1001）が最高手数料（1000）を超えています",
        ),
    Row::new(FindingCode::FeePerCountMixed, "/standardFees/1/tables/payroll/perCount", r#"{ "unit": "10" }"#, "")
        .path("/standardFees/1/tables/payroll/otherBank")
        .says(
            "`otherBank` cannot stand beside `perCount`",
            "「otherBank」は一件当たり手数料（`perCount`）と同時に指定できません",
        )
        .among(3),
    Row::new(FindingCode::FeePerCountSingle, "/businesses/collection", r#"{ "kind": "transfer", "approvalModes": ["none"], "limits": [], "fees": { "perCount": { "unit": "0" } } }"#, r#"{ "kind": "collection", "approvalModes": ["none"], "fees": { "perCount": { "unit": "0" } } }"#)
        .path("/businesses/collection/fees/perCount")
        .says(
            "a fee per count needs a business with batches",
            "一件当たり手数料は、明細をまとめて依頼する業務にのみ設定できます",
        ),
    Row::new(FindingCode::FeePerCountOffer, "/businesses/directDebit/fees/payerBorne", "{}", "")
        .says(
            "`payerBorne` cannot be offered where a fee per count is always in force",
            "一件当たり手数料の業務では「payerBorne」を取り扱えません",
        ),
    Row::new(FindingCode::FeeTablesNotInForce, "/standardFees/1/tables/directDebit", r#"{ "perCount": { "unit": "10" } }"#, "")
        .path("/businesses/directDebit")
        .says(
            "the fee per count of `directDebit` is always in force, so that its tables never are",
            "業務「directDebit」には常に一件当たり手数料が適用されるため、手数料表は使用されません",
        ),
    Row::new(FindingCode::CalendarRange, "/calendar/from", r#""2028-01-01""#, r#""2025-12-31""#)
        .path("/calendar/to")
        .says(
            "the calendar ends on 2027-12-31, before it begins on 2028-01-01",
            "営業日カレンダーの終了日（2027-12-31）が開始日（2028-01-01）より前になっています",
        ),
    Row::new(FindingCode::CalendarHolidayOutside, "/calendar/holidays/-", r#""2028-01-01""#, r#""2027-12-31""#)
        .path("/calendar/holidays/2")
        .says(
            "the holiday 2028-01-01 is outside the calendar, from 2026-01-01 to 2027-12-31",
            "休日（2028-01-01）が営業日カレンダーの期間（2026-01-01から2027-12-31まで）の外にあります",
        ),
];

#[test]
fn each_finding_of_a_service_and_its_neighbour() {
    check_rows(Document::Service, &Document::Service.json(), ROWS);
}
