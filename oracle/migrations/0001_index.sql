-- The chain as tables. Everything but the last two is written by `index` alone, from finalized blocks, and can be
-- rebuilt from them to the same bytes. Identifiers are lowercase hex; `position` is where an event stands in the chain:
-- height * 2^20 + its index in the block.

CREATE TABLE index_cursor (
    one BIGINT PRIMARY KEY CHECK (one = 1),
    genesis TEXT NOT NULL,
    -- The last block that is in the tables.
    height BIGINT NOT NULL,
    hash TEXT NOT NULL,
    at BIGINT NOT NULL,
    -- The last block whose events door, jobs and notices were told of; a rebuild does not tell them again.
    told BIGINT NOT NULL,
    -- How many admins carry a motion.
    quorum BIGINT NOT NULL
);

-- Blocks in which a contract of ours said something.
CREATE TABLE blocks (
    height BIGINT PRIMARY KEY,
    hash TEXT NOT NULL,
    at BIGINT NOT NULL,
    events BIGINT NOT NULL
);

CREATE TABLE events (
    position BIGINT PRIMARY KEY,
    -- SCALE of the vocabulary's `Event`.
    data BLOB NOT NULL
);

-- Which accounts an event names.
CREATE TABLE mentions (
    account TEXT NOT NULL,
    position BIGINT NOT NULL,
    PRIMARY KEY (account, position)
);

CREATE TABLE members (
    account TEXT PRIMARY KEY,
    role TEXT NOT NULL,
    standing TEXT NOT NULL,
    -- CID of the key bundle.
    keys TEXT,
    epoch BIGINT NOT NULL,
    since BIGINT NOT NULL,
    licence TEXT
);
CREATE INDEX members_by_both ON members (role, standing, account);
CREATE INDEX members_by_role ON members (role, account);
CREATE INDEX members_by_standing ON members (standing, account);

CREATE TABLE profiles (
    account TEXT PRIMARY KEY,
    -- SCALE of `Profile`.
    profile BLOB NOT NULL,
    -- CID of the public card.
    card TEXT NOT NULL
);
CREATE INDEX profiles_by_card ON profiles (card);

-- What a profile is found by: `s:<number>` specialty, `l:<code>` language, `p:<geohash>` place.
CREATE TABLE profile_terms (
    account TEXT NOT NULL,
    term TEXT NOT NULL,
    PRIMARY KEY (account, term)
);
CREATE INDEX profile_terms_by_term ON profile_terms (term, account);

CREATE TABLE guardians (
    patient TEXT NOT NULL,
    guardian TEXT NOT NULL,
    since BIGINT NOT NULL,
    PRIMARY KEY (patient, guardian)
);
CREATE INDEX guardians_by_guardian ON guardians (guardian, patient);

CREATE TABLE assignments (
    patient TEXT NOT NULL,
    position BIGINT NOT NULL,
    doctor TEXT NOT NULL,
    proposed_by TEXT NOT NULL,
    at BIGINT NOT NULL,
    ended BIGINT,
    PRIMARY KEY (patient, position)
);

CREATE TABLE affiliations (
    hospital TEXT NOT NULL,
    doctor TEXT NOT NULL,
    since BIGINT NOT NULL,
    PRIMARY KEY (hospital, doctor)
);
CREATE INDEX affiliations_by_doctor ON affiliations (doctor, hospital);

-- Motions that are being voted on.
CREATE TABLE ballots (
    -- Hex of the SCALE of `Motion`.
    motion TEXT PRIMARY KEY,
    opened BIGINT NOT NULL,
    -- SCALE of the voters.
    yes BLOB NOT NULL
);

CREATE TABLE carried_motions (
    position BIGINT PRIMARY KEY,
    motion TEXT NOT NULL,
    at BIGINT NOT NULL
);

CREATE TABLE requests (
    patient TEXT NOT NULL,
    reader TEXT NOT NULL,
    purpose TEXT NOT NULL,
    position BIGINT NOT NULL,
    -- SCALE of `Terms`.
    terms BLOB NOT NULL,
    until BIGINT NOT NULL,
    at BIGINT NOT NULL,
    PRIMARY KEY (patient, reader, purpose)
);
CREATE INDEX requests_by_patient ON requests (patient, position);
CREATE INDEX requests_by_reader ON requests (reader, position);

-- Keys, those that ended included; at most one row of a patient, reader and purpose has no `ended`.
CREATE TABLE grants (
    patient TEXT NOT NULL,
    reader TEXT NOT NULL,
    purpose TEXT NOT NULL,
    position BIGINT NOT NULL,
    -- SCALE of `Terms`, as narrowed and counted down.
    terms BLOB NOT NULL,
    until BIGINT NOT NULL,
    given_by TEXT NOT NULL,
    since BIGINT NOT NULL,
    -- When it was withdrawn, or when the next one took its place.
    ended BIGINT,
    -- The opening announced last, where openings are counted, and until when it may be fetched.
    ticket TEXT,
    ticket_until BIGINT,
    PRIMARY KEY (patient, reader, purpose, position)
);
CREATE INDEX grants_by_patient ON grants (patient, position);
CREATE INDEX grants_by_reader ON grants (reader, position);

-- Patients' epochs; without a row it is 0.
CREATE TABLE desks (
    patient TEXT PRIMARY KEY,
    epoch BIGINT NOT NULL
);

