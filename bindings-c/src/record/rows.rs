//! What a verdict has more of than fits into its record, one row at a time.

use kessai::verdict::{FigureValue, People, Verdict};

use crate::kessai_status;
use crate::record::layout::words::What;
use crate::record::layout::{
    kessai_record_item_reason, kessai_record_item_verdict, kessai_record_row, kessai_record_step,
};
use crate::record::session::Work;
use crate::record::write::{NoAnswer, NoRoom, Writer, count};

/// What is said of the items of a batch: reasons and missing fields by the item that they are of.
#[derive(Debug, Default)]
pub(super) struct Index {
    /// Item, code and field.
    reasons: Vec<(u32, u16, u16)>,
    /// Item.
    missing: Vec<u32>,
}

impl Index {
    fn of(verdict: &Verdict<'_>) -> Self {
        let mut reasons: Vec<_> = verdict
            .reasons()
            .filter_map(|reason| {
                Some((reason.at().line?, reason.code().number(), reason.at().field.number()))
            })
            .collect();
        // Those of one item stay in the order of the answer.
        reasons.sort_by_key(|(line, ..)| *line);
        let mut missing: Vec<_> = verdict.missing().iter().filter_map(|at| at.line).collect();
        missing.sort_unstable();
        Self { reasons, missing }
    }

    /// The reasons of an item.
    fn reasons(&self, line: u32) -> &[(u32, u16, u16)] {
        let begin = self.reasons.partition_point(|(known, ..)| *known < line);
        let end = self.reasons.partition_point(|(known, ..)| *known <= line);
        self.reasons.get(begin..end).unwrap_or_default()
    }

    fn missing(&self, line: u32) -> usize {
        let end = self.missing.partition_point(|known| *known <= line);
        end.saturating_sub(self.missing.partition_point(|known| *known < line))
    }
}

impl Work {
    /// What is said of each item; made when it is first asked for.
    fn index(&mut self) -> &Index {
        let verdict = &self.verdict;
        self.index.get_or_insert_with(|| Index::of(verdict))
    }

    /// How many items the last batch has.
    fn items(&self) -> usize {
        self.verdict.lines().len()
    }

    /// What is said of an item, into a blank record.
    pub fn item(&mut self, at: usize, row: &mut kessai_record_item_verdict) -> Result<(), NoRoom> {
        let fee = self.verdict.lines().get(at).copied().flatten();
        if let Some(fee) = &fee {
            Writer::item_fee(fee, row)?;
        }
        let line = u32::try_from(at).map_err(|_| NoRoom)?;
        let index = self.index();
        let reasons = index.reasons(line);
        count(&mut row.reason_count, reasons.len())?;
        for (place, (_, code, field)) in row.reason.iter_mut().zip(reasons) {
            *place = kessai_record_item_reason::BLANK;
            count(&mut place.code, usize::from(*code))?;
            count(&mut place.field, usize::from(*field))?;
        }
        count(&mut row.missing_count, index.missing(line))
    }

    /// The next row of what is asked; false at the end.
    pub fn next(&mut self, writer: Writer, row: &mut kessai_record_row) -> Result<bool, NoAnswer> {
        let asked = row.what.read();
        let wanted = crate::record::number(asked).and_then(What::of);
        let wanted = wanted.ok_or(NoAnswer::Call(kessai_status::InvalidRecord))?;
        let stated =
            |digits| crate::record::number(digits).ok_or(NoAnswer::Call(kessai_status::InvalidRecord));
        let (at, step, of) = (stated(row.at.read())?, stated(row.step.read())?, stated(row.of.read())?);
        if self.answer().is_none() {
            return Err(NoAnswer::Call(kessai_status::NotBegun));
        }
        let mut next =
            kessai_record_row { what: row.what, step: row.step, of: row.of, ..kessai_record_row::BLANK };
        let place = usize::try_from(at).map_err(|_| NoRoom)?;
        let total = self.row(writer, wanted, place, (step, of), &mut next)?;
        count(&mut next.count, total)?;
        let there = place < total;
        if there {
            count(&mut next.at, place.saturating_add(1))?;
            *row = next;
        }
        Ok(there)
    }

