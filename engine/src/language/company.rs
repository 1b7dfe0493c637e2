//! The company document (`docs/rules.md`, sections 1.2 and 8.5).

use crate::language::bounds::{
    ACCOUNTS, ALTERNATIVES, ATTRIBUTES_STATED, BANDS, BUSINESSES, CANDIDATES, GROUPS, PEOPLE_MAX,
    POLICY_ROWS, RANGES, RIGHTS, STEPS, USERS, VALUES, VERSIONS,
};
use crate::language::service::{
    AMOUNTS, BUSINESS_NAMES, LIMITS_OF_ACCOUNT, LIMITS_OF_COMPANY, LIMITS_OF_USER, TIER_LIST,
};
use crate::language::words::Vocabulary;
use crate::language::{Absent, Type, objects};

/// The accounts of a person.
static ACCOUNT_NAMES: Type = Type::set(&Type::Name, &ACCOUNTS);
/// The groups that a person is in.
static GROUP_NAMES: Type = Type::set(&Type::Name, &GROUPS);
static FILLED_GROUP_NAMES: Type = Type::set(&Type::Name, &GROUPS).filled();
/// Attributes by their names; lists are sets, and a value that says nothing is missing.
static STATED: Type =
    Type::map(&Type::Either(&Type::AccessValue, &Type::set_by_id(&Type::Text, &RANGES)), &ATTRIBUTES_STATED)
        .sparse();
/// A mode by its name, or a policy.
static APPROVAL: Type = Type::Either(&Type::Word(Vocabulary::NamedMode), &Type::Object(&POLICY));
static OWN_VERSIONS: Type = Type::list(&Type::Object(&OWN_VERSION), &VERSIONS).filled();

