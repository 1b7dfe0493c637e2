//! Network addresses and ranges of them.
//!
//! An IPv4 address in IPv6's spelling (`::ffff:203.0.113.7`) is the IPv4 address, so that a visitor does not slip past a
//! range by the way his address is written.

use alloc::boxed::Box;
use alloc::vec::Vec;
use core::net::{IpAddr, Ipv4Addr, Ipv6Addr};

/// An address, in its one form.
pub(crate) fn parse_address(text: &str) -> Option<IpAddr> {
    text.parse().ok().map(|address: IpAddr| address.to_canonical())
}

/// Addresses from the first to the last, both of one family.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Range {
    pub first: IpAddr,
    pub last: IpAddr,
}

/// Why a text is no range.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum RangeFault {
    /// It is spelt otherwise.
    Malformed,
    /// Bits behind the prefix are not 0; the address at which the range would begin.
    HostBits(IpAddr),
    /// The first address is after the last.
    Order,
    /// One address is IPv4, the other IPv6.
    Families,
    /// IPv4 in IPv6's spelling, with a prefix.
    Mapped,
}

impl Range {
    /// Reads `203.0.113.7`, `203.0.113.0/24`, `203.0.113.7-203.0.113.20`, or the same in IPv6.
    ///
    /// # Errors
    ///
    /// The text is none of these.
    pub(crate) fn parse(text: &str) -> Result<Self, RangeFault> {
        if let Some((address, prefix)) = text.split_once('/') {
            return with_prefix(address, prefix);
        }
        let Some((first, last)) = text.split_once('-') else {
            let address = parse_address(text).ok_or(RangeFault::Malformed)?;
            return Ok(Self { first: address, last: address });
        };
        let [first, last] = [first, last].map(|text| parse_address(text).ok_or(RangeFault::Malformed));
        let (first, last) = (first?, last?);
        if first.is_ipv4() != last.is_ipv4() {
            return Err(RangeFault::Families);
        }
        if first > last { Err(RangeFault::Order) } else { Ok(Self { first, last }) }
    }
}

fn with_prefix(address: &str, prefix: &str) -> Result<Range, RangeFault> {
    let address: IpAddr = address.parse().map_err(|_| RangeFault::Malformed)?;
    let plain = prefix == "0"
        || (!prefix.starts_with('0') && !prefix.is_empty() && prefix.bytes().all(|one| one.is_ascii_digit()));
    let bits: u32 = if plain { prefix.parse().ok() } else { None }.ok_or(RangeFault::Malformed)?;
    let (first, last) = match address {
        IpAddr::V4(address) if bits <= Ipv4Addr::BITS => {
            let behind = u32::MAX.checked_shr(bits).unwrap_or(0);
            let first = address.to_bits() & !behind;
            (Ipv4Addr::from_bits(first).into(), Ipv4Addr::from_bits(first | behind).into())
        }
        IpAddr::V6(address) if bits <= Ipv6Addr::BITS => {
            if address.to_ipv4_mapped().is_some() {
                return Err(RangeFault::Mapped);
            }
            let behind = u128::MAX.checked_shr(bits).unwrap_or(0);
            let first = address.to_bits() & !behind;
            (Ipv6Addr::from_bits(first).into(), Ipv6Addr::from_bits(first | behind).into())
        }
        _ => return Err(RangeFault::Malformed),
    };
    if first == address { Ok(Range { first, last }) } else { Err(RangeFault::HostBits(first)) }
}

/// A set of addresses: ranges in order, of which no two overlap.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Ranges(Box<[Range]>);

impl Ranges {
    /// The union of ranges.
    pub(crate) fn new(mut ranges: Vec<Range>) -> Self {
        crate::sort::sort(&mut ranges);
        let mut apart: Vec<Range> = Vec::with_capacity(ranges.len());
        for range in ranges {
            match apart.last_mut() {
                Some(before) if range.first <= before.last => before.last = before.last.max(range.last),
                _ => apart.push(range),
            }
        }
        Self(apart.into_boxed_slice())
    }

    /// Whether every address of a family is in them.
    pub(crate) fn holds_a_family(&self) -> bool {
        let ends = [
            (IpAddr::V4(Ipv4Addr::UNSPECIFIED), IpAddr::V4(Ipv4Addr::BROADCAST)),
            (IpAddr::V6(Ipv6Addr::UNSPECIFIED), IpAddr::V6(Ipv6Addr::from_bits(u128::MAX))),
        ];
        ends.into_iter().any(|(first, last)| {
            // Ranges that follow one another are one.
            let mut next = Some(first);
            for range in &self.0 {
                if next.is_some_and(|next| range.first <= next && next <= range.last) {
                    if range.last == last {
                        return true;
                    }
                    next = following(range.last);
                }
            }
            false
        })
    }

