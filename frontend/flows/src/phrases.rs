//! What machines say, in other languages. A finding is sealed in English, and its digest on the chain is of these words:
//! a key sent beside a sentence could say something else, and two people would sign two things. So the sentence itself
//! is known again, by the English catalogue, and said anew in the language of whoever opens it. What is not known stays
//! as it is.

/// A sentence of machines begins like this in a catalogue; the latter speak of two medicines.
const OURS: [&str; 2] = ["machine-", "together-"];

/// Known sentences.
#[derive(Debug, Default)]
pub struct Phrases(Vec<Phrase>);

/// A sentence with holes: `before { $hole } between { $hole } after`.
#[derive(Debug)]
struct Phrase {
    key: String,
    /// What stands before the first hole; the whole sentence where there is none.
    begins: String,
    /// Each hole, and what stands after it.
    holes: Vec<(Hole, String)>,
}

#[derive(Debug)]
struct Hole {
    name: String,
    holds: Holds,
}

/// What may stand in a hole.
#[derive(Clone, Copy, Debug)]
enum Holds {
    /// Words of a paper, kept as they are.
    Anything,
    /// A number of things.
    Count,
    /// A day.
    Day,
    /// Something that is known itself.
    Known,
    /// A list with semicolons of what may be known.
    Items,
    /// A list with commas of what is known.
    Sides,
    /// A list with commas, in which days may stand.
    Parts,
}

impl Holds {
    fn of(name: &str) -> Self {
        match name {
            "kind" | "what" | "why" | "class" | "device" => Self::Known,
            "count" | "all" | "most" | "number" | "page" | "width" | "height" => Self::Count,
            "day" => Self::Day,
            "items" => Self::Items,
            "sides" => Self::Sides,
            "rest" => Self::Parts,
            _ => Self::Anything,
        }
    }
}

/// How a known sentence is said anew.
pub trait Speaks {
    /// The words of a key; holes are given by name.
    fn say(&self, key: &str, holes: &[(&str, String)]) -> String;
    /// A day: year, month, day.
    fn day(&self, day: (i32, u8, u8)) -> String;
}

impl Phrases {
    /// The sentences of machines in a catalogue, one a line.
    #[must_use]
    pub fn of(catalogue: &str) -> Self {
        let lines = catalogue.lines().filter(|line| OURS.iter().any(|ours| line.starts_with(ours)));
        Self(lines.filter_map(|line| line.split_once(" = ")).map(|(key, text)| Phrase::of(key, text)).collect())
    }

    /// A sentence in other words, as far as it is known.
    #[must_use]
    pub fn anew(&self, sentence: &str, speaks: &impl Speaks) -> String {
        self.known(sentence, speaks).unwrap_or_else(|| sentence.to_owned())
    }

    /// A sentence in other words; `None` where it is not known.
    #[must_use]
    pub fn known(&self, sentence: &str, speaks: &impl Speaks) -> Option<String> {
        let said = self.0.iter().filter_map(|phrase| {
            let holes = phrase.filled(sentence)?;
            let holes =
                holes.into_iter().map(|(hole, text)| Some((hole.name.as_str(), self.hole(hole, text, speaks)?)));
            Some((phrase, holes.collect::<Option<Vec<_>>>()?))
        });
        // The one that knows most of it: "A is out of range." before "{ $value }."
        let (phrase, holes) = said.max_by_key(|(phrase, _)| phrase.fixed())?;
        Some(speaks.say(&phrase.key, &holes))
    }

    fn hole(&self, hole: &Hole, text: &str, speaks: &impl Speaks) -> Option<String> {
        let list = |gap: &str, each: &dyn Fn(&str) -> Option<String>| {
            Some(text.split(gap).map(each).collect::<Option<Vec<_>>>()?.join(gap))
        };
        match hole.holds {
            Holds::Anything => Some(text.to_owned()),
            Holds::Count => text.bytes().all(|byte| byte.is_ascii_digit()).then(|| text.to_owned()),
            Holds::Day => day(text).map(|day| speaks.day(day)),
            Holds::Known => self.known(bare(text), speaks),
            Holds::Items => list("; ", &|item| Some(self.anew(item, speaks))),
            Holds::Sides => list(", ", &|side| self.known(side, speaks)),
            Holds::Parts => list(", ", &|part| Some(day(part).map_or_else(|| part.to_owned(), |day| speaks.day(day)))),
        }
    }
}

impl Phrase {
    fn of(key: &str, text: &str) -> Self {
        let mut parts = text.split("{ $");
        let begins = parts.next().unwrap_or_default().to_owned();
        let holes = parts
            .filter_map(|part| part.split_once(" }"))
            .map(|(name, after)| (Hole { name: name.to_owned(), holds: Holds::of(name) }, after.to_owned()));
        Self { key: key.to_owned(), begins, holes: holes.collect() }
    }

    /// What stands in the holes, where the sentence is this one.
    fn filled<'a>(&self, sentence: &'a str) -> Option<Vec<(&Hole, &'a str)>> {
        let Some((last, before)) = self.holes.split_last() else {
            // A word stands at the beginning of one sentence and within another.
            return sentence.eq_ignore_ascii_case(&self.begins).then(Vec::new);
        };
        let mut rest = sentence.strip_prefix(self.begins.as_str())?;
        let mut filled = Vec::with_capacity(self.holes.len());
        for (hole, after) in before {
            let (text, more) = rest.split_once(after.as_str())?;
            filled.push((hole, text));
            rest = more;
        }
        let (hole, after) = last;
        filled.push((hole, rest.strip_suffix(after.as_str())?));
        filled.iter().all(|(_, text)| !text.trim().is_empty()).then_some(filled)
    }

    /// How many of its bytes are no hole.
    fn fixed(&self) -> usize {
        self.begins.len() + self.holes.iter().map(|(_, after)| after.len()).sum::<usize>()
    }
}

/// Without its article: "a chest X-ray" is known as "chest X-ray".
fn bare(text: &str) -> &str {
    ["a ", "an "].iter().find_map(|article| text.strip_prefix(article)).unwrap_or(text)
}

/// "12 Mar 2024" or "2024-03-12".
fn day(text: &str) -> Option<(i32, u8, u8)> {
    const MONTHS: [&str; 12] = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];
    let (year, month, day) = match text.split(' ').collect::<Vec<_>>()[..] {
        [day, month, year] => (year, MONTHS.iter().position(|known| *known == month)? as u8 + 1, day),
        [date] => {
            let (year, rest) = date.split_once('-')?;
            let (month, day) = rest.split_once('-')?;
            (year, month.parse().ok()?, day)
        }
        _ => return None,
    };
    let (year, day) = (year.parse().ok()?, day.parse().ok()?);
    ((1..=12).contains(&month) && (1..=31).contains(&day)).then_some((year, month, day))
}

#[cfg(test)]
mod tests;
