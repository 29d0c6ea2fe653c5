//! A prescription in one line, and whether it can still be handed out.

use crate::{
    hand::hand,
    parts::{KindMark, Line, Tag, Tone},
    places::Place,
    speech::{say, t},
    words,
};
use chartkey_protocol::PrescriptionRow;
use chartkey_vocabulary::{Kind, Time};
use leptos::prelude::*;

/// Whether it can still be handed out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Stand {
    /// So many times.
    Good(u8),
    /// All of it was.
    UsedUp,
    /// Its time is over.
    Ended,
    /// It was taken back.
    Void,
}

impl Stand {
    /// Of a row, at a moment.
    pub(crate) const fn of(row: &PrescriptionRow, now: Time) -> Self {
        match row {
            _ if row.voided => Self::Void,
            _ if row.left == 0 => Self::UsedUp,
            _ if row.until <= now => Self::Ended,
            _ => Self::Good(row.left),
        }
    }

    /// Whether a pharmacy may hand it out.
    pub(crate) const fn is_good(self) -> bool {
        matches!(self, Self::Good(_))
    }

    /// In a tag.
    pub(crate) fn tag(self) -> AnyView {
        match self {
            Self::Good(left) => {
                view! { <Tag tone=Tone::Good>{t!("prescription-times-left", count = left)}</Tag> }.into_any()
            }
            Self::UsedUp => view! { <Tag>{t!("prescription-used-up")}</Tag> }.into_any(),
            Self::Ended => view! { <Tag>{t!("prescription-over")}</Tag> }.into_any(),
            Self::Void => view! { <Tag>{t!("prescription-void")}</Tag> }.into_any(),
        }
    }
}

/// A prescription: what, by or for whom, until when, how often.
#[component]
pub(crate) fn PrescriptionLine(
    /// Which.
    row: PrescriptionRow,
) -> impl IntoView {
    let hand = hand();
    let (id, record, patient, doctor, until) = (row.id, row.record, row.patient, row.doctor, row.until);
    let mine = move || hand.me() == Some(doctor);
    // Its title is sealed; the patient's own may be read, the one who wrote it knows it by whom it is for.
    let title = move || match mine() {
        true => say!("prescription-for", name = hand.name_of(patient)),
        false => hand.title_of(record, Kind::Prescription),
    };
    let note = move || match mine() {
        true => say!("prescription-until", day = words::full_day(until)),
        false => say!("prescription-by-until", name = hand.name_of(doctor), day = words::full_day(until)),
    };
    let after = move || Stand::of(&row, words::now()).tag();
    let mark = || view! { <KindMark kind=Kind::Prescription /> };
    view! { <Line title=title note=note mark=mark after=after to=Place::Prescription(id) /> }
}
