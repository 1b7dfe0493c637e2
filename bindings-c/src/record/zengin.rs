//! A data record of a Zengin file (全銀協制定フォーマット, 120 bytes), taken as it is.

use crate::record::field::{N, X};
use crate::record::layout::kessai_record_item;
use crate::record::read::{Fault, Read, Wrong};

/// Bytes of a record, without a line's end.
pub const ZENGIN_SIZE: usize = 120;

/// The fields, as positions from 0 and lengths.
const KIND: (usize, usize) = (0, 1);
const BANK: (usize, usize) = (1, 4);
const BRANCH: (usize, usize) = (20, 3);
const ACCOUNT_TYPE: (usize, usize) = (42, 1);
const NUMBER: (usize, usize) = (43, 7);
const NAME: (usize, usize) = (50, 30);
const AMOUNT: (usize, usize) = (80, 10);
const EDI: (usize, usize) = (91, 20);
const DESIGNATION: (usize, usize) = (111, 1);
const MARK: (usize, usize) = (112, 1);

/// An item of a data record, with the facts that such a record has not (how the payee is named, who bears the fee, when the payee
/// was filed, a typed fee, a pattern) from another; what both have is that of the data record.
pub(super) fn item(data: &[u8; ZENGIN_SIZE], rest: &kessai_record_item) -> Read<kessai_record_item> {
    let field = |(at, len): (usize, usize)| {
        data.iter().skip(at).take(len).copied().collect::<smallvec::SmallVec<[u8; 32]>>()
    };
    let fault =
        |(at, _): (usize, usize)| Fault { wrong: Wrong::Value, record: "KSZ", at: at.saturating_add(1) };
    if *field(KIND) != *b"2" {
        return Err(fault(KIND));
    }
    let mut item = *rest;
    item.bank = X::of(&field(BANK));
    item.branch = X::of(&field(BRANCH));
    item.account_type = X::of(&field(ACCOUNT_TYPE));
    item.number = X::of(&field(NUMBER));
    item.name = X::of(&field(NAME));
    item.payment = amount(&field(AMOUNT));
    // 92 to 111 are EDI information only where the mark says so, else codes of the customer's own.
    item.edi = match &*field(MARK) {
        b"Y" => X::of(&field(EDI)),
        _ => X::BLANK,
    };
    item.document = match &*field(DESIGNATION) {
        b"8" => X::yes(),
        b"7" | b"0" | b" " => X::BLANK,
        _ => return Err(fault(DESIGNATION)),
    };
    Ok(item)
}

/// Ten digits as eighteen; spaces are missing, and what is no digit stays where it is seen.
fn amount(bytes: &[u8]) -> N<18> {
    if bytes.iter().all(|byte| *byte == b' ') {
        return N([b' '; 18]);
    }
    let mut all = [b'0'; 18];
    for (place, byte) in all.iter_mut().skip(8).zip(bytes) {
        *place = *byte;
    }
    N(all)
}
