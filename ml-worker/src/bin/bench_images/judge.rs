//! How good the models and the gate are, on pictures whose labels are known.

use std::collections::BTreeSet;

use chartkey_worker::imaging::{Answer, Card, Imaging, Said, kind};

use crate::merit::{Merit, auc, calibration_error, f1, largest, merit, share};
use crate::rows::{Seen, reader_of};
use crate::tell::Figures;

fn of(seen: &[Seen], figure: impl Fn(&[&Seen]) -> f64) -> Merit {
    merit(seen, |seen| &seen.row.group, figure)
}

/// What a model that reads answers, whatever the gate says.
pub(crate) fn reader(figures: &mut Figures, name: &str, card: &Card, seen: &[Seen]) {
    figures.tell(&format!("{name}: pictures"), seen.len() as f64, "");
    let named = seen.iter().all(|seen| seen.truth(&card.classes).is_some());
    if named {
        let pair = |seen: &Seen| {
            let guess = seen.asked.as_ref().map_or(0, |answer| largest(&answer.probabilities));
            (seen.truth(&card.classes).unwrap_or_default(), guess)
        };
        let most = |seen: &Seen| {
            seen.asked.as_ref().map_or(0.0, |answer| answer.probabilities.iter().copied().fold(0.0, f32::max))
        };
        let classes = card.classes.len();
        figures
            .merit(&format!("{name}: right class"), of(seen, |some| share(some, |seen| pair(seen).0 == pair(seen).1)));
        figures.merit(
            &format!("{name}: F1 over classes"),
            of(seen, |some| f1(&some.iter().map(|seen| pair(seen)).collect::<Vec<_>>(), classes)),
        );
        figures.merit(
            &format!("{name}: calibration error of classes"),
            of(seen, |some| {
                calibration_error(
                    &some.iter().map(|seen| (f64::from(most(seen)), pair(seen).0 == pair(seen).1)).collect::<Vec<_>>(),
                )
            }),
        );
        let row = |truth: usize| {
            let count = |guess: usize| seen.iter().filter(|seen| pair(seen) == (truth, guess)).count().to_string();
            format!("{} → {}", card.classes[truth], (0..classes).map(count).collect::<Vec<_>>().join(" "))
        };
        figures.say(
            &format!("{name}: confusion, columns {}", card.classes.join(" ")),
            (0..classes).map(row).collect::<Vec<_>>().join("; "),
        );
    }
    figures.merit(
        &format!("{name}: AUC of sick"),
        of(seen, |some| auc(some.iter().map(|seen| (seen.sick(), seen.is_sick())).collect())),
    );
    figures.merit(
        &format!("{name}: calibration error of sick"),
        of(seen, |some| calibration_error(&some.iter().map(|seen| (seen.sick(), seen.is_sick())).collect::<Vec<_>>())),
    );
    let cuts = [("its cut", card.thresholds.sick_from.map_or(0.5, f64::from)), ("one half", 0.5)];
    for (called, cut) in cuts {
        let yes = |seen: &Seen| seen.sick() >= cut;
        figures.merit(
            &format!("{name}: accuracy at {called}"),
            of(seen, |some| share(some, |seen| yes(seen) == seen.is_sick())),
        );
        figures.merit(&format!("{name}: sensitivity at {called}"), of(seen, |some| part(some, Seen::is_sick, yes)));
        figures.merit(
            &format!("{name}: specificity at {called}"),
            of(seen, |some| part(some, |seen| !seen.is_sick(), |seen| !yes(seen))),
        );
        figures.merit(
            &format!("{name}: F1 at {called}"),
            of(seen, |some| {
                let both = share(some, |seen| yes(seen) && seen.is_sick());
                2.0 * both / (share(some, yes) + share(some, Seen::is_sick))
            }),
        );
    }
    figures.merit(&format!("{name}: answered"), of(seen, |some| share(some, answered)));
    figures.merit(&format!("{name}: right when answered"), of(seen, |some| part(some, answered, right)));
    figures.merit(
        &format!("{name}: sick found when answered"),
        of(seen, |some| part(some, |seen| answered(seen) && seen.is_sick(), right)),
    );
    figures.merit(
        &format!("{name}: healthy found when answered"),
        of(seen, |some| part(some, |seen| answered(seen) && !seen.is_sick(), right)),
    );
    if named {
        let class = |seen: &Seen| matches!(seen.said(), Some(Said::Sick(Some(class))) if Some(class) == seen.truth(&card.classes));
        let says = |seen: &Seen| matches!(seen.said(), Some(Said::Sick(Some(_))));
        figures.merit(
            &format!("{name}: kind of sickness named, of the sick"),
            of(seen, |some| part(some, Seen::is_sick, says)),
        );
        figures.merit(&format!("{name}: right kind when named"), of(seen, |some| part(some, says, class)));
    }
}

