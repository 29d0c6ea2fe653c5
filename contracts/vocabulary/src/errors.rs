//! What the contracts refuse. One variant a reason, and one place for the words people read.

use codec::{Decode, Encode};

macro_rules! refusals {
    ($(#[$doc:meta])* $name:ident { $($(#[$why:meta])* $variant:ident => $words:literal,)* }) => {
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Encode, Decode)]
        #[cfg_attr(feature = "std", derive(scale_info::TypeInfo))]
        pub enum $name { $($(#[$why])* $variant,)* }

        impl $name {
            /// Every refusal, in the order of its encoding.
            pub const ALL: &[Self] = &[$(Self::$variant),*];

            /// The sentence shown to a person, in English; catalogues translate by [`Self::name`].
            pub const fn words(self) -> &'static str {
                match self { $(Self::$variant => $words,)* }
            }

            /// The name of the refusal, the same in every language.
            pub const fn name(self) -> &'static str {
                match self { $(Self::$variant => stringify!($variant),)* }
            }
        }

        impl core::fmt::Display for $name {
            fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
                f.write_str(self.words())
            }
        }

        impl core::error::Error for $name {}
    };
}

refusals! {
    /// What the registry refuses, and why.
    RegistryError {
        /// The contracts do not know each other yet.
        NotIntroduced => "The system is still being set up. Try again in a few minutes.",
        /// They know each other already.
        AlreadyIntroduced => "The contracts have been introduced to each other already.",
        /// Only who deployed the contracts may introduce them.
        NotTheDeployer => "Only the account that deployed the contracts may do this.",
        /// The account has a role already.
        AlreadyRegistered => "This account is registered already.",
        /// The account is not registered.
        NotRegistered => "This account is not registered.",
        /// The role is given by the council and cannot be registered for.
        CouncilRole => "This role is given by the council; nobody registers for it.",
        /// A professional needs a directory entry.
        ProfileMissing => "A directory entry is needed: specialty, language and place.",
        /// Patients are not in the directory.
        ProfileNotWanted => "Patients are never listed in the directory, so no entry is taken.",
        /// More than eight specialties or languages.
        ProfileTooLong => "At most eight specialties and eight languages fit an entry.",
        /// The address of the keys or the entry is not a CID.
        BadCid => "The address of a file is damaged. Prepare it again.",
        /// The keys are the ones on file.
        SameKeys => "These keys are on file already.",
        /// The caller may not act in a role.
        NotActive => "Your account is not active, so this is not possible now.",
        /// A suspended professional cannot leave and come back clean.
        Suspended => "A suspended account cannot leave. Ask the council.",
        /// Only an attester attests licences.
        NotAttester => "Only the licence service may do this.",
        /// The subject is no doctor, hospital or pharmacy.
        NotProfessional => "This is possible for doctors, hospitals and pharmacies only.",
        /// The application is not open, or another one than what is said about it.
        NotPending => "This application is not open any more.",
        /// The licence was not attested yet.
        NotAttested => "The licence has not been checked yet.",
        /// Only an admin votes and assigns.
        NotAdmin => "Only an admin may do this.",
        /// Nobody votes on their own case.
        OwnCase => "Nobody decides on their own case.",
        /// The subject is not suspended.
        NotSuspended => "This account is not suspended.",
        /// An office is given to accounts without a role only.
        HasRole => "This account has a role already. An office needs an account of its own.",
        /// The subject holds no office.
        NoOffice => "This account holds no office.",
        /// There are sixteen admins already.
        CouncilFull => "The council is full: sixteen admins.",
        /// Fewer admins would remain than must agree.
        QuorumOutOfReach => "More admins would have to agree than there are.",
        /// The admin voted for this already.
        AlreadyVoted => "You have voted for this already.",
        /// Nobody voted for this.
        NoSuchBallot => "There is no open vote on this.",
        /// The admin did not vote for this.
        NotVoted => "You have not voted for this.",
        /// Only an active patient does this, or has it done.
        NotPatient => "This is possible for patients only.",
        /// Nobody is their own guardian.
        SelfGuardian => "You cannot be your own guardian.",
        /// Five guardians at most.
        TooManyGuardians => "At most five guardians are possible.",
        /// Is a guardian already.
        AlreadyGuardian => "This person is a guardian already.",
        /// Is no guardian.
        NotGuardian => "This person is not a guardian.",
        /// The subject is no active doctor.
        NotDoctor => "This is possible for active doctors only.",
        /// The caller is no active hospital.
        NotHospital => "Only an active hospital may do this.",
        /// The doctor belongs to the house already.
        AlreadyAffiliated => "This doctor belongs to the house already.",
        /// The doctor does not belong to the house.
        NotAffiliated => "This doctor does not belong to the house.",
        /// Nothing was proposed.
        NotAssigned => "No doctor is proposed to this patient.",
    }
}

