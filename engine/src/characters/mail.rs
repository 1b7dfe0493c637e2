//! The shape of mail addresses (`docs/rules.md`, section 13.2).

/// Most characters before the `@`, of the domain, and of one of its labels.
const LOCAL_MAX: usize = 64;
const DOMAIN_MAX: usize = 255;
const LABEL_MAX: usize = 63;

/// What mail systems take before the `@` besides letters, digits and dots.
const LOCAL_SIGNS: &str = "!#$%&'*+-/=?^_`{|}~";

/// Whether a text of printable ASCII is an address.
pub(super) fn is_address(text: &str) -> bool {
    text.split_once('@').is_some_and(|(local, domain)| is_local_part(local) && is_domain(domain))
}

/// Dots may stand anywhere: carriers have given out addresses with two in a row or one before the `@`.
fn is_local_part(text: &str) -> bool {
    let is_word = |one: char| one.is_ascii_alphanumeric() || LOCAL_SIGNS.contains(one);
    text.len() <= LOCAL_MAX && text.contains(is_word) && text.chars().all(|one| one == '.' || is_word(one))
}

/// Labels parted by dots; one alone is a country's.
fn is_domain(text: &str) -> bool {
    let last = text.rsplit('.').next().unwrap_or_default();
    let is_country = last.len() == 2 && last.chars().all(|one| one.is_ascii_alphabetic());
    text.len() <= DOMAIN_MAX
        && text.split('.').all(is_label)
        && !last.chars().all(|one| one.is_ascii_digit())
        && (text.contains('.') || is_country)
}

fn is_label(text: &str) -> bool {
    (1..=LABEL_MAX).contains(&text.len())
        && !text.starts_with('-')
        && !text.ends_with('-')
        && text.chars().all(|one| one == '-' || one.is_ascii_alphanumeric())
}
