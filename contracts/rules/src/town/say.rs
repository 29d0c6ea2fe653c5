//! Messages by value: what a contract's dispatcher does, over the rulebooks in memory.

use super::Town;
use crate::Call;
use alloc::vec::Vec;
use chartkey_vocabulary::{self as words, *};
use codec::Encode;

impl Town {
    /// Says `message` to the town as `from`, and gives back what the contract would return and announce.
    ///
    /// # Errors
    /// The rulebook's refusal; the town is then as it was.
    pub fn say(&self, from: Account, message: &Message) -> Result<(Vec<u8>, Event), words::Refusal> {
        let call = self.call(from);
        match message.clone() {
            Message::Registry(message) => self.say_registry(call, message).map_err(words::Refusal::Registry),
            Message::Consent(message) => self.say_consent(call, message).map_err(words::Refusal::Consent),
            Message::Records(message) => self.say_records(call, message).map_err(words::Refusal::Records),
            Message::Care(message) => self.say_care(call, message).map_err(words::Refusal::Care),
        }
    }

    fn say_registry(&self, call: Call, message: RegistryMessage) -> Result<(Vec<u8>, Event), RegistryError> {
        use RegistryMessage as M;
        let mut book = self.directory();
        let event = match message {
            // The play begins with contracts that know each other.
            M::Introduce { .. } => return Err(RegistryError::AlreadyIntroduced),
            M::Register { role, keys, profile } => book.register(call, role, keys, profile),
            M::Leave {} => book.leave(call),
            M::RotateKeys { keys } => book.rotate_keys(call, keys),
            M::Revise { profile } => book.revise(call, profile),
            M::AttestLicence { who, role, since, licence } => book.attest_licence(call, who, role, since, licence),
            M::Vote { motion } => book.vote(call, motion),
            M::Retract { motion } => book.retract(call, motion),
            M::Assign { patient, doctor } => book.assign(call, patient, doctor),
            M::Unassign { patient } => book.unassign(call, patient),
            M::AppointGuardian { guardian } => book.appoint_guardian(call, guardian),
            M::DismissGuardian { patient, guardian } => book.dismiss_guardian(call, patient, guardian),
            M::Affiliate { doctor } => book.affiliate(call, doctor),
            M::Part { hospital, doctor } => book.part(call, hospital, doctor),
        }?;
        Ok((Vec::new(), Event::Registry(event)))
    }

    fn say_consent(&self, call: Call, message: ConsentMessage) -> Result<(Vec<u8>, Event), ConsentError> {
        use ConsentMessage as M;
        let mut book = self.consent();
        let event = match message {
            M::Introduce { .. } => return Err(ConsentError::AlreadyIntroduced),
            M::Request { patient, purpose, terms } => book.request(call, patient, purpose, terms),
            M::DropRequest { patient, purpose } => book.drop_request(call, patient, purpose),
            M::Answer { between, yes } => book.answer(call, between, yes),
            M::Grant { between, terms } => book.grant(call, between, terms),
            M::Revoke { between } => book.revoke(call, between),
            M::Narrow { between, narrowing } => book.narrow(call, between, narrowing),
            M::KeepCard { patient, record } => book.keep_card(call, patient, record),
            M::DropCard { patient } => book.drop_card(call, patient),
            M::BreakGlass { patient, reason } => book.break_glass(call, patient, reason),
            M::MendGlass { patient, reader } => book.mend_glass(call, patient, reader),
            M::OpenLink { owner, link, terms } => book.open_link(call, owner, link, terms),
            M::CloseLink { owner, link } => book.close_link(call, owner, link),
            M::ViewLink { owner, link } => book.view_link(call, owner, link),
            M::Renew { patient } => book.renew(call, patient),
        }?;
        Ok((Vec::new(), Event::Consent(event)))
    }

    fn say_records(&self, call: Call, message: RecordsMessage) -> Result<(Vec<u8>, Event), RecordsError> {
        use RecordsMessage as M;
        let mut book = self.ledger();
        let event = match message {
            M::Introduce { .. } => return Err(RecordsError::AlreadyIntroduced),
            M::Add { owner, salt, kind, sealed } => {
                let (id, event) = book.add(call, owner, salt, kind, sealed)?;
                return Ok((id.encode(), Event::Records(event)));
            }
            M::Amend { record, expected, sealed } => book.amend(call, record, expected, sealed),
            M::Rekey { record, version, cid } => book.rekey(call, record, version, cid),
            M::Withdraw { record } => book.withdraw(call, record),
            M::Announce { record, purpose } => {
                let ticket = book.announce(call, record, purpose)?;
                // It is the consent contract that announces it.
                let patient = book.record(record).ok_or(RecordsError::NoSuchRecord)?.owner;
                let between = Between { patient, reader: call.from, purpose };
                let left = self.consent().grant_of(between).and_then(|grant| grant.terms.openings).unwrap_or(0);
                return Ok((ticket.encode(), Event::Consent(ConsentEvent::Announced { between, ticket, left })));
            }
            M::Attest { attestation, cid } => {
                let (id, event) = book.attest(call, attestation, cid)?;
                return Ok((id.encode(), Event::Records(event)));
            }
            M::SignOff { finding, verdict } => book.sign_off(call, finding, verdict),
            M::Retract { finding } => book.retract(call, finding),
            M::AnchorLog { head, count } => book.anchor_log(call, head, count),
        }?;
        Ok((Vec::new(), Event::Records(event)))
    }

    fn say_care(&self, call: Call, message: CareMessage) -> Result<(Vec<u8>, Event), CareError> {
        use CareMessage as M;
        let mut book = self.care();
        let event = match message {
            M::Introduce { .. } => return Err(CareError::AlreadyIntroduced),
            M::Ask { patient, doctor, salt, from, slots } => {
                let (id, event) = book.ask(call, patient, doctor, salt, from, slots)?;
                return Ok((id.encode(), Event::Care(event)));
            }
            M::Propose { visit, from, slots } => book.propose(call, visit, from, slots),
            M::Accept { visit } => book.accept(call, visit),
            M::Decline { visit } => book.decline(call, visit),
            M::Cancel { visit } => book.cancel(call, visit),
            M::Complete { visit } => book.complete(call, visit),
            M::Release { patient, doctor } => book.release(call, patient, doctor),
            M::Prescribe { salt, record, commitment, fills, until } => {
                let (id, event) = book.prescribe(call, salt, record, commitment, fills, until)?;
                return Ok((id.encode(), Event::Care(event)));
            }
            M::Dispense { prescription } => book.dispense(call, prescription),
            M::Void { prescription } => book.void(call, prescription),
        }?;
        Ok((Vec::new(), Event::Care(event)))
    }
}
