use alloc::string::{String, ToString};
use alloc::vec;
use alloc::vec::Vec;

use super::*;
use crate::catalogue::Code;
use crate::date::Day;
use crate::loaded::Service;
use crate::money::AMOUNT_MAX;
use crate::terms::{Bearer, Entry, Operation, PayeeKind};
use crate::verdict::Outcome;

const SERVICE: &str = include_str!("../document/tests/service.json");
const COMPANY: &str = include_str!("../document/tests/company.json");

fn companies() -> [Company; 2] {
    let service = Service::from_json(SERVICE).unwrap();
    // The same without approval.
    let other = COMPANY
        .replace(r#""id": "ans""#, r#""id": "other""#)
        .replace(r#""transfer": "single", "bulkTransfer""#, r#""transfer": "none", "bulkTransfer""#);
    [COMPANY, &other]
        .map(|text| service.company_from_json(text).unwrap_or_else(|findings| panic!("{findings}")))
}

fn day(text: &str) -> i32 {
    Day::parse(text).unwrap().unix_days()
}

/// One row, each column of one element.
#[derive(Clone)]
struct One {
    company: [u16; 1],
    user: [u16; 1],
    business: [u16; 1],
    account: [u16; 1],
    operation: [u8; 1],
    now: [i64; 1],
    value_date: [i32; 1],
    entry: [u8; 1],
    payee_kind: [u8; 1],
    place: [u8; 1],
    document: [u8; 1],
    registered_on: [i32; 1],
    registered_at: [i64; 1],
    payment: [i64; 1],
    bearer: [u8; 1],
    typed_fee: [i64; 1],
    pattern: [u8; 1],
    approvers: [[u16; 1]; 2],
    days: [i32; 1],
    used: [i64; 1],
}

/// The answer to it.
#[derive(Debug, PartialEq)]
struct Answer {
    error: u8,
    outcome: u8,
    fee: [i64; 4],
    reason: u16,
    reasons: u32,
    missing: u32,
    room: (i64, u16, u16),
    approvers: u16,
}

impl One {
    /// A transfer that fits and needs one approval.
    fn good() -> Self {
        let [company, _] = companies();
        let positions = company.positions();
        Self {
            company: [0],
            user: [positions.user("taro").unwrap()],
            business: [positions.business("transfer").unwrap()],
            account: [positions.account("main").unwrap()],
            operation: [code_of(Operation::Create)],
            now: [Instant::parse("2026-11-20T10:15:00+09:00").unwrap().unix_seconds()],
            value_date: [day("2026-11-24")],
            entry: [NO_CODE],
            payee_kind: [code_of(PayeeKind::PreRegistered)],
            place: [OTHER_BANK],
            document: [0],
            registered_on: [NO_DAY],
            registered_at: [NO_NUMBER],
            payment: [30_329],
            bearer: [code_of(Bearer::Payer)],
            typed_fee: [NO_NUMBER],
            pattern: [NO_CODE],
            approvers: [[NO_POSITION], [positions.approver("hanako")]],
            days: [day("2026-11-20")],
            used: [0],
        }
    }

    fn ask(&self) -> Answer {
        let companies = companies();
        let positions = companies[0].positions();
        let limits =
            ["accountPerDay.total", "accountPerDay.preRegistered"].map(|name| positions.limit(name).unwrap());
        let usage = limits.map(|limit| UsageColumn { limit, day: &self.days, used: &self.used });
        let approvers = self.approvers.each_ref().map(<[u16; 1]>::as_slice);
        let columns = Columns {
            rows: 1,
            company: Some(&self.company),
            user: Some(&self.user),
            business: Some(&self.business),
            account: Some(&self.account),
            operation: Some(&self.operation),
            now: Some(&self.now),
            value_date: Some(&self.value_date),
            entry: Some(&self.entry),
            payee_kind: Some(&self.payee_kind),
            place: Some(&self.place),
            document: Some(&self.document),
            registered_on: Some(&self.registered_on),
            registered_at: Some(&self.registered_at),
            payment: Some(&self.payment),
            bearer: Some(&self.bearer),
            typed_fee: Some(&self.typed_fee),
            pattern: Some(&self.pattern),
            approvers: &approvers,
            usage: &usage,
        };
        let (mut error, mut outcome, mut fee) = ([7], [7], [[7]; 4]);
        let (mut reason, mut reasons, mut missing) = ([7], [7], [7]);
        let (mut room, mut room_code, mut room_limit, mut approvers) = ([7], [7], [7], [7]);
        let [deducted, transfer, bank_fee, withdrawal] = &mut fee;
        let mut answers = ColumnAnswers {
            error: Some(&mut error),
            outcome: Some(&mut outcome),
            deducted: Some(deducted),
            transfer: Some(transfer),
            bank_fee: Some(bank_fee),
            withdrawal: Some(withdrawal),
            reason: Some(&mut reason),
            reasons: Some(&mut reasons),
            missing: Some(&mut missing),
            room: Some(&mut room),
            room_code: Some(&mut room_code),
            room_limit: Some(&mut room_limit),
            approvers: Some(&mut approvers),
        };
        Company::decide_columns(&companies.each_ref(), &columns, &mut answers).unwrap();
        Answer {
            error: error[0],
            outcome: outcome[0],
            fee: fee.map(|[one]| one),
            reason: reason[0],
            reasons: reasons[0],
            missing: missing[0],
            room: (room[0], room_code[0], room_limit[0]),
            approvers: approvers[0],
        }
    }
}

#[test]
fn a_row_says_all_of_its_answer() {
    let answer = Answer {
        error: 0,
        outcome: code_of(Outcome::NeedsApproval),
        fee: [0, 30_329, 330, 30_659],
        reason: 0,
        reasons: 0,
        missing: 0,
        room: (10_000_000 - 30_329, Code::LimitUserPerOperation.number(), NO_POSITION),
        approvers: 1,
    };
    assert_eq!(One::good().ask(), answer);
    let without_approval = One { company: [1], approvers: [[NO_POSITION]; 2], ..One::good() };
    let accepted = Answer { outcome: code_of(Outcome::Accepted), approvers: 0, ..answer };
    assert_eq!(without_approval.ask(), accepted);
}

/// A row without an answer is refused, and says nothing else.
#[test]
fn a_row_that_means_nothing_has_an_error() {
    type Change = fn(&mut One);
    let rows: [(RowError, Change); 19] = [
        (RowError::Company, |one| one.company = [2]),
        (RowError::Company, |one| one.company = [NO_POSITION]),
        (RowError::User, |one| one.user = [4]),
        (RowError::User, |one| one.user = [NO_POSITION - 1]),
        (RowError::Operation, |one| one.operation = [32]),
        (RowError::Operation, |one| one.operation = [NO_CODE - 1]),
        (RowError::Business, |one| one.business = [5]),
        (RowError::Account, |one| one.account = [2]),
        (RowError::Now, |one| one.now = [i64::MAX]),
        (RowError::Now, |one| one.now = [NO_NUMBER + 1]),
        (RowError::Place, |one| one.place = [SAME_BANK + 1]),
        (RowError::Document, |one| one.document = [2]),
        (RowError::Shape, |one| one.business = [1]),
        (RowError::Approver, |one| one.approvers[1] = [4]),
        (RowError::UsageDay, |one| one.days = [NO_DAY]),
        (RowError::UsageDay, |one| one.days = [i32::MAX]),
        (RowError::UsageUsed, |one| one.used = [-1]),
        (RowError::UsageUsed, |one| one.used = [AMOUNT_MAX + 1]),
        (RowError::UsageUsed, |one| one.used = [NO_NUMBER + 1]),
    ];
    for (at, (error, change)) in rows.into_iter().enumerate() {
        let mut one = One::good();
        change(&mut one);
        let nothing = Answer {
            error: error.number(),
            outcome: code_of(Outcome::Refused),
            fee: [NO_NUMBER; 4],
            reason: 0,
            reasons: 0,
            missing: 0,
            room: (NO_NUMBER, 0, NO_POSITION),
            approvers: NO_POSITION,
        };
        assert_eq!(one.ask(), nothing, "row {at}");
    }
}

/// What is missing is asked for; what is typed wrongly is refused by the form step; both bounds of each number.
#[test]
fn a_row_says_what_a_person_typed() {
    type Change = fn(&mut One);
    let rows: [(&str, Change, Outcome, Option<Code>); 29] = [
        ("nobody acts", |one| one.user = [NO_POSITION], Outcome::Incomplete, None),
        ("nothing is done", |one| one.operation = [NO_CODE], Outcome::Incomplete, None),
        ("in no business", |one| one.business = [NO_POSITION], Outcome::Incomplete, None),
        ("from no account", |one| one.account = [NO_POSITION], Outcome::Incomplete, None),
        ("at no time", |one| one.now = [NO_NUMBER], Outcome::Incomplete, None),
        ("on no day", |one| one.value_date = [NO_DAY], Outcome::Incomplete, None),
        ("no day", |one| one.value_date = [i32::MAX], Outcome::Refused, Some(Code::FormDate)),
        ("a Sunday", |one| one.value_date[0] -= 2, Outcome::Refused, Some(Code::FormValueDateNotBusinessDay)),
        ("no kind", |one| one.payee_kind = [NO_CODE], Outcome::Incomplete, None),
        ("a kind that is none", |one| one.payee_kind = [3], Outcome::Refused, Some(Code::FormChoice)),
        ("an entry that is none", |one| one.entry = [2], Outcome::Refused, Some(Code::FormChoice)),
        ("an entry", |one| one.entry = [code_of(Entry::File)], Outcome::NeedsApproval, None),
        ("no bank", |one| one.place = [NO_CODE], Outcome::Incomplete, None),
        ("no branch", |one| one.place = [SAME_BANK], Outcome::Incomplete, None),
        (
            "a day of filing that is none",
            |one| one.registered_on = [i32::MAX],
            Outcome::Refused,
            Some(Code::FormDate),
        ),
        (
            "a time of filing that is none",
            |one| one.registered_at = [-i64::MAX],
            Outcome::Refused,
            Some(Code::FormInstant),
        ),
        ("no payment", |one| one.payment = [NO_NUMBER], Outcome::Incomplete, None),
        ("less than nothing", |one| one.payment = [-1], Outcome::Refused, Some(Code::FormAmount)),
        ("the least", |one| one.payment = [1], Outcome::NeedsApproval, None),
        ("the most that is left", |one| one.payment = [1_000_000], Outcome::NeedsApproval, None),
        (
            "more than the approver may",
            |one| one.payment = [1_000_001],
            Outcome::Refused,
            Some(Code::ApprovalApproverCap),
        ),
        ("too many digits", |one| one.payment = [AMOUNT_MAX + 1], Outcome::Refused, Some(Code::FormAmount)),
        ("no bearer", |one| one.bearer = [NO_CODE], Outcome::Incomplete, None),
        ("a bearer that is none", |one| one.bearer = [2], Outcome::Refused, Some(Code::FormChoice)),
        ("a fee that is none", |one| one.typed_fee = [-2], Outcome::Refused, Some(Code::FormAmount)),
        ("the pattern", |one| one.pattern = [2], Outcome::NeedsApproval, None),
        ("another", |one| one.pattern = [1], Outcome::Refused, Some(Code::FeePatternDisagrees)),
        ("one that is none", |one| one.pattern = [3], Outcome::Refused, Some(Code::FeePatternDisagrees)),
        (
            "somebody",
            |one| one.approvers[0] = [UNKNOWN_APPROVER],
            Outcome::Refused,
            Some(Code::ApprovalTooMany),
        ),
    ];
    for (why, change, outcome, code) in rows {
        let mut one = One::good();
        change(&mut one);
        let answer = one.ask();
        let code = code.map_or(0, Code::number);
        assert_eq!(
            (answer.error, answer.outcome, answer.reason),
            (0, code_of(outcome), code),
            "{why}: {answer:?}"
        );
    }
}

#[test]
fn usage_that_is_not_known_is_not_nothing() {
    let unused = One { used: [NO_NUMBER], ..One::good() }.ask();
    assert_eq!(
        (unused.outcome, unused.missing),
        (code_of(Outcome::Incomplete), 2),
        "no entry of usage is not 0"
    );
    let full = One { used: [1_000_000_000 - 30_328], ..One::good() }.ask();
    assert_eq!(full.reason, Code::LimitAccountPerDayTotal.number());
    assert_eq!(full.room, (-1, Code::LimitAccountPerDayTotal.number(), NO_POSITION));
}

/// A business with items has none in a row, and approving asks for facts of the item.
#[test]
fn what_a_row_cannot_say_is_missing() {
    let batch = One { business: [1], payee_kind: [NO_CODE], place: [NO_CODE], ..One::good() };
    let answer = One { payment: [NO_NUMBER], bearer: [NO_CODE], ..batch }.ask();
    assert_eq!((answer.error, answer.outcome, answer.reason), (0, code_of(Outcome::Incomplete), 0));
    let [company, _] = companies();
    let approve = One {
        user: [company.positions().user("hanako").unwrap()],
        operation: [code_of(Operation::Approve)],
        approvers: [[NO_POSITION]; 2],
        ..One::good()
    };
    assert_eq!(approve.ask().outcome, code_of(Outcome::Incomplete));
}

/// Nothing is written where a column cannot be read.
#[test]
fn columns_have_as_many_elements_as_there_are_rows() {
    let [company, _] = companies();
    let good = Columns { rows: 2, ..Columns::default() };
    let (two, three) = ([0_u16; 2], [0_u16; 3]);
    let many = vec![&two[..]; 17];
    let (days, used) = ([0; 2], [0; 2]);
    let usage = |limit| UsageColumn { limit, day: &days, used: &used };
    let short_days = [usage(0), UsageColumn { day: &[0], ..usage(1) }];
    let short_used = [UsageColumn { used: &[], ..usage(0) }];
    let (twice, unknown) = ([usage(0); 2], [usage(4)]);
    let approvers = [&two[..], &three];
    let rows: Vec<(Columns<'_>, &str)> = vec![
        (Columns { user: Some(&three), ..good }, "column `user` has 3 elements for 2 rows"),
        (Columns { user: Some(&[]), ..good }, "column `user` has 0 elements for 2 rows"),
        (Columns { pattern: Some(&[1]), ..good }, "column `pattern` has 1 elements for 2 rows"),
        (Columns { approvers: &approvers, ..good }, "column `approvers/1` has 3 elements for 2 rows"),
        (Columns { approvers: &many, ..good }, "there are 17 columns of approvers, more than 16"),
        (Columns { usage: &short_days, ..good }, "column `usage/1/day` has 1 elements for 2 rows"),
        (Columns { usage: &short_used, ..good }, "column `usage/0/used` has 0 elements for 2 rows"),
        (Columns { usage: &twice, ..good }, "column `usage/1` is of limit 0, as an earlier one is"),
        (
            Columns { usage: &unknown, ..good },
            "column `usage/0` is of limit 4, which the service does not have",
        ),
    ];
    for (columns, message) in rows {
        let mut outcome = [7; 2];
        let mut answers = ColumnAnswers { outcome: Some(&mut outcome), ..ColumnAnswers::default() };
        let error = Company::decide_columns(&[&company], &columns, &mut answers).unwrap_err();
        assert_eq!(error.to_string(), message);
        assert_eq!(outcome, [7; 2], "{message}");
    }
    let mut room = [7];
    let mut answers = ColumnAnswers { room: Some(&mut room), ..ColumnAnswers::default() };
    let error = Company::decide_columns(&[&company], &good, &mut answers).unwrap_err().to_string();
    assert_eq!((error.as_str(), room), ("column `answers/room` has 1 elements for 2 rows", [7]));
}

/// The companies of one call have one service, be it loaded twice.
#[test]
fn positions_mean_the_same_in_one_service_only() {
    let [company, other] = companies();
    let again = Service::from_json(SERVICE).unwrap().company_from_json(COMPANY).unwrap();
    let renamed = SERVICE.replace(r#""version": "2024-10-01""#, r#""version": "2""#);
    let stranger = Service::from_json(&renamed).unwrap().company_from_json(COMPANY).unwrap();
    let ask = |companies: &[&Company]| {
        let mut error = [7; 2];
        let mut answers = ColumnAnswers { error: Some(&mut error), ..ColumnAnswers::default() };
        let columns = Columns { rows: 2, company: Some(&[0, 1]), ..Columns::default() };
        let asked = Company::decide_columns(companies, &columns, &mut answers);
        (asked.map_err(|error| error.to_string()), error)
    };
    let different: String = "the companies are of different services".into();
    assert_eq!(ask(&[&company, &other]), (Ok(()), [0, 0]));
    assert_eq!(ask(&[&company, &again]), (Ok(()), [0, 0]));
    assert_eq!(ask(&[&company, &stranger]), (Err(different), [7, 7]));
    assert_eq!(ask(&[&company]), (Ok(()), [0, RowError::Company.number()]));
    assert_eq!(ask(&[]), (Ok(()), [RowError::Company.number(); 2]));
}

#[test]
fn names_have_positions() {
    let [company, _] = companies();
    let positions = company.positions();
    assert_eq!([positions.user("taro"), positions.user("nobody")], [Some(3), None]);
    assert_eq!(["hanako", "nobody", ""].map(|id| positions.approver(id)), [1, UNKNOWN_APPROVER, NO_POSITION]);
    assert_eq!([positions.business("payroll"), positions.business("x")], [Some(2), None]);
    assert_eq!([positions.account("sub"), positions.account("x")], [Some(1), None]);
    assert_eq!([positions.pattern("otherBank"), positions.pattern("x")], [Some(2), None]);
    let total = positions.limit("accountPerDay.total");
    assert_eq!(total.and_then(|at| positions.limit_name(at)), Some("accountPerDay.total"));
    assert_eq!((positions.limit("x"), positions.limit_name(99)), (None, None));
    for (account, bank, branch, place) in [
        (0, "0034", "081", SAME_BRANCH),
        (1, "0034", "081", OTHER_BRANCH),
        (0, "0169", "081", OTHER_BANK),
        (0, "0169", "", OTHER_BANK),
        (0, "0034", "", SAME_BANK),
        (0, "", "081", NO_CODE),
        (NO_POSITION, "0034", "081", OTHER_BANK),
        (NO_POSITION, "0034", "", SAME_BANK),
        (NO_POSITION, "", "", NO_CODE),
    ] {
        assert_eq!(positions.place(account, bank, branch), place, "{account} {bank} {branch}");
    }
}

#[test]
fn numbers_of_errors_stay() {
    let numbers: Vec<u8> = RowError::ALL.iter().map(|error| error.number()).collect();
    assert_eq!(numbers, (1..=14).collect::<Vec<u8>>());
    assert!(RowError::ALL.iter().all(|error| RowError::from_number(error.number()) == Some(*error)));
    assert_eq!([RowError::from_number(0), RowError::from_number(15)], [None; 2]);
    assert_eq!(
        [Outcome::Refused, Outcome::Incomplete, Outcome::NeedsApproval, Outcome::Accepted].map(code_of),
        [0, 1, 2, 3]
    );
    assert_eq!([Operation::Create, Operation::Approve, Operation::Download].map(code_of), [0, 7, 31]);
}
