//! Medicines that are no longer to be taken: "STOP Tab. Warfarin", "Warfarin 5 mg OD - stopped on 2/3".

use super::super::{
    fuzzy::{alike_plain, folded, plain},
    token::{Token, say},
};
use super::lines::after_number;

/// Said of what happened.
const ENDED: &[&str] = &["stopped", "discontinued", "withheld", "omitted", "held", "बंद"];
/// Said to somebody.
const END: &[&str] = &["stop", "discontinue", "withhold", "hold", "omit", "avoid"];
/// Before either it is not said of the medicine: "do not stop", "until stopped", "if stopped", "non-stop", "hand held".
const UNSAID: &[&str] =
    &["not", "dont", "never", "non", "without", "until", "till", "unless", "if", "when", "before", "hand"];
/// These may stand between.
const BETWEEN: &[&str] = &["to", "be", "been", "is", "it", "told", "abruptly", "suddenly"];
/// Before what is said to somebody it comes at the end of taking: "x 5 days then stop".
const THEN: &[&str] =
    &["then", "and", "may", "can", "could", "day", "days", "week", "weeks", "month", "months", "after"];
/// What is said to somebody is said of the medicine where nothing follows, or one of these: "hold till review", but not
/// "hold the inhaler upright", "avoid alcohol" and "stop if a rash comes".
const NOW: &[&str] = &[
    "it",
    "this",
    "now",
    "today",
    "immediately",
    "till",
    "until",
    "due",
    "because",
    "since",
    "taking",
    "temporarily",
    "permanently",
    "completely",
];
/// With one of these a day or a reason follows what was said of the medicine above.
const WHY: &[&str] = &["on", "due", "since", "because", "by", "from", "as", "in", "today", "now", "after", "at", "करें"];

/// Whether a line or a cell says that the medicine in it is not to be taken. Where it `begins` with the medicine, a
/// first word that ends it is said of it, whatever follows.
pub(super) fn says(tokens: &[Token], begins: bool) -> bool {
    let text = plain(&say(&tokens[after_number(tokens)..]));
    let words: Vec<&str> = text.split(' ').collect();
    (0..words.len()).any(|at| match kind(words[at]) {
        Some(_) if begins && at == 0 => true,
        Some(Kind::Ended) => !is_unsaid(&words, at) && !is_condition(&words, at),
        Some(Kind::End) => {
            let then = at.checked_sub(1).is_some_and(|before| THEN.contains(&words[before]));
            !then && !is_unsaid(&words, at) && is_now(&words, at)
        }
        None => false,
    })
}

/// Whether a line is said of the medicine above it: "Stopped on 12/03", "(discontinued)".
pub(super) fn of_above(tokens: &[Token]) -> bool {
    let own = &tokens[after_number(tokens)..];
    let text = plain(&say(own));
    let mut words = text.split(' ');
    let ended = words.next().and_then(kind) == Some(Kind::Ended);
    // "Stopped:" is a heading.
    let heads = own.iter().any(|token| token.text == ":");
    ended
        && !heads
        && words.next().is_none_or(|next| WHY.contains(&next) || next.starts_with(|c: char| c.is_ascii_digit()))
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Kind {
    Ended,
    End,
}

fn kind(word: &str) -> Option<Kind> {
    let fold = folded(word);
    let is = |known: &str| known == word || folded(known) == fold;
    let near = |known: &str| known.len() >= 8 && alike_plain(known, word) >= 0.9;
    if END.iter().any(|known| is(known)) {
        return Some(Kind::End);
    }
    ENDED.iter().any(|known| is(known) || near(known)).then_some(Kind::Ended)
}

fn is_unsaid(words: &[&str], at: usize) -> bool {
    words[..at].iter().rfind(|word| !BETWEEN.contains(*word)).is_some_and(|word| UNSAID.contains(word))
}

/// "to be stopped after 5 days", "may be withheld if vomiting".
fn is_condition(words: &[&str], at: usize) -> bool {
    let be = at.checked_sub(1).is_some_and(|before| words[before] == "be");
    be && words.get(at + 1).is_some_and(|next| matches!(*next, "if" | "when" | "after" | "once" | "unless"))
}

fn is_now(words: &[&str], at: usize) -> bool {
    let Some(next) = words.get(at + 1) else { return true };
    let time = |word: &&str| matches!(*word, "day" | "days" | "week" | "weeks" | "month" | "months" | "now");
    let long = matches!(*next, "for" | "x") && words[at + 2..].iter().take(2).any(time);
    words[at] != "avoid" && (long || NOW.contains(next))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::sense::token::tokens;

    #[test]
    fn what_is_stopped_is_told_from_what_only_sounds_so() {
        for text in [
            "1. Tab. Warfarin 5 mg OD - STOPPED",
            "Tab. Warfarin 5 mg OD (stopped on 12/03/24)",
            "Tab Warfarin 5 mg - ST0PPED",
            "Metformin 500 mg BD discontinued due to acidosis",
            "Tab Ecosprin 75 mg OD withheld",
            "Tab Ecosprin 75 mg OD - hold for 5 days",
            "Tab Ecosprin 75 mg OD hold till review",
            "Tab Brufen 400 mg avoid",
            "2) STOP Tab Metformin 500 mg BD",
            "Hold Tab Warfarin 5 mg OD",
            "Warfarin 5 mg to be stopped",
        ] {
            assert!(says(&tokens(text), true), "{text}");
        }
        for text in [
            "Tab Wysolone 10 mg OD x 5 days then stop",
            "Tab Wysolone 10 mg OD x 5 days, stop",
            "Tab Levetiracetam 500 mg BD do not stop",
            "Tab Levetiracetam 500 mg BD not to be stopped abruptly",
            "Tab Amlong 5 mg OD to be stopped if BP is low",
            "Tab Amlong 5 mg OD, hold if BP < 100",
            "Tab Metrogyl 400 mg TDS, avoid alcohol",
            "Foracort inhaler 2 puffs BD hold the inhaler upright",
            "Foracort inhaler 2 puffs BD hold breath for 10 seconds",
            "Tab Alex 1-0-1 for non-stop cough",
            "Tab Telma 40 mg OD until stopped by the doctor",
            "Tab Telma 40 mg OD",
        ] {
            assert!(!says(&tokens(text), true), "{text}");
        }
    }

    #[test]
    fn a_remark_stops_a_medicine_only_where_it_says_so() {
        for text in ["STOP", "Stopped", "Hold", "(discontinued)", "stop now", "Stop taking this", "withheld since 2/3"]
        {
            assert!(says(&tokens(text), false), "{text}");
        }
        for text in ["Avoid alcohol", "Stop if rash", "Stop smoking", "hold the inhaler upright", "after food"] {
            assert!(!says(&tokens(text), false), "{text}");
        }
        assert!(of_above(&tokens("Stopped on 12/03")) && of_above(&tokens("(STOPPED)")));
        assert!(!of_above(&tokens("Stopped :")) && !of_above(&tokens("Stopped smoking")) && !of_above(&tokens("Stop")));
    }
}
