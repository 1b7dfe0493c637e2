//! Which members of a document count, and how, by their place.
//!
//! A member that is not here counts as it stands, so that a new field makes a new fingerprint until it has a row. Rows are
//! known by their position: a new one stands last.

use crate::digest::absent::{Absent, PAYEE_KINDS};
use crate::digest::{Member, Shape};
use Absent::{All, Counts, Empty, Is, Zero};
use Shape::{Decimal, Label, List, Map, MaxItems, OneOrList, OneOrSet, Plain, Set, SparseMap};

/// Declares the members of objects: key, how the value counts, what leaving it out means.
macro_rules! objects {
    ($($name:ident { $($key:literal $shape:expr, $absent:expr;)+ })+) => {
        $(pub(super) static $name: Shape =
            Shape::Object(&[$(Member { key: $key, shape: &$shape, absent: $absent }),+]);)+
    };
}

static WORDS: Shape = Set(&Plain);
static AMOUNTS_BY_NAME: Shape = Map(&Plain);
static TIERS: Shape = List(&TIER);
/// Tiers by pattern, beside the day from which they hold, or a price per count.
static TABLES: Shape =
    Shape::ObjectAndMap(&[Member { key: "perCount", shape: &PER_COUNT, absent: Counts }], &TIERS);
static VERSION_OF_COMPANY: Shape = Map(&TIERS);

