//! What is answered.

use crate::record::field::{N, S, X};
use crate::record::layout::{Words, kessai_record_usage, records};

records! {
    /// The answer to a request. It is blanked, and its outcome set to no answer, before anything else is done.
    kessai_record_verdict = "KSV-VERDICT" {
        /// What it comes to, as the call returns it.
        outcome: N<2> = "OUTCOME" (Words::Outcome);
        /// Whether there is an answer: the number of a `kessai_status`.
        status: N<4> = "STATUS";
        /// Why there is none: the number of a request error.
        error: N<4> = "ERROR" (Words::RequestError);
        /// The place of the request that is at fault.
        error_field: N<4> = "ERROR-FIELD";
        /// Which one of several, from 1.
        error_index: N<6> = "ERROR-INDEX";
        /// Of a record that cannot be read: which one, such as `KSQ`.
        error_record: X<3> = "ERROR-RECORD";
        /// And where the field begins, from 1.
        error_at: N<5> = "ERROR-AT";
        /// The value date that counts, where the bank's calendar rolled it.
        value_date: N<8> = "VALUE-DATE";
        /// Whether there is a fee; of a batch these are its sums.
        fee_set: X<1> = "FEE-SET" (Words::Is("HAS-FEE"));
        /// 支払金額.
        payment: N<18> = "PAYMENT";
        /// 先方負担手数料: kept back from the payment.
        deducted: N<18> = "DEDUCTED";
        /// 振込金額.
        transfer: N<18> = "TRANSFER";
        /// 振込手数料: what the bank charges.
        bank_fee: N<18> = "BANK-FEE";
        /// 出金額.
        withdrawal: N<18> = "WITHDRAWAL";
        /// What is kept back less what the bank charges.
        difference: S<19> = "DIFFERENCE";
        /// Whether the company's own table says what the bank should charge.
        expected_set: X<1> = "EXPECTED-SET" (Words::Is("HAS-EXPECTED"));
        /// What it says.
        expected_fee: N<18> = "EXPECTED-FEE";
        /// Whether the fee may still change until execution.
        provisional: X<1> = "PROVISIONAL" (Words::Is("IS-PROVISIONAL"));
        /// How and when it is debited.
        debit: N<1> = "DEBIT" (Words::Debit);
        /// The day of the amount.
        amount_on: N<8> = "AMOUNT-ON";
        /// The day of the fee.
        fee_on: N<8> = "FEE-ON";
        /// Of a batch: items whose difference is not 0.
        difference_count: N<6> = "DIFF-COUNT";
        /// Whether it is known who must approve.
        approval_set: X<1> = "APPROVAL-SET" (Words::Is("HAS-APPROVAL"));
        /// The mode of the business.
        mode: N<1> = "MODE" (Words::Mode);
        /// How many people have to act at the least.
        people: N<2> = "PEOPLE";
        /// Of a policy: the key of its row.
        policy: X<64> = "POLICY";
        /// Of a policy: whether its band ends.
        up_to_set: X<1> = "UP-TO-SET" (Words::Is("HAS-UP-TO"));
        /// Of a policy: the most that its band is for.
        up_to: N<18> = "UP-TO";
        /// Of a policy: how many alternatives are possible.
        alternative_count: N<1> = "ALTERNATIVES";
        /// How many steps there are: of the mode, or of all alternatives together.
        step_count: N<2> = "STEP-COUNT";
        /// The first of them.
        step: [kessai_record_step; 8] = "STEP";
        /// How many reasons there are.
        reason_count: N<6> = "REASON-COUNT";
        /// The first of them.
        reason: [kessai_record_reason; 12] = "REASON";
        /// How many fields are missing.
        missing_count: N<6> = "MISSING-COUNT";
        /// The first of them.
        missing: [kessai_record_missing; 16] = "MISSING";
        /// How many limits applied.
        limit_count: N<3> = "LIMIT-COUNT";
        /// The first of them.
        limit: [kessai_record_limit; 12] = "LIMIT";
        /// How many entries of usage there are.
        usage_count: N<6> = "USAGE-COUNT";
        /// The first of them: what the host stores. The table is that of the request.
        usage: [kessai_record_usage; 16] = "USAGE";
        /// How many texts were normalised or cut.
        normalised_count: N<6> = "NORMALISED";
        /// The version of the engine.
        engine: X<16> = "ENGINE";
        /// The fingerprint of the service document.
        service_digest: X<32> = "SERVICE-DIGEST";
        /// The fingerprint of the company document.
        company_digest: X<32> = "COMPANY-DIGEST";
        /// For later.
        filler: X<64> = "FILLER";
    }

    /// One step of an approval.
    kessai_record_step = "S-" {
        /// Of a policy: which alternative it is of, from 1; of a mode 0.
        alternative: N<1> = "ALTERNATIVE";
        /// Of a policy: whether it begins only when those before it are done.
        ordered: X<1> = "ORDERED" (Words::Yes);
        /// Of a policy: what people do in it.
        act: N<1> = "ACT" (Words::Act);
        /// Of a policy: the group of which they must be.
        group: X<64> = "GROUP";
        /// How many people.
        count: N<2> = "COUNT";
        /// How many may act in it.
        who_count: N<4> = "WHO-COUNT";
        /// The first of them, by id.
        who: [X<64>; 4] = "WHO";
    }

    /// One reason for a no.
    kessai_record_reason = "R-" {
        /// Which: the number of its code.
        code: N<4> = "CODE" (Words::Reason("KSR-"));
        /// Of a batch the item, from 1; 0 the request.
        item: N<6> = "ITEM";
        /// The place of the request or item.
        field: N<4> = "FIELD" (Words::Field("KSF-"));
        /// Which one of several, from 1.
        index: N<6> = "INDEX";
        /// Whether the three figures of a limit are there.
        figures: X<1> = "FIGURES" (Words::Yes);
        /// The limit.
        limit: N<18> = "LIMIT";
        /// Used before.
        used: N<18> = "USED";
        /// What this request adds.
        requested: N<18> = "REQUESTED";
        /// Whether there is a largest value that would still do.
        max_set: X<1> = "MAX-SET" (Words::Yes);
        /// That value.
        max: N<18> = "MAX";
        /// Whether there is a smallest value that would do.
        min_set: X<1> = "MIN-SET" (Words::Yes);
        /// That value.
        min: N<18> = "MIN";
        /// What the day below is: `E` the earliest possible, `L` the latest, `X` the one expected.
        day_kind: X<1> = "DAY-KIND" (Words::Letters(&[("EARLIEST", "E"), ("LATEST", "L"), ("EXPECTED", "X")]));
        /// The day.
        day: N<8> = "DAY";
        /// The place of a character, from 1.
        at: N<4> = "AT";
        /// The key of a limit or condition, the name of what was expected, the character that is refused.
        key: X<64> = "KEY";
        /// How many people could take the place.
        who_count: N<4> = "WHO-COUNT";
    }

    /// A field that is missing.
    kessai_record_missing = "M-" {
        /// Of a batch the item, from 1; 0 the request.
        item: N<6> = "ITEM";
        /// The place of the request or item.
        field: N<4> = "FIELD" (Words::Field("KSM-"));
        /// Which one of several, from 1.
        index: N<6> = "INDEX";
    }

    /// A limit that applied.
    kessai_record_limit = "L-" {
        /// Which: the number of its reason's code.
        code: N<4> = "CODE";
        /// Of a declared limit, its key.
        key: X<64> = "KEY";
        /// What it measures: 1 amounts, 2 numbers of items.
        measure: N<1> = "MEASURE" (Words::Measure);
        /// The limit.
        limit: N<18> = "LIMIT";
        /// Used before.
        used: N<18> = "USED";
        /// What this request adds.
        requested: N<18> = "REQUESTED";
        /// What is left; below 0 where it is exceeded.
        remaining: S<19> = "REMAINING";
    }

    /// What is said of one item of a batch.
    kessai_record_item_verdict = "KSJ-ITEM-VERDICT" {
        /// Whether there is a fee.
        fee_set: X<1> = "FEE-SET" (Words::Is("HAS-FEE"));
        /// 支払金額.
        payment: N<18> = "PAYMENT";
        /// What is kept back.
        deducted: N<18> = "DEDUCTED";
        /// 振込金額.
        transfer: N<18> = "TRANSFER";
        /// What the bank charges.
        bank_fee: N<18> = "BANK-FEE";
        /// 出金額.
        withdrawal: N<18> = "WITHDRAWAL";
        /// What is kept back less what the bank charges.
        difference: S<19> = "DIFFERENCE";
        /// How many reasons there are.
        reason_count: N<4> = "REASON-COUNT";
        /// The first of them.
        reason: [kessai_record_item_reason; 4] = "REASON";
        /// How many fields are missing.
        missing_count: N<4> = "MISSING-COUNT";
        /// For later.
        filler: X<32> = "FILLER";
    }

    /// A reason of an item of a batch.
    kessai_record_item_reason = "R-" {
        /// Which: the number of its code.
        code: N<4> = "CODE" (Words::Reason("KSJR-"));
        /// The place of the item.
        field: N<4> = "FIELD";
    }

    /// One row of what a verdict has more of than fits into it.
    kessai_record_row = "KSN-ROW" {
        /// What is wanted: set before the first call.
        what: N<1> = "WHAT" (Words::What);
        /// Which one, from 1: 0 before the first call, then the last one given; the call gives the next.
        at: N<6> = "AT";
        /// How many there are.
        count: N<6> = "COUNT";
        /// For people: of which step of the approval, from 1; for those of a reason 0.
        step: N<2> = "STEP";
        /// For people of a reason: which, from 1.
        of: N<6> = "OF";
        /// A person, by id.
        person: X<64> = "PERSON";
        /// The item that a text was normalised in, from 1; 0 the request.
        item: N<6> = "ITEM";
        /// The place of the text.
        field: N<4> = "FIELD";
        /// The text as it counts.
        text: X<140> = "TEXT";
        /// What is said of an item.
        item_verdict: kessai_record_item_verdict = "ITEM-VERDICT";
        /// A reason.
        reason: kessai_record_reason = "REASON";
        /// A missing field.
        missing: kessai_record_missing = "MISSING";
        /// A limit.
        limit: kessai_record_limit = "LIMIT";
        /// An entry of usage.
        usage: kessai_record_usage = "USAGE";
        /// A step.
        step_row: kessai_record_step = "APPROVAL";
    }
}
