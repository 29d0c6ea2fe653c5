//! A document in at most six statements, each of which says where it was read.
//!
//! A [`Statement`] holds references to what it speaks of and makes its words from them. There is no way to build one
//! from a text, so none can say what is not written: what it holds is a [`Field`] of the document, a value of an
//! earlier record, or a phrase of the program.

mod statement;
mod tell;
mod threats;
mod trends;

pub use statement::{Part, Read, Statement, Topic};
pub use threats::{Danger, Threat};
pub use trends::{Moved, Trend};

use crate::sense::{Context, Sense};

/// Nobody reads more.
const MOST: usize = 6;

/// What a document comes to.
#[derive(Debug)]
pub struct Summary<'a> {
    /// The weightiest first.
    pub statements: Vec<Statement<'a>>,
    /// How values moved since earlier records.
    pub trends: Vec<Trend<'a>>,
    /// What may harm.
    pub threats: Vec<Threat<'a>>,
    /// What it costs.
    pub expenses: Option<Statement<'a>>,
}

/// Summarizes a document.
pub fn summarize<'a>(sense: &'a Sense, context: &'a Context) -> Summary<'a> {
    let trends = trends::find(sense, context);
    let threats = threats::find(sense, context);
    let expenses = tell::expenses(sense);
    let mut statements = tell::all(sense, &threats, &trends);
    statements.truncate(MOST);
    Summary { statements, trends, threats, expenses }
}

impl Summary<'_> {
    /// All statements as one text.
    pub fn text(&self) -> String {
        self.statements.iter().map(|statement| statement.text()).collect::<Vec<_>>().join(" ")
    }
}

#[cfg(test)]
mod tests;
