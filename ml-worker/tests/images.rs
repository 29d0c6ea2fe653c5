//! A picture goes in, a finding comes out that the app understands; the same one every time.

mod papers;
mod phantoms;

use std::io::Cursor;
use std::path::Path;
use std::process::{Command, Output};

use chartkey_worker::imaging::{
    Answer, Imaging, Kindred, Look, Said, Series, Verdict, heat::Heat, kind::NONE, prepare::Small, quality,
};
use chartkey_worker::page::Area;
use chartkey_worker::report;
use image::{DynamicImage, ImageFormat, Rgb, RgbImage};
use papers::{confined, encoded, survey};
use phantoms::{Phantom, hand};
use serde_json::Value;
use tiff::encoder::{TiffEncoder, colortype};

fn read(arguments: &[&str], files: &[&Path]) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_ml-worker"));
    command.arg("read").args(arguments).args(files);
    command.output().unwrap()
}

fn kept(name: &str, bytes: &[u8], folder: &Path) -> std::path::PathBuf {
    let path = folder.join(name);
    std::fs::write(&path, bytes).unwrap();
    path
}

/// A chest X-ray of which a model is sure, as far as the report is concerned.
fn sure_of_pneumonia() -> Series {
    let cells = 6;
    let values = (0..cells * cells).map(|at| if at == 25 { 1.0 } else { 0.02 * (at % 6) as f32 }).collect();
    let region = Area { left: 0.125, top: 0.625, right: 0.375, bottom: 0.875 };
    let answer = Answer {
        model: "chest".into(),
        probabilities: vec![0.0312, 0.9413, 0.0275],
        sick: 0.9688,
        said: Said::Sick(Some(1)),
        heat: Some(Heat { class: 1, cells, values, region, share: 0.0451 }),
    };
    let kind = Kindred {
        kinds: vec![("chest-xray".into(), 0.9991), (NONE.into(), 0.0009)],
        classes: Vec::new(),
        distance: vec![1.04, 6.2],
        unsure_below: 0.88,
    };
    let quality = vec![
        quality::Doubt { what: "size", passes: true, says: "The picture is large enough.".into() },
        quality::Doubt { what: "blur", passes: false, says: "The picture is blurred.".into() },
    ];
    let look = Look { width: 1200, height: 900, kind, quality, verdict: Verdict::Read(answer) };
    Series { frames: 1, looks: vec![(1, look)], lettered: false }
}

/// The same, where a model answers this; the first of its probabilities is that of the healthy class.
fn answered(model: &str, probabilities: &[f32], said: Said) -> Series {
    let mut series = sure_of_pneumonia();
    let look = &mut series.looks[0].1;
    look.kind.kinds[0].0 = if model == "brain" { "brain-mri" } else { "chest-xray" }.into();
    if let Verdict::Read(answer) = &mut look.verdict {
        answer.model = model.into();
        answer.probabilities = probabilities.to_vec();
        answer.sick = 1.0 - probabilities[0];
        answer.said = said;
    }
    series
}

/// What stands within a report, of a kind.
fn within<'a>(report: &'a Value, kind: &str) -> Vec<&'a Value> {
    report["contained"].as_array().unwrap().iter().filter(|inner| inner["resourceType"] == kind).collect()
}

/// Without the model's card and digests, which change with the model.
fn without_the_model(mut report: Value) -> Value {
    let contained = report["contained"].as_array_mut().unwrap();
    let before = contained.len();
    contained.retain(|inner| {
        inner["resourceType"] != "Device" && !inner["detail"].as_str().is_some_and(|said| said.starts_with("It "))
    });
    assert!(contained.len() < before, "who read it stands in it");
    report
}

#[test]
fn the_finding_about_an_image_is_the_committed_one() {
    let said = report::pictured(&Imaging::open().unwrap(), &sure_of_pneumonia());
    let place = "golden/chest-xray.json";
    if std::env::var_os("CHARTKEY_WRITE_GOLDEN").is_some() {
        std::fs::write(place, format!("{said}\n")).unwrap();
    }
    let committed: Value = serde_json::from_slice(&std::fs::read(place).expect("a committed finding")).unwrap();
    assert_eq!(without_the_model(said), without_the_model(committed), "CHARTKEY_WRITE_GOLDEN=1 writes it anew");
}

#[test]
fn which_pneumonia_it_is_is_said_nowhere() {
    let imaging = Imaging::open().unwrap();
    for (sick, said) in [(0.9688, Said::Sick(Some(1))), (0.9, Said::CannotTell)] {
        let series = answered("chest", &[1.0 - sick, sick - 0.02, 0.02], said);
        let text = without_the_model(report::pictured(&imaging, &series)).to_string();
        assert!(text.contains("pneumonia") && !text.contains("bacterial") && !text.contains("viral"), "{text}");
    }
}

