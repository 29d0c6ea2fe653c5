//! The one shape in which every bench of the project answers (`tests/src/bench/report.rs`).

use serde_json::{Value, json};

use crate::merit::Merit;

/// What a figure is held against.
#[derive(Clone, Copy)]
enum Target {
    AtLeast(f64),
    AtMost(f64),
}

/// What is aimed at, by the figure's name.
const TARGETS: [(&str, Target); 12] = [
    ("chest: accuracy at its cut", Target::AtLeast(0.93)),
    ("chest: AUC of sick", Target::AtLeast(0.98)),
    ("chest: calibration error of sick", Target::AtMost(0.03)),
    ("brain: right class", Target::AtLeast(0.95)),
    ("brain: calibration error of classes", Target::AtMost(0.03)),
    ("brain, other collection: accuracy at its cut", Target::AtLeast(0.92)),
    ("brain, other collection, each once: accuracy at its cut", Target::AtLeast(0.92)),
    ("all models together: right class of 15", Target::AtLeast(0.97)),
    ("gate of chest: refused of others", Target::AtLeast(0.98)),
    ("gate of brain: refused of others", Target::AtLeast(0.98)),
    ("an image, decoded, processor time: median", Target::AtMost(60.0)),
    ("most memory held", Target::AtMost(600.0)),
];

impl Target {
    /// In words, and whether the number reaches it.
    fn judge(self, number: f64) -> (String, bool) {
        match self {
            Self::AtLeast(least) => (format!(">= {least}"), number >= least),
            Self::AtMost(most) => (format!("<= {most}"), number <= most),
        }
    }
}

#[derive(Default)]
pub(crate) struct Figures(Vec<Value>);

impl Figures {
    /// A figure with its interval.
    pub(crate) fn merit(&mut self, name: &str, merit: Merit) {
        let text = format!("{:.4} ({:.4} to {:.4})", merit.value, merit.low, merit.high);
        self.note(name, json!(text), "", Some(merit.value));
    }

    /// A figure that is one number.
    pub(crate) fn tell(&mut self, name: &str, value: f64, unit: &str) {
        self.note(name, json!((value * 10_000.0).round() / 10_000.0), unit, Some(value));
    }

    /// What is no single number.
    pub(crate) fn say(&mut self, name: &str, words: String) {
        self.note(name, json!(words), "", None);
    }

    fn note(&mut self, name: &str, value: Value, unit: &str, number: Option<f64>) {
        eprintln!("  {name}: {value} {unit}");
        let aim = TARGETS.iter().find(|(of, _)| *of == name).zip(number);
        let (target, holds) = aim.map(|((_, target), number)| target.judge(number)).unzip();
        self.0.push(json!({ "name": name, "value": value, "unit": unit, "target": target, "holds": holds }));
    }

    /// The whole answer.
    pub(crate) fn report(self) -> Value {
        json!({ "bench": "images", "machine": machine(), "figures": self.0 })
    }

    /// The same for eyes.
    pub(crate) fn table(&self) -> String {
        let width = self.0.iter().filter_map(|figure| Some(figure["name"].as_str()?.len())).max().unwrap_or_default();
        let line = |figure: &Value| {
            let plain = |value: &Value| value.as_str().map_or_else(|| value.to_string(), str::to_owned);
            format!("{:<width$}  {} {}\n", plain(&figure["name"]), plain(&figure["value"]), plain(&figure["unit"]))
        };
        self.0.iter().map(line).collect()
    }
}

fn machine() -> Value {
    let cpu = std::fs::read_to_string("/proc/cpuinfo").unwrap_or_default();
    let model =
        cpu.lines().find_map(|line| line.strip_prefix("model name")?.split_once(':')).map(|(_, name)| name.trim());
    let load = std::fs::read_to_string("/proc/loadavg").unwrap_or_default();
    json!({
        "cpu": model.unwrap_or_default(),
        "cores": std::thread::available_parallelism().map_or(0, usize::from),
        "load_average": load.split(' ').next().and_then(|load| load.parse::<f64>().ok()),
    })
}

/// How long this thread has been at work, in seconds of processor time: what others do beside it does not count.
pub(crate) fn busy() -> f64 {
    let schedule = std::fs::read_to_string("/proc/thread-self/schedstat").unwrap_or_default();
    schedule.split(' ').next().and_then(|busy| busy.parse::<f64>().ok()).map_or(f64::NAN, |busy| busy / 1e9)
}
