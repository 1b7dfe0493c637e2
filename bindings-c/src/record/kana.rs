//! What is told to persons where a set has half-width kana and no kanji, as mainframes print it: words apart, without full stops.
//!
//! Each text says what the Japanese one of the same code says. One that is missing does not compile, or a test names it.

use kessai::terms::{CharacterKind, MixClass};
use kessai::{Code, RequestErrorCode};

/// A text for each code of a reason, and its ways out, of which the first whose figures are known is added, with figures in braces.
const REASONS: &[(Code, &[&str])] = &[
    (Code::AccessServiceState, &["ｺﾉ ﾘﾖｳｼｬﾉ ｻｰﾋﾞｽﾊ ﾃｲｼ ｻﾚﾃｲﾏｽ ｶﾝﾘｼｬﾍ ｵﾄｲｱﾜｾ ｸﾀﾞｻｲ"]),
    (Code::AccessMailState, &["ﾒｰﾙｱﾄﾞﾚｽｶﾞ ﾑｺｳﾉﾀﾒ ｵﾄﾘﾋｷ ﾃﾞｷﾏｾﾝ"]),
    (Code::AccessLoginLock, &["ﾛｸﾞｲﾝ ﾊﾟｽﾜｰﾄﾞﾉ ﾘﾖｳｶﾞ ﾃｲｼ ｻﾚﾃｲﾏｽ ｶﾝﾘｼｬﾍ ｵﾄｲｱﾜｾ ｸﾀﾞｻｲ"]),
    (Code::AccessConfirmationLock, &["ｶｸﾆﾝﾖｳ ﾊﾟｽﾜｰﾄﾞﾉ ﾘﾖｳｶﾞ ﾃｲｼ ｻﾚﾃｲﾏｽ ｶﾝﾘｼｬﾍ ｵﾄｲｱﾜｾ ｸﾀﾞｻｲ"]),
    (Code::AccessCertificateState, &["ﾕｳｺｳﾅ ﾃﾞﾝｼ ｼｮｳﾒｲｼｮｶﾞ ｱﾘﾏｾﾝ ｼｭﾄｸ ｼﾃｸﾀﾞｻｲ"]),
    (Code::AccessCertificateExpired, &["ﾃﾞﾝｼ ｼｮｳﾒｲｼｮﾉ ﾕｳｺｳ ｷｹﾞﾝｶﾞ ｷﾚﾃｲﾏｽ"]),
    (Code::AccessOneTimePasswordState, &["ﾜﾝﾀｲﾑ ﾊﾟｽﾜｰﾄﾞｶﾞ ｺﾞﾘﾖｳ ﾃﾞｷﾙ ｼﾞｮｳﾀｲﾃﾞﾊ ｱﾘﾏｾﾝ"]),
    (Code::AccessConfirmationPassword, &["ｶｸﾆﾝﾖｳ ﾊﾟｽﾜｰﾄﾞｦ ﾆｭｳﾘｮｸ ｼﾃｸﾀﾞｻｲ"]),
    (Code::AccessOneTimePassword, &["ﾜﾝﾀｲﾑ ﾊﾟｽﾜｰﾄﾞｦ ﾆｭｳﾘｮｸ ｼﾃｸﾀﾞｻｲ"]),
    (Code::AccessAddress, &["ﾄｳﾛｸ ｻﾚﾃｲﾅｲ IPｱﾄﾞﾚｽｶﾗﾊ ｺﾞﾘﾖｳ ﾃﾞｷﾏｾﾝ"]),
    (Code::AccessOs, &["ｺﾞﾘﾖｳﾉ OSﾊ ﾄﾞｳｻ ｶﾝｷｮｳﾆ ﾌｸﾏﾚﾃｲﾏｾﾝ"]),
    (Code::AccessBrowser, &["ｺﾞﾘﾖｳﾉ ﾌﾞﾗｳｻﾞﾊ ﾄﾞｳｻ ｶﾝｷｮｳﾆ ﾌｸﾏﾚﾃｲﾏｾﾝ"]),
    (Code::AccessOrganisation, &["ｼｮｿﾞｸ ｽﾙ ｿｼｷｶﾞ ﾑｺｳﾉﾀﾒ ｵﾄﾘﾋｷ ﾃﾞｷﾏｾﾝ"]),
    (Code::AccessCompany, &["ｷｷﾞｮｳﾉ ﾘﾖｳｶﾞ ﾑｺｳﾉﾀﾒ ｵﾄﾘﾋｷ ﾃﾞｷﾏｾﾝ"]),
    (Code::AccessLicence, &["ﾗｲｾﾝｽｶﾞ ﾜﾘｱﾃﾗﾚﾃｲﾏｾﾝ"]),
    (Code::AccessContractKind, &["ｺﾞｹｲﾔｸﾉ ｼｭﾙｲﾃﾞﾊ ｺﾉ ｿｳｻﾊ ｺﾞﾘﾖｳ ﾃﾞｷﾏｾﾝ"]),
    (Code::AccessContractDate, &["ｺﾞｹｲﾔｸﾋﾞﾆ ﾖﾘ ｺﾉ ｿｳｻﾊ ｺﾞﾘﾖｳ ﾃﾞｷﾏｾﾝ"]),
    (Code::AccessSecondChannel, &["ｽﾏｰﾄﾌｫﾝ ﾄｳﾉ ﾍﾞﾂﾉ ﾀﾝﾏﾂｶﾗ ｿｳｻ ｼﾃｸﾀﾞｻｲ"]),
    (Code::AccessCondition, &["ｺﾞﾘﾖｳﾉ ｼﾞｮｳｹﾝ ({condition}) ｦ ﾐﾀｼﾃｲﾏｾﾝ"]),
    (Code::AccessMissing, &["ｶｸﾆﾝﾆ ﾋﾂﾖｳﾅ ｼﾞｮｳﾎｳ ({attribute}) ｶﾞ ｴﾗﾚﾅｲﾀﾒ ｵﾄﾘﾋｷ ﾃﾞｷﾏｾﾝ"]),
    (Code::ApprovalNotNeeded, &["ｺﾉ ｷﾞｮｳﾑﾊ ｼｮｳﾆﾝ ﾌﾖｳﾉﾀﾒ ｼｮｳﾆﾝｼｬﾊ ｼﾃｲ ﾃﾞｷﾏｾﾝ"]),
    (Code::ApprovalNotNamedByRequester, &["ｼｮｳﾆﾝｼｬｦ ｼﾃｲ ｽﾙｺﾄﾊ ﾃﾞｷﾏｾﾝ"]),
    (Code::ApprovalTooMany, &["ｼｮｳﾆﾝｼｬﾉ ﾆﾝｽﾞｳｶﾞ ｵｵｽｷﾞﾏｽ"]),
    (Code::ApprovalApproverNotEligible, &["ｼｮｳﾆﾝｼｬﾄｼﾃ ｼﾃｲ ﾃﾞｷﾅｲ ﾘﾖｳｼｬﾃﾞｽ", "ｼｮｳﾆﾝ ﾃﾞｷﾙ ｶﾀ: {who}"]),
    (Code::ApprovalApproverRight, &["ｼﾃｲ ｻﾚﾀ ｼｮｳﾆﾝｼｬﾊ ｺﾉ ｷﾞｮｳﾑﾉ ｼｮｳﾆﾝ ｹﾝｹﾞﾝｦ ﾓｯﾃｲﾏｾﾝ", "ｼｮｳﾆﾝ ﾃﾞｷﾙ ｶﾀ: {who}"]),
    (
        Code::ApprovalApproverGroup,
        &["ｼﾃｲ ｻﾚﾀ ｼｮｳﾆﾝｼｬﾊ ｺﾉ ﾄﾘﾋｷﾉ ｼｮｳﾆﾝﾆ ﾋﾂﾖｳﾅ ｸﾞﾙｰﾌﾟﾆ ｿﾞｸｼﾃｲﾏｾﾝ", "ｼｮｳﾆﾝ ﾃﾞｷﾙ ｶﾀ: {who}"],
    ),
    (Code::ApprovalApproverAccount, &["ｼﾃｲ ｻﾚﾀ ｼｮｳﾆﾝｼｬﾊ ｺﾉ ｺｳｻﾞｦ ﾘﾖｳ ﾃﾞｷﾏｾﾝ", "ｼｮｳﾆﾝ ﾃﾞｷﾙ ｶﾀ: {who}"]),
    (Code::ApprovalApproverSelf, &["ｲﾗｲｼｬ ｺﾞｼﾞｼﾝｦ ｼｮｳﾆﾝｼｬﾆ ｼﾃｲ ｽﾙｺﾄﾊ ﾃﾞｷﾏｾﾝ", "ｼｮｳﾆﾝ ﾃﾞｷﾙ ｶﾀ: {who}"]),
    (
        Code::ApprovalApproverCap,
        &[
            "ｼｮｳﾆﾝｼｬﾉ ﾒｲｻｲ ｼﾞｮｳｹﾞﾝ ｷﾝｶﾞｸｦ ｺｴﾃｲﾏｽ",
            "ｺﾉ ｼｮｳﾆﾝｼｬｶﾞ ｼｮｳﾆﾝ ﾃﾞｷﾙ ｷﾝｶﾞｸﾊ {max} ﾏﾃﾞﾃﾞｽ ｼｮｳﾆﾝ ﾃﾞｷﾙ ｶﾀ: {who}",
            "ｺﾉ ｼｮｳﾆﾝｼｬｶﾞ ｼｮｳﾆﾝ ﾃﾞｷﾙ ｷﾝｶﾞｸﾊ {max} ﾏﾃﾞﾃﾞｽ",
            "ｼｮｳﾆﾝ ﾃﾞｷﾙ ｶﾀ: {who}",
        ],
    ),
    (Code::ApprovalApproverDuplicate, &["ｵﾅｼﾞ ｼｮｳﾆﾝｼｬｦ ｶｻﾈﾃ ｼﾃｲ ｽﾙｺﾄﾊ ﾃﾞｷﾏｾﾝ", "ｼｮｳﾆﾝ ﾃﾞｷﾙ ｶﾀ: {who}"]),
    (Code::ApprovalNobody, &["ｺﾉ ﾄﾘﾋｷｦ ｼｮｳﾆﾝ ﾃﾞｷﾙ ﾘﾖｳｼｬｶﾞ ｲﾏｾﾝ"]),
    (Code::FeeNoTableInForce, &["ｼﾃｲﾋﾞﾆ ﾃｷﾖｳ ｻﾚﾙ ﾃｽｳﾘｮｳｶﾞ ｱﾘﾏｾﾝ"]),
    (Code::FeeNoTableForPattern, &["ｺﾉ ﾌﾘｺﾐ ﾊﾟﾀｰﾝﾉ ﾃｽｳﾘｮｳｶﾞ ﾄｳﾛｸ ｻﾚﾃｲﾏｾﾝ"]),
    (Code::FeePatternDisagrees, &["ﾌﾘｺﾐ ﾊﾟﾀｰﾝｶﾞ ﾌﾘｺﾐｻｷﾄ ｲｯﾁ ｼﾏｾﾝ", "ﾀﾀﾞｼｲ ﾌﾘｺﾐ ﾊﾟﾀｰﾝ: {expected}"]),
    (Code::FeePayeeBorneNotOffered, &["ｺﾉ ｷﾞｮｳﾑﾃﾞﾊ ｾﾝﾎﾟｳ ﾌﾀﾝｦ ｺﾞﾘﾖｳ ﾃﾞｷﾏｾﾝ"]),
    (Code::FeePayeeBorneNotSet, &["ｾﾝﾎﾟｳ ﾌﾀﾝ ﾃｽｳﾘｮｳｶﾞ ｾｯﾃｲ ｻﾚﾃｲﾏｾﾝ ｷｷﾞｮｳ ｼﾞｮｳﾎｳｦ ｶｸﾆﾝ ｼﾃｸﾀﾞｻｲ"]),
    (
        Code::FeeNotLessThanPayment,
        &[
            "ｼﾊﾗｲ ｷﾝｶﾞｸｶﾗ ﾌﾘｺﾐ ｷﾝｶﾞｸｶﾞ ﾉｺﾘﾏｾﾝ",
            "{min} ｲｼﾞｮｳﾉ ｷﾝｶﾞｸｦ ﾆｭｳﾘｮｸ ｼﾃｸﾀﾞｻｲ",
            "ｾﾝﾎﾟｳ ﾌﾀﾝ ﾃｽｳﾘｮｳﾖﾘ ｵｵｷｲ ｷﾝｶﾞｸｦ ﾆｭｳﾘｮｸ ｼﾃｸﾀﾞｻｲ",
        ],
    ),
    (Code::FeeAmountTooLarge, &["ｷﾝｶﾞｸｶﾞ ﾄﾘｱﾂｶｲ ｶﾉｳﾅ ｹﾀｽｳｦ ｺｴﾃｲﾏｽ"]),
    (Code::FormAmount, &["ｷﾝｶﾞｸﾊ ﾊﾝｶｸ ｽｳｼﾞﾃﾞ ﾀﾀﾞｼｸ ﾆｭｳﾘｮｸ ｼﾃｸﾀﾞｻｲ"]),
    (Code::FormDate, &["ﾋﾂﾞｹｦ ﾀﾀﾞｼｸ ﾆｭｳﾘｮｸ ｼﾃｸﾀﾞｻｲ"]),
    (Code::FormChoice, &["ｾﾝﾀｸｼﾉ ﾅｶｶﾗ ｼﾃｲ ｼﾃｸﾀﾞｻｲ"]),
    (Code::FormValueDateOutsideCalendar, &["ｼﾃｲﾋﾞﾊ ｳｹﾂｹ ｶﾉｳﾅ ｷｶﾝﾉ ﾊﾝｲｶﾞｲﾃﾞｽ"]),
    (
        Code::FormValueDateNotBusinessDay,
        &[
            "ｼﾃｲﾋﾞﾊ ｷﾞﾝｺｳ ｴｲｷﾞｮｳﾋﾞﾃﾞﾊ ｱﾘﾏｾﾝ",
            "ｻｲﾀﾝﾉ ｼﾃｲﾋﾞﾊ {earliest} ﾃﾞｽ",
            "{latest} ﾏﾃﾞﾉ ﾋﾂﾞｹｦ ｼﾃｲ ｼﾃｸﾀﾞｻｲ",
            "ｶﾜﾘﾆ ｼﾃｲ ﾃﾞｷﾙ ﾋﾊ ｱﾘﾏｾﾝ",
        ],
    ),
    (Code::FormCharacters, &["ｼﾖｳ ﾃﾞｷﾅｲ ﾓｼﾞ {character} ｶﾞ ﾌｸﾏﾚﾃｲﾏｽ ({at}ﾓｼﾞﾒ)", "{expected}ﾃﾞ ﾆｭｳﾘｮｸ ｼﾃｸﾀﾞｻｲ"]),
    (Code::FormTooShort, &["{min}ﾓｼﾞ ｲｼﾞｮｳﾃﾞ ﾆｭｳﾘｮｸ ｼﾃｸﾀﾞｻｲ"]),
    (Code::FormTooLong, &["{max}ﾓｼﾞ ｲﾅｲﾃﾞ ﾆｭｳﾘｮｸ ｼﾃｸﾀﾞｻｲ"]),
    (Code::FormTooManyBytes, &["{max}ﾊﾞｲﾄ ｲﾅｲﾃﾞ ﾆｭｳﾘｮｸ ｼﾃｸﾀﾞｻｲ (ｾﾞﾝｶｸﾊ 2ﾊﾞｲﾄ)"]),
    (Code::FormShape, &["ｹｲｼｷｶﾞ ﾀﾀﾞｼｸ ｱﾘﾏｾﾝ", "{expected} ﾉ ｹｲｼｷﾃﾞ ﾆｭｳﾘｮｸ ｼﾃｸﾀﾞｻｲ (0:ｽｳｼﾞ A:ｴｲｵｵﾓｼﾞ a:ｴｲｺﾓｼﾞ)"]),
    (Code::FormMix, &["{expected}ｦ 1ﾓｼﾞ ｲｼﾞｮｳ ﾌｸﾒﾃｸﾀﾞｻｲ"]),
    (Code::FormTypedTwice, &["ｶｸﾆﾝﾉﾀﾒﾆ ｻｲﾆｭｳﾘｮｸ ｻﾚﾀ ﾅｲﾖｳｶﾞ ｲｯﾁ ｼﾏｾﾝ"]),
    (Code::FormUnequal, &["{expected} ﾄ ｺﾄﾅﾙ ﾅｲﾖｳｦ ﾆｭｳﾘｮｸ ｼﾃｸﾀﾞｻｲ"]),
    (Code::FormList, &["ｾﾝﾀｸｼﾉ ﾅｶｶﾗ ｼﾃｲ ｼﾃｸﾀﾞｻｲ"]),
    (
        Code::FormRange,
        &["ﾄﾘｱﾂｶｴﾙ ﾊﾝｲﾉ ｷﾝｶﾞｸｦ ﾆｭｳﾘｮｸ ｼﾃｸﾀﾞｻｲ", "(ｻｲｼｮｳ {min} ｻｲﾀﾞｲ {max})", "(ｻｲｼｮｳ {min})", "(ｻｲﾀﾞｲ {max})"],
    ),
    (Code::FormMail, &["ﾒｰﾙｱﾄﾞﾚｽﾉ ｹｲｼｷｶﾞ ﾀﾀﾞｼｸ ｱﾘﾏｾﾝ"]),
    (
        Code::FormValueDateTooSoon,
        &[
            "ｳｹﾂｹﾉ ｼﾒｷﾘｦ ｽｷﾞﾃｲﾙﾀﾒ ｺﾉ ｼﾃｲﾋﾞﾃﾞﾊ ｵﾄﾘｱﾂｶｲ ﾃﾞｷﾏｾﾝ",
            "ｻｲﾀﾝﾉ ｼﾃｲﾋﾞﾊ {earliest} ﾃﾞｽ",
            "ｶﾜﾘﾆ ｼﾃｲ ﾃﾞｷﾙ ﾋﾊ ｱﾘﾏｾﾝ",
        ],
    ),
    (
        Code::FormValueDateTooLate,
        &["ｼﾃｲﾋﾞｶﾞ ｳｹﾂｹ ｶﾉｳﾅ ｷｶﾝﾖﾘ ｻｷﾉ ﾋﾂﾞｹﾃﾞｽ", "{latest} ﾏﾃﾞﾉ ﾋﾂﾞｹｦ ｼﾃｲ ｼﾃｸﾀﾞｻｲ", "ｶﾜﾘﾆ ｼﾃｲ ﾃﾞｷﾙ ﾋﾊ ｱﾘﾏｾﾝ"],
    ),
    (Code::FormNowOutsideCalendar, &["ｿｳｻﾋﾞｶﾞ ｴｲｷﾞｮｳﾋﾞ ｶﾚﾝﾀﾞｰﾉ ﾊﾝｲｶﾞｲﾉﾀﾒ ｳｹﾂｹ ﾃﾞｷﾏｾﾝ"]),
    (Code::FormInstant, &["ｼﾞｻﾂｷﾉ ﾆﾁｼﾞｦ ﾀﾀﾞｼｸ ﾆｭｳﾘｮｸ ｼﾃｸﾀﾞｻｲ"]),
    (Code::FormTaken, &["ｽﾃﾞﾆ ｼﾖｳｻﾚﾃｲﾏｽ"]),
    (Code::FormFixed, &["ﾄｳﾛｸｺﾞﾊ ﾍﾝｺｳ ﾃﾞｷﾏｾﾝ"]),
    (Code::ItemState, &["ｺﾉ ﾄﾘﾋｷﾊ ｹﾞﾝｻﾞｲﾉ ｼﾞｮｳﾀｲﾃﾞﾊ ｿﾉ ｿｳｻｦ ｵｺﾅｴﾏｾﾝ"]),
    (Code::ItemNotRequester, &["ｲﾗｲｼｬ ｲｶﾞｲﾉ ｶﾀﾊ ﾋｷﾓﾄﾞｼ ﾃﾞｷﾏｾﾝ"]),
    (Code::ItemApprovedAlready, &["ｽﾃﾞﾆ ｼｮｳﾆﾝｶﾞ ｵｺﾅﾜﾚﾃｲﾙﾀﾒ ﾋｷﾓﾄﾞｼ ﾃﾞｷﾏｾﾝ"]),
    (Code::ItemApprovedBefore, &["ｽﾃﾞﾆ ｺﾉ ﾄﾘﾋｷｦ ｼｮｳﾆﾝｽﾞﾐﾃﾞｽ"]),
    (Code::ItemOrder, &["ｼｮｳﾆﾝﾉ ｼﾞｭﾝﾊﾞﾝｶﾞ ｷﾃｲﾏｾﾝ", "ﾂｷﾞﾆ ｼｮｳﾆﾝ ｽﾙ ｶﾀ: {who}"]),
    (Code::ItemDeadline, &["ｼｮｳﾆﾝ ｷｹﾞﾝｦ ｽｷﾞﾃｲﾙﾀﾒ ｼｮｳﾆﾝ ﾃﾞｷﾏｾﾝ"]),
    (Code::ItemSecondChannel, &["ｺﾉ ﾄﾘﾋｷﾉ ｼｮｳﾆﾝﾆﾊ ｽﾏｰﾄﾌｫﾝ ﾄｳﾉ ﾍﾞﾂﾉ ﾀﾝﾏﾂﾃﾞﾉ ｼｮｳﾆﾝｶﾞ ﾋﾂﾖｳﾃﾞｽ"]),
    (
        Code::ItemModeChanged,
        &["ｼｮｳﾆﾝ ﾎｳﾎｳｶﾞ ﾍﾝｺｳ ｻﾚﾀﾀﾒ ｺﾉ ﾄﾘﾋｷﾊ ｼｮｳﾆﾝ ﾃﾞｷﾏｾﾝ ﾋｷﾓﾄﾞｼ ﾏﾀﾊ ｻｼﾓﾄﾞｼﾉ ｳｴ ｻｲﾄﾞ ｺﾞｲﾗｲ ｸﾀﾞｻｲ"],
    ),
    (Code::ItemRevokeNotOffered, &["ｼｮｳﾆﾝﾉ ﾄﾘｹｼﾊ ﾄﾘｱﾂｶｯﾃ ｵﾘﾏｾﾝ"]),
    (Code::ItemTooLate, &["ｳｹﾂｹ ｼﾞｹﾞﾝｦ ｽｷﾞﾃｲﾙﾀﾒ ｺﾉ ｿｳｻﾊ ｵｺﾅｴﾏｾﾝ"]),
    (Code::ItemTooEarly, &["ﾏﾀﾞ ｺﾉ ｼｮﾘｦ ｵｺﾅｴﾙ ﾆﾁｼﾞﾆ ﾅｯﾃｲﾏｾﾝ"]),
    (Code::ItemNotHisApproval, &["ｺﾉ ﾄﾘﾋｷｦ ｼｮｳﾆﾝ ｼﾀ ｶﾀ ｲｶﾞｲﾊ ｼｮｳﾆﾝｦ ﾄﾘｹｾﾏｾﾝ"]),
    (Code::ItemSwitchNotOffered, &["ｺﾉ ｷﾞｮｳﾑﾍﾉ ｷﾘｶｴﾊ ﾄﾘｱﾂｶｯﾃ ｵﾘﾏｾﾝ"]),
    (Code::ItemSwitchTooMany, &["ｲﾁﾄﾞﾆ ｷﾘｶｴ ﾃﾞｷﾙ ﾒｲｻｲ ｹﾝｽｳｦ ｺｴﾃｲﾏｽ"]),
    (Code::ItemUsage, &["ﾙｲｾｷｶﾞｸｶﾞ ｺﾉ ﾄﾘﾋｷﾉ ｼﾖｳｶﾞｸｦ ｼﾀﾏﾜｯﾃｲﾙﾀﾒ ｹﾞﾝﾄﾞｶﾞｸｦ ﾓﾄﾞｾﾏｾﾝ"]),
    (Code::ItemRevision, &["ｶﾞﾒﾝﾆ ﾋｮｳｼﾞ ｻﾚﾀ ｱﾄﾃﾞ ｺﾉ ﾄﾘﾋｷﾉ ﾅｲﾖｳｶﾞ ﾍﾝｺｳ ｻﾚﾃｲﾏｽ ｻｲｼﾝﾉ ﾅｲﾖｳｦ ｶｸﾆﾝ ｼﾃｸﾀﾞｻｲ"]),
    (Code::ItemBeforeLastEvent, &["ｿｳｻ ﾆﾁｼﾞｶﾞ ｺﾉ ﾄﾘﾋｷﾆ ﾀｲｽﾙ ｾﾞﾝｶｲﾉ ｿｳｻﾖﾘ ﾏｴﾆ ﾅｯﾃｲﾏｽ"]),
    (Code::ItemApproverUnknown, &["ﾄｳﾛｸ ｻﾚﾃｲﾅｲ ﾘﾖｳｼｬﾆ ﾖﾙ ｼｮｳﾆﾝｶﾞ ﾌｸﾏﾚﾃｲﾙﾀﾒ ｺﾉ ｿｳｻﾊ ｵｺﾅｴﾏｾﾝ"]),
    (Code::ItemNotNeeded, &["ｺﾉ ﾄﾘﾋｷﾊ ｹﾞﾝｻﾞｲ ｺﾉ ｶﾀﾉ ｼｮｳﾆﾝ ﾄｳﾉ ｿｳｻｦ ﾋﾂﾖｳﾄ ｼﾃｲﾏｾﾝ", "ｹﾞﾝｻﾞｲ ｿｳｻ ﾃﾞｷﾙ ｶﾀ: {who}"]),
    (
        Code::LimitAccountPerDayTotal,
        &[
            "ｺｳｻﾞ 1ﾆﾁ ｱﾀﾘ ｹﾞﾝﾄﾞｶﾞｸ (ｺﾞｳｹｲ) {limit} ｦ ｺｴﾃｲﾏｽ (ﾄｳｼﾞﾂ ﾙｲｾｷｶﾞｸ {used} ｺﾝｶｲ {requested})",
            "ｺﾉ ｹﾞﾝﾄﾞｶﾞｸﾆ ｵｻﾏﾙ ｻｲﾀﾞｲﾉ ｼﾊﾗｲ ｷﾝｶﾞｸﾊ {max} ﾃﾞｽ",
        ],
    ),
    (
        Code::LimitAccountPerDayAdHoc,
        &[
            "ｺｳｻﾞ 1ﾆﾁ ｱﾀﾘ ｹﾞﾝﾄﾞｶﾞｸ (ﾂﾄﾞ ｼﾃｲ) {limit} ｦ ｺｴﾃｲﾏｽ (ﾄｳｼﾞﾂ ﾙｲｾｷｶﾞｸ {used} ｺﾝｶｲ {requested})",
            "ｺﾉ ｹﾞﾝﾄﾞｶﾞｸﾆ ｵｻﾏﾙ ｻｲﾀﾞｲﾉ ｼﾊﾗｲ ｷﾝｶﾞｸﾊ {max} ﾃﾞｽ",
        ],
    ),
    (
        Code::LimitAccountPerDayPreRegistered,
        &[
            "ｺｳｻﾞ 1ﾆﾁ ｱﾀﾘ ｹﾞﾝﾄﾞｶﾞｸ (ｼﾞｾﾞﾝ ﾄｳﾛｸ) {limit} ｦ ｺｴﾃｲﾏｽ (ﾄｳｼﾞﾂ ﾙｲｾｷｶﾞｸ {used} ｺﾝｶｲ {requested})",
            "ｺﾉ ｹﾞﾝﾄﾞｶﾞｸﾆ ｵｻﾏﾙ ｻｲﾀﾞｲﾉ ｼﾊﾗｲ ｷﾝｶﾞｸﾊ {max} ﾃﾞｽ",
        ],
    ),
    (
        Code::LimitCompanyPerDay,
        &[
            "ｷｷﾞｮｳ 1ﾆﾁ ｱﾀﾘ ｹﾞﾝﾄﾞｶﾞｸ {limit} ｦ ｺｴﾃｲﾏｽ (ﾄｳｼﾞﾂ ﾙｲｾｷｶﾞｸ {used} ｺﾝｶｲ {requested})",
            "ｺﾉ ｹﾞﾝﾄﾞｶﾞｸﾆ ｵｻﾏﾙ ｻｲﾀﾞｲﾉ ｼﾊﾗｲ ｷﾝｶﾞｸﾊ {max} ﾃﾞｽ",
        ],
    ),
    (
        Code::LimitUserPerOperation,
        &[
            "ﾘﾖｳｼｬ 1ｶｲ ｱﾀﾘ ｹﾞﾝﾄﾞｶﾞｸ {limit} ｦ ｺｴﾃｲﾏｽ (ｺﾝｶｲ {requested})",
            "ｺﾉ ｹﾞﾝﾄﾞｶﾞｸﾆ ｵｻﾏﾙ ｻｲﾀﾞｲﾉ ｼﾊﾗｲ ｷﾝｶﾞｸﾊ {max} ﾃﾞｽ",
        ],
    ),
    (
        Code::LimitApproverPerItem,
        &[
            "ｼｮｳﾆﾝｼｬﾉ ﾒｲｻｲ ｼﾞｮｳｹﾞﾝ ｷﾝｶﾞｸ {limit} ｦ ｺｴﾃｲﾏｽ (ｺﾝｶｲ {requested})",
            "ｺﾉ ｹﾞﾝﾄﾞｶﾞｸﾆ ｵｻﾏﾙ ｻｲﾀﾞｲﾉ ｼﾊﾗｲ ｷﾝｶﾞｸﾊ {max} ﾃﾞｽ",
        ],
    ),
    (
        Code::LimitDeclared,
        &["ｹﾞﾝﾄﾞｶﾞｸ ({key}) {limit} ｦ ｺｴﾃｲﾏｽ (ｼﾖｳｽﾞﾐ {used} ｺﾝｶｲ {requested})", "ｺﾉ ｹﾞﾝﾄﾞｶﾞｸﾆ ｵｻﾏﾙ ｻｲﾀﾞｲﾊ {max} ﾃﾞｽ"],
    ),
    (
        Code::LimitCeilingAccountPerDayTotal,
        &[
            "ｷﾝﾕｳｷｶﾝﾉ ｺｳｻﾞ 1ﾆﾁ ｱﾀﾘ ﾄﾘｱﾂｶｲ ｹﾞﾝﾄﾞｶﾞｸ {limit} ｦ ｺｴﾃｲﾏｽ (ﾄｳｼﾞﾂ ﾙｲｾｷｶﾞｸ {used} ｺﾝｶｲ {requested})",
            "ｺﾉ ｹﾞﾝﾄﾞｶﾞｸﾆ ｵｻﾏﾙ ｻｲﾀﾞｲﾉ ｼﾊﾗｲ ｷﾝｶﾞｸﾊ {max} ﾃﾞｽ",
        ],
    ),
    (
        Code::LimitCeilingAccountPerDayAdHoc,
        &[
            "ｷﾝﾕｳｷｶﾝﾉ ｺｳｻﾞ 1ﾆﾁ ｱﾀﾘ ﾄﾘｱﾂｶｲ ｹﾞﾝﾄﾞｶﾞｸ (ﾂﾄﾞ ｼﾃｲ) {limit} ｦ ｺｴﾃｲﾏｽ (ﾄｳｼﾞﾂ ﾙｲｾｷｶﾞｸ {used} ｺﾝｶｲ {requested})",
            "ｺﾉ ｹﾞﾝﾄﾞｶﾞｸﾆ ｵｻﾏﾙ ｻｲﾀﾞｲﾉ ｼﾊﾗｲ ｷﾝｶﾞｸﾊ {max} ﾃﾞｽ",
        ],
    ),
    (
        Code::LimitCeilingAccountPerDayPreRegistered,
        &[
            "ｷﾝﾕｳｷｶﾝﾉ ｺｳｻﾞ 1ﾆﾁ ｱﾀﾘ ﾄﾘｱﾂｶｲ ｹﾞﾝﾄﾞｶﾞｸ (ｼﾞｾﾞﾝ ﾄｳﾛｸ) {limit} ｦ ｺｴﾃｲﾏｽ (ﾄｳｼﾞﾂ ﾙｲｾｷｶﾞｸ {used} ｺﾝｶｲ {requested})",
            "ｺﾉ ｹﾞﾝﾄﾞｶﾞｸﾆ ｵｻﾏﾙ ｻｲﾀﾞｲﾉ ｼﾊﾗｲ ｷﾝｶﾞｸﾊ {max} ﾃﾞｽ",
        ],
    ),
    (
        Code::LimitCeilingCompanyPerDay,
        &[
            "ｷﾝﾕｳｷｶﾝﾉ ｷｷﾞｮｳ 1ﾆﾁ ｱﾀﾘ ﾄﾘｱﾂｶｲ ｹﾞﾝﾄﾞｶﾞｸ {limit} ｦ ｺｴﾃｲﾏｽ (ﾄｳｼﾞﾂ ﾙｲｾｷｶﾞｸ {used} ｺﾝｶｲ {requested})",
            "ｺﾉ ｹﾞﾝﾄﾞｶﾞｸﾆ ｵｻﾏﾙ ｻｲﾀﾞｲﾉ ｼﾊﾗｲ ｷﾝｶﾞｸﾊ {max} ﾃﾞｽ",
        ],
    ),
    (
        Code::LimitCeilingUserPerOperation,
        &[
            "ｷﾝﾕｳｷｶﾝﾉ 1ｶｲ ｱﾀﾘ ﾄﾘｱﾂｶｲ ｹﾞﾝﾄﾞｶﾞｸ {limit} ｦ ｺｴﾃｲﾏｽ (ｺﾝｶｲ {requested})",
            "ｺﾉ ｹﾞﾝﾄﾞｶﾞｸﾆ ｵｻﾏﾙ ｻｲﾀﾞｲﾉ ｼﾊﾗｲ ｷﾝｶﾞｸﾊ {max} ﾃﾞｽ",
        ],
    ),
    (
        Code::LimitCeilingDeclared,
        &[
            "ｷﾝﾕｳｷｶﾝﾉ ﾄﾘｱﾂｶｲ ｹﾞﾝﾄﾞｶﾞｸ ({key}) {limit} ｦ ｺｴﾃｲﾏｽ (ｼﾖｳｽﾞﾐ {used} ｺﾝｶｲ {requested})",
            "ｺﾉ ｹﾞﾝﾄﾞｶﾞｸﾆ ｵｻﾏﾙ ｻｲﾀﾞｲﾊ {max} ﾃﾞｽ",
        ],
    ),
    (
        Code::LimitPerItem,
        &[
            "1ｹﾝ ｱﾀﾘ ﾄﾘｱﾂｶｲ ｹﾞﾝﾄﾞｶﾞｸ {limit} ｦ ｺｴﾃｲﾏｽ (ｺﾝｶｲ {requested})",
            "ｺﾉ ｹﾞﾝﾄﾞｶﾞｸﾆ ｵｻﾏﾙ ｻｲﾀﾞｲﾉ ｼﾊﾗｲ ｷﾝｶﾞｸﾊ {max} ﾃﾞｽ",
        ],
    ),
    (
        Code::LimitPerBatch,
        &[
            "ｲｯｶﾂ ｲﾗｲﾉ ｺﾞｳｹｲ ｹﾞﾝﾄﾞｶﾞｸ {limit} ｦ ｺｴﾃｲﾏｽ (ｺﾝｶｲ {requested})",
            "ｺﾉ ｹﾞﾝﾄﾞｶﾞｸﾆ ｵｻﾏﾙ ｻｲﾀﾞｲﾉ ｼﾊﾗｲ ｷﾝｶﾞｸﾊ {max} ﾃﾞｽ",
        ],
    ),
    (Code::LimitMaxItems, &["ﾒｲｻｲ ｹﾝｽｳｶﾞ ｼﾞｮｳｹﾞﾝ {limit}ｹﾝｦ ｺｴﾃｲﾏｽ (ｺﾝｶｲ {requested}ｹﾝ)"]),
    (Code::LimitUsageDay, &["ﾄｳｼﾞﾂ ﾙｲｾｷｶﾞｸﾉ ﾋﾂﾞｹｶﾞ ﾀﾀﾞｼｸ ｱﾘﾏｾﾝ (ﾀﾀﾞｼｲ ﾋﾂﾞｹ: {expected})"]),
    (Code::PermissionUserDisabled, &["ｺﾞﾘﾖｳｶﾞ ﾃｲｼ ｻﾚﾃｲﾙﾀﾒ ｵﾄﾘﾋｷ ﾃﾞｷﾏｾﾝ"]),
    (Code::PermissionRole, &["ｶﾝﾘｼｬ ｹﾝｹﾞﾝｶﾞ ﾅｲﾀﾒ ｺﾉ ｿｳｻﾊ ｵｺﾅｴﾏｾﾝ"]),
    (Code::PermissionBusinessNotContracted, &["ｺﾉ ｷﾞｮｳﾑﾊ ｺﾞｹｲﾔｸ ｲﾀﾀﾞｲﾃ ｵﾘﾏｾﾝ"]),
    (Code::PermissionPayeeKind, &["ｺﾉ ｷﾞｮｳﾑﾃﾞﾊ ｺﾉ ﾌﾘｺﾐｻｷ ｼﾃｲ ﾎｳﾎｳﾊ ｺﾞﾘﾖｳ ﾃﾞｷﾏｾﾝ"]),
    (Code::PermissionRight, &["ｺﾉ ｿｳｻｦ ｵｺﾅｳ ｹﾝｹﾞﾝｶﾞ ｱﾘﾏｾﾝ"]),
    (Code::PermissionScope, &["ｵﾓﾁﾉ ｹﾝｹﾞﾝﾃﾞﾊ ｺﾉ ﾄﾘﾋｷｦ ｿｳｻ ﾃﾞｷﾏｾﾝ"]),
    (Code::PermissionAccount, &["ｺﾉ ｺｳｻﾞﾊ ｺﾞﾘﾖｳ ﾃﾞｷﾏｾﾝ"]),
    (Code::PermissionApprover, &["ｼﾃｲ ｻﾚﾀ ｼｮｳﾆﾝｼｬ ｲｶﾞｲﾉ ｶﾀﾊ ｿｳｻ ﾃﾞｷﾏｾﾝ"]),
    (Code::PermissionSelfApproval, &["ｺﾞｼﾞｼﾝｶﾞ ｲﾗｲ ｼﾀ ﾄﾘﾋｷﾊ ｼｮｳﾆﾝ ﾃﾞｷﾏｾﾝ"]),
    (Code::PermissionTargetSelf, &["ｺﾞｼﾞｼﾝｦ ｻｸｼﾞｮ ｽﾙｺﾄﾊ ﾃﾞｷﾏｾﾝ"]),
    (Code::PermissionTargetMaster, &["ﾏｽﾀｰﾕｰｻﾞﾆ ﾀｲｼﾃ ｺﾉ ｿｳｻﾊ ｵｺﾅｴﾏｾﾝ ｵﾄﾘﾋｷﾃﾝﾍ ｵﾓｳｼﾃﾞ ｸﾀﾞｻｲ"]),
    (Code::PermissionTargetCertificate, &["ﾊｯｺｳｽﾞﾐﾉ ﾃﾞﾝｼ ｼｮｳﾒｲｼｮｶﾞ ﾅｲﾀﾒ ｼｯｺｳ ﾃﾞｷﾏｾﾝ"]),
    (Code::PermissionTargetOneTimePassword, &["ｺﾉ ﾘﾖｳｼｬﾉ ﾜﾝﾀｲﾑ ﾊﾟｽﾜｰﾄﾞﾉ ﾘﾖｳ ｼﾞｮｳﾀｲﾃﾞﾊ ｺﾉ ｿｳｻﾊ ｵｺﾅｴﾏｾﾝ"]),
    (Code::PermissionRequester, &["ｺﾉ ﾄﾘﾋｷﾉ ｲﾗｲｼｬﾊ ﾘﾖｳｼｬﾄｼﾃ ﾄｳﾛｸ ｻﾚﾃｲﾏｾﾝ"]),
    (Code::PermissionGroup, &["ｺﾉ ｸﾞﾙｰﾌﾟﾆ ｼｮｿﾞｸ ｼﾃｲﾅｲﾀﾒ ｿｳｻﾃﾞｷﾏｾﾝ"]),
];

