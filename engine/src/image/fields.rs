//! What is kept of the rules for what a person types.

use crate::characters::{Allowed, TextRule, Wide};
use crate::image::kept::{Amount, Each, List, Maybe, Number, Own, Word, Words};
use crate::language::bounds::{BUSINESSES, FIELD_RULES, LENGTH_MAX, LISTED, RULES_OF_FIELD};
use crate::model::field::{AmountRange, FieldRule, FieldRules, RequestRules, Required, ValueRule};
use crate::terms::{CharacterKind, MixClass};

/// Most rules of requests: so many of each field.
const RULES_MAX: usize = FIELD_RULES.max.saturating_mul(RULES_OF_FIELD.max).saturating_add(4);

kept! { FieldRules {
    request: RequestRules,
    company: Form,
    user: Form,
    account: Form,
    fee_table: Form,
    group: Form,
} }

/// The rules of a form.
type Form = List<(Words, FieldRule), 0, { FIELD_RULES.max }>;

kept! { RequestRules {
    stated: bool,
    rules: List<FieldRule, 0, RULES_MAX>,
    by_business: List<Each<Maybe<u16>, 9>, 0, { BUSINESSES.max }>,
} }

kept! { FieldRule {
    required: Required,
    value: ValueRule,
    typed_twice: bool,
    unequal_to: List<Words, 0, { FIELD_RULES.max }>,
} }

kept_choice! { Required { 0 Never, 1 OfNew, 2 Always } }

kept_choice! { ValueRule {
    0 Text { 0 rule: Own<TextRule> },
    1 Amount { 0 range: AmountRange },
} }

kept! { AmountRange {
    min: Maybe<Amount>,
    max: Maybe<Amount>,
} }

kept! { TextRule {
    kind: Word<CharacterKind>,
    allowed: Allowed,
    min_length: Number<0, LENGTH_MAX>,
    max_length: Maybe<Number<0, LENGTH_MAX>>,
    max_bytes: Maybe<Number<0, LENGTH_MAX>>,
    mix: List<Word<MixClass>, 0, { LISTED.max }>,
    list: List<Words, 0, { LISTED.max }>,
    shape: Maybe<Words>,
    normalise: bool,
    truncate: bool,
} }

kept! { Allowed {
    ascii: u128,
    kana: u64,
    wide: Wide,
} }

kept_choice! { Wide { 0 Nothing, 1 Jis, 2 Cp932, 3 AllButControls } }