CREATE TABLE emergency_cards (
    patient TEXT PRIMARY KEY,
    record TEXT NOT NULL
);

CREATE TABLE emergencies (
    patient TEXT NOT NULL,
    reader TEXT NOT NULL,
    position BIGINT NOT NULL,
    reason TEXT NOT NULL,
    at BIGINT NOT NULL,
    until BIGINT NOT NULL,
    mended BIGINT,
    PRIMARY KEY (patient, reader, position)
);
CREATE INDEX emergencies_by_patient ON emergencies (patient, position);
CREATE INDEX emergencies_by_reader ON emergencies (reader, position);

CREATE TABLE links (
    owner TEXT NOT NULL,
    link TEXT NOT NULL,
    position BIGINT NOT NULL,
    until BIGINT NOT NULL,
    -- Views left, where they are counted.
    views_left BIGINT,
    views BIGINT NOT NULL,
    closed BIGINT,
    PRIMARY KEY (owner, link)
);
CREATE INDEX links_by_owner ON links (owner, position);

-- Records that stand; a withdrawal removes all there is of one, after door, jobs and notices were told.
CREATE TABLE records (
    record TEXT PRIMARY KEY,
    owner TEXT NOT NULL,
    author TEXT NOT NULL,
    kind TEXT NOT NULL,
    written BIGINT NOT NULL,
    position BIGINT NOT NULL
);
CREATE INDEX records_by_owner ON records (owner, position);

CREATE TABLE versions (
    record TEXT NOT NULL,
    version BIGINT NOT NULL,
    owner TEXT NOT NULL,
    cid TEXT NOT NULL,
    commitment TEXT NOT NULL,
    written_by TEXT NOT NULL,
    at BIGINT NOT NULL,
    -- The patient's epoch it was last sealed in.
    epoch BIGINT NOT NULL,
    PRIMARY KEY (record, version)
);
CREATE INDEX versions_by_owner ON versions (owner, epoch, record);
CREATE INDEX versions_by_cid ON versions (cid);

CREATE TABLE findings (
    finding TEXT PRIMARY KEY,
    record TEXT NOT NULL,
    owner TEXT NOT NULL,
    -- SCALE of `Attestation`.
    attestation BLOB NOT NULL,
    cid TEXT NOT NULL,
    at BIGINT NOT NULL,
    position BIGINT NOT NULL
);
CREATE INDEX findings_by_record ON findings (record, position);
CREATE INDEX findings_by_owner ON findings (owner, position);

CREATE TABLE finding_workers (
    finding TEXT NOT NULL,
    position BIGINT NOT NULL,
    worker TEXT NOT NULL,
    -- That worker's own sealed output.
    cid TEXT NOT NULL,
    PRIMARY KEY (finding, position)
);

CREATE TABLE sign_offs (
    finding TEXT NOT NULL,
    position BIGINT NOT NULL,
    doctor TEXT NOT NULL,
    verdict TEXT NOT NULL,
    at BIGINT NOT NULL,
    PRIMARY KEY (finding, position)
);

CREATE TABLE anchors (
    attester TEXT NOT NULL,
    position BIGINT NOT NULL,
    head TEXT NOT NULL,
    count BIGINT NOT NULL,
    at BIGINT NOT NULL,
    PRIMARY KEY (attester, position)
);

CREATE TABLE visits (
    visit TEXT PRIMARY KEY,
    patient TEXT NOT NULL,
    doctor TEXT NOT NULL,
    starts BIGINT NOT NULL,
    slots BIGINT NOT NULL,
    -- `awaiting_patient`, `awaiting_doctor` or `accepted`.
    state TEXT NOT NULL,
    -- `declined`, `cancelled` or `completed`.
    ended TEXT,
    at BIGINT NOT NULL
);
CREATE INDEX visits_by_patient ON visits (patient, starts);
CREATE INDEX visits_by_doctor ON visits (doctor, starts);

CREATE TABLE prescriptions (
    prescription TEXT PRIMARY KEY,
    patient TEXT NOT NULL,
    doctor TEXT NOT NULL,
    record TEXT NOT NULL,
    fills_left BIGINT NOT NULL,
    until BIGINT NOT NULL,
    voided BIGINT NOT NULL,
    position BIGINT NOT NULL
);
CREATE INDEX prescriptions_by_patient ON prescriptions (patient, position);
CREATE INDEX prescriptions_by_doctor ON prescriptions (doctor, position);

CREATE TABLE fills (
    prescription TEXT NOT NULL,
    position BIGINT NOT NULL,
    pharmacy TEXT NOT NULL,
    at BIGINT NOT NULL,
    PRIMARY KEY (prescription, position)
);

-- Public cards as they were read from the store, by their CID; not of the chain, so no part of what is rebuilt.
CREATE TABLE directory_cards (
    cid TEXT PRIMARY KEY,
    -- JSON of `CardText`, once it was read and is sound.
    card TEXT,
    name TEXT,
    tries BIGINT NOT NULL,
    -- When to try again; none when it is settled.
    due BIGINT
);
CREATE INDEX directory_cards_due ON directory_cards (due);

-- Words of the names on them, folded, as hex of their UTF-8: so a prefix is a range under every collation.
CREATE TABLE directory_words (
    word TEXT NOT NULL,
    cid TEXT NOT NULL,
    PRIMARY KEY (word, cid)
);
CREATE INDEX directory_words_by_cid ON directory_words (cid);
