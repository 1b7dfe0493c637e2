//! What is measured: each scenario is a closure for the engine and, where there is one, a closure for the
//! hand-written side, which make so many calls in turn over a pool of varied requests.

use std::hint::black_box;

use kessai::terms::Method;
use kessai::{Company, FeeRule, FeeTable, Request, Service};

use crate::Result;
use crate::hand::{Answer, Rules};
use crate::setup::Setup;
use crate::texts::{self, Faults, Texts};
use crate::world::{Inputs, Mix, World};

/// Makes so many calls.
pub type Side = Box<dyn FnMut(usize)>;

/// How many requests stand in the pool of a scenario.
const POOL: usize = 1_024;
/// How many records a batch has.
pub const BATCH: usize = 10_000;

/// A scenario ready to be measured.
pub struct Scenario {
    /// The engine.
    pub engine: Side,
    /// The hand-written side.
    pub hand: Option<Side>,
}

impl std::fmt::Debug for Scenario {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Scenario").field("hand", &self.hand.is_some()).finish_non_exhaustive()
    }
}

/// Names of the scenarios that have both sides.
pub const BESIDE_HAND: [&str; 13] = [
    "resolved",
    "resolved-through",
    "resolved-refused",
    "keyed",
    "keyed-through",
    "json",
    "json-through",
    "json-refused",
    "batch",
    "columns",
    "fee",
    "access",
    "texts",
];
/// Names of the engine's own: the parts of a call, and documents.
pub const PARTS: [&str; 9] = [
    "resolve",
    "texts-unruled",
    "read",
    "write",
    "load-company",
    "load-service",
    "load-image",
    "form",
    "form-once",
];
/// Names of the engine's own: one resolved transfer with limits and approvals of any bank, and in setups of other sizes.
pub const GROWTH: [&str; 14] = [
    "declared",
    "declared-through",
    "users-5",
    "users-20",
    "users-100",
    "accounts-1",
    "accounts-10",
    "accounts-100",
    "tiers-1",
    "tiers-3",
    "tiers-16",
    "tiers-64",
    "tiers-16-through",
    "tiers-64-through",
];

/// Every name.
pub fn names() -> impl Iterator<Item = &'static str> {
    BESIDE_HAND.into_iter().chain(PARTS).chain(GROWTH)
}

impl Scenario {
    /// The scenario of a name.
    ///
    /// # Errors
    ///
    /// There is none of that name, or its world is not in order.
    pub fn new(name: &str) -> Result<Self> {
        let typical = Setup::TYPICAL;
        let (rest, mix) = match name.rsplit_once('-') {
            Some((rest, "through")) => (rest, Mix::Through),
            Some((rest, "refused")) => (rest, Mix::Refused),
            _ => (name, Mix::All),
        };
        let (door, what) = rest.split_once('-').unwrap_or((rest, ""));
        let size = || what.parse::<usize>();
        match door {
            "resolved" => resolved(world(typical, POOL, mix)?),
            "batch" => resolved(world(typical, BATCH, mix)?),
            "columns" => columns(world(typical, BATCH, mix)?),
            "keyed" => keyed(world(typical, POOL, mix)?),
            "json" => json(world(typical, POOL, mix)?),
            "resolve" => resolve(world(typical, POOL, mix)?),
            "read" => read(world(typical, POOL, mix)?),
            "write" => write(world(typical, POOL, mix)?),
            "fee" => fee(),
            "access" => crate::access::scenario(POOL),
            "texts" => typed(what != "unruled"),
            "load" => load(what),
            "form" => crate::forms::scenario(typical, what == "once"),
            "declared" => resolved(world(Setup::DECLARED, POOL, mix)?),
            "users" => resolved(world(Setup { users: size()?, ..typical }, POOL, mix)?),
            "accounts" => resolved(world(Setup { accounts: size()?, ..typical }, POOL, mix)?),
            "tiers" => resolved(world(Setup { tiers: size()?, ..typical }, POOL, mix)?),
            _ => Err(format!("there is no scenario `{name}`").into()),
        }
    }
}

