//! Documents loaded, requests made, and both sides' answers compared: nothing is timed before.

use kessai::{Company, Outcome, Request, Resolved, Service, Verdict};

use crate::Result;
use crate::hand::{Answer, Call, Keys, Names, Provenance, Rules};
use crate::requests::requests;
use crate::setup::Setup;

/// The seed of every run.
const SEED: u64 = 20_261_122;

/// The two sides and what they are asked.
#[derive(Debug)]
pub struct World {
    /// The engine's side.
    pub company: Company,
    /// The hand-written side; only for the typical setup.
    pub hand: Option<(Rules, Names)>,
    /// Requests as JSON.
    pub texts: Vec<String>,
}

/// The requests of a world at each door.
#[derive(Debug)]
pub struct Inputs<'w> {
    /// String keys, as the engine takes them.
    pub requests: Vec<Request<'w>>,
    /// Resolved keys of the engine.
    pub resolved: Vec<Resolved<'w>>,
    /// String keys, as the hand-written side takes them.
    pub calls: Vec<Call<'w>>,
    /// Resolved keys of the hand-written side.
    pub keys: Vec<Keys>,
}

/// Which requests a world keeps.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mix {
    /// All of them.
    All,
    /// Accepted, or waiting for approval.
    Through,
    /// Refused.
    Refused,
}

/// How many requests came to each outcome.
#[derive(Clone, Copy, Debug, Default)]
#[expect(missing_docs, reason = "each is the outcome of the same name")]
pub struct Tally {
    pub refused: usize,
    pub incomplete: usize,
    pub needs_approval: usize,
    pub accepted: usize,
}

impl World {
    /// A world of so many requests, all of them answered alike by both sides.
    ///
    /// # Errors
    ///
    /// A document is not accepted without findings, or the two sides differ.
    pub fn new(setup: Setup, count: usize, mix: Mix) -> Result<Self> {
        let service = Service::from_json(&setup.service_json()).map_err(|findings| findings.to_string())?;
        let company =
            service.company_from_json(&setup.company_json()).map_err(|findings| findings.to_string())?;
        for findings in [service.warnings(), company.warnings()] {
            if findings.iter().next().is_some() {
                return Err(format!("the setup has warnings: {findings}").into());
            }
        }
        let hand = (setup == Setup::TYPICAL).then(|| {
            let own = str::to_owned;
            let names = Names::typical(Provenance {
                engine: own(env!("CARGO_PKG_VERSION")),
                service: [service.id(), service.version(), service.digest()].map(own),
                company: [company.id(), company.digest()].map(own),
            });
            (Rules::typical(), names)
        });
        let mut world = Self { company, hand, texts: requests(setup, count, SEED) };
        world.verify()?;
        if mix != Mix::All {
            let company = world.company.clone();
            let goes_through = |text: &String| {
                company
                    .evaluate_json(text, &mut String::new())
                    .is_ok_and(|outcome| matches!(outcome, Outcome::Accepted | Outcome::NeedsApproval))
            };
            world.texts.retain(|text| goes_through(text) == (mix == Mix::Through));
        }
        Ok(world)
    }

    /// The requests at each door.
    ///
    /// # Errors
    ///
    /// A request that one side does not take.
    pub fn inputs(&self) -> Result<Inputs<'_>> {
        let requests = self
            .texts
            .iter()
            .map(|text| Request::from_json(text))
            .collect::<std::result::Result<Vec<_>, _>>()?;
        let resolved = requests
            .iter()
            .map(|request| self.company.resolve(request))
            .collect::<std::result::Result<_, _>>()?;
        let (mut calls, mut keys) = (Vec::new(), Vec::new());
        if let Some((_, names)) = &self.hand {
            calls = self.texts.iter().map(|text| Call::from_json(text)).collect::<Result<_>>()?;
            keys = calls.iter().map(|call| names.resolve(call)).collect::<Result<_>>()?;
        }
        Ok(Inputs { requests, resolved, calls, keys })
    }

    /// Compares the answers of all doors of both sides, byte by byte.
    ///
    /// # Errors
    ///
    /// Two answers that differ.
    pub fn verify(&self) -> Result<Tally> {
        let inputs = self.inputs()?;
        let (mut tally, mut verdict) = (Tally::default(), self.company.verdict());
        let mut answer = Answer::default();
        for (at, text) in self.texts.iter().enumerate() {
            let mut expected = String::new();
            let outcome = self.company.evaluate_json(text, &mut expected)?;
            let count = match outcome {
                Outcome::Refused => &mut tally.refused,
                Outcome::Incomplete => &mut tally.incomplete,
                Outcome::NeedsApproval => &mut tally.needs_approval,
                Outcome::Accepted => &mut tally.accepted,
            };
            *count = count.saturating_add(1);
            let same = |door: &str, found: &str| {
                if found == expected {
                    return Ok(());
                }
                Err(format!("{door} differs\nrequest:  {text}\nexpected: {expected}\nfound:    {found}"))
            };
            if let Some(request) = inputs.requests.get(at) {
                self.company.evaluate_into(request, &mut verdict)?;
                same("string keys", &written(&verdict))?;
            }
            if let Some(resolved) = inputs.resolved.get(at) {
                resolved.decide(&mut verdict);
                same("resolved keys", &written(&verdict))?;
            }
            if let Some((rules, names)) = &self.hand {
                let mut found = Vec::new();
                names.decide_json(rules, text, &mut answer, &mut found)?;
                same("by hand", std::str::from_utf8(&found)?)?;
            }
        }
        Ok(tally)
    }
}

fn written(verdict: &Verdict<'_>) -> String {
    let mut out = String::new();
    verdict.write_json(&mut out);
    out
}

#[cfg(test)]
mod tests {
    use super::{Mix, World};
    use crate::setup::Setup;

    #[test]
    fn both_sides_give_the_same_answers() {
        let tally = World::new(Setup::TYPICAL, 10_000, Mix::All).unwrap().verify().unwrap();
        assert_eq!(tally.incomplete, 0, "the hand-written side knows no missing fields");
        for outcome in [tally.refused, tally.needs_approval, tally.accepted] {
            assert!(outcome > 1_000, "one-sided requests: {tally:?}");
        }
    }

    /// Each request meets eleven or all of the twelve declared limits, and each outcome is there.
    #[test]
    fn declared_limits_and_policies_are_met() {
        let world = World::new(Setup::DECLARED, 2_000, Mix::All).unwrap();
        let tally = world.verify().unwrap();
        assert_eq!(tally.incomplete, 0, "{tally:?}");
        for outcome in [tally.refused, tally.needs_approval, tally.accepted] {
            assert!(outcome > 100, "one-sided requests: {tally:?}");
        }
        let mut met = 0;
        for text in &world.texts {
            let mut verdict = String::new();
            world.company.evaluate_json(text, &mut verdict).unwrap();
            let declared = verdict.matches(".declared\",\"key\"").count();
            assert!(declared == 0 || declared >= 11, "{text}\n{verdict}");
            met += usize::from(declared >= 11);
        }
        assert!(met > 1_900, "{met}");
    }

    #[test]
    fn larger_setups_load_without_warnings() {
        for setup in [
            Setup { users: 5, accounts: 1, tiers: 1, ..Setup::TYPICAL },
            Setup { users: 100, accounts: 100, tiers: 64, ..Setup::TYPICAL },
        ] {
            World::new(setup, 200, Mix::All).unwrap();
        }
    }
}
