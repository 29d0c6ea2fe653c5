//! What is asked for and granted, as it is said on a command line.

use crate::times::Moment;
use anyhow::{Result, bail};
use chartkey_vocabulary::{Exclusions, Extent, Kind, Kinds, RecordId, Scope, Terms, Time};
use clap::Args;

/// Which records; everything unless said.
#[derive(Args)]
pub(crate) struct Extents {
    /// Of these kinds, such as `lab_report`.
    #[arg(long = "kind", value_parser = super::named::<Kind>)]
    kinds: Vec<Kind>,
    /// These records; at most eight.
    #[arg(long = "record")]
    records: Vec<RecordId>,
    /// Written from this moment on.
    #[arg(long, requires = "written_until")]
    written_from: Option<Moment>,
    /// And before this one.
    #[arg(long, requires = "written_from")]
    written_until: Option<Moment>,
    /// Those the reader wrote.
    #[arg(long)]
    by_reader: bool,
    #[command(flatten)]
    except: Excepts,
}

/// What is kept back.
#[derive(Args)]
pub(crate) struct Excepts {
    /// None of these kinds.
    #[arg(long = "except-kind", value_parser = super::named::<Kind>)]
    except_kinds: Vec<Kind>,
    /// None of these records.
    #[arg(long = "except-record")]
    except_records: Vec<RecordId>,
}

impl Excepts {
    pub(crate) fn read(&self) -> Exclusions {
        Exclusions { kinds: self.except_kinds.iter().copied().collect(), records: self.except_records.clone() }
    }
}

/// Terms of a key.
#[derive(Args)]
pub(crate) struct Wish {
    #[command(flatten)]
    extent: Extents,
    /// When it ends: `+30d`, or unix seconds.
    #[arg(long, default_value = "+30d")]
    until: Moment,
    /// How many openings; uncounted unless said.
    #[arg(long)]
    openings: Option<u16>,
    /// The reader may also add records.
    #[arg(long)]
    write: bool,
}

impl Wish {
    pub(crate) fn read(&self, now: Time) -> Result<Terms> {
        let until = self.until.from(now);
        Ok(Terms { scope: self.extent.read(now)?, until, openings: self.openings, may_write: self.write })
    }
}

impl Extents {
    fn read(&self, now: Time) -> Result<Scope> {
        let kinds: Kinds = self.kinds.iter().copied().collect();
        let mut extents = Vec::new();
        if !self.kinds.is_empty() {
            extents.push(Extent::Kinds(kinds));
        }
        if !self.records.is_empty() {
            extents.push(Extent::Records(self.records.clone()));
        }
        if let (Some(from), Some(until)) = (self.written_from, self.written_until) {
            extents.push(Extent::Written(from.from(now), until.from(now)));
        }
        if self.by_reader {
            extents.push(Extent::ByReader);
        }
        if extents.len() > 1 {
            bail!("a key names kinds, records, a time or the reader's own, and only one of these");
        }
        let extent = extents.pop().unwrap_or(Extent::Everything);
        Ok(Scope { extent, except: self.except.read() })
    }
}
