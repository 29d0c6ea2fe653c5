//! The figures, in the shape every bench of the project answers in.

use std::fs;
use std::thread::available_parallelism;

use chartkey_worker::bench::cost;
use chartkey_worker::bench::golden::Golden;
use chartkey_worker::bench::measure::{CERTAIN, Figures};
use chartkey_worker::model;
use serde_json::{Value, json};

use crate::classes::{ALONE, BOTH, Class, OTHERS};

/// What is figured out, class by class.
#[derive(Default)]
pub(crate) struct Told {
    figures: Vec<Value>,
    way: Way,
}

/// Seconds from file to words by PP-OCR, over all classes where RapidOCR read too.
#[derive(Default)]
struct Way {
    ours: f64,
    rapid: f64,
}

/// What a figure is held against.
#[derive(Clone, Copy)]
enum Target {
    AtLeast(f64),
    AtMost(f64),
}

impl Told {
    /// Notes a class.
    pub(crate) fn class(&mut self, name: &str, class: &Class) {
        self.note(format!("{name}: pages"), class.pages as f64, "", None);
        self.letters(name, class);
        if let Some(both) = class.readers.get(BOTH).filter(|both| both.figures.documents > 0) {
            self.understanding(name, &both.figures);
            for reader in ALONE.into_iter().chain(OTHERS) {
                if let Some(of) = class.readers.get(reader) {
                    let f1 = of.figures.all_fields().f1();
                    self.note(format!("{name}: fields read, F1, {reader}"), f1, "", None);
                }
            }
        }
        for (reader, of) in &class.readers {
            let seconds = of.seconds / class.pages.max(1) as f64;
            self.note(format!("{name}: a page, {reader}"), seconds, "s", None);
        }
        if let (Some(ours), Some(theirs)) = (class.readers.get(ALONE[0]), class.readers.get(OTHERS[0])) {
            self.way.ours += ours.busy;
            self.way.rapid += theirs.busy;
        }
    }

    /// Notes how kept pages are read now against when they were last measured.
    pub(crate) fn golden(&mut self, all: &[Golden], counts: &[(usize, usize)]) {
        let before: usize = all.iter().map(|golden| golden.wrong).sum();
        let now: usize = counts.iter().map(|(_, wrong)| wrong).sum();
        let letters: usize = all.iter().map(|golden| golden.letters).sum();
        let target = Target::AtMost(before as f64 + letters as f64 / 1000.0);
        self.note("golden: letters wrong, of all that are kept".into(), now as f64, "", Some(target));
    }

    fn letters(&mut self, name: &str, class: &Class) {
        let target = match name {
            "clean" => Some(Target::AtMost(1.0)),
            "scanned" => Some(Target::AtMost(2.0)),
            "photographed" => Some(Target::AtMost(4.0)),
            _ => None,
        };
        let hand = class.readers.get(BOTH).is_some_and(|both| both.hand.letters > 0);
        for reader in [BOTH].into_iter().chain(ALONE).chain(OTHERS) {
            let Some(of) = class.readers.get(reader) else { continue };
            let target = target.filter(|_| reader == BOTH);
            let what = if hand { "letters of print wrong" } else { "letters wrong" };
            self.note(format!("{name}: {what}, {reader}"), 100.0 * of.print.letter_errors(), "%", target);
            self.note(format!("{name}: words wrong, {reader}"), 100.0 * of.print.word_errors(), "%", None);
            if hand {
                let wrong = 100.0 * of.hand.letter_errors();
                self.note(format!("{name}: letters by hand wrong, {reader}"), wrong, "%", None);
            }
        }
        let errors = |reader: &str| class.readers.get(reader).map(|of| 100.0 * of.all().letter_errors());
        if let (Some(both), Some(one), Some(other)) = (errors(BOTH), errors(ALONE[0]), errors(ALONE[1])) {
            let more = both - one.min(other);
            self.note(format!("{name}: both against the better engine"), more, "points", Some(Target::AtMost(0.0)));
        }
        if class.dots.len() > 1 {
            for (dots, score) in &class.dots {
                self.note(format!("{name}: letters wrong at {dots} dots"), 100.0 * score.letter_errors(), "%", None);
            }
        }
    }

