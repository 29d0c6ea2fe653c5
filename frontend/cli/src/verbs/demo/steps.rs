//! Steps of the demonstration, each a flow of everybody's that looks first whether it was done.

use super::{cast::Cast, papers::Paper};
use anyhow::{Context, Result};
use chartkey_flows::{
    Failure, Person, add_record, chart, consent, emergency, jobs, open_record,
    prescription::{self, Order},
    tend,
    visit::{self, When},
};
use chartkey_vocabulary::{
    Account, Between, DAY, HOUR, PrescriptionId, Purpose, RecordId, SLOT, Scope, Terms, Time, VisitId,
};
use std::collections::BTreeMap;

/// A patient's chart while it is filled, in the hands of the patient or a guardian.
pub(super) struct Chart<'a> {
    cast: &'a Cast,
    keeper: &'a Person,
    patient: Account,
    titles: BTreeMap<String, RecordId>,
    now: Time,
}

impl<'a> Chart<'a> {
    /// Opens it, and reads the titles of what an earlier run left there.
    pub(super) async fn open(cast: &'a Cast, keeper: &'a Person, patient: Account) -> Result<Self> {
        let mut chart = Self::closed(cast, keeper, patient).await?;
        for row in chart::records(keeper, patient).await? {
            let metadata = open_record::peek(keeper, row.record.into()).await?;
            chart.titles.insert(metadata.about().title.clone(), row.record);
        }
        Ok(chart)
    }

    /// As [`Self::open`] for who adds no records.
    pub(super) async fn closed(cast: &'a Cast, keeper: &'a Person, patient: Account) -> Result<Self> {
        let now = keeper.now().await?.time().await?;
        Ok(Self { cast, keeper, patient, titles: BTreeMap::new(), now })
    }

    /// The chain's time when the chart was opened.
    pub(super) fn now(&self) -> Time {
        self.now
    }

    /// Adds a record written by somebody.
    pub(super) async fn add(&mut self, by: &Person, paper: Paper) -> Result<RecordId> {
        if let Some(record) = self.titles.get(&paper.about.title) {
            return Ok(*record);
        }
        let title = paper.about.title.clone();
        paper.checked().with_context(|| title.clone())?;
        let Paper { kind, about, mut bytes } = paper;
        let added = add_record::add(by, self.patient, kind, about, &mut bytes, &mut |_| {}).await;
        let record = added.with_context(|| title.clone())?.record;
        self.titles.insert(title, record);
        self.cast.step();
        Ok(record)
    }

    /// Adds several; gives the newest.
    pub(super) async fn add_all(&mut self, by: &Person, papers: Vec<Paper>) -> Result<RecordId> {
        let mut newest = None;
        for paper in papers {
            newest = Some(self.add(by, paper).await?);
        }
        newest.context("a series has reports")
    }

    /// Gives somebody a key.
    pub(super) async fn give(&self, reader: &Person, purpose: Purpose, terms: Terms) -> Result<()> {
        let between = Between { patient: self.patient, reader: reader.account(), purpose };
        if self.keeper.now().await?.consent().grant_of(between).await?.is_none() {
            consent::give(self.keeper, between, terms).await?;
            self.cast.step();
        }
        Ok(())
    }

    /// Somebody asks for a key, and is given what they ask for.
    pub(super) async fn ask_and_agree(&self, reader: &Person, purpose: Purpose, terms: Terms) -> Result<()> {
        let between = Between { patient: self.patient, reader: reader.account(), purpose };
        if self.keeper.now().await?.consent().grant_of(between).await?.is_some() {
            return Ok(());
        }
        self.ask(reader, purpose, terms).await?;
        let request = self.keeper.now().await?.consent().request_of(between).await?.context("it was asked for")?;
        consent::agree(self.keeper, between, &request.terms).await?;
        self.cast.step();
        Ok(())
    }

    /// Somebody asks for a key.
    pub(super) async fn ask(&self, reader: &Person, purpose: Purpose, terms: Terms) -> Result<()> {
        let between = Between { patient: self.patient, reader: reader.account(), purpose };
        if reader.now().await?.consent().request_of(between).await?.is_none() {
            consent::request(reader, self.patient, purpose, terms).await?;
            self.cast.step();
        }
        Ok(())
    }

