//! What a COBOL program keeps between calls: where its session is, in characters, with a check.
//!
//! Storage that was never filled, was cleared or belongs to something else is told and not followed. A copy of a handle that was
//! closed cannot be told: it is as a pointer that was freed.

use crate::record::field::X;
use crate::record::layout::kessai_record_handle;

/// What stands ahead of the address.
const MARK: &[u8; 4] = b"KSH1";

/// Bytes that no neighbour's change leaves as they are.
fn check(address: u64) -> u64 {
    // An odd factor and folded halves, so that each bit of the address reaches the check.
    let mixed = (address ^ 0x4B53_4831_4B45_5353).wrapping_mul(0x9E37_79B9_7F4A_7C15);
    (mixed ^ (mixed >> 32)) & 0xFFFF_FFFF
}

impl kessai_record_handle {
    /// A handle of a session at an address.
    pub(crate) fn new(address: usize) -> Option<Self> {
        let address = u64::try_from(address).ok()?;
        let text = format!("KSH1{address:016X}{:08X}", check(address));
        let mut area = X::BLANK;
        area.put(text.as_bytes()).then_some(Self { area })
    }

    /// The address; none where this is no handle.
    pub(crate) fn address(&self) -> Option<usize> {
        let (mark, rest) = self.area.bytes().split_at_checked(MARK.len())?;
        let (address, behind) = rest.split_at_checked(16)?;
        let read = |digits| u64::from_str_radix(std::str::from_utf8(digits).ok()?, 16).ok();
        let address = read(address)?;
        let is_whole = mark == MARK && behind.len() == 8 && read(behind)? == check(address) && address != 0;
        // Only what is written by `new` is one: no other spelling of the digits.
        let same = usize::try_from(address).ok().filter(|_| is_whole)?;
        Self::new(same).filter(|again| again.area == self.area).map(|_| same)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_handle_leads_to_where_it_was_made_for() {
        for address in [1, 0x10, 0x7FFF_FFFF_F000, usize::MAX] {
            assert_eq!(kessai_record_handle::new(address).unwrap().address(), Some(address));
        }
    }

    #[test]
    fn what_is_no_handle_leads_nowhere() {
        let good = kessai_record_handle::new(0x7FAB_1234_5670).unwrap();
        assert_eq!(kessai_record_handle::BLANK.address(), None, "spaces");
        assert_eq!(kessai_record_handle::new(0).unwrap().address(), None, "no address");
        let changed = |at: usize, byte: u8| {
            let mut area = good.area;
            area.room()[at] = byte;
            kessai_record_handle { area }.address()
        };
        for at in 0..32 {
            for byte in 0..=u8::MAX {
                if good.area.whole()[at] != byte {
                    assert_eq!(changed(at, byte), None, "byte {at} is {byte}");
                }
            }
        }
        let other = X(*b"00000000000000000000000000000000");
        assert_eq!(kessai_record_handle { area: other }.address(), None, "zeros");
    }
}
