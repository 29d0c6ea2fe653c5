//! What labels of forms and headings of sections ask for.

use super::{
    Sum,
    fuzzy::plain,
    token::{Token, say},
    vocabulary::Lexicon,
};
use std::sync::LazyLock;

/// What a label asks for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Label {
    /// Whose document it is.
    Patient,
    /// Day of birth.
    Born,
    /// Age.
    Age,
    /// Sex.
    Sex,
    /// Age and sex in one.
    AgeSex,
    /// The patient's number.
    PatientNumber,
    /// The number of the document, the sample, the bill.
    DocumentNumber,
    /// A day.
    Day(DateRole),
    /// Who answers for it.
    Doctor,
    /// Who asked for it.
    Referrer,
    /// The doctor's number.
    Registration,
    /// Where.
    Hospital,
    /// What the person has.
    Diagnosis,
    /// What the person does not bear.
    Allergies,
    /// What is to be taken.
    Medicines,
    /// What was taken before, or while there.
    Treatment,
    /// What else is to be done.
    Advice,
    /// What somebody complains of, had, took, or showed.
    Story,
    /// What was measured.
    Investigations,
    /// A sum of money.
    Sum(Sum),
    /// What else is printed with a colon.
    Other,
}

/// What happened on a day.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum DateRole {
    /// A sample was taken.
    Collected,
    /// A sample came in, or somebody was entered.
    Received,
    /// The result was given out.
    Reported,
    /// The document was written.
    Issued,
    /// Somebody saw a doctor.
    Visit,
    /// Somebody came to hospital.
    Admitted,
    /// Somebody left it.
    Discharged,
    /// Something was done.
    Procedure,
    /// Somebody is to come again.
    FollowUp,
    /// It holds until then, or is to be paid by then.
    Until,
}