    /// A key that was given, used once and taken back: what it opened is sealed anew.
    pub(super) async fn lend(&self, reader: &Person, purpose: Purpose, terms: Terms, record: RecordId) -> Result<()> {
        let between = Between { patient: self.patient, reader: reader.account(), purpose };
        let rows = self.keeper.oracle().grants_of(self.patient).await.map_err(Failure::from)?;
        if rows.iter().any(|row| row.reader == between.reader && row.purpose == purpose && row.ended.is_some()) {
            return Ok(());
        }
        self.give(reader, purpose, terms).await?;
        let which = open_record::Which { record, version: None, purpose: Some(purpose) };
        open_record::open(reader, which, &mut Vec::new(), &mut |_| {}).await?;
        consent::withdraw(self.keeper, between, &mut |_| {}).await?;
        self.cast.step();
        Ok(())
    }

    /// Keeps a record as emergency card.
    pub(super) async fn keep_card(&self, record: RecordId) -> Result<()> {
        if self.keeper.now().await?.consent().card(self.patient).await?.is_none() {
            emergency::keep(self.keeper, record).await?;
            self.cast.step();
        }
        Ok(())
    }

    /// Asks a doctor for a visit. Visits of one pair are told apart by how long they last.
    pub(super) async fn visit(&self, doctor: &Person, from: Time, slots: u8) -> Result<(VisitId, bool)> {
        let rows = visit::list(self.keeper).await?;
        let mut rows = rows.iter().filter(|row| row.visit.patient == self.patient && row.visit.slots == slots);
        if let Some(row) = rows.find(|row| row.visit.doctor == doctor.account()) {
            return Ok((row.id, false));
        }
        self.cast.step();
        let when = When { from, slots };
        Ok((visit::ask(self.keeper, self.patient, doctor.account(), when).await?, true))
    }

    /// As [`Self::visit`], and the doctor agrees.
    pub(super) async fn agreed(&self, doctor: &Person, from: Time, slots: u8) -> Result<VisitId> {
        let (visit, new) = self.visit(doctor, from, slots).await?;
        if new {
            visit::accept(doctor, visit).await?;
        }
        Ok(visit)
    }

    /// A doctor prescribes what a paper says.
    pub(super) async fn prescribe(&mut self, doctor: &Person, paper: Paper, order: Order) -> Result<PrescriptionId> {
        let record = self.add(doctor, paper).await?;
        let rows = doctor.oracle().my_prescriptions().await.map_err(Failure::from)?;
        if let Some(row) = rows.iter().find(|row| row.record == record) {
            return Ok(row.id);
        }
        let version = doctor.now().await?.records().version(record, 1).await?.context("it was added")?;
        let (cid, commitment) = (version.sealed.cid, version.sealed.commitment);
        let added = add_record::Added { record, version: 1, cid, commitment };
        self.cast.step();
        Ok(prescription::order_record(doctor, &added, order).await?)
    }

    /// Has a worker read records it holds a key to.
    pub(super) async fn have_read(&self, worker: &Person, records: &[RecordId]) -> Result<()> {
        for record in records {
            let asked = self.keeper.oracle().jobs(Some(*record)).await.map_err(Failure::from)?;
            if asked.is_empty() {
                jobs::ask(self.keeper, *record, &[worker.account()], DAY).await?;
                self.cast.step();
            }
        }
        Ok(())
    }

    /// Wraps what keys allow and nobody has wrapped yet.
    pub(super) async fn tend(&self) -> Result<()> {
        let tended = tend::chart(self.keeper, self.patient).await?;
        match tended.failed.into_iter().next() {
            Some((_, failure)) => Err(failure.into()),
            None => Ok(()),
        }
    }
}

/// Terms of a key that only reads.
pub(super) fn terms(scope: impl Into<Scope>, until: Time) -> Terms {
    Terms { scope: scope.into(), until, openings: None, may_write: false }
}

/// So many days from now, at an hour of that day.
pub(super) fn on(now: Time, days: Time, hour: Time) -> Time {
    (now / DAY + days) * DAY + hour * HOUR
}

/// The next quarter of an hour that leaves time to agree on it.
pub(super) fn soon(now: Time) -> Time {
    (now + SLOT / 3).next_multiple_of(SLOT)
}
