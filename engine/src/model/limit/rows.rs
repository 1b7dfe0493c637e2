//! The limits of one business, and which of them are asked when.

use alloc::boxed::Box;
use alloc::vec::Vec;

use smallvec::SmallVec;

use super::{Counts, LimitRow, Occasion};
use crate::set::Listed;
use crate::terms::PayeeKind;

/// The rows of a business, in the order in which they are evaluated, and which of them are asked when.
#[derive(Debug, Default)]
pub(crate) struct LimitRows {
    rows: Box<[LimitRow]>,
    /// The positions of those that are asked in each of the [`SITUATIONS`], one after the other.
    asked: Box<[u8]>,
    /// Where those of each situation end.
    ends: [u16; SITUATIONS],
}

/// In how many situations rows are asked: on each occasion, with one payee of each kind; last where his kind is not known,
/// or there are several payees.
const SITUATIONS: usize = 16;

impl LimitRows {
    /// The table of some rows; `today` tells whether a payee registered today counts as ad hoc.
    pub(crate) fn new(mut rows: Vec<LimitRow>, today: bool) -> Self {
        for row in &mut rows {
            row.looks = match row.counts {
                Counts::All | Counts::Kinds(_) => false,
                Counts::AdHoc(_) => today,
                Counts::Young(..) => true,
            };
            row.ready = row.ready();
        }
        let situations: SmallVec<[u16; 16]> = rows.iter().map(LimitRow::situations).collect();
        let total = situations.iter().fold(0_u32, |total, one| total.saturating_add(one.count_ones()));
        let mut asked = Vec::with_capacity(usize::try_from(total).unwrap_or(0));
        let mut ends = [0; SITUATIONS];
        for (situation, end) in (0_u32..).zip(&mut ends) {
            let is_asked = |(_, one): &(u8, &u16)| one.wrapping_shr(situation) & 1 == 1;
            asked.extend((0_u8..).zip(&situations).filter(is_asked).map(|(at, _)| at));
            *end = u16::try_from(asked.len()).unwrap_or(u16::MAX);
        }
        Self { rows: rows.into_boxed_slice(), asked: asked.into_boxed_slice(), ends }
    }

    /// These rows, of which it is not yet known when they are asked: [`LimitRows::ask`] finds that out.
    pub(crate) fn of(rows: Vec<LimitRow>) -> Self {
        Self { rows: rows.into_boxed_slice(), ..Self::default() }
    }

    /// Finds out which rows are asked when, see [`LimitRows::new`].
    pub(crate) fn ask(&mut self, today: bool) {
        *self = Self::new(core::mem::take(&mut self.rows).into_vec(), today);
    }

    /// All rows.
    pub(crate) fn iter(&self) -> core::slice::Iter<'_, LimitRow> {
        self.rows.iter()
    }

    /// The places of those that may be asked on an occasion, of a payee of some kind.
    #[inline]
    pub(crate) fn asked(&self, occasion: Occasion, kind: Option<PayeeKind>) -> &[u8] {
        let kind = kind.map_or(3, |kind| usize::from(kind.position()));
        let situation = occasion.position().wrapping_mul(4).wrapping_add(kind);
        let end = |at: usize| self.ends.get(at).map_or(0, |end| usize::from(*end));
        let start = situation.checked_sub(1).map_or(0, end);
        self.asked.get(start..end(situation)).unwrap_or_default()
    }

    /// Those at some places.
    #[inline]
    pub(crate) fn at(&self, places: &[u8]) -> impl Iterator<Item = &LimitRow> {
        places.iter().filter_map(|at| self.rows.get(usize::from(*at)))
    }
}

impl LimitRow {
    /// A bit for each of the [`SITUATIONS`] in which it is asked.
    fn situations(&self) -> u16 {
        let kinds = [PayeeKind::PreRegistered, PayeeKind::UserRegistered, PayeeKind::NewAccount];
        let of_kind = |kinds: u16, kind: &PayeeKind| (kinds << 1) | u16::from(self.may_count(*kind));
        // The last bit is for payees of any kind.
        let kinds = kinds.iter().rev().fold(1, of_kind);
        let occasions = self.occasions.bits();
        (0..4_u32)
            .filter(|at| occasions.wrapping_shr(*at) & 1 == 1)
            .fold(0, |bits, at| bits | kinds.wrapping_shl(at.wrapping_mul(4)))
    }
}
