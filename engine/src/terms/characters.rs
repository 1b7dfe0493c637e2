//! Kinds of characters that a field may take.

vocabulary! {
    /// A kind of characters (文字種), each defined by its ranges in `docs/rules.md`, section 13.1.
    #[non_exhaustive]
    CharacterKind {
        /// All but control characters.
        Any = "any",
        /// 半角数字.
        Digits = "digits",
        /// 半角英数字.
        Alphanumerics = "alphanumerics",
        /// 半角英数字記号.
        AlphanumericsAndSymbols = "alphanumericsAndSymbols",
        /// 半角.
        HalfWidth = "halfWidth",
        /// 全角: JIS X 0208.
        FullWidth = "fullWidth",
        /// 全角: JIS X 0208 and what CP932 adds.
        FullWidthCp932 = "fullWidthCp932",
        /// 全角または半角.
        FullOrHalfWidth = "fullOrHalfWidth",
        /// 全角または半角, with what CP932 adds.
        FullOrHalfWidthCp932 = "fullOrHalfWidthCp932",
        /// メールアドレス.
        Mail = "mail",
        /// 全銀カナ: names of parties.
        ZenginName = "zenginName",
        /// 全銀カナ: payees of payrolls.
        ZenginPayroll = "zenginPayroll",
        /// 全銀カナ: names of branches.
        ZenginBranch = "zenginBranch",
        /// 全銀カナ: EDI information.
        ZenginEdi = "zenginEdi",
    }
}

vocabulary! {
    /// A class of characters of which a text must have one (混在).
    #[non_exhaustive]
    MixClass {
        /// 英字.
        Letter = "letter",
        /// 数字.
        Digit = "digit",
        /// 英大文字.
        Upper = "upper",
        /// 英小文字.
        Lower = "lower",
        /// 記号.
        Symbol = "symbol",
    }
}