/// A world with its inputs, which live as long as the program.
type Standing = (&'static World, &'static Inputs<'static>);

fn world(setup: Setup, count: usize, mix: Mix) -> Result<Standing> {
    let world: &'static World = Box::leak(Box::new(World::new(setup, count, mix)?));
    let inputs = Box::leak(Box::new(world.inputs()?));
    Ok((world, inputs))
}

/// Calls with one element after the other, beginning anew after the last, going on where the last round ended.
pub(crate) fn over<T>(list: &'static [T], mut call: impl FnMut(&'static T) + 'static) -> Side {
    let mut elements = list.iter().cycle();
    Box::new(move |calls| {
        for element in elements.by_ref().take(calls) {
            call(element);
        }
    })
}

fn resolved((world, inputs): Standing) -> Result<Scenario> {
    let mut verdict = world.company.verdict();
    let engine = over(&inputs.resolved, move |request| {
        black_box(request).decide(&mut verdict);
        black_box(&verdict);
    });
    let hand = world.hand.as_ref().map(|(rules, _)| {
        let mut answer = Answer::default();
        over(&inputs.keys, move |keys| {
            rules.decide(black_box(keys), &mut answer);
            black_box(&answer);
        })
    });
    Ok(Scenario { engine, hand })
}

/// The same requests as rows: what is asked of both sides is the whole decision, but a row tells less of it.
fn columns((world, inputs): Standing) -> Result<Scenario> {
    let engine = crate::columns::side(world, inputs)?;
    Ok(Scenario { engine, ..resolved((world, inputs))? })
}

fn keyed((world, inputs): Standing) -> Result<Scenario> {
    let mut verdict = world.company.verdict();
    let engine = over(&inputs.requests, move |request| {
        let _ = black_box(world.company.evaluate_into(black_box(request), &mut verdict));
        black_box(&verdict);
    });
    let hand = world.hand.as_ref().map(|(rules, names)| {
        let mut answer = Answer::default();
        over(&inputs.calls, move |call| {
            let _ = black_box(names.decide(rules, black_box(call), &mut answer));
            black_box(&answer);
        })
    });
    Ok(Scenario { engine, hand })
}

fn json((world, _): Standing) -> Result<Scenario> {
    let (mut request, mut verdict) = (Request::default(), world.company.verdict());
    let mut out = String::with_capacity(8 * 1024);
    let engine = over(&world.texts, move |text| {
        out.clear();
        if request.read_json(black_box(text)).is_ok()
            && world.company.evaluate_into(&request, &mut verdict).is_ok()
        {
            verdict.write_json(&mut out);
        }
        black_box(&out);
    });
    let hand = world.hand.as_ref().map(|(rules, names)| {
        let (mut answer, mut out) = (Answer::default(), Vec::with_capacity(8 * 1024));
        over(&world.texts, move |text| {
            out.clear();
            let _ = black_box(names.decide_json(rules, black_box(text), &mut answer, &mut out));
            black_box(&out);
        })
    });
    Ok(Scenario { engine, hand })
}

fn resolve((world, inputs): Standing) -> Result<Scenario> {
    let engine = over(&inputs.requests, move |request| {
        let _ = black_box(world.company.resolve(black_box(request)));
    });
    Ok(Scenario { engine, hand: None })
}

fn read((world, _): Standing) -> Result<Scenario> {
    let engine = over(&world.texts, move |text| {
        let _ = black_box(Request::from_json(black_box(text)));
    });
    Ok(Scenario { engine, hand: None })
}

