//! The bank's rights (権限): which business each belongs to, what narrows it, and what it maps.

use alloc::borrow::Cow;
use alloc::vec::Vec;

use crate::document::business::{BusinessDraft, check_label, keys, rights_group};
use crate::document::operation::{find_operation, names};
use crate::document::reader::{Named, Reader};
use crate::finding::{Arg, FindingCode};
use crate::language::Id;
use crate::language::bounds::{OPERATIONS, RIGHTS};
use crate::language::service::RightMembers;
use crate::language::words::Word;
use crate::model::grants::{Grants, Narrowing};
use crate::model::operation::{Deed, OperationSort, OwnOperation};
use crate::model::service::Right;
use crate::set::Listed;
use crate::terms::{Entry, Operation, PayeeKind, Scope};

/// Operations with their scopes, in the order of the document.
type Map = Vec<(Deed, Scope)>;

/// Reads the map of rights.
pub(super) fn read_rights(
    r: &mut Reader<'_>,
    id: Id,
    businesses: &[BusinessDraft],
    own: &[OwnOperation],
) -> Vec<Right> {
    let mut rights = Vec::new();
    let entries = r.entries(id, RIGHTS);
    r.check_similar(entries.iter().map(|(name, id)| (&**name, Named::Key(*id))));
    for (name, id) in entries {
        rights.push(read_right(r, &name, id, businesses, own));
    }
    rights
}

fn read_right(
    r: &mut Reader<'_>,
    name: &str,
    id: Id,
    businesses: &[BusinessDraft],
    own: &[OwnOperation],
) -> Right {
    let found: RightMembers = r.members(id);
    let RightMembers { business, payee_kind, entry, .. } = found;
    if let Some(label) = found.label {
        check_label(r, label);
    }
    let [on, off, always] = [(found.approval_on, true), (found.approval_off, true), (found.always, false)]
        .map(|(id, by_mode)| id.map_or_else(Vec::new, |id| read_map(r, id, own, by_mode)));
    let all = || on.iter().chain(&off).chain(&always).copied();
    let is_inquiry = |deed: Deed| match deed {
        Deed::Known(operation) => operation.is_inquiry(),
        Deed::Own(at) => own.get(usize::from(at)).is_some_and(|own| own.sort == OperationSort::Inquiry),
    };
    let only_inquiries = all().all(|(deed, _)| is_inquiry(deed));
    if all().next().is_none() {
        r.report_key(FindingCode::RightEmpty, id, [Arg::text(name)]);
    }
    let members = if only_inquiries && business.is_none() {
        Vec::new()
    } else {
        find_members(r, name, id, business, businesses)
    };
    let narrowing = if members.is_empty() && payee_kind.is_none() && entry.is_none() {
        None
    } else {
        check_parts(r, name, id, payee_kind.is_none() && entry.is_none(), &members, businesses);
        read_narrowing(r, name, [payee_kind, entry], id, &members, businesses)
    };
    let mut right = Right {
        name: name.into(),
        businesses: if only_inquiries { Vec::new() } else { members },
        grants: [Grants::default(); 2],
        inquiries: Grants::default(),
    };
    for (deed, scope) in all().filter(|(deed, _)| is_inquiry(*deed)) {
        if deed == Deed::Known(Operation::ViewLog) && narrowing.is_some() {
            r.report_key(FindingCode::RightNarrowedLog, id, [Arg::text(name)]);
        }
        add(&mut right.inquiries, deed, scope, None);
    }
    for (map, grants) in [&on, &off].into_iter().zip(&mut right.grants) {
        let map = map.iter().chain(&always);
        for (deed, scope) in map.filter(|(deed, _)| !is_inquiry(*deed)) {
            add(grants, *deed, *scope, narrowing);
        }
    }
    right
}

fn add(grants: &mut Grants, deed: Deed, scope: Scope, narrowing: Narrowing) {
    match deed {
        Deed::Known(operation) => grants.add(operation, scope, narrowing),
        Deed::Own(at) => grants.add_own(at),
    }
}

/// Reads a map of operation to scope; operations of administration are findings, and so are those of the bank's own in a map that
/// goes by the approval mode, or with another scope than all.
fn read_map(r: &mut Reader<'_>, id: Id, own: &[OwnOperation], by_mode: bool) -> Map {
    let mut map = Vec::new();
    for (key, id) in r.entries(id, OPERATIONS) {
        let deed = find_operation(&key, own);
        let scope = r.choice::<Scope>(id);
        let Some(deed) = deed else {
            let args = r.with_similar([Arg::text(&key)], &key, names(own));
            r.report_key(FindingCode::OperationUnknown, id, args);
            continue;
        };
        let sort = match deed {
            Deed::Own(at) => own.get(usize::from(at)).map(|own| own.sort),
            Deed::Known(operation) if operation.is_administration() => Some(OperationSort::Administration),
            Deed::Known(_) => None,
        };
        let is_own = matches!(deed, Deed::Own(_));
        let not_so =
            by_mode || sort == Some(OperationSort::Door) || scope.is_some_and(|scope| scope != Scope::All);
        if sort == Some(OperationSort::Administration) {
            r.report_key(FindingCode::RightAdministration, id, [Arg::text(&key)]);
        } else if is_own && not_so {
            r.report_key(FindingCode::RightOwnOperation, id, [Arg::text(&key)]);
        } else {
            map.extend(scope.map(|scope| (deed, scope)));
        }
    }
    map
}