    /// The ranges in order.
    pub(crate) fn iter(&self) -> core::slice::Iter<'_, Range> {
        self.0.iter()
    }

    /// Whether an address is in one of them.
    pub(crate) fn contains(&self, address: IpAddr) -> bool {
        let after = self.0.partition_point(|range| range.first <= address);
        let range = after.checked_sub(1).and_then(|at| self.0.get(at));
        range.is_some_and(|range| address <= range.last)
    }
}

/// The address after another one of its family.
fn following(address: IpAddr) -> Option<IpAddr> {
    match address {
        IpAddr::V4(address) => {
            address.to_bits().checked_add(1).map(|bits| IpAddr::V4(Ipv4Addr::from_bits(bits)))
        }
        IpAddr::V6(address) => {
            address.to_bits().checked_add(1).map(|bits| IpAddr::V6(Ipv6Addr::from_bits(bits)))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{Range, RangeFault, Ranges, parse_address};
    use alloc::string::ToString;

    #[test]
    fn an_address_has_one_form_however_it_is_spelt() {
        for (text, want) in [
            ("203.0.113.7", Some("203.0.113.7")),
            ("0.0.0.0", Some("0.0.0.0")),
            ("255.255.255.255", Some("255.255.255.255")),
            ("2001:DB8::1", Some("2001:db8::1")),
            ("2001:db8:0:0:0:0:0:1", Some("2001:db8::1")),
            // IPv4 in IPv6's spelling is the IPv4 address.
            ("::ffff:203.0.113.7", Some("203.0.113.7")),
            ("::FFFF:cb00:7107", Some("203.0.113.7")),
            // The older spelling without ffff is an address of its own.
            ("::203.0.113.7", Some("::cb00:7107")),
            ("256.0.0.1", None),
            ("203.0.113", None),
            ("203.0.113.07", None),
            (" 203.0.113.7", None),
            ("203.0.113.7/32", None),
            ("fe80::1%eth0", None),
            ("[::1]", None),
            ("１.2.3.4", None),
            ("", None),
        ] {
            assert_eq!(parse_address(text).map(|address| address.to_string()).as_deref(), want, "{text}");
        }
    }

    /// The first and last address of each range, and its neighbours on both sides, which are outside.
    #[test]
    fn a_range_ends_where_it_says() {
        for (text, before, first, last, after) in [
            ("203.0.113.7", "203.0.113.6", "203.0.113.7", "203.0.113.7", "203.0.113.8"),
            ("203.0.113.7/32", "203.0.113.6", "203.0.113.7", "203.0.113.7", "203.0.113.8"),
            ("203.0.113.0/24", "203.0.112.255", "203.0.113.0", "203.0.113.255", "203.0.114.0"),
            ("203.0.113.8/30", "203.0.113.7", "203.0.113.8", "203.0.113.11", "203.0.113.12"),
            ("203.0.113.7-203.0.113.20", "203.0.113.6", "203.0.113.7", "203.0.113.20", "203.0.113.21"),
            ("203.0.113.7-203.0.113.7", "203.0.113.6", "203.0.113.7", "203.0.113.7", "203.0.113.8"),
            ("128.0.0.0/1", "127.255.255.255", "128.0.0.0", "255.255.255.255", "::"),
            ("2001:db8::/32", "2001:db7:ffff::", "2001:db8::", "2001:db8:ffff:ffff::1", "2001:db9::"),
            ("2001:db8::1/128", "2001:db8::", "2001:db8::1", "2001:db8::1", "2001:db8::2"),
            ("2001:db8::1-2001:db8::f", "2001:db8::", "2001:db8::1", "2001:db8::f", "2001:db8::10"),
            // IPv4 in IPv6's spelling, on either side of the comparison.
            ("::ffff:203.0.113.7", "::ffff:203.0.113.6", "203.0.113.7", "::ffff:203.0.113.7", "203.0.113.8"),
            (
                "::ffff:203.0.113.7-203.0.113.20",
                "203.0.113.6",
                "203.0.113.7",
                "::ffff:203.0.113.20",
                "203.0.113.21",
            ),
        ] {
            let ranges = Ranges::new([Range::parse(text).unwrap()].into());
            let holds = |text: &str| ranges.contains(parse_address(text).unwrap());
            assert_eq!(
                [before, first, last, after].map(holds),
                [false, true, true, false],
                "{text}: {before} {first} {last} {after}"
            );
        }
    }

    #[test]
    fn everything_of_a_family_is_nothing_of_the_other() {
        let (four, six) = ("0.0.0.0/0", "::/0");
        let holds = |range: &str, address: &str| {
            Ranges::new([Range::parse(range).unwrap()].into()).contains(parse_address(address).unwrap())
        };
        assert!(holds(four, "0.0.0.0") && holds(four, "255.255.255.255") && !holds(four, "::1"));
        assert!(holds(six, "::") && holds(six, "ffff::") && !holds(six, "203.0.113.7"));
        assert!(!holds(six, "::ffff:203.0.113.7"), "which is an IPv4 address");
    }

    #[test]
    fn all_addresses_of_a_family_are_known_in_whatever_pieces() {
        for (texts, want) in [
            (["0.0.0.0/0"].as_slice(), true),
            (&["::/0"], true),
            (&["203.0.113.7", "0.0.0.0-255.255.255.255"], true),
            (&["128.0.0.0/1", "0.0.0.0/1"], true),
            (&["0.0.0.0-9.255.255.255", "10.0.0.0/8", "11.0.0.0-255.255.255.255"], true),
            (&["::-7fff::", "8000::/1", "7fff::1-7fff:ffff:ffff:ffff:ffff:ffff:ffff:ffff"], true),
            (&["0.0.0.1-255.255.255.255"], false),
            (&["0.0.0.0-255.255.255.254"], false),
            (&["0.0.0.0/1", "128.0.0.1-255.255.255.255"], false),
            (&["8000::/1"], false),
            (&["10.0.0.0/8", "2001:db8::/32"], false),
            (&[], false),
        ] {
            let ranges = Ranges::new(texts.iter().map(|text| Range::parse(text).unwrap()).collect());
            assert_eq!(ranges.holds_a_family(), want, "{texts:?}");
        }
    }

    #[test]
    fn a_text_that_is_no_range_says_why() {
        let begins = |text| RangeFault::HostBits(parse_address(text).unwrap());
        for (text, why) in [
            ("", RangeFault::Malformed),
            ("203.0.113", RangeFault::Malformed),
            ("203.0.113.0/33", RangeFault::Malformed),
            ("203.0.113.0/", RangeFault::Malformed),
            ("203.0.113.0/024", RangeFault::Malformed),
            ("203.0.113.0/+24", RangeFault::Malformed),
            ("203.0.113.0/24/24", RangeFault::Malformed),
            ("203.0.113.0/255.255.255.0", RangeFault::Malformed),
            ("2001:db8::/129", RangeFault::Malformed),
            ("203.0.113.7 - 203.0.113.20", RangeFault::Malformed),
            ("203.0.113.7-20", RangeFault::Malformed),
            ("203.0.113.7-", RangeFault::Malformed),
            ("203.0.113.1/24", begins("203.0.113.0")),
            ("203.0.113.7/31", begins("203.0.113.6")),
            ("0.0.0.1/0", begins("0.0.0.0")),
            ("2001:db8::1/64", begins("2001:db8::")),
            ("203.0.113.20-203.0.113.19", RangeFault::Order),
            ("2001:db8::2-2001:db8::1", RangeFault::Order),
            ("203.0.113.7-2001:db8::1", RangeFault::Families),
            ("::ffff:203.0.113.7-2001:db8::1", RangeFault::Families),
            ("::ffff:203.0.113.0/120", RangeFault::Mapped),
            ("::ffff:0:0/96", RangeFault::Mapped),
        ] {
            assert_eq!(Range::parse(text), Err(why), "{text}");
        }
    }

    #[test]
    fn ranges_in_any_order_are_their_union() {
        let texts = ["203.0.113.20", "203.0.113.0/30", "203.0.113.2-203.0.113.9", "2001:db8::/32"];
        let read =
            |texts: &[&str]| Ranges::new(texts.iter().map(|text| Range::parse(text).unwrap()).collect());
        let ranges = read(&texts);
        assert_eq!(ranges.0.len(), 3, "two of them overlap");
        let mut other = texts;
        other.reverse();
        assert_eq!(ranges, read(&other));
        for (address, want) in [
            ("203.0.112.255", false),
            ("203.0.113.0", true),
            ("203.0.113.9", true),
            ("203.0.113.10", false),
            ("203.0.113.19", false),
            ("203.0.113.20", true),
            ("203.0.113.21", false),
            ("2001:db8:1::", true),
            ("2001:db9::", false),
        ] {
            assert_eq!(ranges.contains(parse_address(address).unwrap()), want, "{address}");
        }
        assert!(!Ranges::default().contains(parse_address("203.0.113.7").unwrap()), "no range, nobody");
        // One inside the other: the outer's end counts.
        let nested = read(&["10.0.0.0/8", "10.1.0.0/16"]);
        assert!(nested.contains(parse_address("10.200.0.1").unwrap()));
    }
}
