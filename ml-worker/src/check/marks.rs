//! Stamps and signatures, where the kind of document asks for one.

use super::{Check, Verdict, What};
use crate::{
    page::{Document, MarkKind},
    sense::{DocumentKind, Sense, Source, plain},
};

/// A mark less sure than this is none.
const SURE: f32 = 0.5;

pub(super) fn check(document: &Document, sense: &Sense) -> Option<Check> {
    use DocumentKind::{Certificate, DischargeSummary, Invoice, LabReport, Prescription};
    let marks = document.pages.iter().enumerate().flat_map(|(page, of)| of.marks.iter().map(move |mark| (page, mark)));
    let of = |kind: MarkKind| -> Vec<Source> {
        let marks = marks.clone().filter(|(_, mark)| mark.kind == kind && mark.sure >= SURE);
        marks.map(|(page, mark)| Source { page: page as u32 + 1, area: mark.area, ..Source::default() }).collect()
    };
    let (stamps, signatures) = (of(MarkKind::Stamp), of(MarkKind::Signature));
    let text = plain(&sense.text());
    // What a computer writes is often valid without a hand's mark, and says so.
    let electronic = [
        "computer generated",
        "electronically signed",
        "digitally signed",
        "electronically verified",
        "electronic signature",
        "does not require signature",
        "no signature required",
        "e signed",
    ];
    let electronic = electronic.iter().any(|words| text.contains(words));
    let any = || stamps.iter().chain(&signatures).cloned().collect::<Vec<_>>();
    let (enough, asks) = match sense.kind.kind {
        Prescription => (!signatures.is_empty() || electronic, "A prescription is signed"),
        LabReport => {
            (!signatures.is_empty() || !stamps.is_empty() || electronic, "A laboratory's report is signed or stamped")
        }
        DischargeSummary => {
            (!signatures.is_empty() || !stamps.is_empty() || electronic, "A discharge summary is signed or stamped")
        }
        Certificate => {
            (!signatures.is_empty() && !stamps.is_empty() || electronic, "A certificate is signed and stamped")
        }
        Invoice => (!signatures.is_empty() || !stamps.is_empty() || electronic, "A bill is signed or stamped"),
        _ => return None,
    };
    Some(if enough {
        Check::new(What::Mark, Verdict::Pass, format!("{asks}, and this one is."), any())
    } else if sense.kind.kind == Certificate {
        Check::new(What::Mark, Verdict::Fail, format!("{asks}, and this one is not."), any())
    } else {
        Check::new(What::Mark, Verdict::Doubt, format!("{asks}; on this one nothing of the kind was seen."), any())
    })
}