/// What is said where there is no answer, by the code of the error.
const ERRORS: &[(RequestErrorCode, &str)] = &[
    (RequestErrorCode::Json, "ﾘｸｴｽﾄｦ JSONﾄｼﾃ ﾖﾐﾄﾚﾏｾﾝ"),
    (RequestErrorCode::Size, "ﾘｸｴｽﾄ ｾﾞﾝﾀｲｶﾞ ｵｵｷｽｷﾞﾏｽ"),
    (RequestErrorCode::TextLong, "ﾓｼﾞﾚﾂｶﾞ ﾅｶﾞｽｷﾞﾏｽ"),
    (RequestErrorCode::ListLong, "ﾖｳｿｶﾞ ｵｵｽｷﾞﾏｽ"),
    (RequestErrorCode::Type, "ｱﾀｲﾉ ｶﾀｶﾞ ﾀﾀﾞｼｸ ｱﾘﾏｾﾝ"),
    (RequestErrorCode::FieldUnknown, "ｺｺﾆﾊ ｼﾃｲ ﾃﾞｷﾅｲ ｺｳﾓｸﾃﾞｽ"),
    (RequestErrorCode::FieldDuplicate, "ｺｳﾓｸｶﾞ ﾁｮｳﾌｸ ｼﾃｲﾏｽ"),
    (RequestErrorCode::FieldMissing, "ｺｳﾓｸｶﾞ ｼﾃｲ ｻﾚﾃｲﾏｾﾝ"),
    (RequestErrorCode::UserUnknown, "ﾘﾖｳｼｬｶﾞ ﾄｳﾛｸ ｻﾚﾃｲﾏｾﾝ"),
    (RequestErrorCode::BusinessUnknown, "ﾄﾘｱﾂｶｯﾃｲﾅｲ ｷﾞｮｳﾑﾃﾞｽ"),
    (RequestErrorCode::GroupUnknown, "ｸﾞﾙｰﾌﾟｶﾞ ﾄｳﾛｸ ｻﾚﾃｲﾏｾﾝ"),
    (RequestErrorCode::OperationUnknown, "ｿﾉ ﾖｳﾅ ｿｳｻﾊ ｱﾘﾏｾﾝ"),
    (RequestErrorCode::AccountUnknown, "ｺｳｻﾞｶﾞ ﾄｳﾛｸ ｻﾚﾃｲﾏｾﾝ"),
    (RequestErrorCode::NowMalformed, "ｿｳｻ ﾆﾁｼﾞｶﾞ ｼﾞｻﾂｷﾉ ﾆﾁｼﾞﾃﾞﾊ ｱﾘﾏｾﾝ"),
    (RequestErrorCode::Shape, "ｷﾞｮｳﾑﾄ ﾒｲｻｲﾉ ｼﾃｲ ﾎｳﾎｳｶﾞ ｱｲﾏｾﾝ"),
    (RequestErrorCode::UsageIncomplete, "ﾙｲｾｷｶﾞｸﾆ ﾀﾘﾅｲ ｺｳﾓｸｶﾞ ｱﾘﾏｽ"),
    (RequestErrorCode::UsageDuplicate, "ﾙｲｾｷｶﾞｸｶﾞ ﾁｮｳﾌｸ ｼﾃｲﾏｽ"),
    (RequestErrorCode::UsagePayee, "ﾙｲｾｷｶﾞｸﾉ ﾌﾘｺﾐｻｷｶﾞ ﾀﾀﾞｼｸ ｱﾘﾏｾﾝ"),
    (RequestErrorCode::UsageLimit, "ｿﾉ ﾖｳﾅ ｹﾞﾝﾄﾞｶﾞｸﾊ ｱﾘﾏｾﾝ"),
    (RequestErrorCode::UsageDay, "ﾙｲｾｷｶﾞｸﾉ ﾋﾂﾞｹｶﾞ ﾀﾀﾞｼｸ ｱﾘﾏｾﾝ"),
    (RequestErrorCode::UsageUsed, "ﾙｲｾｷｶﾞｸｶﾞ ｷﾝｶﾞｸﾄｼﾃ ﾀﾀﾞｼｸ ｱﾘﾏｾﾝ"),
    (RequestErrorCode::ItemUnknown, "ﾄﾘﾋｷﾉ ｺｳﾓｸﾉ ｱﾀｲｶﾞ ﾀﾀﾞｼｸ ｱﾘﾏｾﾝ"),
    (RequestErrorCode::ItemImpossible, "ﾄﾘﾋｷﾉ ﾅｲﾖｳﾆ ﾑｼﾞｭﾝｶﾞ ｱﾘﾏｽ"),
    (RequestErrorCode::EventUnknown, "ｿﾉ ﾖｳﾅ ｲﾍﾞﾝﾄﾊ ｱﾘﾏｾﾝ"),
    (RequestErrorCode::TargetUnknown, "ｿｳｻ ﾀｲｼｮｳﾉ ｱﾀｲｶﾞ ﾀﾀﾞｼｸ ｱﾘﾏｾﾝ"),
    (RequestErrorCode::AccessUnknown, "ﾃｲｷﾞ ｻﾚﾃｲﾅｲ ｿﾞｸｾｲﾃﾞｽ"),
    (RequestErrorCode::AccessValue, "ｿﾞｸｾｲﾉ ｱﾀｲｶﾞ ﾀﾀﾞｼｸ ｱﾘﾏｾﾝ"),
    (RequestErrorCode::Largest, "ｼﾊﾗｲ ｷﾝｶﾞｸｦ ﾓﾄﾒﾗﾚﾏｾﾝ"),
    (RequestErrorCode::Possible, "ﾒｲｻｲｶﾞ ｵｵｽｷﾞﾙﾀﾒ ｼﾃｲ ﾃﾞｷﾙ ｱﾀｲｦ ｼﾗﾍﾞﾗﾚﾏｾﾝ"),
    (RequestErrorCode::Form, "ﾌｫｰﾑﾉ ｼﾃｲｶﾞ ﾀﾀﾞｼｸ ｱﾘﾏｾﾝ"),
    (RequestErrorCode::ImageForm, "ｲﾒｰｼﾞﾆﾊ ｷｷﾞｮｳ ﾌﾞﾝｼｮｶﾞ ﾌｸﾏﾚﾃｲﾏｾﾝ"),
    (RequestErrorCode::FeeNotOffered, "ﾄﾘｱﾂｶｯﾃｲﾅｲ ﾃｽｳﾘｮｳﾃﾞｽ"),
    (RequestErrorCode::FormDate, "ﾋﾂﾞｹｶﾞ ﾀﾀﾞｼｸ ｱﾘﾏｾﾝ"),
    (RequestErrorCode::FeeNoTableInForce, "ﾃｷﾖｳ ｻﾚﾙ ﾃｽｳﾘｮｳﾋｮｳｶﾞ ｱﾘﾏｾﾝ"),
];

