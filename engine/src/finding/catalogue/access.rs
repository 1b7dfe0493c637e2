//! The part of the catalogue between: findings about access (利用条件).

/// The catalogue of these findings behind others, and those of companies after them.
macro_rules! with_findings_of_access {
    ($($others:tt)*) => {
        with_findings_of_companies! {
            $($others)*

            // Access.
            AccessAttributeUnknown = 153 "access.attribute.unknown" Error (attribute, meant)
                "there is no attribute `{attribute}`"
                "属性「{attribute}」は定義されていません"
                hint "did you mean `{meant}`?" "「{meant}」の誤りではありませんか";
            AccessAttributeKnown = 154 "access.attribute.known" Error (attribute)
                "`{attribute}` is an attribute that every bank has, and cannot be declared again"
                "「{attribute}」は標準の属性のため、改めて宣言することはできません";
            AccessAttributeKey = 155 "access.attribute.key" Error (attribute)
                "the name `{attribute}` of an attribute must not have a dot"
                "属性名「{attribute}」に「.」は使用できません";
            AccessAttributeValues = 156 "access.attribute.values" Error
                "`values` goes with the types `choice` and `set` only"
                "値の一覧（`values`）は、型が`choice`または`set`の属性にのみ指定できます";
            AccessAttributeRanges = 157 "access.attribute.ranges" Error
                "an attribute of type `ranges` can be stated by the company only"
                "型が`ranges`の属性は、企業の属性（`company`）としてのみ宣言できます";
            AccessAttributePlace = 158 "access.attribute.place" Error (attribute, place)
                "`{attribute}` is an attribute of {place}, and is not stated here"
                "属性「{attribute}」は{place}の属性のため、ここには指定できません";
            AccessAttributeNotStated = 159 "access.attribute.notStated" Warning (attribute)
                "conditions of the bank ask for `{attribute}`, which the company does not state"
                "金融機関の利用条件で使用する属性「{attribute}」が設定されていません";
            AccessValue = 160 "access.value" Error (text, attribute, expected)
                "`{text}` is not a value of `{attribute}`, which is {expected}"
                "「{text}」は属性「{attribute}」の値として正しくありません（正しい値: {expected}）";
            AccessConditionDuplicate = 161 "access.condition.duplicate" Error (condition)
                "there are two conditions `{condition}`"
                "条件「{condition}」が重複しています";
            AccessRequire = 162 "access.require" Error
                "what is required is either one of `all`, `any` and `not`, or an `attribute` with an operator"
                "`all`、`any`、`not`のいずれか一つ、または`attribute`と比較演算子を指定してください";
            AccessOperatorCount = 163 "access.operator.count" Error (count)
                "a comparison has one operator, not {count}"
                "比較演算子は一つだけ指定してください（{count}個指定されています）";
            AccessOperatorType = 164 "access.operator.type" Error (operator, attribute, expected)
                "`{operator}` cannot be asked of `{attribute}`, whose value is {expected}"
                "比較演算子「{operator}」は、属性「{attribute}」（値: {expected}）には使用できません";
            AccessInRanges = 165 "access.in.ranges" Error (attribute)
                "`{attribute}` is not an attribute of type `ranges`"
                "属性「{attribute}」の型は`ranges`ではありません";
            AccessCode = 166 "access.code" Error (code, attribute)
                "the code `{code}` is about `{attribute}`, which does not stand in the condition"
                "理由コード「{code}」の対象である属性「{attribute}」が条件に含まれていません";
            AccessRangeMalformed = 167 "access.range.malformed" Error (range)
                "`{range}` is not a range of addresses"
                "「{range}」はアドレス範囲として正しくありません"
                hint "write 203.0.113.7, 203.0.113.0/24 or 203.0.113.7-203.0.113.20, or the same in IPv6"
                     "「203.0.113.7」「203.0.113.0/24」「203.0.113.7-203.0.113.20」のいずれかの形式（IPv6も同様）で指定してください";
            AccessRangeHostBits = 168 "access.range.hostBits" Error (range, first)
                "`{range}` is not the first address of its range, which is {first}"
                "「{range}」は範囲の先頭のアドレス（{first}）ではありません";
            AccessRangeOrder = 169 "access.range.order" Error (range)
                "the range `{range}` ends before it begins"
                "アドレス範囲「{range}」の終わりが始まりより前になっています";
            AccessRangeFamilies = 170 "access.range.families" Error (range)
                "the range `{range}` has an address of IPv4 and one of IPv6"
                "アドレス範囲「{range}」にIPv4とIPv6のアドレスが混在しています";
            AccessRangeAll = 171 "access.range.all" Error
                "the ranges hold every address there is"
                "アドレス範囲がすべてのアドレスを含んでいます";
            AccessConditionNever = 172 "access.condition.never" Error
                "the condition never applies: none of its operations has its scope and belongs to a business where it names some"
                "条件に該当する操作がないため、この条件は適用されません";
            AccessConditionAlways = 173 "access.condition.always" Warning
                "the condition is fulfilled whatever is stated"
                "この条件は、値にかかわらず常に満たされます";
            AccessConditionImpossible = 174 "access.condition.impossible" Warning
                "the condition is fulfilled by nothing that can be stated"
                "この条件を満たす値はありません";
            AccessRangeMapped = 175 "access.range.mapped" Error (range)
                "the range `{range}` is one of IPv4 in the spelling of IPv6"
                "アドレス範囲「{range}」はIPv4の範囲をIPv6の形式で表したものです"
                hint "write it as IPv4" "IPv4の形式で指定してください";
            AccessWithinSet = 183 "access.within.set" Error (attribute)
                "`{attribute}` is not a set of the same values"
                "属性「{attribute}」は、同じ値をもつ集合（`set`）ではありません";
            AccessGiven = 184 "access.given" Error
                "`given` is `true`, or left out"
                "`given`には`true`のみ指定できます";
            AccessOffset = 185 "access.offset" Error (text)
                "`{text}` is no clock with an offset"
                "「{text}」は日時の指定として正しくありません"
                hint "write `now-5m`, `now+24h` or `now-90d` for instants, `today-1d` or `today+30d` for days"
                     "日時は「now-5m」「now+24h」「now-90d」、日付は「today-1d」「today+30d」のように指定してください";
        }
    };
}