fn answered(seen: &Seen) -> bool {
    matches!(seen.said(), Some(Said::Healthy | Said::Sick(_)))
}

fn right(seen: &Seen) -> bool {
    match seen.said() {
        Some(Said::Healthy) => !seen.is_sick(),
        Some(Said::Sick(_)) => seen.is_sick(),
        _ => false,
    }
}

/// Of the items for which `base` holds, the part for which `holds` does.
fn part(some: &[&Seen], base: impl Fn(&Seen) -> bool, holds: impl Fn(&Seen) -> bool) -> f64 {
    let base: Vec<&Seen> = some.iter().copied().filter(|seen| base(seen)).collect();
    share(&base, holds)
}

/// Which pictures reach which model.
pub(crate) fn gate(figures: &mut Figures, imaging: &Imaging, seen: &[Seen]) {
    if let Some(atlas) = imaging.network("atlas") {
        let known: Vec<&Seen> = seen.iter().filter(|seen| atlas.card.classes.contains(&seen.atlas_class())).collect();
        let guess = |seen: &Seen| atlas.card.classes[largest(&seen.kind.classes)].clone();
        let over = |figure: &dyn Fn(&Seen) -> bool| {
            merit(
                &known,
                |seen| &seen.row.group,
                |some| some.iter().filter(|seen| figure(seen)).count() as f64 / some.len() as f64,
            )
        };
        figures.merit("atlas: right class of 15", over(&|seen| guess(seen) == seen.atlas_class()));
        let together = |seen: &Seen| match (&seen.let_to, &seen.asked) {
            (Some(model), Some(answer)) if answer.model == *model => read_as(imaging, answer),
            // Let to a model of another kind.
            (Some(model), _) => model.clone(),
            (None, _) => guess(seen),
        };
        figures.merit("all models together: right class of 15", over(&|seen| together(seen) == seen.atlas_class()));
        figures.merit("atlas: right kind", over(&|seen| seen.kind.likeliest().0 == seen.kind_is()));
    }
    for (model, own) in [("chest", "chest-xray"), ("brain", "brain-mri")] {
        let passed = |seen: &Seen| seen.let_to.as_deref() == Some(model);
        figures.merit(
            &format!("gate of {model}: let in of its own"),
            of(seen, |some| part(some, |seen| seen.kind_is() == own, passed)),
        );
        figures.merit(
            &format!("gate of {model}: refused of others"),
            of(seen, |some| part(some, |seen| seen.kind_is() != own, |seen| !passed(seen))),
        );
    }
    let mut kinds: Vec<String> = seen.iter().map(Seen::atlas_class).collect();
    kinds.sort();
    kinds.dedup();
    let line = |class: &String| {
        let of: Vec<&Seen> = seen.iter().filter(|seen| seen.atlas_class() == *class).collect();
        let to = |model: &str| of.iter().filter(|seen| seen.let_to.as_deref() == Some(model)).count();
        format!("{class} {} ({} to chest, {} to brain)", of.len(), to("chest"), to("brain"))
    };
    figures.say("gate: of each class", kinds.iter().map(line).collect::<Vec<_>>().join("; "));
}

/// Each collection by itself.
pub(crate) fn sources(figures: &mut Figures, imaging: &Imaging, seen: &[Seen]) {
    let names: BTreeSet<&str> = seen.iter().map(|seen| seen.row.source.as_str()).collect();
    for name in names {
        let mine: Vec<Seen> = seen.iter().filter(|seen| seen.row.source == name).cloned().collect();
        let mut tell = |what: &str, holds: &dyn Fn(&Seen) -> bool| {
            figures.merit(&format!("from {name}: {what}"), of(&mine, |some| share(some, holds)));
        };
        tell("right kind", &|seen| seen.kind.likeliest().0 == seen.kind_is());
        match mine.first().and_then(|seen| reader_of(&seen.row.task)).and_then(|model| imaging.network(model)) {
            Some(reader) => {
                let cut = reader.card.thresholds.sick_from.map_or(0.5, f64::from);
                tell("let to its model", &|seen| seen.let_to.as_deref() == Some(reader.card.name.as_str()));
                tell("sick or not, right at its cut", &|seen| (seen.sick() >= cut) == seen.is_sick());
                tell("answered", &|seen| seen.let_to.is_some() && answered(seen));
                figures.merit(
                    &format!("from {name}: right when answered"),
                    of(&mine, |some| part(some, |seen| seen.let_to.is_some() && answered(seen), right)),
                );
            }
            None => tell("refused by every model", &|seen| seen.let_to.is_none()),
        }
    }
}

