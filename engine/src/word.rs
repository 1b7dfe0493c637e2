//! Eight bytes at once: short texts as machine words, the first byte lowest.

/// Eight times the same byte.
const fn each(byte: u8) -> u64 {
    u64::from_le_bytes([byte; 8])
}

/// The highest bit of each byte.
const HIGHS: u64 = each(0x80);

/// Up to eight bytes with zeros behind them; none of more.
#[inline]
pub(crate) fn short(bytes: &[u8]) -> Option<u64> {
    if let (Some(head), Some(tail)) = (bytes.first_chunk::<4>(), bytes.last_chunk::<4>()) {
        let behind = u32::try_from(bytes.len()).ok()?.checked_sub(4).filter(|behind| *behind <= 4)?;
        // Where the two lie upon each other, they are the same.
        let tail = u64::from(u32::from_le_bytes(*tail)).wrapping_shl(behind.wrapping_mul(8));
        return Some(u64::from(u32::from_le_bytes(*head)) | tail);
    }
    match *bytes {
        [] => Some(0),
        [a] => Some(u64::from(a)),
        [a, b] => Some(u64::from(u16::from_le_bytes([a, b]))),
        [a, b, c] => Some(u64::from(u32::from_le_bytes([a, b, c, 0]))),
        _ => None,
    }
}

/// Whether a text can be a word in programs whose names are short: at most 24 of `A` to `Z`, digits and single hyphens, a letter first.
pub(crate) const fn is_of_short_names(word: &str) -> bool {
    let mut rest = word.as_bytes();
    if rest.len() > 24 || !matches!(rest, [b'A'..=b'Z', ..]) || matches!(rest, [.., b'-']) {
        return false;
    }
    while let [first, behind @ ..] = rest {
        if !matches!(first, b'A'..=b'Z' | b'0'..=b'9' | b'-') || matches!(rest, [b'-', b'-', ..]) {
            return false;
        }
        rest = behind;
    }
    true
}

/// Lets nothing compile in which a number or a word stands twice, or has no room in the records of hosts.
macro_rules! numbered {
    ($($number:literal $word:literal)+) => {
        #[deny(unreachable_patterns, reason = "a number that stands twice")]
        const _: fn(u16) -> &'static str = |number| match number {
            $($number => $word,)+
            _ => "",
        };
        #[deny(unreachable_patterns, reason = "a word that stands twice")]
        const _: fn(&str) = |word| match word {
            $($word)|+ => {}
            _ => {}
        };
        $(const _: () = assert!($number < 10_000 && $crate::word::is_of_short_names($word), $word);)+
    };
}

pub(crate) use numbered;

/// The first of eight bytes that a JSON string cannot hold as it is: `"`, `\` or a control character.
#[inline]
pub(crate) fn first_special(eight: u64) -> Option<usize> {
    let special = specials(eight);
    if special == 0 { None } else { usize::try_from(special.trailing_zeros() >> 3).ok() }
}

/// Marks the bytes that a JSON string cannot hold as they are; above the lowest of them a mark may be wrong.
#[inline]
fn specials(eight: u64) -> u64 {
    // The high bit of each byte below the bound.
    let below = |bytes: u64, bound: u8| bytes.wrapping_sub(each(bound)) & !bytes & HIGHS;
    // With bit 1 turned over, `"` follows the control characters.
    below(eight ^ each(0x02), 0x21) | below(eight ^ each(b'\\'), 1)
}

/// Whether a JSON string holds a text as it is.
#[inline]
pub(crate) fn is_plain(text: &str) -> bool {
    let bytes = text.as_bytes();
    if let Some(last) = bytes.last_chunk::<8>() {
        let (chunks, _) = bytes.as_chunks::<8>();
        return chunks.iter().chain([last]).all(|eight| specials(u64::from_le_bytes(*eight)) == 0);
    }
    if let (Some(&[a, b, c, d]), Some(&[e, f, g, h])) = (bytes.first_chunk(), bytes.last_chunk()) {
        return specials(u64::from_le_bytes([a, b, c, d, e, f, g, h])) == 0;
    }
    !bytes.iter().any(|byte| matches!(byte, 0..0x20 | b'"' | b'\\'))
}

/// Eight bytes as they must be: a `0` stands for any digit, any other byte for itself.
#[derive(Clone, Copy)]
pub(crate) struct Pattern {
    bytes: u64,
    /// What lifts the highest bit of each byte that differs.
    lift: u64,
}

