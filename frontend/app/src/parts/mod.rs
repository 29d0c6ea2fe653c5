//! What pages are made of. `/_gallery` shows each part; `styles/parts.css` draws it.
//!
//! A prop of words takes a closure, so `t!("key")` goes straight in: `<Sheet title=t!("visit-next")>`.

mod button;
mod choice;
mod dialog;
mod field;
mod icon;
#[rustfmt::skip]
pub(crate) mod icons;
mod key;
mod link;
mod list;
mod mark;
mod page;
mod progress;
mod qr;
mod scan;
mod signing;
mod stage;
mod state;
mod steps;
mod tell;
pub(crate) mod trend;
mod whom;

pub(crate) use button::{Button, Copy, IconButton, Look};
pub(crate) use choice::{Chip, Choose, Switch, Tab, Tabs, Tick};
pub(crate) use dialog::Dialog;
pub(crate) use field::{Area, Field, Pick, SearchField};
pub(crate) use icon::{I, Icon};
pub(crate) use key::{Fact, Facts, Gauge, KeyBar, Left};
pub(crate) use link::{Go, Link, go};
pub(crate) use list::{Line, List, listed};
pub(crate) use mark::{Face, KindMark, Shape, Tag, Tone};
pub(crate) use page::{Columns, Note, Page, Section, Sheet, Subtitle, TITLE, Wide};
pub(crate) use progress::Progress;
pub(crate) use qr::Qr;
pub(crate) use scan::Scan;
pub(crate) use signing::SigningDialog;
pub(crate) use stage::OnItsWay;
pub(crate) use state::{Bones, Broken, Empty, Waiting};
pub(crate) use steps::{StepState, Steps};
pub(crate) use tell::{Toasts, announce, hush, toast};
pub(crate) use trend::Trend;
pub(crate) use whom::{Whom, account_in};
