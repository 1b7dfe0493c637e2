//! What is kept of limits.

use alloc::vec::Vec;

use crate::catalogue::Code;
use crate::image::Damage;
use crate::image::kept::{
    Amount, Each, Keep, Layout, List, Maybe, Name, Number, Size, Source, Word, Words, print,
};
use crate::language::bounds::{LIMITS, MINUTES_MAX};
use crate::language::words::{LimitOn, LimitPer};
use crate::model::limit::{Counts, Limit, LimitRow, LimitRows, Limits, OF_A_DAY, Occasion, Ready, Setter};
use crate::terms::{LimitBearer, Measure, PayeeKind};

/// Most limits that documents name.
const NAMED_MAX: usize = LIMITS.max.saturating_add(OF_A_DAY);
/// Most rows of a business: all declared ones, seven of every bank, and two ceilings.
const ROWS_MAX: usize = LIMITS.max.saturating_add(9);

kept! { Limits {
    named: List<Limit, OF_A_DAY, NAMED_MAX>,
    slots: Each<Size, 3>,
    has_payees: bool,
} }

kept! { Limit {
    key: Name,
    label: Maybe<(Words, Words)>,
    bearer: LimitBearer,
    per: Word<LimitPer>,
    measure: Word<Measure>,
    on: Word<LimitOn>,
    businesses: u64,
    fixed: Maybe<Amount>,
    ceiling: Maybe<Amount>,
    required: bool,
    slot: u16,
} }

kept_choice! { LimitBearer { 0 Account, 1 Business, 2 Company, 3 User, 4 Payee } }

/// The rows in order; when they are asked is found out anew.
impl Layout for LimitRows {
    const LEAST: usize = <List<LimitRow, 0, ROWS_MAX> as Layout>::LEAST;
    const PRINT: u64 = <List<LimitRow, 0, ROWS_MAX> as Layout>::PRINT;
}

impl Keep<LimitRows> for LimitRows {
    fn write(value: &LimitRows, out: &mut Vec<u8>) {
        out.push(u8::try_from(value.iter().len()).unwrap_or(u8::MAX));
        value.iter().for_each(|row| LimitRow::write(row, out));
    }

    fn read(from: &mut Source<'_>) -> Result<LimitRows, Damage> {
        <List<LimitRow, 0, ROWS_MAX> as Keep<Vec<LimitRow>>>::read(from).map(LimitRows::of)
    }
}

kept! { LimitRow {
    codes: Codes,
    named: Maybe<u16>,
    is_declared: bool,
    bearer: LimitBearer,
    per: Word<LimitPer>,
    measure: Word<Measure>,
    on: Word<LimitOn>,
    occasions: Word<Occasion>,
    counts: Counts,
    setter: Setter,
    slot: u16,
    fixed: Amount,
    ceiling: Amount,
} made {
    // `LimitRows` finds these out.
    looks = false,
    ready = Ready::NOT_YET,
} }

kept_choice! { Counts {
    0 All,
    1 Kinds { 0 kinds: Word<PayeeKind> },
    2 AdHoc { 0 ad_hoc: bool },
    3 Young { 0 kinds: Maybe<Word<PayeeKind>>, 1 minutes: Number<1, MINUTES_MAX> },
} }

kept_choice! { Setter { 0 Nobody, 1 Company, 2 Account, 3 User, 4 Cap } }

/// Two reasons, by their positions in the catalogue.
struct Codes;

impl Layout for Codes {
    const LEAST: usize = 2;
    const PRINT: u64 = {
        let (mut state, mut codes) = (0, Code::ALL);
        while let [code, others @ ..] = codes {
            state = print(code.name(), &[state]);
            codes = others;
        }
        state
    };
}

impl Keep<[Code; 2]> for Codes {
    fn write(value: &[Code; 2], out: &mut Vec<u8>) {
        out.extend(value.map(Code::position));
    }

    fn read(from: &mut Source<'_>) -> Result<[Code; 2], Damage> {
        let mut code = || Code::ALL.get(usize::from(from.byte()?)).copied().ok_or(Damage::Word);
        Ok([code()?, code()?])
    }
}