objects! {
    /// Company: what one customer has set
    COMPANY CompanyMembers {
        /// Version of the format
        "format" format: Type::Format, Absent::Required;
        /// The company
        "id" id: Type::Name, Absent::Required;
        /// Name for people
        "name" name: Type::LabelText, Absent::Nothing;
        /// Name in kana
        "nameKana" name_kana: Type::LabelText, Absent::Nothing;
        /// Approval mode or policy (承認ポリシー) by business or approval group; a business without one is not contracted
        "approval" approval: Type::map(&APPROVAL, &BUSINESSES), Absent::Empty;
        /// Attributes of access whose place is the company: of each the value
        "access" access: STATED, Absent::Empty;
        /// Debit accounts
        "accounts" accounts: Type::set_by_id(&Type::Object(&ACCOUNT), &ACCOUNTS), Absent::Empty;
        /// 企業一日当たり限度額 by business of the other kinds, of at most 12 digits; and by declared limit of companies and payees
        "limits" limits: LIMITS_OF_COMPANY, Absent::Empty;
        /// 手数料情報
        "fees" fees: Type::Object(&COMPANY_FEES), Absent::Empty;
        /// Users
        "users" users: Type::set_by_id(&Type::Object(&USER), &USERS), Absent::Required;
        /// Says that the document holds only what concerns one user
        "part" part: Type::Object(&PART), Absent::Nothing;
        /// With part: the other users who are approvers
        "approverCandidates" approver_candidates: Type::set_by_id(&Type::Object(&CANDIDATE), &CANDIDATES),
            Absent::Empty;
        /// Groups of users (グループ), by the company's own keys
        "groups" groups: Type::map(&Type::Object(&GROUP), &GROUPS), Absent::Empty;
    }
    /// An approval policy (承認ポリシー)
    POLICY PolicyMembers {
        /// Rows, of which exactly one must hold for every account, payee kind and user
        "policy" policy: Type::set_by_id(&Type::Object(&POLICY_ROW), &POLICY_ROWS).filled(), Absent::Required;
    }
    /// Who has to approve some requests, by amount
    POLICY_ROW PolicyRowMembers {
        /// Its name in answers and items
        "key" key: Type::Name, Absent::Required;
        /// What has to hold; what is not stated always does
        "when" when: Type::Object(&POLICY_WHEN), Absent::Empty;
        /// Whether the bands are compared with the sum of a request or with its largest item
        "by" by: Type::Word(Vocabulary::PolicyBy), Absent::Is("sum");
        /// By amount, rising
        "bands" bands: Type::list(&Type::Object(&BAND), &BANDS).filled(), Absent::Required;
    }
    /// What has to hold; what is not stated always does
    POLICY_WHEN PolicyWhenMembers {
        /// The debit account is one of these
        "accounts" accounts: Type::set(&Type::Name, &ACCOUNTS).filled(), Absent::Nothing;
        /// The payee kind is one of these; for kind transfer only
        "payeeKinds" payee_kinds: Type::set(&Type::Word(Vocabulary::PayeeKind), &VALUES).filled(), Absent::Nothing;
        /// The requester is in one of these groups; null: in no group that another row names here
        "requesterGroups" requester_groups: Type::Either(&Type::Null, &FILLED_GROUP_NAMES), Absent::Nothing;
    }
    /// Who has to approve up to an amount
    BAND BandMembers {
        /// The most that it is for; the last band has none
        "upTo" up_to: Type::Amount, Absent::Nothing;
        /// Alternatives, of which one must be fulfilled; absent: nobody has to approve
        "anyOf" any_of: Type::list(&Type::Object(&ALTERNATIVE), &ALTERNATIVES).filled(), Absent::Nothing;
    }
    /// One way to approve: all of its steps, by distinct people
    ALTERNATIVE AlternativeMembers {
        /// Whether a step begins only when those before it are done
        "ordered" ordered: Type::Flag, Absent::Is("false");
        /// The steps; at most 16 people in all
        "steps" steps: Type::list(&Type::Object(&STEP), &STEPS).filled(), Absent::Required;
    }
    /// One step of an alternative
    STEP StepMembers {
        /// What is done: 承認, 検印 (before any approval), 送信 (after everything else)
        "act" act: Type::Word(Vocabulary::Act), Absent::Is("approve");
        /// The group whose users may do it; absent: anybody who is able
        "group" group: Type::Name, Absent::Nothing;
        /// By how many distinct people
        "count" count: Type::Number(1, PEOPLE_MAX), Absent::Is("1");
    }
    /// A debit account
    ACCOUNT AccountMembers {
        /// Name of the account in requests
        "id" id: Type::Name, Absent::Required;
        /// Bank code
        "bank" bank: Type::AccountCode, Absent::Required;
        /// Branch code
        "branch" branch: Type::AccountCode, Absent::Required;
        /// Kind of account (預金種目)
        "type" kind: Type::AccountCode, Absent::Required;
        /// Account number
        "number" number: Type::AccountCode, Absent::Required;
        /// 口座一日当たり限度額 by business of kind transfer; and by declared limit of accounts; at most 15 digits
        "limits" limits: LIMITS_OF_ACCOUNT, Absent::Empty;
    }
    /// 手数料情報
    COMPANY_FEES CompanyFeesMembers {
        /// 先方負担手数料 by business
        "payeeBorne" payee_borne: Type::map(&Type::Object(&PAYEE_BORNE), &BUSINESSES), Absent::Empty;
        /// 当方負担手数料 by business
        "payerBorne" payer_borne: Type::map(&Type::Object(&PAYER_BORNE), &BUSINESSES), Absent::Empty;
    }
    /// How the payee bears the fee (先方負担)
    PAYEE_BORNE PayeeBorneMembers {
        /// The bank's tables (基準手数料を使用する), always those in force, or the company's own (使用しない)
        "basis" basis: Type::Word(Vocabulary::Basis), Absent::Required;
        /// 手数料計算方法; absent: the bank's
        "method" method: Type::Word(Vocabulary::Method), Absent::OfferedMethod;
        /// 適用最低支払金額: smaller payments are payer-borne
        "minimum" minimum: Type::Amount, Absent::Zero;
        /// With basis individual: the company's own tables, by date
        "tables" tables: OWN_VERSIONS, Absent::Nothing;
        /// Whether fees in the tables include the consumption tax (税込) or it is added by value date (税抜); absent: as settings.fee.tax says
        "tax" tax: Type::Word(Vocabulary::TaxMode), Absent::Tax;
    }
    /// What the company pays itself (当方負担)
    PAYER_BORNE PayerBorneMembers {
        /// The bank's tables (基準手数料を使用する), always those in force, or the company's own (使用しない)
        "basis" basis: Type::Word(Vocabulary::Basis), Absent::Required;
        /// With basis individual: the company's own tables, by date
        "tables" tables: OWN_VERSIONS, Absent::Nothing;
        /// Whether fees in the tables include the consumption tax (税込) or it is added by value date (税抜); absent: as settings.fee.tax says
        "tax" tax: Type::Word(Vocabulary::TaxMode), Absent::Tax;
    }
    /// A version of the company's own tables
    OWN_VERSION OwnVersionMembers {
        /// First day on which it is in force; rises from version to version
        "from" from: Type::Day, Absent::Required;
    } others TIER_LIST;
    /// A user (利用者)
    USER UserMembers {
        /// Login id
        "id" id: Type::Name, Absent::Required;
        /// Name for people
        "name" name: Type::LabelText, Absent::Nothing;
        /// ユーザ区分; at most one user is master (マスターユーザ)
        "role" role: Type::Word(Vocabulary::Role), Absent::Required;
        /// Whether he may do anything (サービス状態)
        "enabled" enabled: Type::Flag, Absent::Required;
        /// Accounts he may use (利用可能口座); absent: none, for the master all
        "accounts" accounts: ACCOUNT_NAMES, Absent::NoAccounts;
        /// Names of rights; the master has all
        "rights" rights: Type::set(&Type::Name, &RIGHTS), Absent::Empty;
        /// 利用者一回当たり限度額 by business, by payee kind for kind transfer; and by declared limit of users
        "limits" limits: LIMITS_OF_USER, Absent::Empty;
        /// 明細上限金額 by business: the largest item he may approve
        "approverPerItem" approver_per_item: AMOUNTS, Absent::Empty;
        /// Groups that he is in: what they give is added to what he has
        "groups" groups: GROUP_NAMES, Absent::Empty;
        /// Attributes of access whose place is the user: of each the value
        "access" access: STATED, Absent::Empty;
    }
    /// A group of users (グループ): what it gives is added to what each of them has
    GROUP GroupMembers {
        /// Its name for people
        "label" label: Type::Label, Absent::Nothing;
        /// Names of rights
        "rights" rights: Type::set(&Type::Name, &RIGHTS), Absent::Empty;
        /// Accounts that its users may use (利用可能口座)
        "accounts" accounts: ACCOUNT_NAMES, Absent::Nothing;
        /// Limits of users who have none of their own, as a user states them; of several groups the largest
        "limits" limits: LIMITS_OF_USER, Absent::Empty;
        /// 明細上限金額 by business of users who have none of their own; of several groups the largest
        "approverPerItem" approver_per_item: AMOUNTS, Absent::Empty;
        /// Attributes of access whose place is the group: of each the value
        "access" access: STATED, Absent::Empty;
    }
    /// Says that the document holds only what concerns one user
    PART PartMembers {
        /// The user
        "user" user: Type::Name, Absent::Required;
        /// Digest of the whole document
        "digest" digest: Type::Digest, Absent::Nothing;
    }
    /// Another user who is an approver
    CANDIDATE CandidateMembers {
        /// Login id
        "id" id: Type::Name, Absent::Required;
        /// Businesses in which he may approve
        "businesses" businesses: BUSINESS_NAMES, Absent::Empty;
        /// Accounts he may use
        "accounts" accounts: ACCOUNT_NAMES, Absent::NoAccounts;
        /// ユーザ区分
        "role" role: Type::Word(Vocabulary::Role), Absent::Is("general");
        /// 明細上限金額 by business
        "approverPerItem" approver_per_item: AMOUNTS, Absent::Empty;
        /// Groups that he is in
        "groups" groups: GROUP_NAMES, Absent::Empty;
        /// Businesses in which he may verify (検印)
        "verify" verify: BUSINESS_NAMES, Absent::Empty;
        /// Businesses in which he may release (送信)
        "release" release: BUSINESS_NAMES, Absent::Empty;
    }
}