/// What each field is called, by its number.
pub(super) const FIELDS: &[(u16, &str)] = &[
    (1, "ﾘﾖｳｼｬ"),
    (2, "ｿｳｻ"),
    (3, "ｷﾞｮｳﾑ"),
    (4, "ｿｳｻ ﾆﾁｼﾞ"),
    (5, "ｼｭｯｷﾝ ｺｳｻﾞ"),
    (6, "ｸﾞﾙｰﾌﾟ"),
    (16, "ﾌﾘｺﾐ ｼﾃｲﾋﾞ"),
    (17, "ｲﾗｲ ﾎｳﾎｳ"),
    (18, "ﾒｲｻｲ"),
    (20, "ﾌﾘｺﾐ ｲﾗｲﾆﾝﾒｲ"),
    (21, "ｲﾗｲﾆﾝ ﾊﾞﾝｺﾞｳ"),
    (30, "ｼｮｳﾆﾝｼｬ"),
    (31, "ﾌﾀﾘﾒﾉ ｼｮｳﾆﾝｼｬ"),
    (41, "ﾙｲｾｷｶﾞｸﾉ ﾋﾂﾞｹ"),
    (42, "ﾙｲｾｷｶﾞｸ"),
    (43, "ﾄｳｼﾞﾂ ﾙｲｾｷｶﾞｸ"),
    (44, "ﾙｲｾｷｶﾞｸ"),
    (100, "ﾌﾘｺﾐｻｷ"),
    (101, "ﾌﾘｺﾐｻｷﾉ ｼﾃｲ ﾎｳﾎｳ"),
    (102, "ﾌﾘｺﾐｻｷ ｷﾝﾕｳｷｶﾝ"),
    (103, "ﾌﾘｺﾐｻｷ ｼﾃﾝ"),
    (104, "ﾌﾘｺﾐｻｷﾉ ﾖｷﾝ ｼｭﾓｸ"),
    (105, "ﾌﾘｺﾐｻｷﾉ ｺｳｻﾞ ﾊﾞﾝｺﾞｳ"),
    (106, "ｳｹﾄﾘﾆﾝﾒｲ"),
    (107, "ﾌﾘｺﾐｻｷ ﾄｳﾛｸﾋﾞ"),
    (108, "ﾌﾘｺﾐｻｷ ﾄｳﾛｸ ﾆﾁｼﾞ"),
    (110, "ｼﾊﾗｲ ｷﾝｶﾞｸ"),
    (111, "ﾃｽｳﾘｮｳ ﾌﾀﾝ"),
    (112, "ｾﾝﾎﾟｳﾌﾀﾝ ﾃｽｳﾘｮｳ"),
    (113, "ﾌﾘｺﾐ ﾊﾟﾀｰﾝ"),
    (114, "EDI ｼﾞｮｳﾎｳ"),
    (200, "ﾄﾘﾋｷ"),
    (201, "ｲﾗｲｼｬ"),
    (202, "ﾄﾘﾋｷﾉ ｼｮｳﾆﾝｼｬ"),
    (203, "ｷﾘｶｴﾓﾄﾉ ｷﾞｮｳﾑ"),
    (204, "ﾌﾘｺﾐｻｷﾉ ｼﾃｲ ﾎｳﾎｳ"),
    (205, "ｲﾗｲ ﾎｳﾎｳ"),
    (206, "ﾄﾘﾋｷﾉ ｼﾞｮｳﾀｲ"),
    (207, "ﾄﾘﾋｷﾉ ｼｮｳﾆﾝ ﾎｳﾎｳ"),
    (208, "ﾄﾘﾋｷﾉ ｼｮｳﾆﾝ"),
    (210, "ｷﾘｶｴｻｷﾉ ｷﾞｮｳﾑ"),
    (211, "ｶｸﾆﾝｼﾀ ﾄﾘﾋｷﾉ ﾊﾝｽｳ"),
    (300, "ﾘﾖｳ ｼｶｸﾉ ｶｸﾆﾝﾆ ﾋﾂﾖｳﾅ ｼﾞｮｳﾎｳ"),
    (301, "ﾘﾖｳ ｼｶｸﾉ ｶｸﾆﾝﾆ ﾋﾂﾖｳﾅ ｼﾞｮｳﾎｳ"),
    (310, "ﾀｲｼｮｳﾉ ﾘﾖｳｼｬ"),
    (311, "ﾀｲｼｮｳﾉ ﾃﾞﾝｼ ｼｮｳﾒｲｼｮ ｼﾞｮｳﾀｲ"),
    (312, "ﾀｲｼｮｳﾉ ﾜﾝﾀｲﾑ ﾊﾟｽﾜｰﾄﾞ ｼﾞｮｳﾀｲ"),
];