objects! {
    SERVICE {
        "format" Plain, Counts;
        "id" Plain, Counts;
        "version" Plain, Counts;
        "label" Label, Counts;
        "currency" Plain, Counts;
        "utcOffset" Plain, Counts;
        "settings" SETTINGS, Empty;
        "businesses" Map(&BUSINESS), Counts;
        "rights" Map(&RIGHT), Empty;
        "everyUser" Plain, Empty;
        "patterns" Set(&Plain), Empty;
        "standardFees" List(&VERSION), Empty;
        "ceilings" CEILINGS, Empty;
        "calendar" CALENDAR, Counts;
        "windows" Map(&WINDOW), Empty;
        "access" ACCESS, Empty;
        "fields" FIELDS, Empty;
        "stateLabels" Label, Counts;
    }
    SETTINGS {
        "fee" FEE, Empty;
        "approval" APPROVAL, Empty;
        "limit" LIMIT, Empty;
        "roles" ROLES, Empty;
        "holiday" HOLIDAY, Empty;
        "cert" CERT, Empty;
        "name" NAME, Empty;
        "account" ACCOUNT_SHAPE, Empty;
        "charset" CHARSET, Empty;
        "overflow" Plain, Is("reject");
        "ip" IP, Empty;
    }
    FEE {
        "methodFamily" Plain, Counts;
        "method" Plain, Is("fixed");
        "methodSelectableForFurikomi" Plain, Is("false");
        "bounds" WORDS, Counts;
        "minimumInclusive" Plain, Is("true");
        "feeGePayment" Plain, Is("refuse");
        "dateBasis" Plain, Is("valueDate");
        "tax" Plain, Is("inclusive");
        "taxRates" List(&TAX_RATE), Absent::TaxRates;
        "taxRound" Plain, Is("down");
        "debit" Plain, Counts;
    }
    TAX_RATE { "from" Plain, Counts; "rate" Decimal, Counts; }
    APPROVAL {
        "selfApproval" SELF_APPROVAL, Is("allow");
        "unordered" Plain, Is("firstToAct");
        "namedByRequester" Plain, Is("true");
        "approverNeedsAccount" Plain, Is("true");
        "revoke" Plain, Is("untilRunTime");
        "afterRevoke" Plain, Is("editable");
        "onExpiry" Plain, Is("expired");
        "onModeChange" Plain, Is("snapshot");
        "onFailure" Plain, Is("failed");
        "revisionRequired" Plain, Is("false");
        "rescue" Plain, Is("masterAndAdministrator");
        "executeWithinDays" Plain, Is("7");
        "secondChannel" WORDS, Empty;
    }
    SELF_APPROVAL { "forbid" WORDS, Counts; }
    LIMIT {
        "dayBasis" Plain, Is("operationDay");
        "inclusive" Plain, Is("true");
        "countFees" Plain, Is("false");
        "countReservations" Plain, Is("true");
        "adHocIncludesRegisteredToday" Plain, Is("false");
        "subRelation" Plain, Is("independent");
        "zeroMeans" Plain, Is("locked");
        "releaseOnCancel" Plain, Is("true");
        "checkAt" WORDS, All(&["submit", "approve", "execute"]);
        "takeAt" Plain, Is("submit");
    }
    ROLES { "companySettings" Plain, Is("masterAndAdministrator"); "maxUsers" Plain, Is("100"); }
    HOLIDAY { "roll" Plain, Is("error"); }
    CERT { "graceDays" Plain, Is("0"); }
    NAME { "senderLen" Plain, Is("48"); "senderLenWithEdi" Plain, Absent::SenderLen; }
    ACCOUNT_SHAPE {
        "bank" CODE_SHAPE, Is("4");
        "branch" CODE_SHAPE, Is("3");
        "type" CODE_SHAPE, Is("1");
        "number" CODE_SHAPE, Is("7");
    }
    CODE_SHAPE { "characters" Plain, Is("digits"); "minLength" Plain, Is("1"); "maxLength" Plain, Is("35"); }
    CHARSET { "policy" Plain, Is("reject"); "wo" Plain, Is("notAllowed"); }
    IP { "scope" OneOrSet(&Plain), All(&["transaction"]); }
    BUSINESS {
        "kind" Plain, Counts;
        "label" Label, Counts;
        "approvalModes" WORDS, Counts;
        "payeeKinds" WORDS, All(PAYEE_KINDS);
        "fees" OFFERS, Empty;
        "maxItems" MaxItems, Absent::ItemsMax;
        "approvalGroup" Plain, Counts;
        "rightsGroup" Plain, Counts;
        "limits" WORDS, Absent::RequiredLimits;
        "roll" Plain, Absent::Roll;
        "switchTo" Map(&SWITCH), Empty;
    }
    OFFERS { "payeeBorne" OFFER, Counts; "payerBorne" Plain, Counts; "perCount" PER_COUNT, Counts; }
    OFFER { "methodSelectable" Plain, Absent::Selectable; "method" Plain, Absent::Method; }
    PER_COUNT { "unit" Decimal, Counts; "round" Plain, Is("down"); }
    SWITCH { "maxItems" Plain, Is("10"); }
    RIGHT {
        "label" Label, Counts;
        "business" Plain, Counts;
        "payeeKind" Plain, Counts;
        "entry" Plain, Counts;
        "approvalOn" Plain, Empty;
        "approvalOff" Plain, Empty;
        "always" Plain, Empty;
    }
    VERSION { "from" Plain, Counts; "tables" Map(&TABLES), Counts; }
    TIER {
        "from" Plain, Counts;
        "fee" Plain, Counts;
        "rate" Decimal, Counts;
        "min" Plain, Counts;
        "max" Plain, Counts;
        "round" Plain, Is("down");
    }
    CEILINGS {
        "accountPerDay" SparseMap(&Plain), Empty;
        "companyPerDay" AMOUNTS_BY_NAME, Empty;
        "userPerOperation" AMOUNTS_BY_NAME, Empty;
        "perItem" Plain, Counts;
        "perBatch" Plain, Counts;
    }
    CALENDAR {
        "from" Plain, Counts;
        "to" Plain, Counts;
        "holidays" WORDS, Empty;
        "weekend" WORDS, Counts;
        "national" Plain, Counts;
    }
    WINDOW {
        "earliestBusinessDays" Plain, Is("0");
        "latestBusinessDays" Plain, Counts;
        "latestDays" Plain, Counts;
        "latestMonths" Plain, Counts;
        "cutoff" Plain, Counts;
        "otherBank" OTHER_BANK, Counts;
        "runTimes" Plain, Empty;
    }
    OTHER_BANK { "earliestBusinessDays" Plain, Is("0"); "cutoff" Plain, Counts; }
    ACCESS { "attributes" Map(&ATTRIBUTE), Empty; "conditions" List(&CONDITION), Empty; }
    ATTRIBUTE { "type" Plain, Counts; "values" WORDS, Counts; "place" Plain, Is("request"); }
    CONDITION {
        "key" Plain, Counts;
        "require" REQUIRE, Counts;
        "code" Plain, Is("access.condition");
        "scope" WORDS, Absent::Situations;
        "operations" WORDS, Counts;
        "businesses" WORDS, Counts;
        "roles" WORDS, Counts;
        "label" Label, Counts;
    }
    REQUIRE {
        "all" List(&REQUIRE), Counts;
        "any" List(&REQUIRE), Counts;
        "not" REQUIRE, Counts;
        "attribute" Plain, Counts;
        "in" WORDS, Counts;
    }
    FIELDS {
        "request" Map(&RULES), Counts;
        "company" Map(&RULES), Empty;
        "user" Map(&RULES), Empty;
        "account" Map(&RULES), Empty;
        "feeTable" Map(&RULES), Empty;
    }
    RULE {
        "required" Plain, Is("false");
        "characters" Plain, Is("any");
        "also" Plain, Counts;
        "minLength" Plain, Counts;
        "maxLength" Plain, Counts;
        "maxBytes" Plain, Counts;
        "mix" Plain, Empty;
        "list" WORDS, Counts;
        "min" Plain, Counts;
        "max" Plain, Counts;
        "typedTwice" Plain, Is("false");
        "unequalTo" Plain, Empty;
        "businesses" WORDS, Counts;
    }
    COMPANY {
        "format" Plain, Counts;
        "id" Plain, Counts;
        "name" Label, Counts;
        "nameKana" Label, Counts;
        "approval" Plain, Empty;
        "accounts" Set(&ACCOUNT), Empty;
        "limits" AMOUNTS_BY_NAME, Empty;
        "fees" FEES, Empty;
        "access" STATED, Empty;
        "users" Set(&USER), Counts;
        "part" Plain, Counts;
        "approverCandidates" Set(&CANDIDATE), Empty;
    }
    ACCOUNT {
        "id" Plain, Counts;
        "bank" Plain, Counts;
        "branch" Plain, Counts;
        "type" Plain, Counts;
        "number" Plain, Counts;
        "limits" SparseMap(&Plain), Empty;
    }
    FEES { "payeeBorne" Map(&PAYEE_BORNE), Empty; "payerBorne" Map(&PAYER_BORNE), Empty; }
    PAYEE_BORNE {
        "basis" Plain, Counts;
        "method" Plain, Absent::OfferedMethod;
        "minimum" Plain, Zero;
        "tables" List(&VERSION_OF_COMPANY), Counts;
        "tax" Plain, Absent::Tax;
    }
    PAYER_BORNE { "basis" Plain, Counts; "tables" List(&VERSION_OF_COMPANY), Counts; "tax" Plain, Absent::Tax; }
    USER {
        "id" Plain, Counts;
        "role" Plain, Counts;
        "enabled" Plain, Counts;
        "accounts" WORDS, Absent::NoAccounts;
        "rights" WORDS, Empty;
        "limits" SparseMap(&Plain), Empty;
        "approverPerItem" AMOUNTS_BY_NAME, Empty;
        "name" Label, Counts;
    }
    CANDIDATE {
        "id" Plain, Counts;
        "businesses" WORDS, Counts;
        "accounts" WORDS, Absent::NoAccounts;
        "role" Plain, Is("general");
        "approverPerItem" AMOUNTS_BY_NAME, Empty;
    }
}

/// One rule, or several of which the first applies.
static RULES: Shape = OneOrList(&RULE);

/// The company's attributes by their names; lists of ranges are sets, and a value that says nothing is missing.
static STATED: Shape = SparseMap(&WORDS);
