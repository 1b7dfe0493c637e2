//! Settings of certificates, texts and network addresses.

use alloc::vec;

use crate::document::reader::{NO_ARGS, Reader, VALUES};
use crate::document::settings::set;
use crate::document::word::{CharsetPolicy, Overflow, Situation, Wo};
use crate::finding::FindingCode;
use crate::json::Kind;
use crate::model::service::{Settings, Situations};
use crate::tree::Id;

/// Most days of grace after a certificate's expiry.
const GRACE_DAYS_MAX: u32 = 366;
/// Most characters of a sender's code and name together.
const SENDER_MAX: u32 = 120;

/// Reads `cert`, `name`, `charset`, `overflow` and `ip`.
pub(super) fn read(r: &mut Reader<'_>, found: [Option<Id>; 5], model: &mut Settings) {
    let [cert, name, charset, overflow, ip] = found;
    if let Some(cert) = cert {
        let ([], [days]) = r.fields(cert, [], ["graceDays"]);
        let days = days.and_then(|id| r.integer(id, 0, GRACE_DAYS_MAX));
        model.grace_days = days.and_then(|days| u16::try_from(days).ok()).unwrap_or(model.grace_days);
    }
    if let Some(name) = name {
        let ([], found) = r.fields(name, [], ["senderLen", "senderLenWithEdi"]);
        let [plain, with_edi] = found.map(|id| {
            let length = id.and_then(|id| r.integer(id, 1, SENDER_MAX));
            length.and_then(|length| u16::try_from(length).ok())
        });
        let [default, _] = model.sender_len;
        let plain = plain.unwrap_or(default);
        model.sender_len = [plain, with_edi.unwrap_or(plain)];
    }
    if let Some(charset) = charset {
        let ([], [policy, wo]) = r.fields(charset, [], ["policy", "wo"]);
        set(r, policy, &mut model.normalise, |word: CharsetPolicy| word == CharsetPolicy::Normalise);
        set(r, wo, &mut model.wo_allowed, |word: Wo| word == Wo::Allowed);
    }
    set(r, overflow, &mut model.truncate, |word: Overflow| word == Overflow::Truncate);
    if let Some(ip) = ip {
        let ([], [scope]) = r.fields(ip, [], ["scope"]);
        if let Some(scope) = scope {
            model.address_scope = read_situations(r, scope);
        }
    }
}

/// One situation, or a non-empty list of distinct ones.
pub(in crate::document) fn read_situations(r: &mut Reader<'_>, id: Id) -> Situations {
    let mut situations = Situations { login: false, transaction: false, download: false };
    let elements = if r.tree().kind(id) == Kind::Array { r.elements(id, VALUES) } else { vec![id] };
    if elements.is_empty() && r.tree().kind(id) == Kind::Array {
        r.report(FindingCode::ListEmpty, id, NO_ARGS);
    }
    for element in elements {
        let place = match r.choice::<Situation>(element) {
            Some(Situation::Login) => &mut situations.login,
            Some(Situation::Transaction) => &mut situations.transaction,
            Some(Situation::Download) => &mut situations.download,
            None => continue,
        };
        if *place {
            r.twice(element);
        }
        *place = true;
    }
    situations
}
