//! The last part of the catalogue: findings of companies.

/// The catalogue of these findings behind others.
macro_rules! with_findings_of_companies {
    ($($others:tt)*) => {
        catalogue! {
            $($others)*

            // What a company has agreed with its bank.
            ApprovalModeNotAllowed = 108 "approval.mode.notAllowed" Error (mode, business, modes)
                "the mode `{mode}` is not allowed for `{business}`, only {modes}"
                "業務「{business}」で承認方法「{mode}」は選択できません（選択できる承認方法: {modes}）";
            ApprovalGroupConflict = 109 "approval.group.conflict" Error (business, other, other_mode, mode)
                "`{business}` and `{other}` are of one group and cannot have the modes `{mode}` and `{other_mode}`"
                "「{business}」と「{other}」は同じグループのため、異なる承認方法（「{mode}」と「{other_mode}」）は選択できません";
            LimitTakeAtNever = 110 "limit.takeAt.never" Error (business)
                "usage is taken by approval, and not at execution either, so that `{business}` without approval would never take any"
                "限度額の使用時点が承認時で実行時の確認もないため、承認なしの業務「{business}」では限度額が使用されません";
            ApprovalSecondChannelNone = 111 "approval.secondChannel.none" Warning (business)
                "`{business}` has no approval, so that nothing in it comes through the second channel"
                "業務「{business}」は承認なしのため、第二経路による承認は行われません";
            ApprovalTooFew = 112 "approval.tooFew" Warning (business, mode, needed, able)
                "the mode `{mode}` of `{business}` needs {needed} approvers, and {able} may approve"
                "業務「{business}」の承認方法「{mode}」には承認者が{needed}名必要ですが、承認できる利用者は{able}名です";
            ApprovalTooFewOthers = 113 "approval.tooFew.others" Warning (business, able)
                "nobody may approve his own requests in `{business}`, and whoever may make one is among the only {able} approvers"
                "業務「{business}」では自己承認ができず、依頼できる利用者がいずれも{able}名だけの承認者に含まれるため、承認できません";
            ApprovalTooFewAccount = 114 "approval.tooFew.account" Warning (business, mode, needed, able)
                "the mode `{mode}` of `{business}` needs {needed} approvers, and {able} may use this account"
                "業務「{business}」の承認方法「{mode}」には承認者が{needed}名必要ですが、この口座を利用できる承認者は{able}名です";
            ApprovalLeastPeople = 115 "approval.leastPeople" Error (business, people, least)
                "the approval of `{business}` needs {people} people, and the bank asks for at least {least}"
                "業務「{business}」の承認に必要な人数（{people}名）が、金融機関の定める最低人数（{least}名）を下回っています";
            PolicyRowDuplicate = 116 "policy.row.duplicate" Error (row)
                "there are two rows `{row}`"
                "承認ポリシーの行「{row}」が重複して指定されています";
            PolicyOthersSeveral = 117 "policy.others.several" Error (row, other)
                "`{row}` and `{other}` are both for the requesters of whom no other row is"
                "「{row}」と「{other}」の両方が、ほかの行の対象でない依頼者を対象としています";
            PolicyRowsOverlap = 118 "policy.rows.overlap" Error (row, other, account, kind, user)
                "`{row}` and `{other}` both hold, for example for account `{account}`, payee kind `{kind}` and user `{user}`"
                "「{row}」と「{other}」の両方に該当する依頼があります（例: 口座「{account}」、振込先の指定方法「{kind}」、利用者「{user}」）";
            PolicyRowsGap = 119 "policy.rows.gap" Error (account, kind, user)
                "no row holds, for example for account `{account}`, payee kind `{kind}` and user `{user}`"
                "どの行にも該当しない依頼があります（例: 口座「{account}」、振込先の指定方法「{kind}」、利用者「{user}」）";
            PolicyPayeeKindsBatch = 120 "policy.payeeKinds.batch" Error (business)
                "`{business}` takes several payees a request, so that no row can go by the payee kind"
                "業務「{business}」は複数の振込先を取り扱うため、振込先の指定方法を条件にできません";
            PolicyPayeeKindNotOffered = 121 "policy.payeeKind.notOffered" Error (kind, business)
                "`{business}` does not offer the payee kind `{kind}`"
                "業務「{business}」では振込先の指定方法「{kind}」を取り扱っていません";
            PolicyBoundsUnordered = 122 "policy.bounds.unordered" Error (bound, before)
                "the bound {bound} is not above the one before it, {before}"
                "上限額（{bound}）が直前の上限額（{before}）を超えていません";
            PolicyBoundsLast = 123 "policy.bounds.last" Error
                "the last one has a bound, so that nothing is said of larger amounts"
                "最後の区分に上限額があるため、それを超える金額の定めがありません";
            PolicyPeople = 124 "policy.people" Error (people, max)
                "the alternative needs {people} people, more than {max}"
                "必要な人数（{people}名）が上限（{max}名）を超えています";
            PolicyActOrder = 125 "policy.acts.order" Error (act, before)
                "`{act}` cannot stand behind `{before}`, as it is done before it"
                "「{act}」は「{before}」より先に行うため、その後には指定できません";
            PolicyAlternativeNever = 126 "policy.alternative.never" Warning (business)
                "there are not enough users in `{business}` who could fulfil this alternative"
                "業務「{business}」でこの承認を行える利用者が不足しています";
            FeeNotOffered = 127 "fee.notOffered" Error (bearer, business)
                "the bank does not offer `{bearer}` fees for `{business}`"
                "業務「{business}」では「{bearer}」の手数料設定を取り扱っていません";
            FeeMethodNotSelectable = 128 "fee.method.notSelectable" Error (method, business, own)
                "the method `{method}` cannot be chosen for `{business}`, where the bank's is `{own}`"
                "業務「{business}」の手数料計算方法は「{own}」で固定のため、「{method}」は選択できません";
            FeeBasisStandard = 129 "fee.basis.standard" Error (field)
                "`{field}` goes with the basis `individual` only"
                "「{field}」は個別手数料（`individual`）の場合にのみ指定できます";
            FeeMethodFlat = 130 "fee.method.flat" Error (business)
                "the table of `{business}` has more than one tier, but deductions are flat"
                "先方負担手数料は一律のため、「{business}」の手数料表に複数の区分は使用できません";
            FeeMethodRate = 131 "fee.method.rate" Error (business, method)
                "the table of `{business}` has a rate, which the method `{method}` cannot use"
                "「{business}」の手数料表に手数料率があるため、手数料計算方法「{method}」は使用できません";
            FeeMinimumNever = 132 "fee.minimum.never" Warning (minimum, max)
                "the minimum {minimum} is above {max}, the most that an item may have, so that the payee never bears a fee"
                "適用最低支払金額（{minimum}）が1件当たりの取扱限度額（{max}）を超えているため、先方負担になりません";
            FeeMethodCrossing = 133 "fee.method.crossing" Error (business, method, bound)
                "in the table of `{business}` the method `{method}` moves the bound {bound} to or below the one before it"
                "「{business}」の手数料表では、手数料計算方法「{method}」による加算後の境界額（{bound}）が直前の境界額以下になります";

            // Limits.
            LimitMissing = 134 "limit.missing" Error (limit, business)
                "the limit `{limit}` is not set for `{business}`"
                "業務「{business}」の限度額「{limit}」が設定されていません"
                hint "set it to \"0\" where nothing may pass" "取り扱わない場合は「0」を設定してください";
            LimitDigits = 135 "limit.digits" Error (limit, digits)
                "the limit {limit} has more than {digits} digits"
                "限度額（{limit}）は{digits}桁以内で設定してください";
            LimitOverCeiling = 136 "limit.overCeiling" Error (limit, ceiling)
                "the limit {limit} is above the bank's ceiling {ceiling}"
                "限度額（{limit}）が金融機関の取扱限度額（{ceiling}）を超えています";
            LimitFixed = 137 "limit.fixed" Error (limit)
                "the bank has set `{limit}` itself, and nobody else does"
                "限度額「{limit}」は金融機関が定めているため、設定できません";
            LimitBearer = 138 "limit.bearer" Error (limit, whose)
                "the limit `{limit}` is not set here but {whose}"
                "限度額「{limit}」はここではなく、{whose}に設定してください";
            CountMalformed = 139 "count.malformed" Error (text)
                "`{text}` is not a number of items"
                "「{text}」は件数として正しくありません"
                hint "write digits without separators, such as \"500\"" "「500」のように、桁区切りのない半角数字で指定してください";
            LimitAboveTotal = 140 "limit.aboveTotal" Error (limit, total)
                "the limit {limit} is above the total {total}, of which it is a part"
                "内訳の限度額（{limit}）が合計の限度額（{total}）を超えています";

            // Accounts and users.
            AccountDuplicate = 141 "account.duplicate" Error (account)
                "there are two accounts `{account}`"
                "口座「{account}」が重複して登録されています";
            AccountSame = 142 "account.same" Error (account, other)
                "`{account}` is the same account as `{other}`"
                "口座「{account}」は口座「{other}」と同じ口座です";
            GroupUnknown = 143 "group.unknown" Error (group, meant)
                "the company has no group `{group}`"
                "グループ「{group}」は登録されていません"
                hint "did you mean `{meant}`?" "「{meant}」の誤りではありませんか";
            UserDuplicate = 144 "user.duplicate" Error (user)
                "there are two users `{user}`"
                "利用者「{user}」が重複して登録されています";
            UsersTooMany = 145 "users.tooMany" Error (users, max)
                "there are {users} users, more than the {max} that the bank allows"
                "利用者数（{users}名）が上限（{max}名）を超えています";
            UsersMasterNone = 146 "users.master.none" Warning
                "no user is the master"
                "マスターユーザが登録されていません";
            UsersAdministratorNone = 147 "users.administrator.none" Warning (what)
                "no enabled user may change {what}"
                "{what}を変更できる利用者（利用可能な管理者）がいません";
            UsersAdministratorRequired = 193 "users.administrator.required" Error
                "the bank requires an enabled administrator, and no user is one"
                "利用可能な管理者ユーザ（またはマスターユーザ）が1名以上必要です";
            UsersMasterSeveral = 148 "users.master.several" Error (user, other)
                "`{user}` and `{other}` are both masters, but a company has one"
                "マスターユーザが複数登録されています（「{user}」「{other}」）";

            // A part.
            PartUserMissing = 149 "part.user.missing" Error (user)
                "the part is for `{user}`, who is not among its users"
                "対象の利用者「{user}」が登録されていません";
            PartUserOther = 150 "part.user.other" Error (other, user)
                "`{other}` does not belong into the part for `{user}`"
                "利用者「{user}」のための文書に、ほかの利用者「{other}」が含まれています";
            PartCandidates = 151 "part.candidates" Error
                "approver candidates stand in a part only"
                "承認者候補は、利用者別の文書にのみ指定できます";
            PartCandidateNotContracted = 152 "part.candidate.notContracted" Error (business)
                "the company does not use `{business}`, in which the candidate is said to approve"
                "承認者候補に指定された業務「{business}」は契約されていません";
        }
    };
}