const PHRASES: &[(Label, &str)] = &[
    (
        Label::Patient,
        "patient name|name|name of patient|patient|pt name|patients name|name of the patient|full name|insured name|name of insured|member name|patient full name|bill to|billed to|client name|रोगी का नाम|मरीज का नाम|नाम|रोगी|मरीज",
    ),
    (Label::Born, "dob|date of birth|birth date|birthdate|d o b|born|जन्म तिथि|जन्मतिथि"),
    (Label::Age, "age|age yrs|age years|आयु|उम्र"),
    (Label::Sex, "sex|gender|लिंग"),
    (Label::AgeSex, "age sex|age gender|sex age|gender age|age and sex|age and gender|आयु लिंग|उम्र लिंग"),
    (
        Label::PatientNumber,
        "uhid|uhid no|mrn|patient id|pid|mr no|ip no|op no|ipd no|opd no|hospital no|patient no|mrd no|cr no|patient number|medical record no|medical record number|hospital number|nhs number|nhs no|ipid|ip number|health id|patient id no|member id|रोगी क्रमांक|रोगी संख्या|मरीज क्रमांक",
    ),
    (
        Label::DocumentNumber,
        "invoice no|bill no|invoice number|bill number|receipt no|sample id|lab no|accession no|accession number|policy no|policy number|claim no|claim number|report no|barcode no|barcode|sample no|lab id|report id|lab number|specimen id|order no|invoice|certificate no|ref no|reference no|study id|vid|visit id|sid no",
    ),
    (
        Label::Day(DateRole::Collected),
        "collected on|collected|collection date|sample collected|sample collected on|date of collection|sample date|drawn|collection time|sample drawn on|specimen collected|collected at|date collected|sample collection date|collection date time|collected date|drawn on|नमूना लेने की तारीख|नमूना दिनांक",
    ),
    (
        Label::Day(DateRole::Received),
        "received on|received|registered on|registered|registration date|sample received|date received|registration date time|sample received on|received date|registered date|accessioned on",
    ),
    (
        Label::Day(DateRole::Reported),
        "reported on|reported|report date|date of report|reporting date|date reported|report released on|reported at|released on|approved on|report date time|reported date|report generated on|printed on|रिपोर्ट दिनांक|रिपोर्ट की तारीख",
    ),
    (
        Label::Day(DateRole::Issued),
        "date|dated|issue date|date of issue|bill date|invoice date|date issued|issued on|prescription date|bill date time|date of invoice|receipt date|date and time|dt|दिनांक|तारीख|तिथि",
    ),
    (
        Label::Day(DateRole::Visit),
        "visit date|date of visit|consultation date|service date|date of service|seen on|visited on|encounter date|consulted on|date of consultation|appointment date|visit",
    ),
    (
        Label::Day(DateRole::Admitted),
        "date of admission|doa|admitted on|admission date|admitted|admission|d o a|date of admission doa|admission date time|admit date|admission dt|भर्ती की तारीख|भर्ती दिनांक",
    ),
    (
        Label::Day(DateRole::Discharged),
        "date of discharge|dod|discharged on|discharge date|discharged|discharge|d o d|date of discharge dod|discharge date time|discharge dt|छुट्टी की तारीख|छुट्टी दिनांक",
    ),
    (
        Label::Day(DateRole::Procedure),
        "date of surgery|surgery date|procedure date|date of procedure|operated on|date of operation|dos",
    ),
    (
        Label::Day(DateRole::FollowUp),
        "next visit|follow up on|follow up|followup|review on|review date|follow up date|next appointment|review|next review|next follow up|follow up advice|next visit on|review after|return visit|follow up visit|to be reviewed on|follow up appointment|plan for follow up|अगली मुलाकात|अगली तारीख|पुनः परामर्श",
    ),
    (
        Label::Day(DateRole::Until),
        "valid until|valid till|expiry date|due date|valid upto|expires on|policy valid till|valid to|payment due|pay by|valid through|expiry|payment due date",
    ),
    (
        Label::Doctor,
        "doctor|consultant|physician|treating doctor|consultant name|doctor name|attending physician|prescriber|provider|treating consultant|surgeon|pathologist|consulting doctor|attending|attending doctor|name of doctor|consultant in charge|treating physician|primary consultant|attending consultant|signed by|reported by|verified by|admitting doctor|under care of|consultant doctor|doctor incharge|prescribed by|provider name|consultants|seen by|treating surgeon|चिकित्सक|चिकित्सक का नाम|डॉक्टर|डॉक्टर का नाम",
    ),
    (
        Label::Referrer,
        "ref by|referred by|ref doctor|referring doctor|referring physician|ref dr|refd by|requested by|ordered by|ordering provider|ordering physician|ref by dr|referred by dr|referral doctor|referred dr|referrer|requesting doctor|requesting physician",
    ),
    (
        Label::Registration,
        "reg no|regn no|registration no|medical registration no|mci reg no|mci no|license no|licence no|gmc no|npi|kmc no|mmc no|tmc reg no|dmc no|doctor reg no|medical council no|reg number|registration number|mci registration no|nmc reg no|nmc no|license number|doctors reg no|gmc number|medical licence no|license|mmc reg no|kmc reg no|smc reg no|पंजीकरण संख्या|पंजीकरण क्रमांक",
    ),
    (
        Label::Hospital,
        "hospital|hospital name|facility|laboratory|clinic|centre|center|institution|facility name|performing laboratory|name of hospital|lab name|performing lab|clinic name|service provider|अस्पताल|चिकित्सालय|प्रयोगशाला",
    ),
    (
        Label::Diagnosis,
        "diagnosis|final diagnosis|provisional diagnosis|diagnoses|impression|principal diagnosis|discharge diagnosis|primary diagnosis|secondary diagnosis|clinical diagnosis|dx|admitting diagnosis|working diagnosis|diagnosis at discharge|final diagnoses|discharge diagnoses|secondary diagnoses|clinical impression|assessment|diagnosis on discharge|problems|active problems|other diagnoses|comorbidities|co morbidities|known case of|k c o|निदान|रोग निदान",
    ),
    (
        Label::Allergies,
        "allergies|allergy|drug allergies|known allergies|allergic to|drug allergy|allergy history|known drug allergies|history of allergy|any allergies|allergies intolerances|known allergy|एलर्जी",
    ),
    (
        Label::Medicines,
        "rx|medications|discharge medications|treatment advised|medicines|prescription|medications on discharge|medication|discharge medicines|advice on discharge|treatment on discharge|drugs prescribed|medicines prescribed|medications prescribed|discharge medication|discharge advice|discharge prescription|medication advised|medicines advised|prescribed medicines|current medications|take home medications|treatment at discharge|medicines on discharge|drugs advised|r|discharge drugs|medication list|to take at home|medications to continue|medicines to continue|continue taking|continue taking these medications|continue taking these medicines|start taking|start taking these medications|start taking these medicines|change how you take these medications|change how you take these medicines|new medications|new medicines|दवाएं|दवा|दवाइयां|औषधि",
    ),
    (
        Label::Treatment,
        "treatment given|course in hospital|hospital course|treatment|course during hospital stay|course of treatment|treatment given in hospital|procedures|procedure|operation|operation performed|surgery performed|procedure done|clinical course|course|brief hospital course|summary of stay|procedures performed",
    ),
    (
        Label::Advice,
        "advice|instructions|diet|advise|lifestyle advice|general advice|special instructions|diet advice|notes|note|remarks|comments|comment|interpretation|when to seek help|warning signs|urgent care|patient instructions|recommendations|conclusion|opinion|activity|when to come back|सलाह|टिप्पणी|निर्देश",
    ),
    (
        Label::Story,
        "history|chief complaints|complaints|presenting complaints|past history|history of present illness|clinical history|on examination|examination|physical examination|family history|personal history|past medical history|c o|o e|complaint|chief complaint|history of presenting illness|general examination|presenting complaint|reason for admission|condition at discharge|condition on discharge|clinical findings|social history|symptoms|vitals|vital signs|examination findings|findings|presentation|discharge condition|clinical notes|why you came in|stopped|discontinued|medications stopped|medicines stopped|drugs stopped|stopped medications|stopped medicines|medications discontinued|medicines discontinued|discontinued medications|discontinued medicines|medications withheld|medicines withheld|medications to stop|medicines to stop|medications to be stopped|medicines to be stopped|stop taking|stop taking these medications|stop taking these medicines|medications on admission|medicines on admission|medication on admission|treatment on admission|drugs on admission|admission medications|admission medicines|pre admission medications|medications prior to admission|medicines prior to admission|home medications|home medicines|home medication|previous medications|previous medicines|previous medication|previous treatment|past medications|past medication|prior medications|prior medication|medication history|medications before admission|medicines before admission|drug history|treatment history|शिकायत|मुख्य शिकायत|लक्षण",
    ),
    (
        Label::Investigations,
        "investigations|investigation|lab results|laboratory results|laboratory findings|tests advised|investigations advised|key investigations|significant investigations|relevant investigations|tests|lab investigations|results|investigation results|pertinent results|test results",
    ),
    (
        Label::Sum(Sum::Subtotal),
        "sub total|subtotal|gross amount|gross total|total charges|bill amount|total before tax|gross bill amount|total bill amount|gross|total of services",
    ),
    (
        Label::Sum(Sum::Tax),
        "gst|cgst|sgst|igst|tax|vat|sales tax|service tax|tax amount|gst amount|total tax|taxes|tva|mwst",
    ),
    (
        Label::Sum(Sum::Discount),
        "discount|less discount|discount amount|concession|rebate|less concession|adjustment|adjustments|insurance adjustment|total discount",
    ),
    (
        Label::Sum(Sum::Total),
        "total|grand total|net amount|total amount|net payable|amount payable|net total|net bill amount|total payable|invoice total|total amount payable|net bill|total invoice amount|total incl vat|total inc gst|amount in total|total due from you",
    ),
    (
        Label::Sum(Sum::Paid),
        "amount paid|paid|advance paid|advance|amount received|payment received|payments received|deposit|paid amount|less advance|payments|received amount|received with thanks|deposit paid|payment|paid by card|paid in advance",
    ),
    (
        Label::Sum(Sum::Due),
        "balance due|balance|amount due|balance amount|outstanding|balance payable|total due|due amount|balance to pay|amount outstanding|patient responsibility|still to pay|you owe",
    ),
    (
        Label::Sum(Sum::Refund),
        "refund|refund amount|refund due|amount refunded|refunded|refundable amount|balance refund|refund to patient",
    ),
    (
        Label::Other,
        "address|phone|mobile|email|tel|contact|contact no|sample type|specimen|specimen type|fax|website|status|ward|bed no|room no|department|dept|speciality|specialty|weight|height|bp|pulse|temp|temperature|occupation|method|gstin|gst no|gstin no|pan|payment mode|mode of payment|tpa|insurance|insurer|payer|page|test name|timings|room|bed|unit|class|tat|client code|bill type|patient type|address of patient|pan no|procedure code|relation|guardian|marital status|religion|nationality|corporate|category|type|priority|ward bed|ward no|city|pin|state|country|timing|open|hours|emergency|helpline|sample|lab ref|branch|processed at",
    ),
];