/// Kinds of characters.
const KINDS: &[(CharacterKind, &str)] = &[
    (CharacterKind::Any, "ｾｲｷﾞｮ ﾓｼﾞ ｲｶﾞｲﾉ ﾓｼﾞ"),
    (CharacterKind::Digits, "ﾊﾝｶｸ ｽｳｼﾞ"),
    (CharacterKind::Alphanumerics, "ﾊﾝｶｸ ｴｲｽｳｼﾞ"),
    (CharacterKind::AlphanumericsAndSymbols, "ﾊﾝｶｸ ｴｲｽｳｼﾞ ｷｺﾞｳ"),
    (CharacterKind::HalfWidth, "ﾊﾝｶｸ ﾓｼﾞ"),
    (CharacterKind::FullWidth, "ｾﾞﾝｶｸ ﾓｼﾞ"),
    (CharacterKind::FullWidthCp932, "ｾﾞﾝｶｸ ﾓｼﾞ"),
    (CharacterKind::FullOrHalfWidth, "ｾﾞﾝｶｸ ﾏﾀﾊ ﾊﾝｶｸ ﾓｼﾞ"),
    (CharacterKind::FullOrHalfWidthCp932, "ｾﾞﾝｶｸ ﾏﾀﾊ ﾊﾝｶｸ ﾓｼﾞ"),
    (CharacterKind::Mail, "ﾊﾝｶｸ ｴｲｽｳｼﾞ ｷｺﾞｳ"),
    (CharacterKind::ZenginName, "ﾊﾝｶｸ ｶﾅ(ｵｵﾓｼﾞ) ｴｲｵｵﾓｼﾞ ｽｳｼﾞ ｽﾍﾟｰｽ ( ) - ."),
    (CharacterKind::ZenginPayroll, "ﾊﾝｶｸ ｶﾅ(ｵｵﾓｼﾞ) ｽｳｼﾞ ｽﾍﾟｰｽ"),
    (CharacterKind::ZenginBranch, "ﾊﾝｶｸ ｶﾅ(ｵｵﾓｼﾞ) ｴｲｵｵﾓｼﾞ ｽｳｼﾞ ｽﾍﾟｰｽ ﾊｲﾌﾝ"),
    (CharacterKind::ZenginEdi, "ﾊﾝｶｸ ｶﾅ(ｵｵﾓｼﾞ) ｴｲｵｵﾓｼﾞ ｽｳｼﾞ ｽﾍﾟｰｽ ¥ ( ) - / ."),
];

