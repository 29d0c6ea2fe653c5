//! What is not to be: every bound at its edge, every unknown and foreign name, every step said twice. Each gets an
//! error of its own and leaves the town as it was; together they bring out every refusal there is.

mod care;
mod consent;
mod records;
mod registry;

use chartkey_rules::town::Town;
use chartkey_vocabulary::*;
use std::collections::BTreeSet;

/// The refusals heard so far.
#[derive(Default)]
struct Heard(BTreeSet<&'static str>);

impl Heard {
    /// The message is refused for this reason, and nothing changes.
    fn refused(&mut self, why: Refusal, town: &Town, from: Account, message: &Message, what: &str) {
        let before = town.clone();
        let said = town.say(from, message).err();
        assert_eq!(said, Some(why), "{} said by {from}: {what}", message.name());
        assert!(*town == before, "{what}: a refusal changes nothing");
        self.0.insert(why.name());
    }

    /// The same message within its bounds is taken; the town stays as it was for what is tried next.
    fn taken(&self, town: &Town, from: Account, message: &Message, what: &str) {
        town.clone().say(from, message).unwrap_or_else(|why| panic!("{what}: {}", why.name()));
    }

    /// What the consent book answers to the records contract, which announces an opening to it.
    fn announced(&mut self, why: Result<(), ConsentError>, town: &Town, between: Between, facts: Facts, what: &str) {
        let before = town.clone();
        let said = town.consent().announce(town.call(between.reader), between, facts).map(|_| ());
        assert_eq!(said, why, "{what}");
        if let Err(why) = why {
            assert!(*town == before, "{what}: a refusal changes nothing");
            self.0.insert(why.name());
        }
    }

    /// Every refusal of the contract was heard, but for those its shell owns.
    fn all(self, names: impl Iterator<Item = &'static str>, shell: &[&str]) {
        let owned_by_shells = ["NotIntroduced", "AlreadyIntroduced", "NotTheDeployer"];
        let all: BTreeSet<_> = names.filter(|name| !owned_by_shells.contains(name) && !shell.contains(name)).collect();
        println!("{} refusals heard of {}", self.0.len(), all.len());
        assert_eq!(self.0, all);
    }
}