#[test]
fn a_map_claims_no_more_than_the_answer() {
    let imaging = Imaging::open().unwrap();
    let (chest, brain) = ([0.1, 0.8, 0.1], [0.01, 0.8, 0.1, 0.09]);
    let titled = |series: Series| {
        let said = report::pictured(&imaging, &series);
        within(&said, "Media")[0]["content"]["title"].as_str().unwrap().to_owned()
    };
    for (series, what) in [
        (answered("chest", &chest, Said::Sick(Some(1))), "pneumonia"),
        (answered("chest", &chest, Said::CannotTell), "what speaks for pneumonia"),
        (answered("brain", &brain, Said::Sick(Some(1))), "glioma"),
        (answered("brain", &brain, Said::Sick(None)), "a tumour"),
        (answered("brain", &brain, Said::CannotTell), "what speaks for a tumour"),
    ] {
        assert_eq!(titled(series), format!("Where the model saw {what}, in 6 by 6 cells"));
    }
}

#[test]
fn what_is_shown_is_as_sure_as_itself() {
    let series = answered("brain", &[0.005, 0.965, 0.02, 0.01], Said::Sick(Some(1)));
    let said = report::pictured(&Imaging::open().unwrap(), &series);
    let shown = within(&said, "Observation").into_iter().find(|seen| seen["code"]["text"] == "What it shows").unwrap();
    assert_eq!(shown["valueString"], "glioma");
    assert_eq!(shown["extension"][0]["valueDecimal"], 0.965);
}

#[test]
fn what_is_not_sure_enough_never_reads_as_if_it_were() {
    let imaging = Imaging::open().unwrap();
    for (sick, likelier) in [(0.97, "pneumonia"), (0.03, "no pneumonia")] {
        let series = answered("chest", &[1.0 - sick, sick, 0.0], Said::CannotTell);
        let said = report::pictured(&imaging, &series)["conclusion"].as_str().unwrap().to_owned();
        assert!(said.contains(&format!("; {likelier} is 97.0 % likely, and it answers from ")), "{said}");
        assert!(!said.contains("from 97.0 % on"), "{said}");
    }
}

#[test]
fn letters_in_a_picture_are_told_of_where_the_file_speaks_of_them() {
    let imaging = Imaging::open().unwrap();
    let told = |lettered: bool| {
        let said = report::pictured(&imaging, &Series { lettered, ..sure_of_pneumonia() });
        let contained = said["contained"].as_array().unwrap();
        contained
            .iter()
            .filter_map(|inner| inner["detail"].as_str())
            .any(|detail| detail.contains("it may show a name"))
    };
    assert!(told(true) && !told(false));
}

#[test]
fn a_finding_names_every_model_by_its_digest() {
    let imaging = Imaging::open().unwrap();
    let said = report::pictured(&imaging, &sure_of_pneumonia()).to_string();
    for network in imaging.networks() {
        assert!(said.contains(&network.card.sha256), "{}", network.card.file);
    }
}

#[test]
fn a_picture_no_model_knows_is_refused_in_a_sentence() {
    let folder = tempfile::tempdir().unwrap();
    // A file of a scanner is never taken for a page of text, so no other engine is asked.
    let picture = hand(300);
    let values: Vec<i16> = picture.pixels().map(|pixel| i16::from(pixel[0])).collect();
    let file = kept("hand.dcm", &Phantom::grey(300, 300, &values).file(), folder.path());
    let output = read(&["--json"], &[&file]);
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    let said: Value = serde_json::from_slice(&output.stdout).unwrap();
    assert_eq!(said["resourceType"], "DiagnosticReport");
    let contained = said["contained"].as_array().unwrap();
    assert!(contained.iter().all(|inner| inner["resourceType"] != "RiskAssessment"), "{said}");
    assert!(contained.iter().any(|inner| inner["resourceType"] == "DetectedIssue"), "{said}");
    assert!(!said["conclusion"].as_str().unwrap().is_empty());
}

#[test]
fn the_same_files_give_the_same_findings_alone_and_together() {
    let folder = tempfile::tempdir().unwrap();
    let make = |name: &str, side: u16| {
        let values: Vec<i16> = hand(side.into()).pixels().map(|pixel| i16::from(pixel[1])).collect();
        kept(name, &Phantom::grey(side, side, &values).file(), folder.path())
    };
    let (one, other) = (make("one.dcm", 200), make("other.dcm", 331));
    let alone = [read(&["--json"], &[&one]).stdout, read(&["--json"], &[&other]).stdout].concat();
    assert_eq!(read(&["--json"], &[&one, &other]).stdout, alone);
    let told = String::from_utf8(read(&[], &[&one, &other]).stdout).unwrap();
    let headed: Vec<&str> = told.lines().filter_map(|line| line.strip_suffix(".dcm:")).collect();
    assert!(headed.len() == 2 && headed[0].ends_with("one") && headed[1].ends_with("other"), "{told}");
    // One that cannot be read does not keep the next from being read, and the program says so at its end.
    let broken = kept("broken.dcm", b"MZ\x90\0\x03\0\0\0\x04", folder.path());
    let output = read(&[], &[&broken, &one]);
    assert!(!output.status.success());
    assert!(!output.stdout.is_empty(), "the second file is answered");
}

