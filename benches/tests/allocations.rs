//! How often the engine asks for memory: never when it decides, for its lists when it reads, and little for a loaded company.
#![forbid(unsafe_code)]
#![expect(clippy::unwrap_used, reason = "a test: whatever fails shall fail it")]

use std::alloc::System;
use std::hint::black_box;

use kessai::{Company, Request, Service};
use kessai_benches::columns::{Answers, Rows};
use kessai_benches::scenario::Scenario;
use kessai_benches::setup::Setup;
use kessai_benches::world::{Mix, World};
use stats_alloc::{INSTRUMENTED_SYSTEM, Region, Stats, StatsAlloc};
use twox_hash::XxHash64;

#[global_allocator]
static ALLOCATOR: &StatsAlloc<System> = &INSTRUMENTED_SYSTEM;

/// Most bytes that a typical company may keep.
const COMPANY_BYTES_MAX: usize = 16 * 1024;

/// What a piece of work asks of the allocator.
fn asked<T>(work: impl FnOnce() -> T) -> (Stats, T) {
    let region = Region::new(ALLOCATOR);
    let result = work();
    (region.change(), result)
}

#[track_caller]
fn asks_nothing(door: &str, calls: usize, work: impl FnOnce()) {
    let (stats, ()) = asked(work);
    assert_eq!(
        (stats.allocations, stats.reallocations),
        (0, 0),
        "{door}: {calls} calls asked for {} bytes",
        stats.bytes_allocated
    );
}

/// Reading gives each of the two lists that most requests have, approvers and usage, a place of its own, and nothing else.
#[track_caller]
fn asks_for_lists(door: &str, calls: usize, work: impl FnOnce()) {
    let (stats, ()) = asked(work);
    let most = calls.saturating_mul(2);
    assert!(stats.allocations <= most, "{door}: {calls} calls asked {} times", stats.allocations);
    assert_eq!(stats.reallocations, 0, "{door}");
}

fn load_company() -> Company {
    let service = Service::from_json(&Setup::TYPICAL.service_json()).unwrap();
    service.company_from_json(&Setup::TYPICAL.company_json()).unwrap()
}

/// One test, as the allocator counts for the whole program.
#[test]
fn deciding_asks_for_no_memory_and_a_company_keeps_little() {
    for mix in [Mix::Through, Mix::Refused] {
        doors(mix);
    }
    visitors();
    columns();
    memory();
}

/// Conditions of access, each visitor once.
fn visitors() {
    let mut scenario = Scenario::new("access").unwrap();
    // The longest verdict makes room for all.
    (scenario.engine)(1_024);
    asks_nothing("access", 1_024, || (scenario.engine)(1_024));
}

/// Rows of columns: a call makes room for what is said of the fullest row, and no row asks for more.
fn columns() {
    let world = World::new(Setup::TYPICAL, 10_000, Mix::All).unwrap();
    let inputs = world.inputs().unwrap();
    let rows = Rows::new(&world, &inputs).unwrap();
    let mut answers = Answers::new(rows.len());
    let (stats, decided) = asked(|| rows.decide(&world.company, 0, rows.len(), &mut answers).unwrap());
    assert_eq!(decided, 10_000);
    let times = stats.allocations.saturating_add(stats.reallocations);
    assert!(times <= 16, "columns: {decided} rows asked {times} times for {} bytes", stats.bytes_allocated);
}