/// The businesses that a right belongs to, by its field `business` or the beginning of its name.
fn find_members(
    r: &mut Reader<'_>,
    name: &str,
    id: Id,
    field: Option<Id>,
    businesses: &[BusinessDraft],
) -> Vec<u16> {
    let stated = match field {
        Some(field) => match r.name(field) {
            Some(text) => text,
            None => return Vec::new(),
        },
        None => Cow::Borrowed(name.split_once('.').map_or("", |(first, _)| first)),
    };
    let members: Vec<u16> = (0_u16..)
        .zip(businesses)
        .filter(|(_, draft)| rights_group(&draft.model) == Some(&stated))
        .chain((0_u16..).zip(businesses).filter(|(_, draft)| {
            // A group named as one of its members has been counted already.
            *draft.model.key == *stated && rights_group(&draft.model) != Some(&stated)
        }))
        .map(|(position, _)| position)
        .collect();
    if members.is_empty() {
        let groups = businesses.iter().filter_map(|draft| rights_group(&draft.model));
        let known = keys(businesses).chain(groups);
        if let Some(field) = field {
            let args = r.with_similar([Arg::text(&stated)], &stated, known);
            r.report(FindingCode::BusinessUnknown, field, args);
        } else {
            let args = r.with_similar([Arg::text(name)], &stated, known);
            r.report_key(FindingCode::RightWithoutBusiness, id, args);
        }
    }
    members
}

/// Whether every part of a name that narrows, or seems to, is understood: the third is a payee kind or an entry (where no
/// field states it), and there is no fourth.
fn check_parts(
    r: &mut Reader<'_>,
    name: &str,
    id: Id,
    by_name: bool,
    members: &[u16],
    businesses: &[BusinessDraft],
) {
    let mut parts = name.split('.').skip(1);
    let (second, third, more) = (parts.next(), parts.next(), parts.next().is_some());
    if more || name.split('.').any(str::is_empty) {
        r.report_key(FindingCode::RightParts, id, [Arg::text(name)]);
        return;
    }
    match (second, third) {
        (_, Some(third)) if by_name && narrowing_words().all(|word| word != third) => {
            let drafts = || members.iter().filter_map(|member| businesses.get(usize::from(*member)));
            let has = |single: bool| drafts().any(|draft| draft.model.kind.is_single() == single);
            let kinds = PayeeKind::words().filter(|_| has(true));
            let known = kinds.chain(Entry::words().filter(|_| has(false)));
            let args = r.with_similar([Arg::text(third), Arg::text(name)], third, known);
            r.report_key(FindingCode::RightPart, id, args);
        }
        (Some(second), None) if by_name => {
            if let Some(word) = narrowing_words().find(|word| seems_to_end(second, word)) {
                r.report_key(FindingCode::RightNotNarrowed, id, [Arg::text(name), Arg::text(word)]);
            }
        }
        _ => {}
    }
}

/// The words that a third part may be.
fn narrowing_words() -> impl Iterator<Item = &'static str> {
    PayeeKind::words().chain(Entry::words())
}

/// Whether the second part of a name is, or ends in, a word that narrows as the third only: parted from the rest by
/// anything but letters and digits, or by a capital letter.
fn seems_to_end(part: &str, word: &str) -> bool {
    let Some(at) = part.len().checked_sub(word.len()).filter(|at| part.is_char_boundary(*at)) else {
        return false;
    };
    let (before, end) = part.split_at(at);
    let parted = !before.ends_with(|last: char| last.is_ascii_alphanumeric())
        || end.starts_with(|first: char| first.is_ascii_uppercase());
    parted && end.eq_ignore_ascii_case(word)
}

/// What narrows the right: its field, or the third part of its name.
fn read_narrowing(
    r: &mut Reader<'_>,
    name: &str,
    [payee_kind, entry]: [Option<Id>; 2],
    id: Id,
    members: &[u16],
    businesses: &[BusinessDraft],
) -> Narrowing {
    if let (Some(_), Some(entry)) = (payee_kind, entry) {
        r.report_key(FindingCode::RightNarrowedTwice, entry, [Arg::text(name)]);
    }
    let third = name.split('.').nth(2).unwrap_or_default();
    let by_kind = payee_kind.and_then(|id| r.choice::<PayeeKind>(id));
    let by_entry = entry.and_then(|id| r.choice::<Entry>(id));
    let stated = payee_kind.is_some() || entry.is_some();
    let (by_kind, by_entry) =
        if stated { (by_kind, by_entry) } else { (PayeeKind::from_name(third), Entry::from_name(third)) };
    let single = by_kind.is_some();
    let position = by_kind.map(Listed::position).or(by_entry.map(Listed::position))?;
    let wrong = members
        .iter()
        .filter_map(|member| businesses.get(usize::from(*member)))
        .find(|draft| draft.kind_known && draft.model.kind.is_single() != single);
    if members.is_empty() {
        r.report_key(FindingCode::RightNarrowedNowhere, id, [Arg::text(name)]);
    } else if let Some(draft) = wrong {
        let what =
            if single { ("a payee kind", "振込先の指定方法") } else { ("an entry", "受付方法") };
        let args = [Arg::text(name), Arg::Term(what.0, what.1), Arg::text(&draft.model.key)];
        r.report_key(FindingCode::RightNarrowedKind, id, args);
    }
    Some(position)
}

/// Reads `everyUser`: what every enabled user may do without a right.
pub(super) fn read_every_user(r: &mut Reader<'_>, id: Id, own: &[OwnOperation]) -> Grants {
    let mut grants = Grants::default();
    for (deed, scope) in read_map(r, id, own, false) {
        if let Deed::Known(operation) = deed
            && operation.is_act()
        {
            r.report(FindingCode::EveryUserApprove, id, [Arg::text(operation.name())]);
        }
        add(&mut grants, deed, scope, None);
    }
    grants
}