/// Classes of characters.
const CLASSES: &[(MixClass, &str)] = &[
    (MixClass::Letter, "ｴｲｼﾞ"),
    (MixClass::Digit, "ｽｳｼﾞ"),
    (MixClass::Upper, "ｴｲｵｵﾓｼﾞ"),
    (MixClass::Lower, "ｴｲｺﾓｼﾞ"),
    (MixClass::Symbol, "ｷｺﾞｳ"),
];

/// What is said of a field that is missing, behind its name.
pub(super) const MISSING: &str = " ｦ ﾆｭｳﾘｮｸ ｼﾃｸﾀﾞｻｲ";
/// What one of the items of a batch is called, ahead of its number.
pub(super) const ITEM: &str = "ﾒｲｻｲ";
/// Yen, behind an amount.
pub(super) const YEN: &str = "ｴﾝ";
/// How many items, behind a number.
pub(super) const ITEMS: &str = "ｹﾝ";

/// The text of a code of a reason, and its ways out.
pub(super) const fn of_code(code: Code) -> Option<(&'static str, &'static [&'static str])> {
    let mut rest = REASONS;
    while let [(known, texts), others @ ..] = rest {
        if known.number() == code.number()
            && let [text, ways @ ..] = *texts
        {
            return Some((text, ways));
        }
        rest = others;
    }
    None
}

/// The text of a code of an error.
pub(super) const fn of_error(code: RequestErrorCode) -> Option<&'static str> {
    let mut rest = ERRORS;
    while let [(known, text), others @ ..] = rest {
        if known.number() == code.number() {
            return Some(text);
        }
        rest = others;
    }
    None
}

/// Each code has its text.
const _: () = {
    let mut codes = Code::ALL;
    while let [code, others @ ..] = codes {
        assert!(of_code(*code).is_some(), "a reason without a kana text");
        codes = others;
    }
    let mut codes = RequestErrorCode::ALL;
    while let [code, others @ ..] = codes {
        assert!(of_error(*code).is_some(), "an error without a kana text");
        codes = others;
    }
};

/// What a field of a number is called.
pub(super) fn of_field(number: u16) -> Option<&'static str> {
    FIELDS.iter().find(|(known, _)| *known == number).map(|(_, label)| *label)
}

/// What a kind of characters is called, by its name.
pub(super) fn of_kind(name: &str) -> Option<&'static str> {
    KINDS.iter().find(|(known, _)| known.name() == name).map(|(_, label)| *label)
}

/// What a class of characters is called, by its name.
pub(super) fn of_class(name: &str) -> Option<&'static str> {
    CLASSES.iter().find(|(known, _)| known.name() == name).map(|(_, label)| *label)
}

#[cfg(test)]
mod tests;
