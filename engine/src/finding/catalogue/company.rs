//! The second half of the catalogue: findings of companies.

/// The catalogue of these findings behind others.
macro_rules! with_findings_of_companies {
    ($($others:tt)*) => {
        catalogue! {
            $($others)*

            // What a company has agreed with its bank.
            ApprovalModeNotAllowed "approval.mode.notAllowed" Error
                "the mode `{0}` is not allowed for `{1}`, only {2}"
                "業務「{1}」で承認方法「{0}」は選択できません（選択できる承認方法: {2}）";
            ApprovalGroupConflict "approval.group.conflict" Error
                "`{0}` and `{1}` are of one group and cannot have the modes `{3}` and `{2}`"
                "「{0}」と「{1}」は同じグループのため、異なる承認方法（「{3}」と「{2}」）は選択できません";
            LimitTakeAtNever "limit.takeAt.never" Error
                "usage is taken by approval, and not at execution either, so that `{0}` without approval would never take any"
                "限度額の使用時点が承認時で実行時の確認もないため、承認なしの業務「{0}」では限度額が使用されません";
            ApprovalSecondChannelNone "approval.secondChannel.none" Warning
                "`{0}` has no approval, so that nothing in it comes through the second channel"
                "業務「{0}」は承認なしのため、第二経路による承認は行われません";
            ApprovalTooFew "approval.tooFew" Warning
                "the mode `{1}` of `{0}` needs {2} approvers, and {3} may approve"
                "業務「{0}」の承認方法「{1}」には承認者が{2}名必要ですが、承認できる利用者は{3}名です";
            ApprovalTooFewOthers "approval.tooFew.others" Warning
                "nobody may approve his own requests in `{0}`, and whoever may make one is among the only {1} approvers"
                "業務「{0}」では自己承認ができず、依頼できる利用者がいずれも{1}名だけの承認者に含まれるため、承認できません";
            ApprovalTooFewAccount "approval.tooFew.account" Warning
                "the mode `{1}` of `{0}` needs {2} approvers, and {3} may use this account"
                "業務「{0}」の承認方法「{1}」には承認者が{2}名必要ですが、この口座を利用できる承認者は{3}名です";
            FeeNotOffered "fee.notOffered" Error
                "the bank does not offer `{0}` fees for `{1}`"
                "業務「{1}」では「{0}」の手数料設定を取り扱っていません";
            FeeMethodNotSelectable "fee.method.notSelectable" Error
                "the method `{0}` cannot be chosen for `{1}`, where the bank's is `{2}`"
                "業務「{1}」の手数料計算方法は「{2}」で固定のため、「{0}」は選択できません";
            FeeBasisStandard "fee.basis.standard" Error
                "`{0}` goes with the basis `individual` only"
                "「{0}」は個別手数料（`individual`）の場合にのみ指定できます";
            FeeMethodFlat "fee.method.flat" Error
                "the table of `{0}` has more than one tier, but deductions are flat"
                "先方負担手数料は一律のため、「{0}」の手数料表に複数の区分は使用できません";
            FeeMethodRate "fee.method.rate" Error
                "the table of `{0}` has a rate, which the method `{1}` cannot use"
                "「{0}」の手数料表に手数料率があるため、手数料計算方法「{1}」は使用できません";
            FeeMinimumNever "fee.minimum.never" Warning
                "the minimum {0} is above {1}, the most that an item may have, so that the payee never bears a fee"
                "適用最低支払金額（{0}）が1件当たりの取扱限度額（{1}）を超えているため、先方負担になりません";
            FeeMethodCrossing "fee.method.crossing" Error
                "in the table of `{0}` the method `{1}` moves the bound {2} to or below the one before it"
                "「{0}」の手数料表では、手数料計算方法「{1}」による加算後の境界額（{2}）が直前の境界額以下になります";

            // Limits.
            LimitMissing "limit.missing" Error
                "the limit `{0}` is not set for `{1}`"
                "業務「{1}」の限度額「{0}」が設定されていません"
                hint "set it to \"0\" where nothing may pass" "取り扱わない場合は「0」を設定してください";
            LimitDigits "limit.digits" Error
                "the limit {0} has more than {1} digits"
                "限度額（{0}）は{1}桁以内で設定してください";
            LimitOverCeiling "limit.overCeiling" Error
                "the limit {0} is above the bank's ceiling {1}"
                "限度額（{0}）が金融機関の取扱限度額（{1}）を超えています";
            LimitAboveTotal "limit.aboveTotal" Error
                "the limit {0} is above the total {1}, of which it is a part"
                "内訳の限度額（{0}）が合計の限度額（{1}）を超えています";

            // Accounts and users.
            AccountDuplicate "account.duplicate" Error
                "there are two accounts `{0}`"
                "口座「{0}」が重複して登録されています";
            AccountSame "account.same" Error
                "`{0}` is the same account as `{1}`"
                "口座「{0}」は口座「{1}」と同じ口座です";
            UserDuplicate "user.duplicate" Error
                "there are two users `{0}`"
                "利用者「{0}」が重複して登録されています";
            UsersTooMany "users.tooMany" Error
                "there are {0} users, more than the {1} that the bank allows"
                "利用者数（{0}名）が上限（{1}名）を超えています";
            UsersMasterNone "users.master.none" Warning
                "no user is the master"
                "マスターユーザが登録されていません";
            UsersAdministratorNone "users.administrator.none" Warning
                "no enabled user may change {0}"
                "{0}を変更できる利用者（利用可能な管理者）がいません";
            UsersMasterSeveral "users.master.several" Error
                "`{0}` and `{1}` are both masters, but a company has one"
                "マスターユーザが複数登録されています（「{0}」「{1}」）";

            // A part.
            PartUserMissing "part.user.missing" Error
                "the part is for `{0}`, who is not among its users"
                "対象の利用者「{0}」が登録されていません";
            PartUserOther "part.user.other" Error
                "`{0}` does not belong into the part for `{1}`"
                "利用者「{1}」のための文書に、ほかの利用者「{0}」が含まれています";
            PartCandidates "part.candidates" Error
                "approver candidates stand in a part only"
                "承認者候補は、利用者別の文書にのみ指定できます";
            PartCandidateNotContracted "part.candidate.notContracted" Error
                "the company does not use `{0}`, in which the candidate is said to approve"
                "承認者候補に指定された業務「{0}」は契約されていません";
        }
    };
}