#[test]
fn a_model_answers_the_same_every_time_and_its_probabilities_are_some() {
    let imaging = Imaging::open().unwrap();
    let small = Small::of(&hand(260));
    for network in imaging.networks() {
        let evidence = network.run(&small).unwrap();
        assert_eq!(evidence, network.run(&small).unwrap(), "{}", network.card.name);
        assert!((evidence.probabilities.iter().sum::<f32>() - 1.0).abs() < 1e-5);
        assert_eq!(evidence.cells, network.card.side() / 32, "{}", network.card.name);
        // The mean of the map and a number of the class's own are the evidence: the map is no picture painted afterwards.
        assert_eq!(evidence.map.len(), network.card.classes.len() * evidence.cells * evidence.cells);
    }
}

#[test]
fn quality_is_doubted_where_it_is_bad() {
    let doubted = |picture: &RgbImage| -> Vec<&'static str> {
        let sides = quality::of("chest-xray", picture, &Small::of(picture));
        sides.into_iter().filter(|side| !side.passes).map(|side| side.what).collect()
    };
    let good = RgbImage::from_fn(400, 380, |x, y| Rgb([(x * 7 % 97 + y * 5 % 101) as u8 + (x / 4) as u8 / 2; 3]));
    assert_eq!(doubted(&good), Vec::<&str>::new());
    assert!(doubted(&image::imageops::blur(&good, 12.0)).contains(&"blur"));
    let small = image::imageops::resize(&good, 90, 90, image::imageops::FilterType::Triangle);
    assert!(doubted(&small).contains(&"size"));
    let flat = RgbImage::from_fn(400, 400, |x, y| Rgb([120 + (x * y % 9) as u8; 3]));
    assert!(doubted(&flat).contains(&"exposure"));
    let mut lost = RgbImage::new(900, 900);
    image::imageops::replace(&mut lost, &good, 250, 260);
    assert!(doubted(&lost).contains(&"crop"));
    let strip = image::imageops::resize(&good, 900, 300, image::imageops::FilterType::Triangle);
    assert!(doubted(&strip).contains(&"size"));
}

#[test]
fn a_picture_is_the_same_to_the_models_in_every_file_that_keeps_its_pixels() {
    let picture = hand(257);
    let png = image::load_from_memory(&encoded(&picture, ImageFormat::Png)).unwrap().into_rgb8();
    let grey = DynamicImage::from(DynamicImage::from(picture.clone()).into_luma8()).into_rgb8();
    assert_eq!(Small::of(&picture).grey, Small::of(&png).grey);
    assert_eq!(Small::of(&picture).grey, Small::of(&grey).grey);
}

/// Lets the pixels of a TIFF's picture, counted from 0, begin where the file has ended.
fn tear(tiff: &mut [u8], picture: usize) {
    let short = |tiff: &[u8], at: usize| usize::from(u16::from_le_bytes(tiff[at..at + 2].try_into().unwrap()));
    let long = |tiff: &[u8], at: usize| u32::from_le_bytes(tiff[at..at + 4].try_into().unwrap()) as usize;
    let mut place = long(tiff, 4);
    for _ in 0..picture {
        place = long(tiff, place + 2 + 12 * short(tiff, place));
    }
    let mut entries = (0..short(tiff, place)).map(|entry| place + 2 + 12 * entry);
    let strips = entries.find(|&entry| short(tiff, entry) == 273).unwrap();
    tiff[strips + 8..strips + 12].copy_from_slice(&0x7FFF_0000_u32.to_le_bytes());
}

#[test]
fn a_damaged_picture_leaves_the_others_to_be_looked_at() {
    let grey: Vec<u8> = hand(200).pixels().map(|pixel| pixel[0]).collect();
    let mut file = Cursor::new(Vec::new());
    let mut encoder = TiffEncoder::new(&mut file).unwrap();
    for _ in 0..3 {
        encoder.write_image::<colortype::Gray8>(200, 200, &grey).unwrap();
    }
    let (mut file, imaging) = (file.into_inner(), Imaging::open().unwrap());
    tear(&mut file, 1);
    let series = |file: &[u8]| imaging.series(&confined(), file, &survey(file).unwrap());
    let torn = series(&file).unwrap();
    assert_eq!((torn.looks.len(), torn.unread()), (2, vec![2]));
    let said = report::pictured(&imaging, &torn).to_string();
    assert!(said.contains("1 of 3 images could not be read: 2."), "{said}");
    tear(&mut file, 0);
    tear(&mut file, 2);
    assert_eq!(series(&file).unwrap_err().to_string(), "the file is damaged, or cut short");
}