impl Pattern {
    pub(crate) const fn new(bytes: &[u8; 8]) -> Self {
        let mut lift = [0; 8];
        let (mut lifts, mut rest): (&mut [u8], &[u8]) = (&mut lift, bytes);
        while let (Some((lift, more)), Some((byte, behind))) = (lifts.split_first_mut(), rest.split_first()) {
            // Of a digit up to 9 is left, of any other byte nothing.
            *lift = if *byte == b'0' { 0x76 } else { 0x7F };
            (lifts, rest) = (more, behind);
        }
        Self { bytes: u64::from_le_bytes(*bytes), lift: u64::from_le_bytes(lift) }
    }

    /// The values of the digits, each in its byte, and zeros between them; none where a byte is another one.
    #[inline]
    pub(crate) const fn of(self, bytes: [u8; 8]) -> Option<u64> {
        self.of_word(u64::from_le_bytes(bytes))
    }

    #[inline]
    const fn of_word(self, word: u64) -> Option<u64> {
        let left = word ^ self.bytes;
        // A byte whose highest bit is set may carry into the next; then it is wrong itself.
        if (left.wrapping_add(self.lift) | left) & HIGHS == 0 { Some(left) } else { None }
    }
}

/// The first number of nine digits.
const EIGHT: u64 = 100_000_000;

const DIGITS: Pattern = Pattern::new(b"00000000");

/// In each byte the number of two digits that begins there.
#[inline]
pub(crate) const fn pairs(digits: u64) -> u64 {
    digits.wrapping_mul(10).wrapping_add(digits >> 8)
}

/// The number of eight digits, given by their values.
#[inline]
const fn number_of_eight(digits: u64) -> u64 {
    const EVERY_FOURTH: u64 = 0x0000_00FF_0000_00FF;
    let pairs = pairs(digits);
    let first = (pairs & EVERY_FOURTH).wrapping_mul(100 + (1_000_000 << 32));
    let second = ((pairs >> 16) & EVERY_FOURTH).wrapping_mul(1 + (10_000 << 32));
    first.wrapping_add(second) >> 32
}

/// The number of one to eight digits.
#[inline]
fn number_of_few(bytes: &[u8]) -> Option<u64> {
    let missing = u32::try_from(bytes.len()).ok()?;
    let missing = 8_u32.checked_sub(missing).filter(|missing| *missing < 8)?.wrapping_mul(8);
    // Digits move up, and zeros stand before them.
    let word = short(bytes)?.wrapping_shl(missing) | each(b'0') & !u64::MAX.wrapping_shl(missing);
    DIGITS.of_word(word).map(number_of_eight)
}

/// The number of one to eighteen digits; none of anything else.
#[inline]
pub(crate) fn number(bytes: &[u8]) -> Option<u64> {
    let Some((head, tail)) = bytes.split_last_chunk::<8>() else { return number_of_few(bytes) };
    let low = DIGITS.of(*tail).map(number_of_eight)?;
    if head.is_empty() {
        return Some(low);
    }
    let high = match head.split_last_chunk::<8>() {
        None => number_of_few(head)?,
        Some(([], middle)) => DIGITS.of(*middle).map(number_of_eight)?,
        Some((top @ ([_] | [_, _]), middle)) => {
            let middle = DIGITS.of(*middle).map(number_of_eight)?;
            number_of_few(top)?.wrapping_mul(EIGHT).wrapping_add(middle)
        }
        Some(_) => return None,
    };
    // Eighteen digits are far from the end of a u64.
    Some(high.wrapping_mul(EIGHT).wrapping_add(low))
}

/// Whether all bytes are digits.
#[inline]
pub(crate) fn are_digits(bytes: &[u8]) -> bool {
    let is_digits = |word: u64| DIGITS.of_word(word).is_some();
    if let Some(last) = bytes.last_chunk::<8>() {
        let (chunks, _) = bytes.as_chunks::<8>();
        return chunks.iter().chain([last]).all(|eight| is_digits(u64::from_le_bytes(*eight)));
    }
    if let (Some(&[a, b, c, d]), Some(&[e, f, g, h])) = (bytes.first_chunk(), bytes.last_chunk()) {
        return is_digits(u64::from_le_bytes([a, b, c, d, e, f, g, h]));
    }
    bytes.iter().all(u8::is_ascii_digit)
}

