//! Kinds of which only the kind is measured: insurance, certificates, imaging reports, and what is none of all.

use super::{
    Plan,
    names::{self, Land},
    paper::{self, Look, Paper},
    rng::Rng,
    truth::Truth,
};
use crate::sense::{Date, DocumentKind};

/// Titles and lines; the third of each kind is held out.
const INSURANCE: [(&str, &[&str]); 3] = [
    (
        "HEALTH INSURANCE POLICY",
        &[
            "Policy No: HI-2231-8890",
            "Sum Insured: Rs. 5,00,000",
            "Premium: Rs. 12,480",
            "Nominee: Spouse",
            "Cashless facility is available at network hospitals.",
            "TPA: Carefirst",
        ],
    ),
    (
        "EXPLANATION OF BENEFITS",
        &[
            "Member ID: 9981223",
            "Group Number: 55810",
            "Claim Number: C-118822",
            "Deductible applied: $120.00",
            "Copay: $25.00",
            "This is not a bill.",
        ],
    ),
    (
        "CASHLESS AUTHORISATION LETTER",
        &[
            "Claim No: 2281/24",
            "The pre authorisation request for the insured is approved.",
            "Policy Holder: as above",
            "Sum insured available: Rs. 3,00,000",
        ],
    ),
];
const CERTIFICATES: [(&str, &[&str]); 3] = [
    (
        "MEDICAL CERTIFICATE",
        &[
            "This is to certify that the above named was under my treatment for viral fever.",
            "He is advised rest for 5 days and is unfit for duty during this time.",
        ],
    ),
    (
        "FITNESS CERTIFICATE",
        &[
            "I hereby certify that I have examined the person named above.",
            "He is medically fit to resume work from today.",
        ],
    ),
    (
        "TO WHOM IT MAY CONCERN",
        &[
            "This is to certify that the above named person was examined by me and found fit for travel.",
            "Issued on request.",
        ],
    ),
];
const IMAGING: [(&str, &[&str]); 3] = [
    (
        "X-RAY CHEST PA VIEW",
        &[
            "Findings: Both lung fields are clear. Costophrenic angles are free.",
            "Cardiac silhouette is normal.",
            "Impression: No significant abnormality.",
            "Consultant Radiologist",
        ],
    ),
    (
        "ULTRASOUND ABDOMEN",
        &[
            "Liver is normal in size and echotexture. No focal lesion.",
            "Gall bladder shows a calculus of 8 mm.",
            "Impression: Cholelithiasis.",
            "Radiologist",
        ],
    ),
    (
        "MRI BRAIN",
        &[
            "Technique: Axial and sagittal sequences without contrast.",
            "Findings: Normal signal in both hemispheres. No diffusion restriction.",
            "Impression: Normal study of the brain.",
            "Radiology department",
        ],
    ),
];
const NOTHING: [(&str, &[&str]); 3] = [
    ("RECIPE OF THE WEEK", &["Take two onions and a cup of rice.", "Cook slowly for half an hour and serve warm."]),
    (
        "MINUTES OF THE MEETING",
        &["The members met in the hall at six.", "The roof will be mended in spring. The next meeting is in May."],
    ),
    (
        "ELECTRICITY NOTICE",
        &[
            "The supply will be off on Sunday between ten and four.",
            "We regret the trouble and thank you for your patience.",
        ],
    ),
];

const LOOKS: [Look; 3] = [
    Look { land: Land::India, head: 0, form: 1, words: 0, days: 0, size: 13.5 },
    Look { land: Land::Abroad, head: 1, form: 4, words: 1, days: 5, size: 13.5 },
    Look { land: Land::India, head: 4, form: 0, words: 3, days: 1, size: 13.0 },
];

pub(super) fn make(rng: &mut Rng, kind: DocumentKind, layout: usize, plan: &Plan) -> (Paper, Truth) {
    let (title, lines) = match kind {
        DocumentKind::Insurance => INSURANCE[layout],
        DocumentKind::Certificate => CERTIFICATES[layout],
        DocumentKind::ImagingReport => IMAGING[layout],
        _ => NOTHING[layout],
    };
    let look = LOOKS[layout];
    let mut page = Paper::new(look);
    if kind == DocumentKind::Other {
        page.sheet.middle(page.y, 22.0, true, title);
        page.down(3.0);
        lines.iter().for_each(|line| page.prose(line));
        return (page, Truth { kind, ..Truth::default() });
    }
    let mut truth = paper::someone(rng, look, plan.today);
    truth.kind = kind;
    truth.hospital = names::hospital(rng, look.land);
    let day = Date::from_number(plan.today.number() - 1 - rng.below(300) as i64).unwrap_or_default();
    truth.dates = vec![(paper::issue_role(look.words), day)];
    truth.doctor = (kind != DocumentKind::Insurance).then(|| names::person(rng, look.land));
    paper::head(&mut page, rng, look, &truth, title, false);
    paper::form(&mut page, rng, look, &truth, None, false);
    page.down(0.5);
    lines.iter().for_each(|line| page.prose(line));
    paper::sign(&mut page, rng, &truth, truth.doctor.is_some(), true);
    (page, truth)
}
