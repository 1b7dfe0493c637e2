//! Reasons of the life of an item. Can this be done to the item now?

/// Puts these rows behind others.
macro_rules! with_item {
    ($($rows:tt)*) => { codes! { $($rows)* Item {
        /// This cannot be done in the item's state.
        ItemState = 701 "item.state" "ITEM-STATE" {
            ja: "この取引は、現在の状態ではその操作を行えません。",
            en: "This cannot be done to the item in its present state.",
        }
        /// Only the requester may pull the item back.
        ItemNotRequester = 702 "item.notRequester" "ITEM-NOT-REQUESTER" {
            ja: "依頼者以外の方は引戻しできません。",
            en: "Only the requester may pull the item back.",
        }
        /// The item has been approved already.
        ItemApprovedAlready = 703 "item.approvedAlready" "ITEM-APPROVED-ALREADY" {
            ja: "すでに承認が行われているため、引戻しできません。",
            en: "The item has been approved already and cannot be pulled back.",
        }
        /// The user has approved this item already.
        ItemApprovedBefore = 704 "item.approvedBefore" "ITEM-APPROVED-BEFORE" {
            ja: "すでにこの取引を承認済みです。",
            en: "The user has approved this item already.",
        }
        /// It is somebody else's turn to approve.
        ItemOrder = 705 "item.order" "ITEM-ORDER" {
            figures: OTHERS,
            ja: "承認の順番が来ていません。",
            en: "It is somebody else's turn to approve.",
            ways: [("次に承認する方：{who}", "Next: {who}.")],
        }
        /// The deadline for approval has passed.
        ItemDeadline = 706 "item.deadline" "ITEM-DEADLINE" {
            ja: "承認期限を過ぎているため、承認できません。",
            en: "The deadline for approval has passed.",
        }
        /// One approval has to come through the second channel.
        ItemSecondChannel = 707 "item.secondChannel" "ITEM-SECOND-CHANNEL" {
            ja: "この取引の承認には、スマートフォン等の別の端末での承認が必要です。",
            en: "One of the approvals must come through the second channel.",
        }
        /// The approval mode has changed.
        ItemModeChanged = 708 "item.modeChanged" "ITEM-MODE-CHANGED" {
            ja: "承認方法が変更されたため、この取引は承認できません。引戻しまたは差戻しの上、再度ご依頼ください。",
            en: "The approval mode has changed; the item must be submitted again.",
        }
        /// The bank does not offer to revoke approvals.
        ItemRevokeNotOffered = 709 "item.revokeNotOffered" "ITEM-REVOKE-NOT-OFFERED" {
            ja: "承認の取消は取り扱っておりません。",
            en: "The bank does not offer to revoke approvals.",
        }
        /// It is too late for this.
        ItemTooLate = 710 "item.tooLate" "ITEM-TOO-LATE" {
            ja: "受付時限を過ぎているため、この操作は行えません。",
            en: "It is too late for this.",
        }
        /// It is too early for this.
        ItemTooEarly = 711 "item.tooEarly" "ITEM-TOO-EARLY" {
            ja: "まだこの処理を行える日時になっていません。",
            en: "It is too early for this.",
        }
        /// Only somebody who approved the item may revoke that.
        ItemNotHisApproval = 712 "item.notHisApproval" "ITEM-NOT-HIS-APPROVAL" {
            ja: "この取引を承認した方以外は、承認を取り消せません。",
            en: "Only somebody who approved the item may revoke that.",
        }
        /// Items cannot be switched to this business.
        ItemSwitchNotOffered = 713 "item.switchNotOffered" "ITEM-SWITCH-NOT-OFFERED" {
            ja: "この業務への切替は取り扱っておりません。",
            en: "Items cannot be switched to this business.",
        }
        /// The item has too many payees for a switch.
        ItemSwitchTooMany = 714 "item.switchTooMany" "ITEM-SWITCH-TOO-MANY" {
            ja: "一度に切替できる明細件数を超えています。",
            en: "The item has more payees than can be switched at once.",
        }
        /// The usage holds less than is to be given back.
        ItemUsage = 715 "item.usage" "ITEM-USAGE" {
            ja: "累積額がこの取引の使用額を下回っているため、限度額を戻せません。",
            en: "The usage holds less than the item has taken, so nothing can be given back.",
        }
        /// The item has changed since it was seen.
        ItemRevision = 716 "item.revision" "ITEM-REVISION" {
            figures: &[("expected", FigureKind::Number, Given::Always)],
            ja: "画面に表示された後で、この取引の内容が変更されています。最新の内容を確認してください。",
            en: "The item has changed since it was shown; look at it again.",
        }
        /// The clock is before the item's last event.
        ItemBeforeLastEvent = 717 "item.beforeLastEvent" "ITEM-BEFORE-LAST-EVENT" {
            ja: "操作日時が、この取引に対する前回の操作より前になっています。",
            en: "The time of the operation is before the last change of the item.",
        }
        /// Somebody unknown has approved the item.
        ItemApproverUnknown = 718 "item.approverUnknown" "ITEM-APPROVER-UNKNOWN" {
            ja: "登録されていない利用者による承認が含まれているため、この操作は行えません。",
            en: "Somebody who is no user of the company has approved the item.",
        }
        /// Nothing that the item still needs is for this person to do now.
        ItemNotNeeded = 719 "item.notNeeded" "ITEM-NOT-NEEDED" {
            figures: OTHERS,
            ja: "この取引は現在、この方の承認等の操作を必要としていません。",
            en: "The item does not need this person to do this now.",
            ways: [("現在操作できる方：{who}", "Who may do it now: {who}.")],
        }
    } } };
}