/// The eight digits of a number below 100,000,000, as ASCII.
#[inline]
fn eight_digits(number: u32) -> u64 {
    let (high, low) = (number.wrapping_div(10_000), number.wrapping_rem(10_000));
    let fours = u64::from(high) | u64::from(low) << 32;
    // In each half the first two of its four digits, then in each quarter the first of its two.
    let twos = (fours.wrapping_mul(10_486) >> 20) & 0x0000_007F_0000_007F;
    let twos = twos | fours.wrapping_sub(twos.wrapping_mul(100)) << 16;
    let ones = (twos.wrapping_mul(103) >> 10) & 0x000F_000F_000F_000F;
    (ones | twos.wrapping_sub(ones.wrapping_mul(10)) << 8) | each(b'0')
}

/// Hands on the decimal digits of a number in one to three parts: eight bytes, of which so many count.
#[inline(always)]
pub(crate) fn decimal(number: u64, mut put: impl FnMut([u8; 8], usize)) {
    let behind = if number < EIGHT { number } else { long(number, &mut put) };
    let behind = u32::try_from(behind).unwrap_or(0);
    if number >= EIGHT {
        return put(eight_digits(behind).to_le_bytes(), 8);
    }
    let (digits, count) = few_digits(behind);
    put(digits, count);
}

/// The digits of a number below 100,000,000 without zeros before them, and how many there are.
#[inline]
fn few_digits(number: u32) -> ([u8; 8], usize) {
    let digits = eight_digits(number);
    // The last digit counts even if it is a zero.
    let zeros = ((digits ^ each(b'0')) | 1 << 56).trailing_zeros() & !7;
    let count = usize::try_from(8_u32.wrapping_sub(zeros >> 3)).unwrap_or(8);
    (digits.wrapping_shr(zeros).to_le_bytes(), count)
}

/// Hands on all but the last eight digits of a number that has more. Gives these.
#[inline(never)]
fn long(number: u64, put: &mut impl FnMut([u8; 8], usize)) -> u64 {
    let (before, behind) = (number.wrapping_div(EIGHT), number.wrapping_rem(EIGHT));
    let part = |number: u64| u32::try_from(number).unwrap_or(0);
    let (digits, count) = few_digits(part(if before < EIGHT { before } else { before.wrapping_div(EIGHT) }));
    put(digits, count);
    if before >= EIGHT {
        put(eight_digits(part(before.wrapping_rem(EIGHT))).to_le_bytes(), 8);
    }
    behind
}

#[cfg(test)]
mod tests {
    use alloc::string::{String, ToString};
    use alloc::vec::Vec;

    use proptest::prelude::*;

    use super::*;

    fn written(number: u64) -> String {
        let mut out = Vec::new();
        decimal(number, |bytes, count| out.extend_from_slice(&bytes[..count]));
        String::from_utf8(out).unwrap()
    }

    #[test]
    fn words_of_short_names_are_told() {
        for word in ["A", "AD-HOC", "PAYEE-REGISTERED-AT", "A1-B2", "ABCDEFGHIJKLMNOPQRSTUVWX"] {
            assert!(is_of_short_names(word), "{word}");
        }
        for word in ["", "-A", "A-", "A--B", "1A", "a", "A B", "A_B", "Ａ", "ABCDEFGHIJKLMNOPQRSTUVWXY"] {
            assert!(!is_of_short_names(word), "{word}");
        }
    }

    #[test]
    fn numbers_are_written_on_both_sides_of_every_power_of_ten() {
        for power in 0..20 {
            let bound = 10_u64.pow(power);
            for number in [bound - 1, bound, bound + 1, bound.wrapping_mul(9), bound.wrapping_mul(9) / 5] {
                assert_eq!(written(number), number.to_string());
            }
        }
        assert_eq!(written(u64::MAX), u64::MAX.to_string());
        for number in (0..100_000_000).step_by(9_973) {
            assert_eq!(written(number), number.to_string());
        }
    }

