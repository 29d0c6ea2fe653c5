//! What pages of several people share.

mod by_number;
mod called;
mod certificate;
mod confirm;
mod entry;
mod finding_line;
mod gathered;
mod hash;
mod lists;
mod may_not_act;
mod menu_counts;
mod model_card;
mod naming;
mod paper;
mod prescription_line;
mod settled;
mod slots;
mod still;
mod tending;
mod visit_line;
mod word;

pub(crate) use self::{
    by_number::ByNumber,
    called::Called,
    certificate::ChooseCertificate,
    confirm::Confirm,
    entry::{Entry, EntryFields},
    finding_line::FindingLine,
    gathered::{Gathered, Part, gather, gather_by_key},
    hash::Hash,
    lists::{Kept, Lists, from_house},
    may_not_act::{CouncilsReason, MayNotAct},
    menu_counts::MenuCounts,
    model_card::ModelCard,
    naming::Naming,
    paper::{File, Paper},
    prescription_line::{PrescriptionLine, Stand},
    settled::settled,
    slots::{Slots, minutes},
    still::Still,
    tending::Tending,
    visit_line::{Phase, VisitLine, hours, phase, phase_tag},
};
