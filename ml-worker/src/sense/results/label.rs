//! What the words beside an interval say of it.

use super::super::fuzzy::{alike_plain, plain};
use super::{Who, range::Piece};

/// What words say of the interval beside them.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub(super) struct Label {
    /// It is what should be.
    usual: bool,
    /// It is what should not be.
    pub(super) unusual: bool,
    pub(super) child: bool,
    pub(super) adult: bool,
    pub(super) sex: Option<&'static str>,
    /// Something else is said.
    other: bool,
    /// Something that says nothing.
    idle: bool,
}

#[derive(Clone, Copy, Debug, PartialEq)]
enum Says {
    Usual,
    Unusual,
    Not,
    Child,
    Adult,
    Male,
    Female,
    Idle,
}

const WORDS: &[(Says, &str)] = &[
    (
        Says::Usual,
        "normal|desirable|optimal|optimum|sufficient|sufficiency|ideal|reference|therapeutic|negative|nonreactive|nondiabetic",
    ),
    (
        Says::Unusual,
        "deficient|deficiency|insufficient|insufficiency|low|lower|high|higher|risk|diabetic|diabetics|diabetes|prediabetic|prediabetes|toxic|toxicity|borderline|abnormal|positive|reactive|elevated|raised|mild|moderate|severe|critical|near|impaired|suboptimal|undesirable|equivocal|indeterminate|possible|very|pregnant|pregnancy|trimester|follicular|luteal|ovulatory|midcycle|menopausal|menopause|postmenopausal",
    ),
    (Says::Not, "non|not|no"),
    (Says::Child, "child|children|infant|infants|newborn|newborns|neonate|neonates|boys|girls|paediatric|pediatric"),
    (Says::Adult, "adult|adults"),
    (Says::Male, "male|males|man|men|m"),
    (Says::Female, "female|females|woman|women|f"),
    (
        Says::Idle,
        "range|ranges|value|values|level|levels|limit|limits|interval|ref|for|in|of|the|is|age|years|biological|bio",
    ),
];
/// Words less alike than this are others; "sufficient" and "insufficient" are 0.83.
const SAME_WORD: f32 = 0.85;

/// What a word says, although a letter is wrong.
fn says(word: &str) -> Option<Says> {
    let all = || WORDS.iter().flat_map(|(says, words)| words.split('|').map(move |known| (*says, known)));
    if let Some((says, _)) = all().find(|(_, known)| *known == word) {
        return Some(says);
    }
    let near = all().filter(|(_, known)| known.len() > 4 && known.len().abs_diff(word.len()) <= 2);
    let near = near.map(|(says, known)| (says, alike_plain(word, known))).filter(|(_, fit)| *fit >= SAME_WORD);
    near.max_by(|a, b| a.1.total_cmp(&b.1)).map(|(says, _)| says)
}

impl Label {
    pub(super) fn of(gap: &[Piece]) -> Self {
        let mut label = Self::default();
        let mut not = false;
        for piece in gap {
            let word = match piece {
                Piece::Word(word) => plain(word),
                // "Above optimal" is not optimal.
                Piece::Less(_) | Piece::More => "high".to_owned(),
                Piece::Number(..) | Piece::To | Piece::Unit(_) => continue,
            };
            for word in word.split(' ').filter(|word| !word.is_empty()) {
                let said = says(word);
                match said {
                    Some(Says::Usual) if !not => label.usual = true,
                    Some(Says::Usual) => label.unusual = true,
                    Some(Says::Unusual) if !not => label.unusual = true,
                    Some(Says::Unusual) => label.usual = true,
                    Some(Says::Child) => label.child = true,
                    Some(Says::Adult) => label.adult = true,
                    Some(Says::Male) => label.speaks_of("male"),
                    Some(Says::Female) => label.speaks_of("female"),
                    Some(Says::Not | Says::Idle) => label.idle = true,
                    None => label.other = true,
                }
                not = said == Some(Says::Not);
            }
        }
        label
    }

    /// "Male and female" says nothing of the sex.
    fn speaks_of(&mut self, sex: &'static str) {
        self.idle = true;
        self.sex = if self.sex.is_some_and(|other| other != sex) { None } else { Some(sex) };
    }

    pub(super) fn is_empty(&self) -> bool {
        *self == Self::default()
    }

    /// How sure it is that the interval is the usual one for somebody, where there are others beside it.
    pub(super) fn among(&self, who: Who) -> Option<f32> {
        let grown = self.adult || self.sex.is_some();
        if self.unusual || self.child || grown && who.adult == Some(false) {
            return None;
        }
        let named = self.usual || !self.other && (self.sex.is_some() || self.adult && who.adult == Some(true));
        match self.sex {
            _ if !named => None,
            Some(sex) => who.is(sex),
            None => Some(1.0),
        }
    }
}
