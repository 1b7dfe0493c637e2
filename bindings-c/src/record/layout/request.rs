//! What is asked.

use crate::record::field::{N, X};
use crate::record::layout::{Words, records};

records! {
    /// One operation: who does what, where and when.
    kessai_record_request = "KSQ-REQUEST" {
        /// Who acts, by id.
        user: X<64> = "USER";
        /// In which business, by the bank's key.
        business: X<64> = "BUSINESS";
        /// The debit account (出金口座), by id.
        account: X<64> = "ACCOUNT";
        /// What is done (操作). Behind the operations that every bank has, those of the bank's own have the numbers from 33 on, in the order of its document.
        operation: N<2> = "OPERATION" (Words::Operation);
        /// The only clock, exactly as `FUNCTION CURRENT-DATE` gives it: `YYYYMMDDhhmmsscc+hhmm`. Hundredths are left out; an offset of `00000`, which is an unknown one, is no answer.
        now: X<21> = "NOW";
        /// 振込指定日, `YYYYMMDD`.
        value_date: N<8> = "VALUE-DATE";
        /// How a batch came in.
        entry: N<1> = "ENTRY" (Words::Entry);
        /// 振込依頼人名.
        sender_name: X<48> = "SENDER-NAME";
        /// 依頼人番号.
        sender_code: X<10> = "SENDER-CODE";
        /// Named approvers by id, in order; spaces are nobody.
        approver: [X<64>; 16] = "APPROVER";
        /// How many entries of usage follow; more than there is room for are added one by one to a batch.
        usage_count: N<3> = "USAGE-COUNT";
        /// What each limit has used so far.
        usage: [kessai_record_usage; 16] = "USAGE";
        /// Of an existing item: its requester.
        item_requester: X<64> = "ITEM-REQUESTER";
        /// Of an existing item: whether it is known who was named as its approvers. `Y` with no name below: nobody was.
        item_approvers_known: X<1> = "ITEM-APPR-KNOWN" (Words::Yes);
        /// Of an existing item: the approvers who were named.
        item_approver: [X<64>; 16] = "ITEM-APPROVER";
        /// Of an existing item: its state.
        item_state: N<2> = "ITEM-STATE" (Words::State("ITEM-"));
        /// Of an existing item: how its payee is named.
        item_payee_kind: N<1> = "ITEM-PAYEE-KIND" (Words::PayeeKind("ITEM-"));
        /// Of an existing item: its entry.
        item_entry: N<1> = "ITEM-ENTRY";
        /// Of an existing item: whether it stands in the usage already.
        counted: X<1> = "COUNTED" (Words::Yes);
        /// On which day it stands there.
        counted_on: N<8> = "COUNTED-ON";
        /// The business that the item leaves, for a switch.
        item_business: X<64> = "ITEM-BUSINESS";
        /// Whom an operation of administration is done to, by id.
        target_user: X<64> = "TARGET-USER";
        /// The state of his certificate (電子証明書状態).
        target_certificate: N<1> = "TARGET-CERT" (Words::CertificateState);
        /// The state of his one-time password.
        target_password: N<1> = "TARGET-OTP" (Words::OneTimePasswordState);
        /// The group of the company for which the user acts (所属組織), by key.
        group: X<64> = "GROUP";
        /// For later; spaces.
        filler: X<64> = "FILLER";
    }

    /// How much of a limit is used on a day, or in the period that begins on it.
    kessai_record_usage = "U-" {
        /// The limit, as `usage` of a request in JSON names it: `accountPerDay.total`, the key of a declared one.
        limit: X<64> = "LIMIT";
        /// Whose it is: the id of an account or user, the key of a business, a payee as `BANK-BRANCH-TYPE-NUMBER`. Spaces: the account, user or business of the request, as the limit has it; for a limit of the company always.
        whose: X<64> = "WHOSE";
        /// What whose is: the limit says it where nothing stands here. An answer always states it.
        kind: N<1> = "KIND" (Words::Numbers(&[("OF-ACCOUNT", 1), ("OF-BUSINESS", 2), ("OF-USER", 3), ("OF-PAYEE", 4)]));
        /// The day, or the first of the period.
        day: N<8> = "DAY";
        /// What is used, in minor units or items. Zero is nothing used; spaces are no answer, as they say nothing.
        used: N<18> = "USED";
    }

    /// A payee, and what is paid to him: one for a transfer, many for a batch.
    kessai_record_item = "KSI-ITEM" {
        /// How the payee is named.
        payee_kind: N<1> = "PAYEE-KIND" (Words::PayeeKind(""));
        /// His bank's code.
        bank: X<11> = "BANK";
        /// His branch's code.
        branch: X<11> = "BRANCH";
        /// His kind of account (預金種目).
        account_type: X<4> = "TYPE";
        /// His account number.
        number: X<34> = "NUMBER";
        /// 受取人名.
        name: X<70> = "NAME";
        /// The day on which he was filed or changed.
        registered_on: N<8> = "REGISTERED-ON";
        /// When exactly he was filed, as the clock of a request.
        registered_at: X<21> = "REGISTERED-AT";
        /// 文書扱.
        document: X<1> = "DOCUMENT" (Words::Yes);
        /// 支払金額, in minor units of the bank's currency.
        payment: N<18> = "PAYMENT";
        /// Who bears the fee.
        bearer: N<1> = "BEARER" (Words::Bearer);
        /// The fee that the user types, for method `typed`.
        typed_fee: N<18> = "TYPED-FEE";
        /// The key of the pattern that the host believes to apply.
        pattern: X<64> = "PATTERN";
        /// EDI情報.
        edi: X<40> = "EDI";
        /// For later; spaces.
        filler: X<32> = "FILLER";
    }

    /// What the host knows of the visitor. A nightly batch has none.
    kessai_record_access = "KSA-ACCESS" {
        /// How many attributes follow.
        count: N<2> = "COUNT";
        /// The attributes.
        attribute: [kessai_record_attribute; 32] = "ATTRIBUTE";
    }

    /// One attribute of the visitor.
    kessai_record_attribute = "A-" {
        /// Its name.
        name: X<64> = "NAME";
        /// What its value is: `T` a text, `N` a number, `F` true or false as `Y` or `N`, `S` the words of a set with commas between them.
        kind: X<1> = "KIND" (Words::Letters(&[("TEXT", "T"), ("NUMBER", "N"), ("FLAG", "F"), ("SET", "S")]));
        /// The value.
        value: X<64> = "VALUE";
    }
}