    fn understanding(&mut self, name: &str, figures: &Figures) {
        let fields = figures.all_fields();
        let share = |(part, whole): (usize, usize)| part as f64 / whole.max(1) as f64;
        let values = figures.fields.get("result value").copied().unwrap_or_default();
        let (values_target, cells_target) = match name {
            "clean" => (Some(Target::AtLeast(0.97)), Some(Target::AtLeast(0.95))),
            "photographed" => (Some(Target::AtLeast(0.93)), Some(Target::AtLeast(0.95))),
            "scanned" => (None, Some(Target::AtLeast(0.95))),
            _ => (None, None),
        };
        self.note(format!("{name}: laboratory values, F1"), values.f1(), "", values_target);
        self.note(format!("{name}: fields, F1"), fields.f1(), "", None);
        self.note(format!("{name}: table cells, F1"), figures.cells.f1(), "", cells_target);
        self.note(format!("{name}: kinds right"), figures.kind_accuracy(), "", None);
        let checks = figures.all_checks();
        self.note(format!("{name}: checks, precision"), checks.precision(), "", None);
        self.note(format!("{name}: checks, recall"), checks.recall(), "", None);
        self.note(format!("{name}: told by the summary, of what matters"), share(figures.told), "", None);
        let loose = (figures.statements.1 - figures.statements.0) as f64;
        self.note(format!("{name}: statements without a place"), loose, "", Some(Target::AtMost(0.0)));
        let sure = (figures.certain.1, figures.certain.0);
        self.note(format!("{name}: fields as sure as {CERTAIN}, right"), share(sure), "", None);
        let part = sure.1 as f64 / (fields.right + fields.wrong).max(1) as f64;
        self.note(format!("{name}: fields as sure as that"), part, "", None);
    }

    fn note(&mut self, name: String, value: f64, unit: &str, target: Option<Target>) {
        let rounded = (value * 1000.0).round() / 1000.0;
        let (words, holds) = match target {
            Some(Target::AtLeast(least)) => (Some(format!(">= {least}")), Some(value >= least)),
            Some(Target::AtMost(most)) => (Some(format!("<= {most}")), Some(value <= most)),
            None => (None, None),
        };
        self.figures.push(json!({ "name": name, "value": rounded, "unit": unit, "target": words, "holds": holds }));
    }

    /// The whole answer.
    pub(crate) fn report(mut self, rapid_memory: Option<f64>) -> Value {
        if self.way.rapid > 0.0 {
            let (runtime, most) = if model::is_faster() { ("ONNX Runtime", 1.0) } else { ("tract", 1.5) };
            let name =
                format!("PP-OCR in {runtime} against RapidOCR, in processor time, making the page ready included");
            self.note(name, self.way.ours / self.way.rapid, "times", Some(Target::AtMost(most)));
        }
        self.note("most memory, the worker".into(), cost::peak(), "MB", None);
        if let Some(memory) = rapid_memory {
            self.note("most memory, RapidOCR".into(), memory, "MB", None);
        }
        json!({ "bench": "documents", "machine": machine(), "figures": self.figures })
    }
}

/// What the figures were measured on, and what else wanted a core when they were told.
fn machine() -> Value {
    let read = |file: &str| fs::read_to_string(file).unwrap_or_default();
    let (cpu, load) = (read("/proc/cpuinfo"), read("/proc/loadavg"));
    let model = cpu.lines().find(|line| line.starts_with("model name")).and_then(|line| line.split_once(": "));
    json!({
        "cpu": model.map_or("", |(_, model)| model),
        "cores": available_parallelism().map_or(0, usize::from),
        "threads": 1,
        "kernel": read("/proc/sys/kernel/osrelease").trim(),
        "load": load.split(' ').next().unwrap_or_default(),
    })
}