    /// Fills a row with what stands at a place, from 0; gives how many there are.
    fn row(
        &mut self,
        writer: Writer,
        what: What,
        at: usize,
        (step, of): (u64, u64),
        row: &mut kessai_record_row,
    ) -> Result<usize, NoRoom> {
        if what == What::Item {
            if at < self.items() {
                self.item(at, &mut row.item_verdict)?;
            }
            return Ok(self.items());
        }
        let verdict = &self.verdict;
        match what {
            What::Item => {}
            What::Reason => {
                if let Some(reason) = verdict.reason(at) {
                    writer.reason(&reason, &mut row.reason)?;
                }
                return Ok(verdict.reasons().len());
            }
            What::Missing => {
                if let Some(missing) = verdict.missing().get(at) {
                    Writer::missing(*missing, &mut row.missing)?;
                }
                return Ok(verdict.missing().len());
            }
            What::Limit => {
                if let Some(line) = verdict.limits().get(at) {
                    writer.limit(verdict, line, &mut row.limit)?;
                }
                return Ok(verdict.limits().len());
            }
            What::Usage if self.usage.is_some() => {
                let rows = self.usage.as_deref().unwrap_or_default();
                if let Some(entry) = rows.get(at) {
                    row.usage = *entry;
                }
                return Ok(rows.len());
            }
            What::Usage => {
                if let Some(entry) = verdict.usage_entry(at) {
                    writer.usage(&entry, &mut row.usage)?;
                }
                return Ok(verdict.usage().len());
            }
            What::Step => return steps(writer, verdict, at, &mut row.step_row),
            What::Person => {
                let Some(who) = people(verdict, step, of) else { return Ok(0) };
                if let Some(id) = who.iter().nth(at) {
                    writer.text(&mut row.person, id)?;
                }
                return Ok(who.iter().count());
            }
            What::Text => {
                if let Some((place, text)) = verdict.normalised().get(at) {
                    count(
                        &mut row.item,
                        usize::try_from(crate::record::write::item(*place)).map_err(|_| NoRoom)?,
                    )?;
                    count(&mut row.field, usize::from(place.field.number()))?;
                    writer.text(&mut row.text, text)?;
                }
                return Ok(verdict.normalised().len());
            }
        }
        Ok(0)
    }
}

/// The step at a place; gives how many there are.
fn steps(
    writer: Writer,
    verdict: &Verdict<'_>,
    at: usize,
    row: &mut kessai_record_step,
) -> Result<usize, NoRoom> {
    let mut steps = 0_usize;
    if let Some(approval) = verdict.approval() {
        writer.each_step(approval, |writer, fill| {
            let wanted = steps == at;
            steps = steps.saturating_add(1);
            if wanted { fill(writer, row) } else { Ok(()) }
        })?;
    }
    Ok(steps)
}

/// The people of a step of the approval, or of a reason, by their numbers from 1.
fn people<'v>(verdict: &'v Verdict<'_>, step: u64, of: u64) -> Option<People<'v>> {
    let place = |number: u64| usize::try_from(number.checked_sub(1)?).ok();
    if let Some(reason) = place(of) {
        let who = verdict.reason(reason)?.figure("who")?;
        return if let FigureValue::People(who) = who { Some(who) } else { None };
    }
    let approval = verdict.approval()?;
    let of_policy = approval.policy().into_iter().flat_map(|policy| policy.alternatives());
    let of_policy =
        of_policy.flat_map(|alternative| alternative.steps().map(|step| step.who).collect::<Vec<_>>());
    approval.steps().chain(of_policy).nth(place(step)?)
}