/// What the model that a picture was let to says, as a class of the atlas: for chests sick or not at its cut, for brains the
/// likeliest.
fn read_as(imaging: &Imaging, answer: &Answer) -> String {
    let Some(network) = imaging.network(&answer.model) else { return String::new() };
    let card = &network.card;
    if answer.model == "chest" {
        let sick = answer.sick >= card.thresholds.sick_from.unwrap_or(0.5);
        return format!("chest-xray-{}", if sick { "pneumonia" } else { "normal" });
    }
    match card.classes[largest(&answer.probabilities)].as_str() {
        "none" => "brain-mri-no-tumour".into(),
        class => format!("brain-mri-{class}"),
    }
}

/// What comes out of the whole way, gate and refusal included.
pub(crate) fn whole(figures: &mut Figures, seen: &[Seen]) {
    for task in ["chest", "brain", "brain-yesno"] {
        let mine: Vec<&Seen> = seen.iter().filter(|seen| seen.row.task == task).collect();
        if mine.is_empty() {
            continue;
        }
        let passed = |seen: &Seen| seen.let_to.is_some();
        let count = |holds: &dyn Fn(&Seen) -> bool| mine.iter().filter(|seen| holds(seen)).count();
        figures.say(
            &format!("whole way, {task}"),
            format!(
                "{} pictures: {} stopped at the gate, {} cannot tell, {} right, {} sick called healthy, {} healthy called sick",
                mine.len(),
                count(&|seen| !passed(seen)),
                count(&|seen| passed(seen) && !answered(seen)),
                count(&|seen| passed(seen) && answered(seen) && right(seen)),
                count(&|seen| passed(seen) && answered(seen) && !right(seen) && seen.is_sick()),
                count(&|seen| passed(seen) && answered(seen) && !right(seen) && !seen.is_sick()),
            ),
        );
    }
    let doubted = |what: &str| seen.iter().filter(|seen| seen.doubts.contains(&what)).count().to_string();
    let of = ["size", "blur", "exposure", "crop"].map(|what| format!("{what} {}", doubted(what)));
    figures.say("quality doubted", format!("{} of {} pictures", of.join(", "), seen.len()));
}

/// Whether pictures are taken for pictures.
pub(crate) fn sorted(figures: &mut Figures, name: &str, sorted: &[kind::Sorted]) {
    let count = |what: kind::Sorted| sorted.iter().filter(|sorted| **sorted == what).count();
    figures.say(
        &format!("sorting, {name}"),
        format!(
            "of {}: {} a picture, {} a page, {} left to the words",
            sorted.len(),
            count(kind::Sorted::Picture),
            count(kind::Sorted::Page),
            count(kind::Sorted::Unclear)
        ),
    );
}

/// A spoiled set beside the clean one, in a line.
pub(crate) fn spoiled(figures: &mut Figures, name: &str, card: &Card, seen: &[Seen]) {
    let all: Vec<&Seen> = seen.iter().collect();
    let passed: Vec<&Seen> = seen.iter().filter(|seen| seen.let_to.is_some()).collect();
    let class =
        |seen: &Seen| seen.asked.as_ref().map(|answer| largest(&answer.probabilities)) == seen.truth(&card.classes);
    let of_passed = |holds: fn(&Seen) -> bool| passed.iter().filter(|seen| holds(seen)).count();
    figures.say(
        name,
        format!(
            "class {:.3}, AUC {:.3}; let in {:.3}, of these {} answered, {} wrongly; doubted {:.2}",
            share(&all, class),
            auc(seen.iter().map(|seen| (seen.sick(), seen.is_sick())).collect()),
            share(&all, |seen| seen.let_to.is_some()),
            of_passed(answered),
            of_passed(|seen| answered(seen) && !right(seen)),
            share(&all, |seen| !seen.doubts.is_empty()),
        ),
    );
}
