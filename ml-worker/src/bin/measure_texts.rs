//! Prints how well clinical notes are understood: `measure_texts DATA [test|val|train]`.
//!
//! Specialty and sort of each note by its words, and its weightiest sentences against what somebody wrote of it.

use chartkey_worker::{
    bench::{
        measure::Count,
        texts::{self, Row},
    },
    notes::{About, Model, Opinion, sentences, weightiest, words},
};
use std::{
    collections::{BTreeMap, HashMap},
    path::Path,
};

/// About as many words as a description and a half has.
const WORDS: usize = 30;

fn main() -> anyhow::Result<()> {
    let said: Vec<String> = std::env::args().skip(1).collect();
    let Some(data) = said.first() else { anyhow::bail!("measure_texts DATA [test|val|train]") };
    let split = said.get(1).map_or("test", String::as_str);
    let rows: Vec<Row> = texts::read(Path::new(data))?.into_iter().filter(|row| row.split == split).collect();
    println!("{} notes, {split}", rows.len());
    sorted(&rows);
    summarized(&rows);
    Ok(())
}

fn sorted(rows: &[Row]) {
    let model = Model::committed();
    let (mut specialties, mut sorts): (BTreeMap<String, Count>, BTreeMap<String, Count>) = Default::default();
    let (mut first, mut of, mut right, mut of_sort) = (0, 0, 0, 0);
    let mut sure = [(0, 0); 10];
    for row in rows {
        let opinions = model.opinions(&row.note.text, About::Specialty);
        let known: Vec<&String> = row
            .note
            .specialties
            .iter()
            .filter(|class| opinions.iter().any(|opinion| opinion.class == **class))
            .collect();
        if let Some(best) = opinions.first().filter(|_| !known.is_empty()) {
            of += 1;
            let hit = known.contains(&&best.class);
            first += usize::from(hit);
            let tenth = ((best.sure * 10.0) as usize).min(9);
            sure[tenth].0 += 1;
            sure[tenth].1 += usize::from(hit);
        }
        let said =
            opinions.iter().filter(|opinion| opinion.sure >= 0.5).map(|opinion| &opinion.class).collect::<Vec<_>>();
        count(&mut specialties, &known, &said);
        let sort = model.opinions(&row.note.text, About::Sort).into_iter().next();
        if let (Some(truth), Some(Opinion { class, .. })) = (&row.note.sort, &sort) {
            of_sort += 1;
            right += usize::from(truth == class);
            count(&mut sorts, &[truth], &[class]);
        }
    }
    let share = |some: usize, all: usize| some as f64 / all.max(1) as f64;
    println!(
        "specialty: the likeliest is one of the note's {:.3} of {of}; all that are likely: macro F1 {:.3}, micro F1 {:.3} over {}",
        share(first, of),
        macro_f1(&specialties),
        micro_f1(&specialties),
        specialties.len()
    );
    for (class, count) in &specialties {
        println!("  {class:<32}F1 {:.3} of {}", count.f1(), count.right + count.missed);
    }
    let told = sure.iter().enumerate().filter(|(_, (all, _))| *all > 0);
    let told: Vec<String> = told
        .map(|(tenth, (all, hit))| format!("{:.1}: {:.2} of {all}", tenth as f64 / 10.0, share(*hit, *all)))
        .collect();
    println!("  right where so sure {}", told.join(", "));
    println!("sort: accuracy {:.3} of {of_sort}, macro F1 {:.3}", share(right, of_sort), macro_f1(&sorts));
    for (class, count) in &sorts {
        println!("  {class:<32}F1 {:.3} of {}", count.f1(), count.right + count.missed);
    }
}

fn count(counts: &mut BTreeMap<String, Count>, so: &[&String], said: &[&String]) {
    for class in so {
        let count = counts.entry((*class).clone()).or_default();
        if said.contains(class) { count.right += 1 } else { count.missed += 1 }
    }
    for class in said.iter().filter(|class| !so.contains(class)) {
        counts.entry((*class).clone()).or_default().wrong += 1;
    }
}

