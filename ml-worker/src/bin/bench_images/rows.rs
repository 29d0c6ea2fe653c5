//! The table of pictures, and what the models made of each.

use std::collections::HashSet;
use std::path::{Path, PathBuf};

use anyhow::Context;
use chartkey_worker::imaging::{Imaging, Kindred, Said, Verdict, answer, kind, prepare::Small, quality};
use image::RgbImage;
use sha2::{Digest, Sha256};

/// A line of `splits.csv`.
#[derive(Clone, Debug)]
pub(crate) struct Row {
    pub(crate) path: PathBuf,
    pub(crate) task: String,
    /// The collection it comes from.
    pub(crate) source: String,
    pub(crate) label: String,
    pub(crate) group: String,
}

impl Row {
    /// Which person, or group of alike pictures. Both brain sets number theirs together.
    fn whose(&self) -> (&str, &str) {
        (if self.task.starts_with("brain") { "brain" } else { &self.task }, &self.group)
    }
}

/// A picture and what was made of it.
#[derive(Clone)]
pub(crate) struct Seen {
    pub(crate) row: Row,
    pub(crate) kind: Kindred,
    /// Which model the gate let it to.
    pub(crate) let_to: Option<String>,
    /// What the model of its own task answers, whatever the gate says.
    pub(crate) asked: Option<answer::Answer>,
    pub(crate) doubts: Vec<&'static str>,
}

/// The split that the table does not name: people who could have been learned from, and whom `apart` in `training/data.py`
/// sets aside, by the same rule.
const ASIDE: &str = "aside";

/// The rows of a split.
pub(crate) fn rows(data: &Path, split: &str) -> anyhow::Result<Vec<Row>> {
    let table = data.join("splits.csv");
    let text = std::fs::read_to_string(&table)
        .with_context(|| format!("{} cannot be read; the pictures are not part of this repository", table.display()))?;
    let all: Vec<(Row, &str)> = text.lines().skip(1).filter_map(|line| row(data, line)).collect();
    if split != ASIDE {
        return Ok(all.into_iter().filter(|(_, of)| *of == split).map(|(row, _)| row).collect());
    }
    let kept: HashSet<_> =
        all.iter().filter(|(_, of)| matches!(*of, "val" | "test")).map(|(row, _)| row.whose()).collect();
    let aside =
        all.iter().filter(|(row, of)| *of == "train" && is_set_aside(&row.group) && !kept.contains(&row.whose()));
    Ok(aside.map(|(row, _)| row.clone()).collect())
}

/// A line of the table and its split. A path, a task, a source and a label hold no commas; the name a picture once had may.
fn row<'a>(data: &Path, line: &'a str) -> Option<(Row, &'a str)> {
    let (path, rest) = line.split_once(',')?;
    let (task, rest) = rest.split_once(',')?;
    let (source, _) = rest.split_once(',')?;
    let mut last = line.rsplitn(4, ',');
    let (of, group, label) = (last.next()?.trim(), last.next()?, last.next()?);
    let row = Row {
        path: data.join(path),
        task: task.into(),
        source: source.into(),
        label: label.into(),
        group: group.into(),
    };
    Some((row, of))
}

/// A tenth of all people, or groups of alike pictures, by their names alone.
fn is_set_aside(group: &str) -> bool {
    let digest = Sha256::digest(format!("set aside {group}"));
    let first = digest.iter().take(8).fold(0_u64, |number, byte| number << 8 | u64::from(*byte));
    first.is_multiple_of(10)
}

/// Every n-th of each task and label, so that at most `most` of each are left.
pub(crate) fn thinned(rows: Vec<Row>, most: usize) -> Vec<Row> {
    let count = |row: &Row| rows.iter().filter(|other| other.task == row.task && other.label == row.label).count();
    let mut kept = Vec::new();
    let mut met = std::collections::HashMap::<(String, String), usize>::new();
    for row in &rows {
        let step = count(row).div_ceil(most);
        let met = met.entry((row.task.clone(), row.label.clone())).or_default();
        if met.is_multiple_of(step) {
            kept.push(row.clone());
        }
        *met += 1;
    }
    kept
}

pub(crate) fn picture(path: &Path) -> anyhow::Result<RgbImage> {
    Ok(image::open(path).with_context(|| path.display().to_string())?.into_rgb8())
}

/// The model that reads a task's pictures.
pub(crate) fn reader_of(task: &str) -> Option<&'static str> {
    match task {
        "chest" => Some("chest"),
        "brain" | "brain-yesno" => Some("brain"),
        _ => None,
    }
}