refusals! {
    /// What the consent contract refuses, and why.
    ConsentError {
        /// The contracts do not know each other yet.
        NotIntroduced => "The system is still being set up. Try again in a few minutes.",
        /// They know each other already.
        AlreadyIntroduced => "The contracts have been introduced to each other already.",
        /// Only who deployed the contracts may introduce them.
        NotTheDeployer => "Only the account that deployed the contracts may do this.",
        /// The owner is not an active patient.
        NotPatient => "This person is not registered as a patient.",
        /// The caller is neither the patient nor a guardian.
        NotYours => "Only the patient or a guardian may do this.",
        /// The reader is unknown, pending, rejected or suspended.
        ReaderNotActive => "This reader is not active in the registry.",
        /// The reader's role never has this purpose.
        WrongPurpose => "A key for this purpose cannot be held in this role.",
        /// Patients need no key to their own records.
        SelfGrant => "You need no key to your own records.",
        /// The scope names nothing, or something that does not exist.
        EmptyScope => "Choose at least one record or kind of record.",
        /// More than eight records are listed.
        ScopeTooLong => "At most eight records fit one list.",
        /// The end lies in the past.
        Past => "The end lies in the past. Choose a later one.",
        /// The end lies more than two years ahead.
        TooLong => "A key lasts two years at most.",
        /// Zero openings, or more than can be counted down.
        NoOpenings => "Allow at least one opening.",
        /// Only treatment allows writing.
        WriteNeedsTreatment => "Only a key for treatment can allow adding records.",
        /// A request is open already.
        AlreadyRequested => "You have asked already. The patient has not answered yet.",
        /// No request is open.
        NoSuchRequest => "This request is not open any more.",
        /// A key is in force already; narrow or withdraw it first.
        AlreadyGranted => "This reader holds such a key already. Withdraw it first to give another.",
        /// Nothing is in force between these two for this purpose.
        NoGrant => "There is no such key.",
        /// The change would make nothing smaller.
        NotNarrower => "This change would not make the key smaller.",
        /// Only the records contract announces openings.
        NotRecords => "An opening is announced through the record itself.",
        /// The grant counts no openings.
        NotCounted => "This key is not counted; open the record directly.",
        /// All openings are used up.
        UsedUp => "All openings of this key are used up.",
        /// The grant does not cover the record.
        OutOfScope => "This key does not open this record.",
        /// The grant has ended.
        Expired => "This key has ended.",
        /// The patient keeps no emergency card.
        NoCard => "This patient keeps no emergency card.",
        /// This card is kept already.
        SameCard => "This emergency card is in place already.",
        /// Only an active hospital or doctor breaks the glass.
        NotForEmergencies => "Only a doctor or a hospital may open an emergency card.",
        /// The glass is broken already.
        AlreadyOpen => "The emergency card is open already.",
        /// No emergency is open.
        NoEmergency => "No emergency is open.",
        /// The link is open already.
        AlreadyLinked => "This link is open already.",
        /// No such link.
        NoSuchLink => "This link does not exist or was closed.",
        /// The link has ended or its views are used up.
        LinkEnded => "This link has ended.",
        /// Only the door counts views.
        NotAttester => "Only the record service may do this.",
    }
}

