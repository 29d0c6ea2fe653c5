//! Rows that name columns, and what columns hold that nobody named.

use super::super::{
    Table, around,
    fuzzy::plain,
    layout::Row,
    medicines, number, results,
    token::{Token, say},
    units,
    vocabulary::{self, Lexicon, Medicines},
};
use crate::page::Area;
use std::sync::LazyLock;

/// What a column holds.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Role {
    /// A running number.
    Number,
    /// What was measured.
    Test,
    /// Its value.
    Value,
    /// Its unit.
    Unit,
    /// What is usual.
    Range,
    /// How the value lies to it.
    Flag,
    /// How it was measured.
    Method,
    /// A medicine.
    Medicine,
    /// How strong it is.
    Strength,
    /// How much at a time.
    Dose,
    /// How often.
    Frequency,
    /// In the morning.
    Morning,
    /// At noon.
    Noon,
    /// In the evening.
    Evening,
    /// At night.
    Night,
    /// How long.
    Duration,
    /// What else is to be kept in mind.
    Remark,
    /// What is charged for.
    Item,
    /// How many.
    Quantity,
    /// For each.
    Rate,
    /// Taken off.
    Discount,
    /// Added.
    Tax,
    /// Together.
    Amount,
    /// A code.
    Code,
    /// A day.
    Day,
    /// Something else.
    #[default]
    Other,
}

const HEADS: &[(Role, &str)] = &[
    (Role::Number, "s no|sl no|sr no|sno|no|sr|sl|serial no|#|s n|item no|line"),
    (
        Role::Test,
        "test|test name|investigation|parameter|analyte|test description|investigations|component|tests|test parameter|name of test|parameters|examination|test performed|determination|assay|measurement|investigation name|test s|study|जांच|जांच का नाम|परीक्षण|परीक्षण का नाम",
    ),
    (
        Role::Value,
        "result|results|value|observed value|patient value|your value|observed values|result value|values|your result|observation|finding|findings|obtained value|measured value|patient result|परिणाम|मान",
    ),
    (Role::Unit, "unit|units|uom|unit of measure|इकाई"),
    (
        Role::Range,
        "reference range|ref range|normal range|biological reference interval|bio ref interval|reference interval|normal values|reference|biological ref interval|biological ref range|expected range|normal value|ref interval|reference value|reference values|biological reference range|bio ref range|normal|range|reference limits|ref interval|standard range|desirable range|biological interval|ref values|bio reference interval|सामान्य सीमा|सामान्य मान|संदर्भ सीमा",
    ),
    (Role::Flag, "flag|status|h l|abnormal|abn|flags|hi lo|indicator"),
    (Role::Method, "method|methodology|technique|specimen|sample|lab"),
    (
        Role::Medicine,
        "medicine|medicine name|drug|drug name|medication|name of medicine|medicines|name of drug|medication name|brand name|drugs|drug medicine|medicine drug|prescribed medicine|medications|medicament|generic name|दवा|दवा का नाम|औषधि",
    ),
    (Role::Strength, "strength|potency|form strength"),
    (Role::Dose, "dose|dosage|each dose|single dose|how much|मात्रा|खुराक"),
    (
        Role::Frequency,
        "frequency|freq|timing|schedule|when|how often|times a day|sig|directions|dosage schedule|regimen|dose frequency|times|when to take|directions for use|कितनी बार",
    ),
    (Role::Morning, "morning|mor|morn|am|m|सुबह"),
    (Role::Noon, "noon|afternoon|aft|lunch|दोपहर"),
    (Role::Evening, "evening|eve|शाम"),
    (Role::Night, "night|nt|bedtime|dinner|n|रात"),
    (
        Role::Duration,
        "duration|days|period|for how long|for days|no of days|course|for|how long|length|अवधि|कितने दिन|दिन",
    ),
    (
        Role::Remark,
        "instructions|remarks|instruction|notes|advice|remark|note|comments|special instructions|comment|before after food|food|route|indication|reason|reason for use|what it is for|purpose",
    ),
    (
        Role::Item,
        "description|particulars|item|service|services|details|service description|procedure|description of service|item description|particular|charges head|service name|head|description of services|billing head|charge description|treatment",
    ),
    (Role::Quantity, "qty|quantity|nos|count|no of units|qty days|hours"),
    (Role::Rate, "rate|price|unit price|rate rs|unit cost|mrp|unit rate|price each|rate inr|each|cost per unit|fee"),
    (Role::Discount, "discount|disc|less|disc amt|concession"),
    (Role::Tax, "tax|gst|vat|gst amt|tax amount|gst %|vat %|tax rate"),
    (
        Role::Amount,
        "amount|total|amount rs|net amount|charges|amount inr|line total|cost|total amount|net amt|total rs|charge|amt|fees|amount usd|total price|amount gbp|amount aed|amount eur|charges rs|billed amount|amount due|total inr|net|sum|net rs",
    ),
    (
        Role::Code,
        "code|hsn|cpt|sac|cpt code|hsn sac|hsn code|sac code|service code|icd|loinc|batch|batch no|item code|proc code|hcpcs",
    ),
    (Role::Day, "date|service date|expiry|exp|date of service"),
];

static LEXICON: LazyLock<Lexicon> = LazyLock::new(|| {
    let mut lexicon = Lexicon::default();
    for (place, (_, phrases)) in HEADS.iter().enumerate() {
        phrases.split('|').for_each(|phrase| lexicon.add(phrase, place));
    }
    lexicon
});

/// A row that names columns.
#[derive(Clone, Debug)]
pub(crate) struct Head {
    pub(crate) cells: Vec<HeadCell>,
    pub(crate) area: Area,
}