/// All phrases, each standing for its place in `PHRASES`.
static LEXICON: LazyLock<Lexicon> = LazyLock::new(|| {
    let mut lexicon = Lexicon::default();
    for (place, (_, phrases)) in PHRASES.iter().enumerate() {
        phrases.split('|').for_each(|phrase| lexicon.add(phrase, place));
    }
    lexicon
});

/// A label that was recognised.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Hit {
    pub(crate) label: Label,
    /// How many words it has.
    pub(crate) words: usize,
    pub(crate) fit: f32,
    /// Whether a colon, or a dash, follows.
    pub(crate) colon: bool,
}

/// No label has more words.
const LONGEST: usize = 6;

pub(crate) fn is_mark(text: &str) -> bool {
    matches!(text, ":" | "-" | "–" | "=" | ":-" | ";" | "." | "#" | "No." | "|" | ".:" | "::")
}

/// The label that begins with the first of these words; where no colon follows, it must be there letter by letter.
pub(crate) fn starting(tokens: &[Token]) -> Option<Hit> {
    let colon = tokens.iter().take(LONGEST + 1).position(|token| matches!(token.text.as_str(), ":" | "-" | "–" | "="));
    if let Some(end) = colon.filter(|end| *end > 0)
        && let Some((label, fit)) = known(&tokens[..end], 0.78)
    {
        return Some(Hit { label, words: end, fit, colon: true });
    }
    let most = colon.unwrap_or(LONGEST).min(LONGEST).min(tokens.len());
    (1..=most).rev().find_map(|words| {
        let (label, fit) = known(&tokens[..words], 0.94)?;
        // "Total" stands in "Total bilirubin", "name" in names of tests: alone it needs more than one letter.
        (plain(&say(&tokens[..words])).len() > 1).then_some(Hit { label, words, fit, colon: false })
    })
}

