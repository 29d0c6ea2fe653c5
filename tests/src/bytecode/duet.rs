//! The law and the bytecode side by side: whatever is said is said to both, and both must answer alike.

use super::{Announced, Chain, Said, Unsaid, questions};
use chartkey_rules::town::Town;
use chartkey_vocabulary::*;

/// A town in memory and the contracts on a chain, in the same state.
pub struct Duet {
    /// The four rulebooks in memory.
    pub town: Town,
    /// The four contracts.
    pub chain: Chain,
}

impl Duet {
    /// Both with this council and nobody else.
    pub fn found(admins: &[Account], quorum: u8) -> Self {
        Self { town: Town::found(admins, quorum), chain: Chain::found(admins, quorum) }
    }

    /// Goes on from the state of `town`.
    pub fn go_to(&mut self, town: Town) {
        self.chain.become_like(&town);
        self.town = town;
    }

    /// Time passes.
    pub fn wait(&mut self, seconds: Time) {
        self.town.now += seconds;
        self.chain.set_time(self.town.now);
    }

    /// Says a message to both.
    ///
    /// # Errors
    /// What both refuse it for.
    ///
    /// # Panics
    /// When one takes what the other refuses, or they answer or announce something else.
    pub fn say(&mut self, from: Account, message: &Message) -> Result<Said, Refusal> {
        match (self.town.say(from, message), self.chain.say(from, message)) {
            (Ok((answer, event)), Ok(said)) => {
                assert_eq!(said.answer, answer, "{message:?} by {from} gives back something else");
                assert_eq!(said.announced, [Announced::from(event)], "{message:?} by {from} announces something else");
                Ok(said)
            }
            (Err(why), Err(Unsaid::Refused(said))) => {
                assert_eq!(said, why, "{message:?} by {from} is refused for something else");
                Err(why)
            }
            (law, bytecode) => panic!("{message:?} by {from}: the law {law:?}, the bytecode {bytecode:?}"),
        }
    }

    /// Both hold the same rows.
    pub fn agree(&mut self) {
        self.chain.agrees_with(&self.town);
    }

    /// Both answer every question alike; how many there were.
    pub fn answer_alike(&mut self, people: &[Account]) -> usize {
        let all = questions(&self.town, people);
        for question in &all {
            let said = self.chain.ask(question.contract, question.name, &question.arguments);
            let (answer, _) = said.unwrap_or_else(|why| panic!("{question:?}: {why:?}"));
            assert_eq!(answer, question.answer, "{question:?}");
        }
        all.len()
    }
}