fn macro_f1(counts: &BTreeMap<String, Count>) -> f64 {
    counts.values().map(|count| count.f1()).sum::<f64>() / counts.len().max(1) as f64
}

fn micro_f1(counts: &BTreeMap<String, Count>) -> f64 {
    let mut all = Count::default();
    for count in counts.values() {
        all.right += count.right;
        all.wrong += count.wrong;
        all.missed += count.missed;
    }
    all.f1()
}

/// Sums over notes: how much of the description is said, how much of what is said is in it, how many keywords.
#[derive(Default)]
struct Overlap {
    recall: f64,
    precision: f64,
    f1: f64,
    longest: f64,
    keywords: f64,
    words: usize,
}

fn summarized(rows: &[Row]) {
    let (mut ours, mut begin) = (Overlap::default(), Overlap::default());
    let (mut grounded, mut all, mut notes) = (0, 0, 0);
    for row in rows.iter().filter(|row| !row.description.trim().is_empty()) {
        let text = &row.note.text;
        notes += 1;
        let chosen = weightiest(Model::committed(), text, WORDS);
        all += chosen.len();
        grounded += chosen.iter().filter(|chosen| sentences(text).contains(chosen)).count();
        let said: Vec<&str> = chosen.iter().map(|chosen| &text[chosen.place.clone()]).collect();
        ours.add(&said.join(" "), row);
        // What one gets by reading the beginning.
        let first: Vec<&str> = text.split_whitespace().take(said.join(" ").split_whitespace().count()).collect();
        begin.add(&first.join(" "), row);
    }
    println!("summary of {notes} notes, sentences that stand in the note as they are: {grounded} of {all}");
    ours.print("weightiest sentences", notes);
    begin.print("as many first words", notes);
}

impl Overlap {
    fn add(&mut self, said: &str, row: &Row) {
        let (own, truth): (Vec<String>, Vec<String>) = (words(said).collect(), words(&row.description).collect());
        let mut left: HashMap<&String, usize> = HashMap::new();
        truth.iter().for_each(|word| *left.entry(word).or_default() += 1);
        let mut both = 0;
        for word in &own {
            if let Some(count) = left.get_mut(word).filter(|count| **count > 0) {
                *count -= 1;
                both += 1;
            }
        }
        let f1 = |both: usize| 2.0 * both as f64 / (own.len() + truth.len()).max(1) as f64;
        self.recall += both as f64 / truth.len().max(1) as f64;
        self.precision += both as f64 / own.len().max(1) as f64;
        self.f1 += f1(both);
        self.longest += f1(longest(&own, &truth));
        let said = said.to_lowercase();
        // Keywords the note itself has: no sentence of it says others.
        let text = row.note.text.to_lowercase();
        let keywords: Vec<String> = row
            .keywords
            .to_lowercase()
            .split(',')
            .map(|word| word.trim().to_owned())
            .filter(|word| word.len() > 2 && text.contains(word))
            .collect();
        self.keywords +=
            keywords.iter().filter(|word| said.contains(*word)).count() as f64 / keywords.len().max(1) as f64;
        self.words += said.split_whitespace().count();
    }

    fn print(&self, name: &str, notes: usize) {
        let mean = |sum: f64| sum / notes.max(1) as f64;
        println!(
            "  {name:<22}ROUGE-1 F1 {:.3} (recall {:.3}, precision {:.3})  ROUGE-L F1 {:.3}  keywords {:.3}  {:.1} words",
            mean(self.f1),
            mean(self.recall),
            mean(self.precision),
            mean(self.longest),
            mean(self.keywords),
            mean(self.words as f64)
        );
    }
}

/// The length of the longest words in common that stand in the same order.
fn longest(a: &[String], b: &[String]) -> usize {
    let mut row = vec![0; b.len() + 1];
    for one in a {
        let mut corner = 0;
        for (place, other) in b.iter().enumerate() {
            let above = row[place + 1];
            row[place + 1] = if one == other { corner + 1 } else { above.max(row[place]) };
            corner = above;
        }
    }
    row[b.len()]
}
