//! What a command says in the end: words and rows for people, JSON for scripts.

use chartkey_flows::Failure;
use serde::Serialize;
use serde_json::{Value, json};

/// A sentence, and what there is to know.
pub(crate) struct Said {
    words: String,
    facts: Value,
}

impl Said {
    /// Something was done.
    pub(crate) fn done(words: impl Into<String>) -> Self {
        Self { words: words.into(), facts: Value::Null }
    }

    /// Something was found.
    pub(crate) fn found(facts: &impl Serialize) -> anyhow::Result<Self> {
        Ok(Self { words: String::new(), facts: serde_json::to_value(facts)? })
    }

    /// What there is to know of it.
    pub(crate) fn with(mut self, facts: Value) -> Self {
        self.facts = facts;
        self
    }

    /// Prints it.
    pub(crate) fn print(&self, json: bool) {
        if json {
            let facts = if self.facts.is_null() { json!({ "done": self.words }) } else { self.facts.clone() };
            println!("{facts}");
            return;
        }
        if !self.words.is_empty() {
            println!("{}", self.words);
        }
        match &self.facts {
            Value::Null => {}
            Value::Array(rows) if rows.is_empty() => println!("(none)"),
            Value::Array(rows) => rows.iter().for_each(|row| println!("{}", line(row))),
            Value::Object(fields) => {
                let width = fields.keys().map(String::len).max().unwrap_or_default();
                for (name, value) in fields {
                    match value {
                        Value::Null => {}
                        Value::Array(rows) if rows.iter().any(Value::is_object) => {
                            println!("{name}:");
                            rows.iter().for_each(|row| println!("  {}", line(row)));
                        }
                        value => println!("{name:width$}  {}", plain(value)),
                    }
                }
            }
            other => println!("{}", plain(other)),
        }
    }

    /// Prints why it did not work. Scripts find a `distrust`, a service's `why` or a chain's `refusal` by name.
    pub(crate) fn complain(error: &anyhow::Error, json: bool) {
        if !json {
            eprintln!("{error:#}");
            return;
        }
        let failure = error.downcast_ref::<Failure>();
        let problem = failure.and_then(Failure::problem);
        let refusal = match failure {
            Some(Failure::Send(error)) => error.refusal().map(chartkey_vocabulary::Refusal::name),
            _ => None,
        };
        let denied = match failure {
            Some(Failure::Denied(denial)) => serde_json::to_value(denial).ok(),
            _ => problem.and_then(|problem| problem.denial.clone()).map(Value::from),
        };
        let said = json!({
            "error": format!("{error:#}"),
            "distrust": failure.and_then(Failure::distrust).map(|distrust| format!("{distrust:?}")),
            "why": problem.map(|problem| problem.why),
            "denial": denied,
            "refusal": refusal,
        });
        eprintln!("{said}");
    }
}

/// One row on one line.
fn line(row: &Value) -> String {
    match row {
        Value::Object(fields) => {
            let told = fields.iter().filter(|(_, value)| !value.is_null());
            told.map(|(name, value)| format!("{name}={}", plain(value))).collect::<Vec<_>>().join("  ")
        }
        other => plain(other),
    }
}

fn plain(value: &Value) -> String {
    match value {
        Value::String(text) => text.clone(),
        Value::Array(items) => items.iter().map(plain).collect::<Vec<_>>().join(","),
        Value::Object(fields) if fields.len() == 1 => {
            fields.iter().map(|(name, value)| format!("{name}({})", plain(value))).collect()
        }
        other => other.to_string(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_row_is_one_line_without_what_is_not_known() {
        let row = json!({ "record": "0xab", "versions": 2, "gone": null, "scope": { "kinds": [1, 2] } });
        assert_eq!(line(&row), "record=0xab  scope=kinds(1,2)  versions=2");
    }
}