/// One name in it.
#[derive(Clone, Debug)]
pub(crate) struct HeadCell {
    pub(crate) role: Role,
    pub(crate) tokens: Vec<Token>,
    pub(crate) area: Area,
}

/// What the words of a head say a column holds.
pub(crate) fn role(tokens: &[Token]) -> Option<Role> {
    let text = say(tokens);
    // "Amount (Rs.)", "Rate in INR": the currency is not the name.
    let text = text.split('(').next().filter(|before| !plain(before).is_empty()).unwrap_or(&text);
    let text = plain(text);
    let text = ["rs", "inr", "usd", "₹", "in rs", "in inr"].iter().fold(text.as_str(), |text, end| {
        text.strip_suffix(end).filter(|left| left.ends_with(' ')).map_or(text, str::trim_end)
    });
    let (place, fit) = LEXICON.find(text).first().copied()?;
    (fit >= 0.8 && (text.len() > 2 || fit > 0.99)).then_some(HEADS[place].0)
}

/// The names of columns, where the row is such.
pub(crate) fn of_row(row: &Row) -> Option<Head> {
    if row.tokens().any(|token| token.text == ":") || row.tokens().count() > 24 {
        return None;
    }
    let mut cells: Vec<HeadCell> = Vec::new();
    let mut unknown = 0;
    for segment in &row.segments {
        let mut at = 0;
        // A column whose name nobody knows still is a column.
        if role(&segment.tokens).is_none()
            && !(1..=segment.tokens.len()).any(|end| role(&segment.tokens[..end]).is_some())
        {
            unknown += segment.tokens.len();
            cells.push(HeadCell { role: Role::Other, tokens: segment.tokens.clone(), area: segment.area });
            continue;
        }
        while at < segment.tokens.len() {
            let most = (segment.tokens.len() - at).min(5);
            let hit = (1..=most).rev().find_map(|words| Some((words, role(&segment.tokens[at..at + words])?)));
            match hit {
                Some((words, role)) => {
                    let tokens = segment.tokens[at..at + words].to_vec();
                    let area = around(tokens.iter().map(|token| token.area));
                    cells.push(HeadCell { role, tokens, area });
                    at += words;
                }
                None => {
                    let token = segment.tokens[at].clone();
                    // "Amount (Rs.)": what follows in brackets belongs to the name before it.
                    let part = token.text.starts_with('(') || plain(&token.text).is_empty() || at > 0;
                    unknown += usize::from(!part);
                    match cells.last_mut() {
                        Some(last) if part => {
                            last.area = around([last.area, token.area]);
                            last.tokens.push(token);
                        }
                        _ => cells.push(HeadCell { role: Role::Other, area: token.area, tokens: vec![token] }),
                    }
                    at += 1;
                }
            }
        }
    }
    let known = cells.iter().filter(|cell| cell.role != Role::Other);
    let words: usize = known.clone().map(|cell| cell.tokens.len()).sum();
    let mut roles: Vec<Role> = known.map(|cell| cell.role).collect();
    roles.sort_by_key(|role| *role as u8);
    roles.dedup();
    let telling = roles.iter().filter(|role| !matches!(role, Role::Number | Role::Code | Role::Day)).count();
    // Columns stand apart: a sentence that begins with "Test results" is no head.
    let apart = row.segments.len() >= 2;
    (telling >= 2 && apart && words > unknown).then(|| Head { area: around(cells.iter().map(|cell| cell.area)), cells })
}

/// Takes the second line of a head into it, where the row is one.
pub(crate) fn continues(head: &mut Head, row: &Row) -> bool {
    let more = ["interval", "range", "ref", "reference", "value", "values", "name", "rs", "units", "inr", "limits"];
    let all = row.tokens().all(|token| {
        let text = plain(&token.text);
        more.contains(&text.as_str()) || text.is_empty()
    });
    if !all || of_row(row).is_some() {
        return false;
    }
    for token in row.tokens() {
        let (x, _) = token.middle();
        let near = head.cells.iter_mut().min_by(|a, b| {
            let away = |cell: &HeadCell| ((cell.area.left + cell.area.right) / 2.0 - x).abs();
            away(a).total_cmp(&away(b))
        });
        if let Some(cell) = near {
            cell.tokens.push(token.clone());
            cell.area = around([cell.area, token.area]);
            if let Some(role) = role(&cell.tokens) {
                cell.role = role;
            }
        }
    }
    head.area = around([head.area, row.area]);
    true
}

/// Says what columns hold that nobody named, by what stands in them.
pub(crate) fn infer(table: &mut Table) {
    let columns = table.roles.len();
    for column in 0..columns {
        if table.roles[column] != Role::Other || table.has_head && !table.rows[0][column].text.is_empty() {
            continue;
        }
        let cells: Vec<&super::Cell> =
            table.body().iter().filter_map(|row| row.get(column)).filter(|cell| !cell.text.is_empty()).collect();
        if cells.is_empty() {
            continue;
        }
        let share =
            |is: &dyn Fn(&str) -> bool| cells.iter().filter(|cell| is(&cell.text)).count() as f32 / cells.len() as f32;
        let taken = |role: Role| table.roles.contains(&role);
        let found = [
            (Role::Test, share(&|text| vocabulary::analyte(text, None).is_some())),
            (Role::Medicine, share(&|text| medicines::names(text, Medicines::committed()))),
            (Role::Range, share(&|text| results::is_range(text))),
            (Role::Frequency, share(&|text| medicines::frequency(text).is_some_and(|said| said.per_day.is_some()))),
            (Role::Unit, share(&|text| units::ucum(text).is_some())),
            (Role::Value, share(&|text| number::bounded(text).is_some())),
        ];
        if let Some((role, _)) = found.iter().find(|(role, share)| *share >= 0.5 && !taken(*role)) {
            table.roles[column] = *role;
        }
    }
}
