//! The life of an item (取引): drafted, submitted, approved, executed, and kept in a store between one event and the next.
//!
//! Run it with `cargo run -p kessai --example item`.

use std::collections::BTreeMap;
use std::error::Error;
use std::fmt::Write;

use kessai::request::RequestUsage;
use kessai::terms::{Bearer, EventKind, PayeeKind};
use kessai::{Advanced, Company, Day, Event, Lang, Order, Request, RequestLine, Service};

const SERVICE: &str = include_str!("../../fixtures/example-ib/service.json");
const COMPANY: &str = include_str!("../../fixtures/example-ib/company.json");
const ACCOUNT: &str = "081-1-0253326";

/// What a host's database has: items by their numbers, and what is used of each limit of a day.
#[derive(Default)]
struct Store {
    items: BTreeMap<u32, Order<'static>>,
    usage: Vec<RequestUsage<'static>>,
}

impl Store {
    /// One event on one item. A host does this in one transaction: it reads, asks, and stores item and usage together.
    fn happen(
        &mut self,
        company: &Company,
        number: u32,
        event: &Event<'static>,
    ) -> Result<String, Box<dyn Error>> {
        let answer = company.advance(self.items.get(&number), event, &self.usage)?;
        if answer.outcome() != Advanced::Changed {
            let why: Vec<_> = answer.reasons().map(|reason| reason.text(Lang::En)).collect();
            return Ok(format!("{}: {}", answer.outcome(), why.join(" ")));
        }
        let (order, _created, usage) = answer.into_stored();
        let order = order.ok_or("an item that has changed is there")?;
        let label = company.service().state_label(order.state, Lang::En).to_owned();
        self.items.insert(number, order);
        self.usage = usage;
        Ok(label)
    }
}

fn main() -> Result<(), Box<dyn Error>> {
    print!("{}", run()?);
    Ok(())
}

/// What the program prints.
pub fn run() -> Result<String, Box<dyn Error>> {
    let mut page = String::new();
    let service = Service::from_json(SERVICE)?;
    let company = service.company_from_json(COMPANY)?;
    let day = Day::new(2026, 11, 24).ok_or("no such day")?;
    let used = |limit: &'static str| RequestUsage {
        limit: limit.into(),
        account: Some(ACCOUNT.into()),
        business: None,
        user: None,
        payee: None,
        day: Day::new(2026, 11, 20).unwrap_or(day).into(),
        used: 0.into(),
    };
    let mut store =
        Store { usage: ["accountPerDay.total", "accountPerDay.adHoc"].map(used).into(), ..Store::default() };
    let mut submit = Event::by(EventKind::Submit, "2026-11-20T10:15:00+09:00", "taro01");
    submit.business = Some("transfer".into());
    submit.approvers = vec!["hanako01".into()];
    submit.content = Some(Request {
        account: Some(ACCOUNT.into()),
        value_date: Some(day.into()),
        single: RequestLine {
            payee_kind: Some(PayeeKind::NewAccount.into()),
            bank: Some("0169".into()),
            branch: Some("101".into()),
            payment: Some(30_329.into()),
            bearer: Some(Bearer::Payee.into()),
            ..RequestLine::default()
        },
        ..Request::default()
    });
    let approve = |now, user| Event::by(EventKind::Approve, now, user);
    let execute = Event::new(EventKind::Execute, "2026-11-24T09:00:00+09:00");
    for event in [
        submit,
        approve("2026-11-20T11:00:00+09:00", "jiro01"), // is not named, and has no right to
        approve("2026-11-20T11:05:00+09:00", "hanako01"),
        execute,
    ] {
        writeln!(page, "{}: {}", event.kind, store.happen(&company, 1, &event)?)?;
    }
    for usage in &store.usage {
        writeln!(page, "{} on {}: {}", usage.limit, usage.day, usage.used)?;
    }
    Ok(page)
}