/// Looks at a picture of a row, or at what was made of it.
pub(crate) fn see(imaging: &Imaging, row: &Row, picture: &RgbImage) -> anyhow::Result<Seen> {
    let look = imaging.look(picture, None)?;
    let let_to = match &look.verdict {
        Verdict::Read(answer) => Some(answer.model.clone()),
        Verdict::Refused(_) => None,
    };
    let asked = match (&look.verdict, reader_of(&row.task)) {
        (Verdict::Read(answer), Some(model)) if answer.model == model => Some(answer.clone()),
        (_, Some(model)) => Some(imaging.ask(model, &Small::of(picture))?),
        _ => None,
    };
    let doubts = look.quality.iter().filter(|side| !side.passes).map(|side| side.what).collect();
    Ok(Seen { row: row.clone(), kind: look.kind, let_to, asked, doubts })
}

/// Looks at every row; says how far it is.
pub(crate) fn see_all(imaging: &Imaging, rows: &[Row], what: &str) -> anyhow::Result<Vec<Seen>> {
    let mut seen = Vec::new();
    for (at, row) in rows.iter().enumerate() {
        if at % 200 == 0 {
            eprintln!("· {what}: {at} of {}", rows.len());
        }
        seen.push(see(imaging, row, &picture(&row.path)?)?);
    }
    Ok(seen)
}

/// What is measured of a row's quality.
pub(crate) fn measures(row: &Row) -> anyhow::Result<quality::Measures> {
    let picture = picture(&row.path)?;
    Ok(quality::measured(&picture, &Small::of(&picture)))
}

/// Without those whose file is there already.
pub(crate) fn unlike(rows: &[Row]) -> anyhow::Result<Vec<Row>> {
    let mut met = HashSet::new();
    let mut kept = Vec::new();
    for row in rows {
        if met.insert(std::fs::read(&row.path)?) {
            kept.push(row.clone());
        }
    }
    Ok(kept)
}

impl Seen {
    /// The class of the task's model that is true; none where the set only says sick or not.
    pub(crate) fn truth(&self, classes: &[String]) -> Option<usize> {
        classes.iter().position(|class| *class == self.row.label)
    }

    pub(crate) fn is_sick(&self) -> bool {
        !matches!(self.row.label.as_str(), "normal" | "none")
    }

    pub(crate) fn sick(&self) -> f64 {
        self.asked.as_ref().map_or(f64::NAN, |answer| f64::from(answer.sick))
    }

    pub(crate) fn said(&self) -> Option<Said> {
        self.asked.as_ref().map(|answer| answer.said)
    }

    /// The atlas' class of this picture: its task and label in the atlas' words.
    pub(crate) fn atlas_class(&self) -> String {
        match (self.row.task.as_str(), self.row.label.as_str()) {
            ("chest", "normal") => "chest-xray-normal".into(),
            ("chest", _) => "chest-xray-pneumonia".into(),
            ("brain", "none") => "brain-mri-no-tumour".into(),
            ("brain", label) => format!("brain-mri-{label}"),
            ("brain-yesno", _) => "brain-mri-other-collection".into(),
            (_, label) => {
                let several = ["chest-ct", "breast-ultrasound", "lung-histology", "knee-xray"];
                several.into_iter().find(|kind| label.starts_with(kind)).unwrap_or(label).into()
            }
        }
    }

    /// Whether the gate did right by it.
    pub(crate) fn kind_is(&self) -> String {
        kind::kind_of(&self.atlas_class()).to_owned()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The hash takes person 1, 4 and 7 of the first ten; so does `training/data.py`.
    #[test]
    fn people_set_aside_stand_in_no_other_split() {
        let folder = tempfile::tempdir().unwrap();
        let learned = (0..10).map(|at| format!("brain/{at}.jpg,brain,masoud,\"a, b\",glioma,person{at},train\n"));
        let tested = "brain-yesno/4.jpg,brain-yesno,navoneel,a,yes,person4,test\n";
        let other = "chest/7.jpg,chest,guangzhou,a,normal,person7,test\n";
        let table =
            format!("path,task,source,original,label,group,split\n{}{tested}{other}", learned.collect::<String>());
        std::fs::write(folder.path().join("splits.csv"), table).unwrap();
        let groups = rows(folder.path(), ASIDE).unwrap().into_iter().map(|row| row.group);
        assert_eq!(groups.collect::<Vec<_>>(), ["person1", "person7"]);
    }
}
