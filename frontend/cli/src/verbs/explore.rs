//! What happened on the chain.

use crate::{home::Home, people::Whom, said::Said};
use anyhow::Result;
use chartkey_flows::Failure;
use chartkey_protocol::{EventRow, Page, Paging, Sentence, utc};
use clap::Subcommand;
use serde_json::{Value, json};

#[derive(Subcommand)]
pub(crate) enum Verb {
    /// The latest about an account; about oneself unless said.
    Account {
        /// Whom.
        whom: Option<Whom>,
    },
    /// The latest blocks.
    Blocks,
    /// One block.
    Block {
        /// Its height.
        height: u64,
    },
}

pub(crate) async fn run(verb: Verb, home: &Home) -> Result<Said> {
    let (who, latest) = (home.signed_in().await?, Paging::default());
    match verb {
        Verb::Account { whom } => {
            let whom = whom.map_or(who.account(), |whom| whom.0);
            told(&who.oracle().explore_account(whom, &latest).await.map_err(Failure::from)?)
        }
        Verb::Blocks => Said::found(&who.oracle().explore_blocks(&latest).await.map_err(Failure::from)?.rows),
        Verb::Block { height } => told(&who.oracle().explore_block(height, &latest).await.map_err(Failure::from)?),
    }
}

fn told(page: &Page<EventRow>) -> Result<Said> {
    let rows = page.rows.iter().map(
        |row| json!({ "height": row.height, "index": row.index, "at": utc(row.at), "said": spoken(&row.sentence) }),
    );
    Said::found(&rows.collect::<Vec<Value>>())
}

/// The sentence with the accounts in their places.
fn spoken(sentence: &Sentence) -> String {
    let fill = |words: String, (place, who): (usize, &chartkey_vocabulary::Account)| {
        words.replace(&format!("{{{place}}}"), &who.to_string())
    };
    sentence.who.iter().enumerate().fold(sentence.words.clone(), fill)
}

#[cfg(test)]
mod tests {
    use super::*;
    use chartkey_vocabulary::Account;

    #[test]
    fn a_sentence_names_its_people() {
        let who = vec![Account([1; 20]), Account([2; 20])];
        let sentence = Sentence { words: "{0} gave {1} a key.".into(), who };
        assert_eq!(spoken(&sentence), format!("0x{} gave 0x{} a key.", "01".repeat(20), "02".repeat(20)));
    }
}
