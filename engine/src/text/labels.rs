//! What a person calls the fields of the forms of the company document.

/// A field of a form by its name, in Japanese and English. A row without a form is for whoever knows the name alone, where forms
/// call it differently.
const LABELS: &[(&str, &str, &str, &str)] = &[
    ("company", "name", "企業名", "company's name"),
    ("company", "nameKana", "企業名（カナ）", "company's name in kana"),
    ("company", "approval", "承認方法", "approval modes"),
    ("company", "groups", "グループ", "groups"),
    ("company", "limits", "企業一日当たり限度額", "limits of the company per day"),
    ("company", "access", "利用資格に関する企業情報", "facts for access"),
    ("user", "id", "ログインID", "login id"),
    ("user", "role", "利用者区分", "role"),
    ("user", "enabled", "利用可否", "choice whether the user is enabled"),
    ("user", "groups", "所属グループ", "groups"),
    ("user", "accounts", "利用可能口座", "list of accounts that may be used"),
    ("user", "rights", "利用権限", "list of rights"),
    ("user", "limits", "一回当たり限度額", "limit per operation"),
    ("user", "approverPerItem", "明細上限金額", "most per item to approve"),
    ("user", "name", "利用者名", "user's name"),
    ("user", "access", "利用資格に関する利用者情報", "facts for access"),
    ("account", "id", "口座ID", "account's id"),
    ("account", "bank", "金融機関コード", "bank code"),
    ("account", "branch", "支店コード", "branch code"),
    ("account", "type", "預金種目", "kind of account"),
    ("account", "number", "口座番号", "account number"),
    ("account", "limits", "口座一日当たり限度額", "limit of the account per day"),
    ("feeTable", "business", "業務", "business"),
    ("feeTable", "bearer", "手数料負担", "bearer of the fee"),
    ("feeTable", "basis", "基準手数料の使用", "choice whose tables are used"),
    ("feeTable", "method", "手数料計算方法", "method of the deduction"),
    ("feeTable", "minimum", "適用最低支払金額", "smallest payment that bears the fee"),
    ("feeTable", "tables", "個別手数料", "company's own table"),
    ("feeTable", "tax", "消費税区分", "choice whether fees include the tax"),
    ("group", "id", "グループID", "group's id"),
    ("group", "label", "グループ名", "group's name"),
    ("group", "rights", "利用権限", "list of rights"),
    ("group", "accounts", "利用可能口座", "list of accounts that may be used"),
    ("group", "limits", "一回当たり限度額", "limit per operation"),
    ("group", "approverPerItem", "明細上限金額", "most per item to approve"),
    ("group", "access", "利用資格に関するグループ情報", "facts for access"),
    ("", "id", "ID", "id"),
    ("", "name", "名称", "name"),
    ("", "groups", "グループ", "groups"),
    ("", "limits", "限度額", "limit"),
    ("", "access", "利用資格に関する情報", "facts for access"),
];

/// What a person calls a field of a form.
pub(crate) fn label_in(form: &str, field: &str) -> Option<(&'static str, &'static str)> {
    LABELS.iter().find(|(of, name, ..)| *of == form && *name == field).map(|(_, _, ja, en)| (*ja, *en))
}

/// The same where the form is not known.
pub(super) fn label_of(field: &str) -> Option<(&'static str, &'static str)> {
    label_in("", field)
        .or_else(|| LABELS.iter().find(|(_, name, ..)| *name == field).map(|(_, _, ja, en)| (*ja, *en)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_that_forms_call_differently_has_a_row_of_its_own() {
        for (form, name, ja, en) in LABELS {
            let others =
                LABELS.iter().filter(|(of, other, ..)| other == name && of != form && !of.is_empty());
            for (of, _, other_ja, other_en) in others {
                let same = (ja, en) == (other_ja, other_en);
                assert!(form.is_empty() || same || label_in("", name).is_some(), "{name} of {form} and {of}");
            }
        }
    }
}
