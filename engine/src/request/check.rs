//! What a request that was not read from text keeps to all the same (`docs/rules.md`, sections 3 and 11).

use alloc::format;
use alloc::string::String;

use crate::json::Scanner;
use crate::language::bounds::SET_VALUES;
use crate::request::error::{Expected, Mistake};
use crate::request::read::{
    APPROVERS_MAX, ATTRIBUTES_MAX, ITEMS_MAX, REQUEST_BYTES_MAX, TEXT_BYTES_MAX, USAGE_MAX,
};
use crate::request::{AccessValue, Request, RequestError, RequestLine, RequestUsage, Text, Typed};

type Result = core::result::Result<(), RequestError>;

impl Typed<'_> {
    /// Whether it counts as absent.
    pub(crate) fn is_empty(&self) -> bool {
        matches!(self, Self::Text(text) if text.is_empty())
    }
}

impl Request<'_> {
    /// Holds a request to the bounds of one that is read from text.
    ///
    /// # Errors
    ///
    /// Those of [`Request::from_json`] that a request made of values can have.
    pub(crate) fn check(&self) -> Result {
        if self.is_short() { Ok(()) } else { self.check_each() }
    }

    /// Whether nothing of it comes near a bound, and no number stands in it: what nearly every request is.
    #[inline]
    fn is_short(&self) -> bool {
        let mut lengths = Lengths::default();
        let texts = [
            &self.user,
            &self.business,
            &self.own_operation,
            &self.group,
            &self.account,
            &self.now,
            &self.value_date,
            &self.entry,
            &self.sender_name,
            &self.sender_code,
        ];
        texts.into_iter().for_each(|text| lengths.text(text));
        lengths.line(&self.single);
        self.lines.iter().for_each(|line| lengths.line(line));
        self.approvers.iter().for_each(|id| lengths.add(id));
        for entry in &self.usage {
            [&entry.limit, &entry.day].into_iter().for_each(|text| lengths.add(text));
            [&entry.account, &entry.business, &entry.user, &entry.payee]
                .into_iter()
                .for_each(|text| lengths.text(text));
            lengths.typed(&entry.used);
        }
        let lists = self.lines.len() <= ITEMS_MAX
            && self.usage.len() <= USAGE_MAX
            && self.approvers.len() <= APPROVERS_MAX
            && self.access.is_empty()
            && self.order.is_none()
            && self.target.is_none();
        lists && lengths.any < TEXT_BYTES_MAX && lengths.sum <= REQUEST_BYTES_MAX
    }

    /// Looks at one thing after the other, for the first that is wrong.
    #[inline(never)]
    fn check_each(&self) -> Result {
        let mut check = Check::default();
        check.many(self.lines.len(), ITEMS_MAX, "/items")?;
        check.many(self.usage.len(), USAGE_MAX, "/usage")?;
        check.many(self.approvers.len(), APPROVERS_MAX, "/approvers")?;
        for (text, path) in [
            (&self.user, "/user"),
            (&self.business, "/business"),
            (&self.own_operation, "/operation"),
            (&self.group, "/group"),
            (&self.account, "/account"),
            (&self.now, "/now"),
            (&self.value_date, "/valueDate"),
            (&self.entry, "/entry"),
            (&self.sender_name, "/senderName"),
            (&self.sender_code, "/senderCode"),
        ] {
            check.text(text.as_ref(), || path.into())?;
        }
        check.item(&self.single, None)?;
        for (item, at) in self.lines.iter().zip(0_usize..) {
            check.item(item, Some(at))?;
        }
        for (id, at) in self.approvers.iter().zip(0_usize..) {
            check.text(Some(id), || format!("/approvers/{at}"))?;
        }
        for (entry, at) in self.usage.iter().zip(0_usize..) {
            check.usage(entry, "/usage", at)?;
        }
        check.access(&self.access, "")?;
        if let Some(facts) = &self.order {
            let named = facts.approvers.as_deref().unwrap_or_default();
            check.many(named.len(), APPROVERS_MAX, "/item/approvers")?;
            let texts = [
                &facts.requester,
                &facts.payee_kind,
                &facts.entry,
                &facts.state,
                &facts.counted_on,
                &facts.business,
            ];
            for text in texts.into_iter().flatten().chain(named) {
                check.text(Some(text), || "/item".into())?;
            }
        }
        if let Some(target) = &self.target {
            for text in [&target.user, &target.certificate_state, &target.one_time_password_state] {
                check.text(text.as_ref(), || "/target".into())?;
            }
        }
        Ok(())
    }
}

/// The lengths of texts: their sum, and the bits of all, which are no less than the longest.
#[derive(Default)]
struct Lengths {
    any: usize,
    sum: usize,
}

impl Lengths {
    #[inline]
    fn add(&mut self, text: &str) {
        self.any |= text.len();
        self.sum = self.sum.saturating_add(text.len());
    }

    #[inline]
    fn text(&mut self, text: &Option<Text<'_>>) {
        self.add(text.as_deref().unwrap_or_default());
    }

    /// A number is looked at for itself.
    #[inline]
    fn typed(&mut self, typed: &Typed<'_>) {
        match typed {
            Typed::Text(text) => self.add(text),
            Typed::Number(_) => self.any = usize::MAX,
            Typed::Minor(_) => {}
        }
    }

