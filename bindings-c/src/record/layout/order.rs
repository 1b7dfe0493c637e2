//! An item as the host keeps it, and what happens to it.

use crate::record::field::{N, X};
use crate::record::layout::{Words, kessai_record_item, kessai_record_usage, records};

records! {
    /// An item (取引) as the host keeps it. It is written only where an event has changed it; otherwise it stays as it was.
    kessai_record_order = "KST-ITEM" {
        /// The bank's key of its business.
        business: X<64> = "BUSINESS";
        /// Where it stands; nothing or 0: there is no item yet.
        state: N<2> = "STATE" (Words::State(""));
        /// How many changes there were, from 1.
        revision: N<9> = "REVISION";
        /// When it was changed last, as it was written (RFC 3339).
        at: X<25> = "AT";
        /// Who submitted it last, or made it.
        requester: X<64> = "REQUESTER";
        /// The approval mode when it was submitted.
        mode: N<1> = "MODE" (Words::Mode);
        /// Of a policy: the key of its row.
        policy: X<64> = "POLICY";
        /// The approvers named at submission, in order.
        approver: [X<64>; 16] = "APPROVER";
        /// How many approvals there are.
        approval_count: N<2> = "APPROVALS";
        /// The approvals, in order.
        approval: [kessai_record_approval; 16] = "APPROVAL";
        /// Of a policy: how many alternatives are still to be fulfilled, one of them.
        alternative_count: N<1> = "ALTERNATIVES";
        /// Those alternatives.
        alternative: [kessai_record_alternative; 8] = "ALTERNATIVE";
        /// 承認期限 (RFC 3339).
        deadline: X<25> = "DEADLINE";
        /// How many entries of what it has taken of limits there are.
        counted_count: N<2> = "COUNTED-COUNT";
        /// What it has taken and not given back.
        counted: [kessai_record_usage; 16] = "COUNTED/C-";
        /// How many entries of what it never gives back there are.
        spent_count: N<2> = "SPENT-COUNT";
        /// What it took and never gives back.
        spent: [kessai_record_usage; 32] = "SPENT/S-";
        /// The debit account, as it was typed; so are the fields that follow. Of a batch the items are given one by one, see `kessai_record_advance`.
        account: X<64> = "ACCOUNT";
        /// 振込指定日.
        value_date: N<8> = "VALUE-DATE";
        /// How a batch came in.
        entry: N<1> = "ENTRY" (Words::Entry);
        /// 振込依頼人名.
        sender_name: X<48> = "SENDER-NAME";
        /// 依頼人番号.
        sender_code: X<10> = "SENDER-CODE";
        /// Of a single business, the payee and what is paid to him.
        item: kessai_record_item = "PAYEE";
        /// Of a batch, how many items it has: as many are added ahead of each event that does not type others in their place.
        items: N<6> = "ITEMS";
        /// For later; spaces.
        filler: X<122> = "FILLER";
    }

    /// One approval of an item.
    kessai_record_approval = "A-" {
        /// Who, by id.
        user: X<64> = "USER";
        /// When, as it was written (RFC 3339).
        at: X<25> = "AT";
        /// Whether it came through the second channel.
        second_channel: X<1> = "SECOND" (Words::Yes);
        /// Of a policy: what the person did.
        act: N<1> = "ACT" (Words::Act);
        /// Of a policy: how many groups he was in.
        group_count: N<1> = "GROUPS";
        /// Those groups.
        group: [X<64>; 8] = "GROUP";
    }

    /// One way to fulfil a policy.
    kessai_record_alternative = "W-" {
        /// Whether a step begins only when those before it are done.
        ordered: X<1> = "ORDERED" (Words::Yes);
        /// How many steps there are.
        step_count: N<1> = "STEPS";
        /// The steps.
        step: [kessai_record_order_step; 8] = "STEP";
    }

    /// One step of such a way.
    kessai_record_order_step = "S-" {
        /// What people do in it.
        act: N<1> = "ACT";
        /// The group of which they must be.
        group: X<64> = "GROUP";
        /// How many people.
        count: N<2> = "COUNT";
    }

    /// What happens to an item.
    kessai_record_event = "KSE-EVENT" {
        /// What.
        kind: N<2> = "KIND" (Words::Event);
        /// The only clock, as `FUNCTION CURRENT-DATE` gives it.
        now: X<21> = "NOW";
        /// The item's number that the person, or the host, had before him; spaces where that is not known, or zeros for a new item.
        revision: N<9> = "REVISION";
        /// Who acts; nobody for what the host does.
        user: X<64> = "USER";
        /// The business of a new item.
        business: X<64> = "BUSINESS";
        /// The business that it is switched to.
        to: X<64> = "TO";
        /// Named approvers, in order.
        approver: [X<64>; 16] = "APPROVER";
        /// Whether something is typed in place of what the item has: then account, value date, entry and sender of the request, and the item beside it, are that.
        typed: X<1> = "TYPED" (Words::Yes);
        /// The group of the company for which the user acts, by key.
        group: X<64> = "GROUP";
    }
}