/// The label these words say.
pub(crate) fn known(tokens: &[Token], least: f32) -> Option<(Label, f32)> {
    if tokens.is_empty() || tokens.len() > LONGEST {
        return None;
    }
    let text = say(tokens);
    let text = text.split('(').next().filter(|before| plain(before).len() > 1).unwrap_or(&text);
    let (place, fit) = LEXICON.find(text).first().copied()?;
    (fit >= least).then_some((PHRASES[place].0, fit))
}

impl Label {
    /// Whether what it asks for may take several lines.
    pub(crate) fn is_section(self) -> bool {
        matches!(
            self,
            Self::Diagnosis
                | Self::Allergies
                | Self::Medicines
                | Self::Treatment
                | Self::Advice
                | Self::Story
                | Self::Investigations
                | Self::Day(DateRole::FollowUp)
        )
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::sense::token::tokens;

    #[test]
    fn labels_are_known_although_a_letter_is_wrong() {
        let label = |text: &str| starting(&tokens(text)).map(|hit| hit.label);
        assert_eq!(label("Patient Narne : Asha"), Some(Label::Patient));
        assert_eq!(label("Age / Gender : 45"), Some(Label::AgeSex));
        assert_eq!(label("D.O.B : 1.2.1980"), Some(Label::Born));
        assert_eq!(label("Collected 0n : 1.2.2024"), Some(Label::Day(DateRole::Collected)));
        assert_eq!(label("FINAL DIAGNOSIS"), Some(Label::Diagnosis));
        assert_eq!(label("Grand Total 500"), Some(Label::Sum(Sum::Total)));
        assert_eq!(label("Hemoglobin 11.2"), None);
        assert_eq!(label("MEDICATIONS STOPPED :"), Some(Label::Story));
        assert_eq!(label("Medications on admission"), Some(Label::Story));
        assert_eq!(label("Medications on discharge"), Some(Label::Medicines));
        assert_eq!(label("Take home medications"), Some(Label::Medicines));
        assert_eq!(label("Home medications"), Some(Label::Story));
    }

    #[test]
    fn no_phrase_asks_for_two_things() {
        let mut all: Vec<String> = PHRASES.iter().flat_map(|(_, phrases)| phrases.split('|').map(plain)).collect();
        all.sort();
        let twice = all.windows(2).find(|two| two[0] == two[1]);
        assert_eq!(twice, None);
    }
}
