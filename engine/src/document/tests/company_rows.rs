//! What may be wrong with a company.

use serde_json::{Value, json};

use super::{Document, Row, check_rows};
use crate::finding::FindingCode;

/// Put into `company.json`.
pub(super) const ROWS: &[Row] = &[
    Row::new(FindingCode::BusinessUnknown, "/approval/savings", r#""single""#, "")
        .says(
            "the service has no business `savings`",
            "業務「savings」は取り扱っていません",
        ),
    Row::new(FindingCode::AccountUnknown, "/users/0/accounts/0", r#""maine""#, r#""main""#)
        .says(
            "the company has no account `maine`",
            "口座「maine」は登録されていません",
        )
        .hints("did you mean `main`?", "「main」の誤りではありませんか"),
    Row::new(FindingCode::AccountUnknown, "/users/2/accounts/-", r#""third""#, "")
        .path("/users/2/accounts/2")
        .says(
            "the company has no account `third`",
            "口座「third」は登録されていません",
        ),
    Row::new(FindingCode::GroupUnknown, "/users/0/groups", r#"["clerks"]"#, "[]")
        .path("/users/0/groups/0")
        .says(
            "the company has no group `clerks`",
            "グループ「clerks」は登録されていません",
        ),
    Row::new(FindingCode::RightUnknown, "/users/2/rights/0", r#""transfer.aprove""#, r#""transfer.approve""#)
        .says(
            "the service has no right `transfer.aprove`",
            "権限「transfer.aprove」は定義されていません",
        )
        .hints("did you mean `transfer.approve`?", "「transfer.approve」の誤りではありませんか"),
    Row::new(FindingCode::ListDuplicate, "/users/2/rights/1", r#""transfer.approve""#, r#""bulkTransfer.approve""#)
        .among(2)
        .says(
            "`transfer.approve` stands twice in the list",
            "「transfer.approve」が重複して指定されています",
        ),
    Row::new(FindingCode::CodeMalformed, "/accounts/0/bank", r#""34""#, r#""0034""#)
        .says(
            "`34` is not a code of 4 digits",
            "「34」は4桁の半角数字ではありません",
        ),
    Row::new(FindingCode::CodeMalformed, "/accounts/0/branch", r#""08１""#, r#""081""#)
        .says(
            "`08１` is not a code of 3 digits",
            "「08１」は3桁の半角数字ではありません",
        ),
    Row::new(FindingCode::CodeMalformed, "/accounts/0/type", r#""10""#, r#""1""#)
        .says(
            "`10` is not a code of 1 digits",
            "「10」は1桁の半角数字ではありません",
        ),
    Row::new(FindingCode::CodeMalformed, "/accounts/0/number", r#""0253326x""#, r#""0253326""#)
        .says(
            "`0253326x` is not a code of 7 digits",
            "「0253326x」は7桁の半角数字ではありません",
        ),
    Row::new(FindingCode::ApprovalModeNotAllowed, "/approval/bulkTransfer", r#""none""#, r#""single""#)
        .says(
            "the mode `none` is not allowed for `bulkTransfer`, only `single`, `doubleInOrder`",
            "業務「bulkTransfer」で承認方法「none」は選択できません（選択できる承認方法: `single`, `doubleInOrder`）",
        ),
    Row::new(FindingCode::ApprovalGroupConflict, "/approval/bonus", r#""doubleInOrder""#, r#""single""#)
        .among(2)
        .says(
            "`bonus` and `salary` are of one group and cannot have the modes `doubleInOrder` and `single`",
            "「bonus」と「salary」は同じグループのため、異なる承認方法（「doubleInOrder」と「single」）は選択できません",
        ),
    Row::new(FindingCode::ApprovalGroupConflict, "/approval/payroll", r#""doubleInOrder""#, r#""single""#)
        .among(2)
        .says(
            "`payroll` and `salary` are of one group and cannot have the modes `doubleInOrder` and `single`",
            "「payroll」と「salary」は同じグループのため、異なる承認方法（「doubleInOrder」と「single」）は選択できません",
        ),
    Row::new(FindingCode::FeeNotOffered, "/fees/payerBorne/transfer", r#"{ "basis": "standard" }"#, "")
        .says(
            "the bank does not offer `payerBorne` fees for `transfer`",
            "業務「transfer」では「payerBorne」の手数料設定を取り扱っていません",
        ),
    Row::new(FindingCode::FeeNotOffered, "/fees/payeeBorne/payroll", r#"{ "basis": "standard" }"#, "")
        .says(
            "the bank does not offer `payeeBorne` fees for `payroll`",
            "業務「payroll」では「payeeBorne」の手数料設定を取り扱っていません",
        ),
    Row::new(FindingCode::FeeMethodNotSelectable, "/fees/payeeBorne/transfer/method", r#""addLowerFee""#, r#""fixed""#)
        .says(
            "the method `addLowerFee` cannot be chosen for `transfer`, where the bank's is `fixed`",
            "業務「transfer」の手数料計算方法は「fixed」で固定のため、「addLowerFee」は選択できません",
        ),
    Row::new(FindingCode::FeeMethodFamily, "/fees/payeeBorne/bulkTransfer/method", r#""clampLower""#, r#""addLowerFee""#)
        .says(
            "the method `clampLower` does not belong to the bank's family of methods",
            "手数料計算方法「clampLower」は、この金融機関で選択できる計算方法ではありません",
        ),
    Row::new(FindingCode::FeeBasisStandard, "/fees/payeeBorne/transfer/tables", "[]", "")
        .says(
            "`tables` goes with the basis `individual` only",
            "「tables」は個別手数料（`individual`）の場合にのみ指定できます",
        ),
    Row::new(FindingCode::FeeBasisStandard, "/fees/payerBorne/bulkTransfer/tax", r#""exclusive""#, "")
        .says(
            "`tax` goes with the basis `individual` only",
            "「tax」は個別手数料（`individual`）の場合にのみ指定できます",
        ),
    Row::new(FindingCode::FieldMissing, "/fees/payerBorne/bulkTransfer/basis", r#""individual""#, r#""standard""#)
        .path("/fees/payerBorne/bulkTransfer/tables")
        .says(
            "the field `tables` is missing",
            "必須項目「tables」が指定されていません",
        ),
    Row::new(FindingCode::ListEmpty, "/fees/payeeBorne/bulkTransfer/tables", "[]", r#"[{ "from": "2024-10-01" }]"#)
        .says(
            "the list must not be empty",
            "一つ以上指定してください",
        ),
    Row::new(FindingCode::FeeIndividualPatternMissing, "/fees/payeeBorne/bulkTransfer/tables/0/ownBank", "", r#"[{ "from": "0", "fee": "0" }]"#)
        .path("/fees/payeeBorne/bulkTransfer/tables/0")
        .says(
            "the version leaves out the pattern `ownBank`, so that transfers of it have no quote",
            "個別手数料に振込パターン「ownBank」がないため、該当する振込の手数料を計算できません",
        ),
    Row::new(FindingCode::FeeVersionsUnordered, "/fees/payeeBorne/bulkTransfer/tables/-", r#"{ "from": "2024-09-30", "sameBranch": [{ "from": "0", "fee": "0" }], "ownBank": [{ "from": "0", "fee": "0" }], "otherBank": [{ "from": "0", "fee": "0" }] }"#, r#"{ "from": "2024-10-02" }"#)
        .path("/fees/payeeBorne/bulkTransfer/tables/1/from")
        .says(
            "the version from 2024-09-30 is not later than the one before it, from 2024-10-01",
            "適用開始日（2024-09-30）が直前の版の適用開始日（2024-10-01）より後になっていません",
        ),
    Row::new(FindingCode::FeeMethodRate, "/fees/payeeBorne/bulkTransfer/tables/0/ownBank", r#"[{ "from": "0", "rate": "0.01" }]"#, r#"[{ "from": "0", "fee": "1" }]"#)
        .says(
            "the table of `ownBank` has a rate, which the method `addUpperFee` cannot use",
            "「ownBank」の手数料表に手数料率があるため、手数料計算方法「addUpperFee」は使用できません",
        ),
    Row::new(FindingCode::FeeMethodCrossing, "/fees/payeeBorne/bulkTransfer/tables/0/otherBank", r#"[{ "from": "0", "fee": "0" }, { "from": "10000", "fee": "21000" }, { "from": "30000", "fee": "1000" }]"#, r#"[{ "from": "0", "fee": "0" }, { "from": "10000", "fee": "20999" }, { "from": "30000", "fee": "21000" }]"#)
        .says(
            "in the table of `otherBank` the method `addUpperFee` moves the bound 30000 to or below the one before it",
            "「otherBank」の手数料表では、手数料計算方法「addUpperFee」による加算後の境界額（30000）が直前の境界額以下になります",
        )
        .among(2),
    Row::new(FindingCode::FeeTierTooLarge, "/fees/payeeBorne/bulkTransfer", r#"{ "basis": "individual", "tax": "exclusive", "tables": [{ "from": "2024-10-01", "sameBranch": [{ "from": "0", "fee": "0" }], "ownBank": [{ "from": "0", "fee": "0" }], "otherBank": [{ "from": "0", "fee": "970873786407766992" }] }] }"#, r#"{ "basis": "individual", "tax": "inclusive", "tables": [{ "from": "2024-10-01", "sameBranch": [{ "from": "0", "fee": "0" }], "ownBank": [{ "from": "0", "fee": "0" }], "otherBank": [{ "from": "0", "fee": "970873786407766992" }] }] }"#)
        .path("/fees/payeeBorne/bulkTransfer/tables/0/otherBank")
        .says(
            "a fee of the table is too large once tax is added",
            "消費税を加えた手数料が取り扱える金額を超えます",
        ),
    Row::new(FindingCode::LimitMissing, "/limits/bulkTransfer", "", r#""0""#)
        .path("/limits")
        .says(
            "the limit `companyPerDay` is not set for `bulkTransfer`",
            "業務「bulkTransfer」の限度額「companyPerDay」が設定されていません",
        )
        .hints("set it to \"0\" where nothing may pass", "取り扱わない場合は「0」を設定してください"),
    Row::new(FindingCode::LimitMissing, "/accounts/0/limits/transfer/adHoc", "", r#""0""#)
        .path("/accounts/0/limits/transfer")
        .says(
            "the limit `accountPerDay.adHoc` is not set for `transfer`",
            "業務「transfer」の限度額「accountPerDay.adHoc」が設定されていません",
        )
        .hints("set it to \"0\" where nothing may pass", "取り扱わない場合は「0」を設定してください"),
    Row::new(FindingCode::LimitMissing, "/users/0/limits/bulkTransfer", "", r#""0""#)
        .path("/users/0")
        .says(
            "the limit `userPerOperation` is not set for `bulkTransfer`",
            "業務「bulkTransfer」の限度額「userPerOperation」が設定されていません",
        )
        .hints("set it to \"0\" where nothing may pass", "取り扱わない場合は「0」を設定してください"),
    Row::new(FindingCode::LimitMissing, "/users/0/limits/transfer/preRegistered", "", r#""0""#)
        .path("/users/0")
        .says(
            "the limit `userPerOperation.preRegistered` is not set for `transfer`",
            "業務「transfer」の限度額「userPerOperation.preRegistered」が設定されていません",
        )
        .hints("set it to \"0\" where nothing may pass", "取り扱わない場合は「0」を設定してください"),
    Row::new(FindingCode::LimitDigits, "/limits/payroll", r#""1000000000000""#, r#""999999999999""#)
        .says(
            "the limit 1000000000000 has more than 12 digits",
            "限度額（1000000000000）は12桁以内で設定してください",
        ),
    Row::new(FindingCode::LimitDigits, "/users/2/approverPerItem/transfer", r#""1000000000000000""#, r#""999999999999999""#)
        .says(
            "the limit 1000000000000000 has more than 15 digits",
            "限度額（1000000000000000）は15桁以内で設定してください",
        ),
    // Above the ceiling too, and said once.
    Row::new(FindingCode::LimitDigits, "/accounts/0/limits/transfer/total", r#""1000000000000000""#, r#""1000000000""#)
        .says(
            "the limit 1000000000000000 has more than 15 digits",
            "限度額（1000000000000000）は15桁以内で設定してください",
        ),
    Row::new(FindingCode::LimitOverCeiling, "/accounts/0/limits/transfer/total", r#""1000000001""#, r#""1000000000""#)
        .says(
            "the limit 1000000001 is above the bank's ceiling 1000000000",
            "限度額（1000000001）が金融機関の取扱限度額（1000000000）を超えています",
        ),
    Row::new(FindingCode::LimitOverCeiling, "/limits/bulkTransfer", r#""100000000000""#, r#""99999999999""#)
        .says(
            "the limit 100000000000 is above the bank's ceiling 99999999999",
            "限度額（100000000000）が金融機関の取扱限度額（99999999999）を超えています",
        ),
    Row::new(FindingCode::LimitOverCeiling, "/users/1/limits/transfer/newAccount", r#""5000001""#, r#""5000000""#)
        .says(
            "the limit 5000001 is above the bank's ceiling 5000000",
            "限度額（5000001）が金融機関の取扱限度額（5000000）を超えています",
        ),
    Row::new(FindingCode::LimitOverCeiling, "/users/0/limits/bulkTransfer", r#""50000001""#, r#""50000000""#)
        .says(
            "the limit 50000001 is above the bank's ceiling 50000000",
            "限度額（50000001）が金融機関の取扱限度額（50000000）を超えています",
        ),
    Row::new(FindingCode::LimitAboveTotal, "/accounts/0/limits/transfer/adHoc", r#""1000000001""#, r#""1000000000""#)
        .says(
            "the limit 1000000001 is above the total 1000000000, of which it is a part",
            "内訳の限度額（1000000001）が合計の限度額（1000000000）を超えています",
        ),
    Row::new(FindingCode::LimitKind, "/accounts/0/limits/bulkTransfer", r#"{ "total": "0" }"#, "")
        .says(
            "`bulkTransfer` is of kind `bulkTransfer`, which has no limit `accountPerDay`",
            "業務「bulkTransfer」（種別「bulkTransfer」）に限度額「accountPerDay」は設定できません",
        ),
    Row::new(FindingCode::LimitKind, "/limits/transfer", r#""0""#, "")
        .says(
            "`transfer` is of kind `transfer`, which has no limit `companyPerDay`",
            "業務「transfer」（種別「transfer」）に限度額「companyPerDay」は設定できません",
        ),
    Row::new(FindingCode::TypeWrong, "/users/0/limits/transfer", r#""0""#, r#"{ "preRegistered": "0" }"#)
        .says(
            "an object is expected here, not a text",
            "オブジェクトを指定してください（文字列が指定されています）",
        )
        .among(2),
    Row::new(FindingCode::AccountDuplicate, "/accounts/1/id", r#""main""#, r#""sub""#)
        .says(
            "there are two accounts `main`",
            "口座「main」が重複して登録されています",
        )
        .among(2),
    Row::new(FindingCode::UserDuplicate, "/users/3/id", r#""taro""#, r#""right""#)
        .says(
            "there are two users `taro`",
            "利用者「taro」が重複して登録されています",
        ),
    Row::new(FindingCode::UsersMasterNone, "/users/1/role", r#""general""#, r#""master""#)
        .path("/users")
        .among(4)
        .says(
            "no user is the master",
            "マスターユーザが登録されていません",
        ),
    Row::new(FindingCode::UsersMasterSeveral, "/users/3/role", r#""master""#, r#""administrator""#)
        .path("/users/3/id")
        .says(
            "`boss` and `left` are both masters, but a company has one",
            "マスターユーザが複数登録されています（「boss」「left」）",
        ),
    Row::new(FindingCode::PartCandidates, "/approverCandidates", "[]", "")
        .says(
            "approver candidates stand in a part only",
            "承認者候補は、利用者別の文書にのみ指定できます",
        ),
];

/// The part of the company for its user `taro`.
pub(super) fn part() -> Value {
    let mut part = Document::Company.json();
    part["part"] = json!({ "user": "taro" });
    part["users"].as_array_mut().unwrap().truncate(1);
    part["approverCandidates"] = json!([
        { "id": "hanako", "businesses": ["transfer", "bulkTransfer"], "accounts": ["main", "sub"],
          "role": "administrator", "approverPerItem": { "transfer": "1000000" } },
        { "id": "boss", "businesses": ["transfer", "bulkTransfer", "payroll", "bonus"], "role": "master" },
    ]);
    part
}

/// Put into the part of `taro`.
pub(super) const PART_ROWS: &[Row] = &[
    Row::new(FindingCode::PartUserMissing, "/part/user", r#""jiro""#, r#""taro""#)
        .says(
            "the part is for `jiro`, who is not among its users",
            "対象の利用者「jiro」が登録されていません",
        )
        .among(2),
    Row::new(
        FindingCode::PartUserOther,
        "/users/-",
        r#"{ "id": "jiro", "role": "general", "enabled": true }"#,
        "",
    )
    .path("/users/1/id")
    .says(
        "`jiro` does not belong into the part for `taro`",
        "利用者「taro」のための文書に、ほかの利用者「jiro」が含まれています",
    ),
    Row::new(
        FindingCode::DigestMalformed,
        "/part/digest",
        r#""0123456789ABCDEF0123456789ABCDEF""#,
        r#""0123456789abcdef0123456789abcdef""#,
    )
    .says(
        "`0123456789ABCDEF0123456789ABCDEF` is not a digest of 32 lower-case hexadecimal digits",
        "「0123456789ABCDEF0123456789ABCDEF」はダイジェスト（16進小文字32桁）として正しくありません",
    ),
    Row::new(
        FindingCode::PartCandidateNotContracted,
        "/approverCandidates/0/businesses",
        r#"["directDebit"]"#,
        r#"["transfer"]"#,
    )
    .says(
        "the company does not use `directDebit`, in which the candidate is said to approve",
        "承認者候補に指定された業務「directDebit」は契約されていません",
    ),
    Row::new(FindingCode::ListEmpty, "/approverCandidates/0/businesses", "[]", r#"["bonus"]"#)
        .says("the list must not be empty", "一つ以上指定してください"),
    Row::new(FindingCode::UserDuplicate, "/approverCandidates/0/id", r#""taro""#, r#""hanako""#)
        .says("there are two users `taro`", "利用者「taro」が重複して登録されています"),
    Row::new(FindingCode::AccountUnknown, "/approverCandidates/0/accounts/0", r#""mein""#, r#""main""#)
        .says("the company has no account `mein`", "口座「mein」は登録されていません")
        .hints("did you mean `main`?", "「main」の誤りではありませんか"),
];

#[test]
fn each_finding_of_a_company_and_its_neighbour() {
    check_rows(Document::Company, &Document::Company.json(), ROWS);
}

#[test]
fn each_finding_of_a_part_and_its_neighbour() {
    check_rows(Document::Company, &part(), PART_ROWS);
}
