//! What the worker prints for four made documents stays what `frontend/flows` is tested to understand.

use chartkey_worker::{
    bench::{
        self, Layouts,
        noise::{Noise, spoil},
        rng::Rng,
    },
    check::check,
    report::{Reader, findings},
    sense::understand,
    summary::summarize,
};

const SEED: u64 = 5;

#[test]
fn findings_of_made_documents_are_the_committed_ones() {
    let reader = Reader {
        name: "chartkey-worker".into(),
        version: "0.1.0".into(),
        notes: vec!["Measured on made documents; see measure_sense.".into()],
    };
    let documents = bench::make(SEED, Layouts::Known, 1);
    for kind in ["lab-report", "prescription", "discharge-summary", "invoice"] {
        let made = documents.iter().find(|made| made.name.starts_with(kind)).expect("one of each kind");
        let document = spoil(&made.sheet.document(), Noise::NONE, &mut Rng::new(SEED));
        let sense = understand(&document, &made.context);
        let checks = check(&document, &sense, &made.context);
        let said = findings(&document, &sense, &checks, &summarize(&sense, &made.context), &reader);
        let committed = std::fs::read(format!("golden/{kind}.json")).expect("a committed finding");
        let committed: serde_json::Value = serde_json::from_slice(&committed).expect("JSON");
        assert_eq!(said, committed, "{kind}: `make_pages FOLDER known 5 1` writes it anew");
    }
}