    #[test]
    fn numbers_of_every_length_are_read_and_no_others() {
        for length in 0..24 {
            let digits: String = (0..length).map(|at| char::from(b"9081726354"[at % 10])).collect();
            let want = digits.parse().ok().filter(|_| length <= 18);
            assert_eq!(number(digits.as_bytes()), want, "{length} digits");
            assert!(are_digits(digits.as_bytes()));
            for at in 0..length {
                for wrong in
                    [0, b'/', b':', b' ', b'-', b'0' | 0x80, b'9' | 0x80, 0xFF, b'0' ^ 0x10, b'0' ^ 0x40]
                {
                    let mut bytes = digits.clone().into_bytes();
                    bytes[at] = wrong;
                    assert_eq!(number(&bytes), None, "{wrong:02x} at {at} of {length}");
                    assert!(!are_digits(&bytes), "{wrong:02x} at {at} of {length}");
                }
            }
        }
    }

    #[test]
    fn a_short_text_is_its_bytes() {
        for length in 0..12 {
            let bytes: Vec<u8> = (1..=length).map(|byte| byte * 0x15).collect();
            let mut want = [0; 8];
            bytes.iter().zip(&mut want).for_each(|(byte, place)| *place = *byte);
            assert_eq!(short(&bytes), (length <= 8).then_some(u64::from_le_bytes(want)), "{length}");
        }
    }

    #[test]
    fn a_pattern_takes_digits_where_it_has_a_zero_and_else_itself() {
        let pattern = Pattern::new(b"00T0:0-0");
        assert_eq!(pattern.of(*b"12T3:4-5"), Some(u64::from_le_bytes([1, 2, 0, 3, 0, 4, 0, 5])));
        for at in 0..8 {
            for byte in 0..=u8::MAX {
                let mut bytes = *b"12T3:4-5";
                bytes[at] = byte;
                let fits = match b"00T0:0-0"[at] {
                    b'0' => byte.is_ascii_digit(),
                    own => byte == own,
                };
                assert_eq!(pattern.of(bytes).is_some(), fits, "{byte:02x} at {at}");
            }
        }
    }

    #[test]
    fn what_a_string_cannot_hold_is_found_in_every_place() {
        for length in 0..20_usize {
            for at in 0..length {
                for byte in 0..0x80_u8 {
                    let mut bytes = alloc::vec![b'a'; length];
                    bytes[at] = byte;
                    let special = byte < 0x20 || byte == b'"' || byte == b'\\';
                    let text = String::from_utf8(bytes).unwrap();
                    assert_eq!(is_plain(&text), !special, "{byte:02x} at {at} of {length}");
                    if let Some(eight) = text.as_bytes().first_chunk() {
                        let want = Some(at).filter(|at| special && *at < 8);
                        assert_eq!(first_special(u64::from_le_bytes(*eight)), want, "{byte:02x} at {at}");
                    }
                }
            }
        }
        assert!(is_plain("ｶ)ﾔﾏﾀﾞ 山田 \u{7f}\u{80}é"));
    }

    #[test]
    fn eight_bytes_at_a_time_find_what_one_at_a_time_finds() {
        for byte in 0..=u8::MAX {
            for (position, around) in (0..8).zip([b'a', 0x21, 0x23, 0x5B, 0x5D, 0x7F, 0x80, 0xFF]) {
                let mut eight = [around; 8];
                eight[position] = byte;
                let special = |byte: &u8| matches!(byte, b'"' | b'\\' | 0..=0x1F);
                let found = first_special(u64::from_le_bytes(eight));
                assert_eq!(found, eight.iter().position(special), "{eight:?}");
            }
        }
    }

    proptest! {
        #[test]
        fn numbers_come_back(number in any::<u64>()) {
            prop_assert_eq!(written(number), number.to_string());
            let below = number % 1_000_000_000_000_000_000;
            prop_assert_eq!(super::number(written(below).as_bytes()), Some(below));
        }

        #[test]
        fn any_text_is_plain_or_not_as_its_bytes_say(text in "[ -~\u{0}-\u{20}é山]{0,40}") {
            prop_assert_eq!(is_plain(&text), !text.bytes().any(|byte| byte < 0x20 || byte == b'"' || byte == b'\\'));
        }

        #[test]
        fn any_bytes_are_a_number_where_they_are_digits(bytes in "[0-9]{0,19}[0-9/:é]?[0-9]{0,8}") {
            let bytes = bytes.as_bytes();
            let plain = bytes.iter().all(u8::is_ascii_digit);
            prop_assert_eq!(are_digits(bytes), plain);
            let want = core::str::from_utf8(bytes).unwrap().parse().ok().filter(|_| plain && bytes.len() <= 18);
            prop_assert_eq!(super::number(bytes), want);
        }
    }
}