refusals! {
    /// What the records contract refuses, and why.
    RecordsError {
        /// The contracts do not know each other yet.
        NotIntroduced => "The system is still being set up. Try again in a few minutes.",
        /// They know each other already.
        AlreadyIntroduced => "The contracts have been introduced to each other already.",
        /// Only who deployed the contracts may introduce them.
        NotTheDeployer => "Only the account that deployed the contracts may do this.",
        /// The owner is not an active patient.
        NotPatient => "This person is not registered as a patient.",
        /// No grant to write and no accepted visit.
        MayNotWrite => "You may add records with a key that allows it, or after an accepted visit.",
        /// The address of the ciphertext is not a CID.
        BadCid => "The address of the sealed file is damaged. Upload it again.",
        /// The identifier is taken by an earlier record of the same owner.
        AlreadyAdded => "This record has been added already.",
        /// No such record, or it was withdrawn.
        NoSuchRecord => "This record does not exist or was withdrawn.",
        /// The caller is neither the owner nor a guardian.
        NotYours => "Only the patient or a guardian may do this.",
        /// Somebody else added a version meanwhile.
        Stale => "The record has changed meanwhile. Look at the new version first.",
        /// Sixteen versions at most, the last by the owner or a guardian.
        TooManyVersions => "A record holds sixteen versions at most. Add a new record.",
        /// No such version.
        NoSuchVersion => "This version does not exist.",
        /// The version is sealed under this CID already.
        SameCid => "This version is stored under this address already.",
        /// Only an active worker attests.
        NotWorker => "Only an appointed reading service may do this.",
        /// Consent does not allow it.
        NoConsent => "The patient has given no key for this.",
        /// The worker saw something else than what is on the chain.
        WrongRecord => "What was read is not what the record holds.",
        /// The worker attested this already.
        AlreadyAttested => "This finding has been reported already.",
        /// Eight findings at most, found by five workers each.
        TooManyFindings => "A record holds eight findings at most.",
        /// No such finding.
        NoSuchFinding => "This finding does not exist.",
        /// Fewer workers agree than must.
        NotAgreed => "Too few reading services agree on this finding yet.",
        /// Only an active doctor signs.
        NotDoctor => "Only an active doctor may sign a finding.",
        /// The doctor signed already.
        AlreadySigned => "You have signed this finding already.",
        /// Three doctors at most.
        TooManySignatures => "Three doctors have signed this finding already.",
        /// The doctor did not sign.
        NotSigned => "You have not signed this finding.",
        /// Only an attester anchors logs.
        NotAttester => "Only the record service may do this.",
        /// A log only grows.
        NotLonger => "The access log must grow.",
        /// The consent contract did not take the announcement.
        NotAnnounced => "This opening could not be announced: the key is ended, used up or does not open this record.",
    }
}

refusals! {
    /// What the care contract refuses, and why.
    CareError {
        /// The contracts do not know each other yet.
        NotIntroduced => "The system is still being set up. Try again in a few minutes.",
        /// They know each other already.
        AlreadyIntroduced => "The contracts have been introduced to each other already.",
        /// Only who deployed the contracts may introduce them.
        NotTheDeployer => "Only the account that deployed the contracts may do this.",
        /// The patient is not registered.
        NotPatient => "This person is not registered as a patient.",
        /// The doctor is not active.
        NotDoctor => "This doctor is not active.",
        /// The caller has no part in it.
        NotYours => "You have no part in this.",
        /// The other side has to answer.
        NotYourTurn => "The other side has to answer first.",
        /// A visit begins on a quarter of an hour and lasts one to eight of them.
        OffGrid => "A visit begins on a quarter of an hour and lasts up to two hours.",
        /// The time lies in the past.
        Past => "This time lies in the past.",
        /// The time lies more than a year ahead.
        TooFar => "A visit can be planned one year ahead.",
        /// The identifier is taken by an earlier visit of the same patient.
        AlreadyAsked => "This visit has been asked for already.",
        /// No such visit, or it is over.
        NoSuchVisit => "This visit does not exist or is over.",
        /// Both have not agreed yet.
        NotAccepted => "This visit has not been agreed on yet.",
        /// Both have agreed already.
        AlreadyAccepted => "This visit has been agreed on already.",
        /// The doctor has another visit then.
        SlotTaken => "The doctor has another visit at this time.",
        /// It has not begun.
        TooEarly => "This visit has not begun yet.",
        /// No visit ties these two.
        NoBond => "No visit ties you and this doctor.",
        /// No grant to write and no accepted visit.
        MayNotPrescribe => "You may prescribe with a key that allows it, or after an accepted visit.",
        /// The record is not a prescription of this doctor for this patient.
        NotAPrescription => "The record is not your prescription for this patient.",
        /// Zero, or more than twelve.
        NoFills => "A prescription is handed out one to twelve times.",
        /// The end lies more than a year ahead.
        TooLong => "A prescription lasts one year at most.",
        /// The identifier is taken.
        AlreadyPrescribed => "This prescription has been written already.",
        /// No such prescription, or it was voided.
        NoSuchPrescription => "This prescription does not exist or was voided.",
        /// Its time is over.
        Ended => "This prescription has ended.",
        /// It was handed out as often as it may.
        UsedUp => "This prescription has been handed out as often as it may.",
        /// Only an active pharmacy dispenses.
        NotPharmacy => "Only an active pharmacy may do this.",
        /// The patient has given this pharmacy no key.
        NoConsent => "The patient has given this pharmacy no key to the prescription.",
    }
}
