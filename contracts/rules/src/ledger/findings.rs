//! What machines found, and which doctors put their name under it.

use super::{
    Account, Attestation, Between, Call, Cid, Consent, Event, FINDING_ROWS, FINDINGS, Finding, FindingId, Ledger,
    People, Purpose, RECORDS, Refusal, Role, SIGNATURES, SignOff, Storage, Verdict, Visits, WORKERS, facts,
};

impl<S: Storage, P: People, C: Consent, V: Visits> Ledger<S, P, C, V> {
    /// An active worker with a live grant for machine analysis says what it found. Workers that found the same,
    /// with the same model and program, meet in one finding.
    ///
    /// # Errors
    /// `NotWorker`, `BadCid`, `NoSuchRecord`, `NoSuchVersion`, `WrongRecord`, `NoConsent`, `AlreadyAttested`,
    /// `TooManyFindings`.
    pub fn attest(&mut self, call: Call, attestation: Attestation, cid: Cid) -> Result<(FindingId, Event), Refusal> {
        if !self.people.who(call.from).is_some_and(|who| who.is(Role::Worker)) {
            return Err(Refusal::NotWorker);
        }
        if !cid.is_sound() {
            return Err(Refusal::BadCid);
        }
        let mut record = self.standing(attestation.record)?;
        let owner = record.owner;
        let version = self.version(attestation.record, attestation.version).ok_or(Refusal::NoSuchVersion)?;
        if version.sealed.commitment != attestation.seen {
            return Err(Refusal::WrongRecord);
        }
        let between = Between { patient: owner, reader: call.from, purpose: Purpose::MachineAnalysis };
        if !self.consent.check(between, facts(attestation.record, &record)).is_allowed() {
            return Err(Refusal::NoConsent);
        }
        let id = FindingId::derive(owner, &attestation, |bytes| self.store.keccak(bytes));
        let mut finding = match self.finding(id) {
            Some(finding) if finding.workers.contains(&call.from) => return Err(Refusal::AlreadyAttested),
            Some(finding) if finding.workers.len() == WORKERS => return Err(Refusal::TooManyFindings),
            Some(finding) => finding,
            None if record.findings.len() == FINDINGS => return Err(Refusal::TooManyFindings),
            None => {
                record.findings.push(id);
                RECORDS.put(&mut self.store, &attestation.record, &record);
                Finding { attestation, cid, workers: [].into(), signed: [].into() }
            }
        };
        finding.workers.push(call.from);
        FINDING_ROWS.put(&mut self.store, &id, &finding);
        let (record, worker, agreed) = (attestation.record, call.from, finding.workers.len() as u8);
        Ok((id, Event::Attested { finding: id, record, owner, worker, cid, agreed }))
    }

    /// An active doctor who may open the record says whether a finding is right.
    ///
    /// # Errors
    /// `NotDoctor`, `NoSuchFinding`, `NotAgreed`, `NoConsent`, `AlreadySigned`, `TooManySignatures`.
    pub fn sign_off(&mut self, call: Call, id: FindingId, verdict: Verdict) -> Result<Event, Refusal> {
        if !self.people.who(call.from).is_some_and(|who| who.is(Role::Doctor)) {
            return Err(Refusal::NotDoctor);
        }
        let mut finding = self.finding(id).ok_or(Refusal::NoSuchFinding)?;
        if finding.workers.len() < usize::from(self.agreement) {
            return Err(Refusal::NotAgreed);
        }
        let record = finding.attestation.record;
        let opens = |purpose| self.may_open(record, call.from, purpose).is_allowed();
        if !opens(Purpose::Treatment) && !opens(Purpose::SecondOpinion) {
            return Err(Refusal::NoConsent);
        }
        if has_signed(&finding, call.from) {
            return Err(Refusal::AlreadySigned);
        }
        if finding.signed.len() == SIGNATURES {
            return Err(Refusal::TooManySignatures);
        }
        finding.signed.push(SignOff { doctor: call.from, verdict, at: call.at });
        FINDING_ROWS.put(&mut self.store, &id, &finding);
        let owner = self.standing(record)?.owner;
        Ok(Event::SignedOff { finding: id, record, owner, doctor: call.from, verdict })
    }

    /// A doctor takes their name back from under a finding.
    ///
    /// # Errors
    /// `NoSuchFinding`, `NotSigned`.
    pub fn retract(&mut self, call: Call, id: FindingId) -> Result<Event, Refusal> {
        let mut finding = self.finding(id).ok_or(Refusal::NoSuchFinding)?;
        if !has_signed(&finding, call.from) {
            return Err(Refusal::NotSigned);
        }
        finding.signed.retain(|signed| signed.doctor != call.from);
        FINDING_ROWS.put(&mut self.store, &id, &finding);
        let record = finding.attestation.record;
        let owner = self.standing(record)?.owner;
        Ok(Event::SignatureRetracted { finding: id, record, owner, doctor: call.from })
    }

    /// A finding.
    pub fn finding(&self, id: FindingId) -> Option<Finding> {
        FINDING_ROWS.get(&self.store, &id)
    }
}

fn has_signed(finding: &Finding, doctor: Account) -> bool {
    finding.signed.iter().any(|signed| signed.doctor == doctor)
}