fn write((world, inputs): Standing) -> Result<Scenario> {
    let verdicts = inputs.resolved.iter().map(|request| {
        let mut verdict = world.company.verdict();
        request.decide(&mut verdict);
        verdict
    });
    let verdicts: Vec<_> = verdicts.collect();
    let mut out = String::with_capacity(8 * 1024);
    let engine = over(Box::leak(verdicts.into_boxed_slice()), move |verdict| {
        out.clear();
        black_box(verdict).write_json(&mut out);
        black_box(&out);
    });
    Ok(Scenario { engine, hand: None })
}

/// One fee, the payee bearing it by 以上手数料加算型.
fn fee() -> Result<Scenario> {
    let tiers: Vec<_> = (0..Setup::TYPICAL.tiers).map(|tier| Setup::tier(0, 0, 2, tier)).collect();
    let table = FeeTable::new(&tiers)?;
    let rule =
        FeeRule::payee_borne(table.clone(), table, Method::AddUpperFee)?.with_minimum(crate::setup::MINIMUM);
    let rules = Rules::typical();
    let payments: Vec<i64> =
        (0..1_024).map(|at: i64| at.wrapping_mul(7_919).rem_euclid(90_000).wrapping_add(1_000)).collect();
    for payment in &payments {
        let (fee, by_hand) =
            (rule.quote(*payment).map_err(|why| format!("{why:?}"))?, rules.quote(2, *payment));
        if (fee.deducted, fee.transfer, fee.bank_fee)
            != (by_hand.deducted, by_hand.transfer, by_hand.bank_fee)
        {
            return Err(format!("the fees of {payment} differ").into());
        }
    }
    let payments: &'static [i64] = Box::leak(payments.into_boxed_slice());
    let engine = over(payments, move |payment| {
        let _ = black_box(rule.quote(black_box(*payment)));
    });
    let hand = over(payments, move |payment| {
        black_box(rules.quote(2, black_box(*payment)));
    });
    Ok(Scenario { engine, hand: Some(hand) })
}

/// The texts of one transfer under field rules: looked up and checked, as nothing else of them is decided later. Without
/// rules the same texts cost what looking up costs.
fn typed(with_rules: bool) -> Result<Scenario> {
    let company: &'static Company = Box::leak(Box::new(texts::company(with_rules)?));
    let pool: &'static [Texts] = Box::leak(texts::texts().into_boxed_slice());
    texts::verify(&texts::company(true)?, pool)?;
    let written: Vec<String> = pool.iter().map(Texts::request).collect();
    let requests = Box::leak(written.into_boxed_slice())
        .iter()
        .map(|text| Request::from_json(text))
        .collect::<std::result::Result<Vec<_>, _>>()?;
    let mut resolved = company.resolve(&Request::default())?;
    let engine = over(Box::leak(requests.into_boxed_slice()), move |request| {
        let _ = black_box(company.resolve_into(black_box(request), &mut resolved));
        black_box(&resolved);
    });
    let mut faults = Faults::default();
    let hand = over(pool, move |texts| {
        black_box(texts).faults(&mut faults);
        black_box(&faults);
    });
    Ok(Scenario { engine, hand: with_rules.then_some(hand) })
}

fn load(what: &str) -> Result<Scenario> {
    let (service_text, company_text) = (Setup::TYPICAL.service_json(), Setup::TYPICAL.company_json());
    let service = Service::from_json(&service_text)?;
    let image = service.company_from_json(&company_text)?.to_image();
    Company::from_image(&image)?;
    let engine: Side = match what {
        "service" => Box::new(move |calls| {
            (0..calls).for_each(|_| drop(black_box(Service::from_json(black_box(&service_text)))))
        }),
        // Both documents, where `load-company` is one.
        "image" => Box::new(move |calls| {
            (0..calls).for_each(|_| drop(black_box(Company::from_image(black_box(&image)))));
        }),
        _ => Box::new(move |calls| {
            (0..calls).for_each(|_| drop(black_box(service.company_from_json(black_box(&company_text)))));
        }),
    };
    Ok(Scenario { engine, hand: None })
}
