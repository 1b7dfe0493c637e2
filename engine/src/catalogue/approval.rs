//! Reasons of the approval step. Who must still sign?

use crate::catalogue::{FigureKind, FigureRow, Given, Text};

/// Who could take the place.
pub(super) const OTHERS: &[FigureRow] = &[("who", FigureKind::People, Given::IfKnown)];

/// The way out where somebody else could take the place.
pub(super) const OTHER: Text = ("承認できる方：{who}", "Who could approve: {who}.");

/// Puts these rows behind others.
macro_rules! with_approval {
    ($($rows:tt)*) => { with_item! { $($rows)* Approval {
        /// No approval is needed, but somebody is named.
        ApprovalNotNeeded = 601 "approval.notNeeded" "APPR-NOT-NEEDED" {
            ja: "この業務は承認不要のため、承認者は指定できません。",
            en: "This business needs no approval, so nobody can be named.",
        }
        /// Requesters do not name approvers here.
        ApprovalNotNamedByRequester = 602 "approval.notNamedByRequester" "APPR-NAMED-BY-OTHER" {
            ja: "承認者を指定することはできません。",
            en: "The requester does not name the approvers.",
        }
        /// More approvers are named than needed.
        ApprovalTooMany = 603 "approval.tooMany" "APPR-TOO-MANY" {
            ja: "承認者の人数が多すぎます。",
            en: "More approvers are named than are needed.",
        }
        /// This user is not an approver.
        ApprovalApproverNotEligible = 604 "approval.approver.notEligible" "APPR-NOT-ELIGIBLE" {
            figures: OTHERS,
            ja: "承認者として指定できない利用者です。",
            en: "This is not an approver.",
            ways: [OTHER],
        }
        /// This approver has no right in the business.
        ApprovalApproverRight = 605 "approval.approver.right" "APPR-RIGHT" {
            figures: OTHERS,
            ja: "指定された承認者はこの業務の承認権限を持っていません。",
            en: "This approver has no right to approve in this business.",
            ways: [OTHER],
        }
        /// This approver is in none of the groups whose acts are asked for.
        ApprovalApproverGroup = 611 "approval.approver.group" "APPR-GROUP" {
            figures: OTHERS,
            ja: "指定された承認者は、この取引の承認に必要なグループに属していません。",
            en: "This approver is in none of the groups that this needs.",
            ways: [OTHER],
        }
        /// This approver may not use the debit account.
        ApprovalApproverAccount = 606 "approval.approver.account" "APPR-ACCOUNT" {
            figures: OTHERS,
            ja: "指定された承認者はこの口座を利用できません。",
            en: "This approver may not use the account.",
            ways: [OTHER],
        }
        /// The requester names himself.
        ApprovalApproverSelf = 607 "approval.approver.self" "APPR-SELF" {
            figures: OTHERS,
            ja: "依頼者ご自身を承認者に指定することはできません。",
            en: "The requester may not name himself.",
            ways: [OTHER],
        }
        /// An item is over this approver's cap.
        ApprovalApproverCap = 608 "approval.approver.cap" "APPR-CAP" {
            figures: &[("max", FigureKind::Amount, Given::IfKnown), ("who", FigureKind::People, Given::IfKnown)],
            ja: "承認者の明細上限金額を超えています。",
            en: "An item is above this approver's cap.",
            ways: [
                ("この承認者が承認できる金額は{max}までです。承認できる方：{who}", "The largest that fits is {max}. Who could approve: {who}."),
                ("この承認者が承認できる金額は{max}までです。", "The largest that fits is {max}."),
                OTHER,
            ],
        }
        /// The same approver is named twice.
        ApprovalApproverDuplicate = 609 "approval.approver.duplicate" "APPR-DUPLICATE" {
            figures: OTHERS,
            ja: "同じ承認者を重ねて指定することはできません。",
            en: "The same approver is named twice.",
            ways: [OTHER],
        }
        /// There are not enough people who could approve.
        ApprovalNobody = 610 "approval.nobody" "APPR-NOBODY" {
            ja: "この取引を承認できる利用者がいません。",
            en: "Nobody can approve this.",
        }
    } } };
}