/// Every request once, in memory that has been used before.
fn doors(mix: Mix) {
    let world = World::new(Setup::TYPICAL, 2_000, mix).unwrap();
    let inputs = world.inputs().unwrap();
    let (company, calls) = (&world.company, world.texts.len());
    let mut verdict = company.verdict();
    let mut out = String::new();
    let mut resolved = company.resolve(&Request::default()).unwrap();
    // The longest verdict makes room for all.
    for (text, request) in world.texts.iter().zip(&inputs.requests) {
        out.clear();
        company.evaluate_json(text, &mut out).unwrap();
        company.evaluate_into(request, &mut verdict).unwrap();
    }
    asks_nothing("resolved keys", calls, || {
        inputs.resolved.iter().for_each(|request| black_box(request).decide(&mut verdict));
    });
    asks_nothing("string keys", calls, || {
        inputs
            .requests
            .iter()
            .for_each(|request| company.evaluate_into(black_box(request), &mut verdict).unwrap());
    });
    asks_nothing("string keys, resolved into memory that is used again", calls, || {
        inputs
            .requests
            .iter()
            .for_each(|request| company.resolve_into(black_box(request), &mut resolved).unwrap());
    });
    asks_for_lists("reading JSON", calls, || {
        world.texts.iter().for_each(|text| drop(black_box(Request::from_json(text)).unwrap()));
    });
    let mut request = Request::default();
    let mut read_and_write = || {
        for text in &world.texts {
            out.clear();
            request.read_json(black_box(text)).unwrap();
            company.evaluate_into(&request, &mut verdict).unwrap();
            verdict.write_json(&mut out);
        }
    };
    // The longest lists make room for all.
    read_and_write();
    asks_nothing("JSON, in memory that is used again", calls, read_and_write);
    // A verdict of its own has room for two reasons.
    let mut few = world.texts.clone();
    few.retain(|text| {
        out.clear();
        company.evaluate_json(text, &mut out).unwrap();
        out.matches("\"step\"").count() <= 2
    });
    asks_for_lists("JSON", few.len(), || {
        for text in &few {
            out.clear();
            company.evaluate_json(black_box(text), &mut out).unwrap();
        }
    });
}

/// Numbers that are blown up, such as lengths, do not make an image ask for more memory than it has use for.
fn blown_up(image: &[u8]) {
    const HEADER: usize = 32;
    let most = image.len().saturating_mul(16);
    for at in (HEADER..image.len()).step_by(3) {
        let mut bytes = image.to_vec();
        bytes.iter_mut().skip(at).take(4).for_each(|byte| *byte = 0xFF);
        let (head, body) = bytes.split_at_mut(HEADER);
        let (head, sum) = head.split_at_mut(24);
        sum.copy_from_slice(&XxHash64::oneshot(XxHash64::oneshot(0, head), body).to_le_bytes());
        let (stats, _) = asked(|| Company::from_image(&bytes));
        assert!(stats.bytes_allocated <= most, "at byte {at}: {} bytes", stats.bytes_allocated);
    }
}

/// What a loaded company keeps.
fn memory() {
    let (_, _warm) = asked(load_company);
    let service = Service::from_json(&Setup::TYPICAL.service_json()).unwrap();
    let text = Setup::TYPICAL.company_json();
    let (stats, company) = asked(|| service.company_from_json(&text).unwrap());
    let kept = stats.bytes_allocated.saturating_sub(stats.bytes_deallocated);
    println!(
        "a company document of {} bytes: {kept} bytes kept, {} allocated on the way in {} allocations",
        text.len(),
        stats.bytes_allocated,
        stats.allocations
    );
    assert!(kept <= COMPANY_BYTES_MAX, "a company keeps {kept} bytes");
    let image = company.to_image();
    let (stats, of_image) = asked(|| Company::from_image(&image).unwrap());
    println!(
        "its image of {} bytes, with the service: {} bytes kept, {} allocated in {} allocations",
        image.len(),
        stats.bytes_allocated.saturating_sub(stats.bytes_deallocated),
        stats.bytes_allocated,
        stats.allocations
    );
    blown_up(&image);
    drop((company, of_image));
    let text = Setup::TYPICAL.service_json();
    let (stats, _service) = asked(|| Service::from_json(&text).unwrap());
    let kept = stats.bytes_allocated.saturating_sub(stats.bytes_deallocated);
    println!("a service document of {} bytes: {kept} bytes kept", text.len());
}
