//! Findings with their places as a person finds them in a file: lines and columns.

use core::fmt;

use crate::finding::{Finding, Findings};

/// Findings with the text that they are about; see [`Findings::in_text`].
#[derive(Clone, Copy)]
pub struct Located<'a> {
    findings: &'a Findings,
    name: &'a str,
    text: &'a str,
}

impl Findings {
    /// The findings as lines that an editor leads to, such as `service.json:12:5: error [word.unknown] /rounding: …`. The
    /// text is the one that was checked; the name is what stands before each line.
    ///
    /// ```
    /// use kessai::Service;
    /// let text = "{ \"format\": 1,\n  \"idd\": \"bank\" }";
    /// let findings = Service::from_json(text).err().ok_or("it does not load")?;
    /// let shown = findings.in_text("service.json", text).to_string();
    /// assert!(shown.lines().any(|line| line.starts_with("service.json:2:")), "{shown}");
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub fn in_text<'a>(&'a self, name: &'a str, text: &'a str) -> Located<'a> {
        Located { findings: self, name, text }
    }
}

impl Finding {
    /// The line and column in the text, both from 1; columns count characters.
    #[must_use]
    pub fn line_and_column(&self, text: &str) -> (usize, usize) {
        let before = text.get(..self.range.start).unwrap_or(text);
        let last = before.rsplit('\n').next().unwrap_or_default();
        let line = before.matches('\n').count().saturating_add(1);
        (line, last.chars().count().saturating_add(1))
    }
}

impl fmt::Display for Located<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (at, finding) in self.findings.iter().enumerate() {
            let (line, column) = finding.line_and_column(self.text);
            let before = if at > 0 { "\n" } else { "" };
            write!(f, "{before}{}:{line}:{column}: {finding}", self.name)?;
        }
        Ok(())
    }
}

impl fmt::Debug for Located<'_> {
    /// As `Display`, below a line of its own: so `main` shows an error.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} findings\n{self}", self.findings.len())
    }
}

impl core::error::Error for Located<'_> {}
