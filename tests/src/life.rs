//! One life in which everything is said once that can be said: every message, every event.

mod care;
mod consent;
mod people;
mod records;

use crate::{
    bytecode::{Duet, Said},
    papers::Papers,
};
use chartkey_vocabulary::*;

/// A line of the life, and what came of it.
#[derive(Clone, Debug)]
pub struct Line {
    /// Contract and message.
    pub name: String,
    /// What came of it.
    pub said: Said,
}

/// A life under way.
pub struct Life<'a> {
    /// Who lives it.
    pub duet: &'a mut Duet,
    /// What it is about.
    pub papers: Papers,
    /// What was said so far.
    pub lines: Vec<Line>,
}

/// Lives it all, from a council alone to a council alone.
pub fn live(duet: &mut Duet, seed: u64) -> Vec<Line> {
    live_watched(duet, seed, &mut |_| {})
}

/// As [`live`], with somebody who looks at it after every chapter.
pub fn live_watched(duet: &mut Duet, seed: u64, watch: &mut dyn FnMut(&mut Duet)) -> Vec<Line> {
    let mut life = Life { duet, papers: Papers::seeded(seed), lines: Vec::new() };
    people::arrive(&mut life);
    people::council(&mut life);
    watch(life.duet);
    consent::ask_and_answer(&mut life);
    let things = records::write(&mut life);
    watch(life.duet);
    consent::emergencies_and_links(&mut life, things.report);
    let visits = care::meet(&mut life);
    watch(life.duet);
    care::part(&mut life, &visits);
    records::withdraw(&mut life, &things);
    consent::take_back(&mut life);
    people::leave(&mut life);
    watch(life.duet);
    life.lines
}

impl Life<'_> {
    fn say(&mut self, from: Account, message: Message) -> Vec<u8> {
        let said = self.duet.say(from, &message);
        let said = said.unwrap_or_else(|why| panic!("{message:?}: {}", why.name()));
        let answer = said.answer.clone();
        self.lines.push(Line { name: format!("{:?}.{}", message.contract(), message.name()), said });
        answer
    }

    fn registry(&mut self, from: Account, message: RegistryMessage) {
        self.say(from, Message::Registry(message));
    }

    fn consent(&mut self, from: Account, message: ConsentMessage) {
        self.say(from, Message::Consent(message));
    }

    fn records(&mut self, from: Account, message: RecordsMessage) -> Vec<u8> {
        self.say(from, Message::Records(message))
    }

    fn care(&mut self, from: Account, message: CareMessage) -> Vec<u8> {
        self.say(from, Message::Care(message))
    }

    fn now(&self) -> Time {
        self.duet.town.now
    }
}

/// Reads an identifier a message gave back.
fn id(answer: Vec<u8>) -> [u8; 16] {
    answer.try_into().expect("an identifier")
}
