//! Nothing is taken as stored that a host has not stored, and nothing is changed by halves.

use std::ptr;

use kessai::Code;
use kessai_c::record::doors::{
    kessai_record_add, kessai_record_advance, kessai_record_begin, kessai_record_next_item,
};
use kessai_fixtures::answers::{Answered, answers};
use kessai_fixtures::corpus::Door;

use crate::area::Area;
use crate::life::{Life, ask, read};
use crate::{Session, Sessions};

/// Calls with every event of the corpus that changes an item, as records say it.
fn each_changed(mut with: impl FnMut(&Session, &Answered, &Life)) {
    let mut sessions = Sessions::default();
    for case in answers().unwrap().into_iter().filter(|case| case.door == Door::Advance) {
        let changed = case.answer.as_ref().is_ok_and(|answer| answer.contains("\"outcome\":\"changed\""));
        let Some(session) = sessions.of(&case, "UTF-8").filter(|_| changed) else { continue };
        if let Ok(life) = read(&case.question, session) {
            with(session, &case, &life);
        }
    }
}

/// Asks after a batch that was begun with a request, and gives the return code; what stays as it was is compared.
fn refused(session: &Session, name: &str, life: &Life, begun: &Area) {
    let order = life.order.clone();
    let mut own = order.clone();
    let mut verdict = Area::new("KSV-VERDICT");
    let access = life.access.as_ref().map_or(ptr::null(), |area| area.pointer().cast());
    // SAFETY: records of these sizes.
    let code = unsafe {
        assert_eq!(kessai_record_begin(session.session, begun.pointer().cast(), ptr::null()), 0);
        for line in &life.lines {
            assert_eq!(kessai_record_add(session.session, line.pointer().cast()), 0);
        }
        kessai_record_advance(
            session.session,
            own.pointer_mut().cast(),
            life.event.pointer().cast(),
            life.typed.request.pointer().cast(),
            life.typed.item.pointer().cast(),
            access,
            verdict.pointer_mut().cast(),
        )
    };
    assert_eq!(code, 16, "{name}");
    assert_eq!(verdict.number(&[("outcome", 0)]), 16, "{name}");
    assert_ne!(verdict.number(&[("status", 0)]), 0, "{name}: why is told");
    assert_eq!(own.bytes(), order.bytes(), "{name}: the item stays as it was");
    let mut line = Area::new("KSI-ITEM");
    // SAFETY: a record of its size.
    let next = unsafe { kessai_record_next_item(session.session, line.pointer_mut().cast()) };
    assert_eq!(next, 8, "{name}: nothing is to be stored");
}

#[test]
fn items_of_a_batch_that_was_left_half_done_are_of_no_other_item() {
    let mut seen = [0; 2];
    each_changed(|session, case, life| {
        let Some(first) = life.lines.first() else { return };
        // Another customer's batch was begun and never ended: its items are those that stand there.
        let mut other = life.typed.request.clone();
        assert!(other.put(&[("account", 0)], "another"));
        refused(session, &case.name, life, &other);
        seen[0] += 1;
        if life.event.text(&[("typed", 0)]) == "Y" && life.event.text(&[("to", 0)]).is_empty() {
            return;
        }
        // Of what the host has stored nothing may be left out, and nothing added.
        let mut fewer = life.clone();
        fewer.lines.pop();
        let mut more = life.clone();
        more.lines.push(first.clone());
        for life in [fewer, more] {
            refused(session, &case.name, &life, &life.typed.request);
        }
        seen[1] += 1;
    });
    assert!(seen.iter().all(|seen| *seen >= 5), "{seen:?}");
}

#[test]
fn what_stands_beside_an_event_that_types_nothing_is_not_read() {
    let mut seen = 0;
    each_changed(|session, case, life| {
        if life.event.text(&[("typed", 0)]) == "Y" || life.order.text(&[("state", 0)]).is_empty() {
            return;
        }
        let (mut as_it_is, mut beside) = (life.clone(), life.clone());
        for field in ["bank", "branch", "number", "name"] {
            assert!(beside.typed.item.put(&[(field, 0)], "1"));
        }
        assert!(beside.typed.item.put_number(&[("payment", 0)], 999_999_999));
        assert!(beside.typed.request.put_number(&[("value_date", 0)], 20_991_231));
        for field in ["sender_name", "sender_code"] {
            assert!(beside.typed.request.put(&[(field, 0)], "1"));
        }
        let ((one, ..), (other, ..)) = (ask(session, &mut as_it_is), ask(session, &mut beside));
        assert_eq!((one.code, other.code), (0, 0), "{}", case.name);
        assert_eq!(one.verdict.bytes(), other.verdict.bytes(), "{}", case.name);
        assert_eq!(as_it_is.order.bytes(), beside.order.bytes(), "{}", case.name);
        seen += 1;
    });
    assert!(seen > 50, "{seen}");
}

#[test]
fn records_of_zeros_are_a_new_item_and_one_without_its_state_is_none() {
    let (mut new, mut kept) = (0, 0);
    each_changed(|session, case, life| {
        let is_new = life.order.text(&[("state", 0)]).is_empty();
        let mut zeros = life.clone();
        assert!(zeros.event.put_number(&[("revision", 0)], 0));
        if is_new {
            // As INITIALIZE leaves them.
            for field in ["state", "revision", "items", "approval_count", "counted_count", "spent_count"] {
                assert!(zeros.order.put_number(&[(field, 0)], 0));
            }
            let mut spaces = life.clone();
            assert_eq!(ask(session, &mut zeros).0.code, 0, "{}", case.name);
            assert_eq!(ask(session, &mut spaces).0.code, 0, "{}", case.name);
            assert_eq!(zeros.order.bytes(), spaces.order.bytes(), "{}", case.name);
            new += 1;
            return;
        }
        let asked = ask(session, &mut zeros).0;
        let reason = asked.verdict.number(&[("reason", 0), ("code", 0)]);
        assert_eq!((asked.code, reason), (12, i64::from(Code::ItemRevision.number())), "{}", case.name);
        let mut lost = life.clone();
        lost.order.set(&[("state", 0)], b"00");
        refused(session, &case.name, &lost, &lost.typed.request);
        kept += 1;
    });
    assert!(new > 20 && kept > 50, "{new} and {kept}");
}

#[test]
fn an_item_is_changed_only_where_all_that_is_to_be_stored_has_room() {
    // Sixteen letters of a field's 48 bytes, which are twice as many where the bank normalises them to half width.
    let long = "ガ".repeat(16);
    let mut no_room = 0;
    each_changed(|session, case, life| {
        let mut wide = life.clone();
        for line in wide.lines.iter_mut().chain([&mut wide.typed.item]) {
            assert!(line.put(&[("name", 0)], &long));
        }
        assert!(wide.order.put(&[("item", 0), ("name", 0)], &long));
        let before = wide.order.clone();
        let asked = ask_all(session, &case.name, &mut wide);
        if asked != 0 {
            assert_eq!(wide.order.bytes(), before.bytes(), "{}", case.name);
        }
        if asked == 16 {
            no_room += 1;
        }
    });
    assert!(no_room > 0, "a name is normalised to what has no room");
}

/// Asks, and makes sure that a changed item's lines are all given.
fn ask_all(session: &Session, name: &str, life: &mut Life) -> i32 {
    let (asked, lines, _) = ask(session, life);
    if asked.code == 0 {
        let items = usize::try_from(life.order.number(&[("items", 0)])).unwrap();
        assert_eq!(lines.len(), items, "{name}: as many items as the record says");
    }
    asked.code
}
