//! Reasons as users read them: codes, places and figures by their names.

use alloc::string::{String, ToString};
use core::fmt;

use smallvec::SmallVec;

use crate::reason::{Code, Detail, Figure, FigureValue, Names, Pointer, Refusal, Step};

/// One reason for a no. It belongs to the answer that it stands in.
///
/// ```no_run
/// # fn print(verdict: &kessai::Verdict<'_>) {
/// use kessai::Lang;
/// for reason in verdict.reasons() {
///     println!("{} at {}: {}", reason.code().name(), reason.path(), reason.text(Lang::En));
/// }
/// # }
/// ```
#[derive(Clone, Copy)]
pub struct Reason<'a> {
    pub(crate) names: Names<'a>,
    pub(crate) refusal: &'a Refusal,
}

impl<'a> Reason<'a> {
    /// What kind of reason it is.
    #[must_use]
    pub fn code(&self) -> Code {
        self.refusal.code
    }

    /// The step that gives it.
    #[must_use]
    pub fn step(&self) -> Step {
        self.refusal.code.step()
    }

    /// The field of the request that it is about.
    #[must_use]
    pub fn at(&self) -> Pointer {
        self.refusal.at
    }

    /// The same as a JSON Pointer (RFC 6901) such as `/payment`.
    #[must_use]
    pub fn path(&self) -> String {
        self.refusal.at.to_string()
    }

    /// The figures of the bound, and the way out where there is one, in the order of JSON. A figure that is not known is
    /// not there: so has a limit without room no `max`.
    pub fn figures(&self) -> impl Iterator<Item = Figure<'a>> + use<'a> {
        figures(self.refusal.code, &self.refusal.detail, self.names)
    }

    /// The figure of a name, such as `max`, if there is one.
    #[must_use]
    pub fn figure(&self, name: &str) -> Option<FigureValue<'a>> {
        self.figures().find(|figure| figure.name == name).map(|figure| figure.value)
    }
}

impl PartialEq for Reason<'_> {
    fn eq(&self, other: &Self) -> bool {
        (self.code(), self.at()) == (other.code(), other.at()) && self.figures().eq(other.figures())
    }
}

impl Eq for Reason<'_> {}

impl fmt::Debug for Reason<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut shown = f.debug_struct("Reason");
        shown.field("code", &self.code().name()).field("path", &self.path());
        for Figure { name, value } in self.figures() {
            shown.field(name, &value);
        }
        shown.finish()
    }
}

/// The figures of a reason, in the order of JSON.
pub(crate) fn figures<'a>(
    code: Code,
    detail: &'a Detail,
    names: Names<'a>,
) -> smallvec::IntoIter<[Figure<'a>; 4]> {
    let mut figures = SmallVec::new();
    detail.each_figure(code, names, |name, value| figures.push(Figure { name, value }));
    figures.into_iter()
}

/// The reasons of an answer.
pub(crate) fn reasons<'a>(
    refusals: &'a [Refusal],
    names: Names<'a>,
) -> impl DoubleEndedIterator<Item = Reason<'a>> + ExactSizeIterator + Clone {
    refusals.iter().map(move |refusal| Reason { names, refusal })
}
