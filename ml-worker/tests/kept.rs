//! Pages that went through all that paper goes through are read as well as when they were kept. One of each class is
//! read here; `./dev bench documents` reads all of them.

mod papers;

use std::collections::BTreeSet;
use std::path::Path;

use chartkey_worker::bench::golden;
use chartkey_worker::engines::combine;
use chartkey_worker::read::Reader;
use chartkey_worker::{admit, model};
use papers::confined;

/// Of a thousand letters so many more may be read wrongly: other machines reckon a little otherwise.
const MORE: usize = 6;

#[test]
fn kept_pages_are_read_no_worse_than_they_were() {
    let folder = Path::new("golden/pages");
    let reader =
        Reader::open(confined(), &model::folder()).expect("the models are there: tasks/setup/weights.sh fetches them");
    let mut seen = BTreeSet::new();
    let mut worse = Vec::new();
    for page in golden::all(folder).expect("a list of pages") {
        if !seen.insert(page.wear.clone()) {
            continue;
        }
        let file = std::fs::read(folder.join(&page.file)).expect("a picture");
        let admitted = admit::survey(&confined(), &file).expect("let in");
        let sheet = admit::sheet(&confined(), &file, &admitted, 0).expect("a sheet");
        let prepared = reader.prepare(sheet.pixels.expect("pixels"), sheet.drawn).expect("made ready");
        let heard = reader.hear(&prepared).expect("read");
        let words = combine::words(combine::meetings(heard.ppocr, heard.tesseract));
        let scores = page.score(&words, &prepared.from_sheet).expect("a page with four corners");
        let mut all = scores.print;
        all.add(scores.hand);
        assert_eq!(all.letters, page.letters, "{}", page.file);
        if all.letters_wrong > page.wrong + (MORE * page.letters).div_ceil(1000) {
            worse.push(format!(
                "{}: {} of {} letters wrong, where {} were: {:?}",
                page.file, all.letters_wrong, all.letters, page.wrong, scores.differ
            ));
        }
    }
    assert_eq!(seen.len(), 6, "{seen:?}");
    assert!(worse.is_empty(), "{}", worse.join("\n"));
}