    #[inline]
    fn line(&mut self, line: &RequestLine<'_>) {
        let texts = [
            &line.payee_kind,
            &line.bank,
            &line.branch,
            &line.account_type,
            &line.number,
            &line.name,
            &line.registered_on,
            &line.registered_at,
            &line.bearer,
            &line.pattern,
            &line.edi,
        ];
        texts.into_iter().for_each(|text| self.text(text));
        [&line.payment, &line.typed_fee].into_iter().flatten().for_each(|typed| self.typed(typed));
    }
}

/// One pass over a request.
#[derive(Default)]
pub(crate) struct Check {
    /// Of all texts so far.
    bytes: usize,
}

impl Check {
    #[inline]
    pub(crate) fn many(&self, count: usize, most: usize, path: &str) -> Result {
        if count <= most {
            return Ok(());
        }
        Err(RequestError::at_path(Mistake::ListLong, path, [&most]))
    }

    #[inline]
    pub(crate) fn text(&mut self, text: Option<&Text<'_>>, path: impl FnOnce() -> String) -> Result {
        let Some(text) = text else { return Ok(()) };
        self.bytes = self.bytes.saturating_add(text.len());
        if text.len() > TEXT_BYTES_MAX {
            return Err(RequestError::at_path(Mistake::TextLong, path(), []));
        }
        if self.bytes > REQUEST_BYTES_MAX {
            return Err(RequestError::new(Mistake::RequestSize, []));
        }
        Ok(())
    }

    /// A number is spelt as JSON spells one.
    fn number(&mut self, token: &str, path: impl FnOnce() -> String) -> Result {
        self.bytes = self.bytes.saturating_add(token.len());
        if Scanner::new(token).number().is_ok_and(|number| number.len() == token.len()) {
            return Ok(());
        }
        Err(RequestError::wrong_type(path(), Expected::Number))
    }

    fn typed(&mut self, typed: Option<&Typed<'_>>, path: impl FnOnce() -> String) -> Result {
        match typed {
            None | Some(Typed::Minor(_)) => Ok(()),
            Some(Typed::Text(text)) => self.text(Some(text), path),
            Some(Typed::Number(token)) => self.number(token, path),
        }
    }

    #[inline]
    fn item(&mut self, item: &RequestLine<'_>, at: Option<usize>) -> Result {
        let path = |field: &str| match at {
            None => format!("/{field}"),
            Some(at) => format!("/items/{at}/{field}"),
        };
        for (text, field) in [
            (&item.payee_kind, "payee/kind"),
            (&item.bank, "payee/bank"),
            (&item.branch, "payee/branch"),
            (&item.account_type, "payee/type"),
            (&item.number, "payee/number"),
            (&item.name, "payee/name"),
            (&item.registered_on, "payee/registeredOn"),
            (&item.registered_at, "payee/registeredAt"),
            (&item.bearer, "bearer"),
            (&item.pattern, "pattern"),
            (&item.edi, "edi"),
        ] {
            self.text(text.as_ref(), || path(field))?;
        }
        self.typed(item.payment.as_ref(), || path("payment"))?;
        self.typed(item.typed_fee.as_ref(), || path("typedFee"))
    }

    /// The attributes of `access`, each at most once.
    pub(crate) fn access(&mut self, attributes: &[(Text<'_>, AccessValue<'_>)], within: &str) -> Result {
        if attributes.len() > ATTRIBUTES_MAX {
            let path = format!("{within}/access");
            return Err(RequestError::at_path(Mistake::ListLong, path, [&ATTRIBUTES_MAX]));
        }
        for ((name, value), at) in attributes.iter().zip(0_usize..) {
            let path = || format!("{within}/access/{name}");
            self.text(Some(name), || format!("{within}/access"))?;
            if attributes.iter().take(at).any(|(before, _)| before == name) {
                return Err(RequestError::at_path(Mistake::FieldDuplicate, path(), [name]));
            }
            match value {
                AccessValue::Flag(_) => {}
                AccessValue::Text(text) => self.text(Some(text), path)?,
                AccessValue::Set(words) => {
                    self.many(words.len(), SET_VALUES.max, &path())?;
                    words.iter().try_for_each(|word| self.text(Some(word), path))?;
                }
                AccessValue::Number(token) if token.len() > TEXT_BYTES_MAX => {
                    return Err(RequestError::at_path(Mistake::NumberLong, path(), []));
                }
                AccessValue::Number(token) => self.number(token, path)?,
            }
        }
        Ok(())
    }

    pub(crate) fn usage(&mut self, entry: &RequestUsage<'_>, list: &str, at: usize) -> Result {
        let path = |field: &str| format!("{list}/{at}/{field}");
        self.text(Some(&entry.limit), || path("limit"))?;
        self.text(entry.account.as_ref(), || path("account"))?;
        self.text(entry.business.as_ref(), || path("business"))?;
        self.text(entry.user.as_ref(), || path("user"))?;
        self.text(entry.payee.as_ref(), || path("payee"))?;
        self.text(Some(&entry.day), || path("day"))?;
        self.typed(Some(&entry.used), || path("used"))
    }
}
