//! Texts of the life of an item.

use crate::reason::Code;
use crate::text::catalogue::{Texts, plain, texts};

/// Texts of the life of an item.
pub(super) fn texts_of(code: Code) -> Option<Texts> {
    Some(match code {
        Code::ItemState => plain(
            "この取引は、現在の状態ではその操作を行えません。",
            "This cannot be done to the item in its present state.",
        ),
        Code::ItemNotRequester => {
            plain("依頼者以外の方は引戻しできません。", "Only the requester may pull the item back.")
        }
        Code::ItemApprovedAlready => plain(
            "すでに承認が行われているため、引戻しできません。",
            "The item has been approved already and cannot be pulled back.",
        ),
        Code::ItemApprovedBefore => {
            plain("すでにこの取引を承認済みです。", "The user has approved this item already.")
        }
        Code::ItemDeadline => {
            plain("承認期限を過ぎているため、承認できません。", "The deadline for approval has passed.")
        }
        Code::ItemSecondChannel => plain(
            "この取引の承認には、スマートフォン等の別の端末での承認が必要です。",
            "One of the approvals must come through the second channel.",
        ),
        Code::ItemModeChanged => plain(
            "承認方法が変更されたため、この取引は承認できません。引戻しまたは差戻しの上、再度ご依頼ください。",
            "The approval mode has changed; the item must be submitted again.",
        ),
        Code::ItemRevokeNotOffered => {
            plain("承認の取消は取り扱っておりません。", "The bank does not offer to revoke approvals.")
        }
        Code::ItemTooLate => {
            plain("受付時限を過ぎているため、この操作は行えません。", "It is too late for this.")
        }
        Code::ItemTooEarly => {
            plain("まだこの処理を行える日時になっていません。", "It is too early for this.")
        }
        Code::ItemNotHisApproval => plain(
            "この取引を承認した方以外は、承認を取り消せません。",
            "Only somebody who approved the item may revoke that.",
        ),
        Code::ItemSwitchNotOffered => {
            plain("この業務への切替は取り扱っておりません。", "Items cannot be switched to this business.")
        }
        Code::ItemSwitchTooMany => plain(
            "一度に切替できる明細件数を超えています。",
            "The item has more payees than can be switched at once.",
        ),
        Code::ItemUsage => plain(
            "累積額がこの取引の使用額を下回っているため、限度額を戻せません。",
            "The usage holds less than the item has taken, so nothing can be given back.",
        ),
        Code::ItemRevision => plain(
            "画面に表示された後で、この取引の内容が変更されています。最新の内容を確認してください。",
            "The item has changed since it was shown; look at it again.",
        ),
        Code::ItemBeforeLastEvent => plain(
            "操作日時が、この取引に対する前回の操作より前になっています。",
            "The time of the operation is before the last change of the item.",
        ),
        Code::ItemApproverUnknown => plain(
            "登録されていない利用者による承認が含まれているため、この操作は行えません。",
            "Somebody who is no user of the company has approved the item.",
        ),
        Code::ItemOrder => texts(
            ("承認の順番が来ていません。", "次に承認する方：{who}"),
            ("It is somebody else's turn to approve.", "Next: {who}."),
        ),
        _ => return None,
    })
}
