//! What may be wrong with a calendar of Japan's bank holidays, and with windows.

use alloc::string::{String, ToString};
use alloc::vec::Vec;

use serde_json::Value;

use super::{Document, Row, check_rows, finds, with};
use crate::finding::{FindingCode, Severity};
use crate::lang::Lang;
use crate::{Day, Service};

/// A service with a national calendar and windows.
fn base() -> Value {
    let calendar =
        r#"{ "from": "2026-01-01", "to": "2027-12-31", "weekend": ["sat", "sun"], "national": "JP" }"#;
    let windows = r#"{
        "transfer": { "latestDays": 90, "latestMonths": 1 },
        "payroll": { "earliestBusinessDays": 1, "latestBusinessDays": 15, "cutoff": "12:00",
            "otherBank": { "earliestBusinessDays": 3, "cutoff": "17:00" }, "runTimes": ["09:00", "11:30"] }
    }"#;
    with(with(Document::Service.json(), "/calendar", calendar), "/windows", windows)
}

/// Put into the service with windows.
pub(super) const ROWS: &[Row] = &[
    Row::new(FindingCode::CalendarNationalRange, "/calendar/from", r#""2018-12-31""#, r#""2019-01-01""#).says(
        "the holidays of Japan are known from 2019-01-01 to 2027-12-31 only, and the calendar has 2018-12-31",
        "日本の銀行休業日は2019-01-01から2027-12-31までの登録のため、2018-12-31を含む営業日カレンダーには使用できません",
    ),
    Row::new(FindingCode::CalendarNationalRange, "/calendar/to", r#""2028-01-01""#, r#""2027-12-30""#).says(
        "the holidays of Japan are known from 2019-01-01 to 2027-12-31 only, and the calendar has 2028-01-01",
        "日本の銀行休業日は2019-01-01から2027-12-31までの登録のため、2028-01-01を含む営業日カレンダーには使用できません",
    ),
    Row::new(FindingCode::ChoiceUnknown, "/calendar/national", r#""US""#, r#""JP""#)
        .says("`US` is not one of `JP`", "「US」は指定できません（指定できる値: `JP`）"),
    Row::new(FindingCode::FieldMissing, "/calendar/national", "", r#""JP""#)
        .path("/calendar/holidays")
        .says("the field `holidays` is missing", "必須項目「holidays」が指定されていません"),
    Row::new(FindingCode::WindowsCalendar, "/calendar", "", r#"{ "from": "2026-01-01", "to": "2026-12-31", "holidays": [], "weekend": [] }"#)
        .path("/windows")
        .says(
            "windows count business days, and so need a `calendar`",
            "受付期間（`windows`）は営業日で数えるため、営業日カレンダー（`calendar`）が必要です",
        ),
    Row::new(FindingCode::BusinessUnknown, "/windows/transfr", "{}", "")
        .says("the service has no business `transfr`", "業務「transfr」は取り扱っていません")
        .hints("did you mean `transfer`?", "「transfer」の誤りではありませんか"),
    Row::new(FindingCode::FieldUnknown, "/windows/payroll/cutOff", r#""12:00""#, "")
        .says("there is no field `cutOff` here", "項目「cutOff」はここには指定できません")
        .hints("did you mean `cutoff`?", "「cutoff」の誤りではありませんか"),
    Row::new(FindingCode::TimeMalformed, "/windows/payroll/cutoff", r#""24:00""#, r#""23:59""#)
        .says("`24:00` is not a time of day", "「24:00」は時刻として正しくありません")
        .hints("write HH:MM, from 00:00 to 23:59", "00:00から23:59までの時刻を「HH:MM」の形式で指定してください"),
    Row::new(FindingCode::TimeMalformed, "/windows/payroll/runTimes/0", r#""9:00""#, r#""00:00""#)
        .says("`9:00` is not a time of day", "「9:00」は時刻として正しくありません")
        .hints("write HH:MM, from 00:00 to 23:59", "00:00から23:59までの時刻を「HH:MM」の形式で指定してください"),
    Row::new(FindingCode::NumberRange, "/windows/payroll/latestBusinessDays", "1001", "1000")
        .says("`1001` is not a whole number from 0 to 1000", "「1001」は0以上1000以下の整数ではありません"),
    Row::new(FindingCode::NumberRange, "/windows/transfer/latestDays", "3661", "3660")
        .says("`3661` is not a whole number from 0 to 3660", "「3661」は0以上3660以下の整数ではありません"),
    Row::new(FindingCode::NumberRange, "/windows/transfer/latestMonths", "121", "120")
        .says("`121` is not a whole number from 0 to 120", "「121」は0以上120以下の整数ではありません"),
    Row::new(FindingCode::WindowsRange, "/windows/payroll/latestBusinessDays", "0", "1").says(
        "the latest, 0 days ahead, comes before the earliest, 1 business days ahead",
        "受付期間の最長（0日先）が、最短（1営業日先）に届いていません",
    ),
    Row::new(FindingCode::WindowsRange, "/windows/payroll/latestDays", "0", "1").says(
        "the latest, 0 days ahead, comes before the earliest, 1 business days ahead",
        "受付期間の最長（0日先）が、最短（1営業日先）に届いていません",
    ),
    Row::new(FindingCode::WindowsOtherBank, "/windows/payroll/otherBank", r#"{ "cutoff": "09:00" }"#, r#"{ "earliestBusinessDays": 2 }"#)
        .says(
            "the window to other banks closes later than the one to the own bank",
            "他行宛ての受付締切（`otherBank`）が、自行宛ての受付締切より遅くなっています",
        ),
    Row::new(FindingCode::WindowsOtherBank, "/windows/payroll/otherBank", r#"{ "earliestBusinessDays": 1, "cutoff": "12:01" }"#, r#"{ "earliestBusinessDays": 1, "cutoff": "12:00" }"#)
        .says(
            "the window to other banks closes later than the one to the own bank",
            "他行宛ての受付締切（`otherBank`）が、自行宛ての受付締切より遅くなっています",
        ),
    Row::new(FindingCode::WindowsOtherBank, "/windows/payroll/otherBank", r#"{ "earliestBusinessDays": 1 }"#, r#"{ "earliestBusinessDays": 1, "cutoff": "00:00" }"#)
        .says(
            "the window to other banks closes later than the one to the own bank",
            "他行宛ての受付締切（`otherBank`）が、自行宛ての受付締切より遅くなっています",
        ),
    Row::new(FindingCode::WindowsRunTimes, "/windows/payroll/runTimes/1", r#""09:00""#, r#""09:01""#).says(
        "the run time 09:00 is not later than the one before it, 09:00",
        "処理時刻（09:00）が直前の処理時刻（09:00）より後になっていません",
    ),
];

/// The codes that are tested below.
pub(super) const CODES: [FindingCode; 1] = [FindingCode::CalendarEnding];

#[test]
fn each_finding_of_calendars_and_windows_and_its_neighbour() {
    assert_eq!(Service::check(&base().to_string()).to_string(), "");
    check_rows(Document::Service, &base(), ROWS);
}

/// Without a cut-off the base is open to the end of the day, and so a cut-off for other banks is never later.
#[test]
fn other_banks_may_close_as_the_base_does() {
    for window in [
        r#"{ "otherBank": {} }"#,
        r#"{ "otherBank": { "cutoff": "00:01" } }"#,
        r#"{ "earliestBusinessDays": 2, "otherBank": { "earliestBusinessDays": 2 } }"#,
        r#"{ "cutoff": "12:00", "otherBank": { "earliestBusinessDays": 1 } }"#,
    ] {
        finds(Document::Service, &with(base(), "/windows/payroll", window), &[]);
    }
}

#[test]
fn windows_without_entries_need_no_calendar() {
    finds(Document::Service, &with(with(base(), "/calendar", ""), "/windows", "{}"), &[]);
}

#[test]
fn run_times_are_bounded() {
    let times = |count: usize| -> String {
        let times: Vec<String> = (0..count).map(|at| alloc::format!("{:02}:{:02}", at / 2, at % 2)).collect();
        with(base(), "/windows/payroll/runTimes", &serde_json::to_string(&times).unwrap()).to_string()
    };
    assert_eq!(Service::check(&times(24)).to_string(), "");
    let findings = Service::check(&times(25));
    let finding = super::only(&findings);
    assert_eq!(
        (finding.code, finding.path.as_str()),
        (FindingCode::ListTooLong, "/windows/payroll/runTimes")
    );
    assert_eq!(finding.message(Lang::En), "there are more than 24 run times");
    assert_eq!(finding.message(Lang::Ja), "処理時刻の数が上限（24）を超えています");
}

/// The calendar ends on 31 December 2027: 180 days before is 4 July.
#[test]
fn a_calendar_that_is_about_to_end_is_a_warning() {
    let text = base().to_string();
    let service = Service::from_json(&text).unwrap();
    let upcoming = |day: &str| service.upcoming(Day::parse(day).unwrap());
    assert_eq!(upcoming("2026-11-22").to_string(), "");
    assert_eq!(upcoming("2027-07-04").to_string(), "");
    let findings = upcoming("2027-07-05");
    let finding = super::only(&findings);
    assert_eq!((finding.code, finding.severity), (FindingCode::CalendarEnding, Severity::Warning));
    assert_eq!(finding.path, "/calendar/to");
    assert_eq!(&text[finding.range.clone()], "\"2027-12-31\"");
    assert_eq!(
        finding.message(Lang::En),
        "the calendar ends on 2027-12-31, which is not 180 days after 2027-07-05"
    );
    assert_eq!(
        finding.message(Lang::Ja),
        "営業日カレンダーの終了日（2027-12-31）が、2027-07-05から180日後に達していません"
    );
    assert_eq!(finding.hint(Lang::En).unwrap(), "let it go on, with the holidays that follow");
    assert_eq!(finding.hint(Lang::Ja).unwrap(), "終了日を延ばし、その期間の休日を登録してください");
    assert_eq!(upcoming("2028-01-01").len(), 1, "it has ended already");
    assert_eq!(upcoming("9999-12-31").len(), 1);
    let without = Service::from_json(super::SERVICE).unwrap();
    assert_eq!(without.upcoming(Day::parse("2026-11-22").unwrap()).to_string(), "");
}
