-- What the door, the keys and the log keep. Nothing here is part of the index: a rebuild leaves these tables alone.

-- Blobs on their way here; their bytes are in files named by `upload`.
CREATE TABLE uploads (
    upload TEXT PRIMARY KEY,
    account TEXT NOT NULL,
    cid TEXT NOT NULL,
    size BIGINT NOT NULL,
    -- When it is dropped if nothing more arrives.
    until BIGINT NOT NULL
);
CREATE INDEX uploads_account ON uploads (account);
CREATE INDEX uploads_until ON uploads (until);

-- Who brought which blob.
CREATE TABLE holdings (
    cid TEXT NOT NULL,
    account TEXT NOT NULL,
    size BIGINT NOT NULL,
    -- When it is dropped if the chain has not named it by then; 0 once the chain has, and from then on it stays as long
    -- as the chain names it.
    until BIGINT NOT NULL,
    PRIMARY KEY (cid, account)
);
CREATE INDEX holdings_account ON holdings (account);
CREATE INDEX holdings_until ON holdings (until);

-- What the finalized chain calls by its CID, so that the stores keep it: a `version` by record and number, a `finding`
-- by finding and worker, `keys` and a `card` by account.
CREATE TABLE blob_names (
    kind TEXT NOT NULL,
    subject TEXT NOT NULL,
    part TEXT NOT NULL,
    -- The record it belongs to, if it belongs to one.
    record TEXT,
    cid TEXT NOT NULL,
    PRIMARY KEY (kind, subject, part)
);
CREATE INDEX blob_names_cid ON blob_names (cid);
CREATE INDEX blob_names_record ON blob_names (record);

-- Professionals whose public card changed; the event does not say to which.
CREATE TABLE cards_due (
    account TEXT PRIMARY KEY
);

-- Blobs that may have to leave the stores. `leaving` is 1 from the moment nothing may rely on them any more.
CREATE TABLE doomed (
    cid TEXT PRIMARY KEY,
    due BIGINT NOT NULL,
    tries BIGINT NOT NULL,
    leaving BIGINT NOT NULL
);
CREATE INDEX doomed_due ON doomed (due);

-- What rules about wraps need to know of a record that stands.
CREATE TABLE charted (
    record TEXT PRIMARY KEY,
    owner TEXT NOT NULL,
    -- Its place in the vocabulary's enum, from 0.
    kind BIGINT NOT NULL
);
CREATE INDEX charted_owner ON charted (owner);

-- Content keys sealed to readers.
CREATE TABLE wraps (
    record TEXT NOT NULL,
    version BIGINT NOT NULL,
    cid TEXT NOT NULL,
    reader TEXT NOT NULL,
    purpose TEXT NOT NULL,
    epoch BIGINT NOT NULL,
    wrap BLOB NOT NULL,
    -- Who handed it in; nobody where it came with a machine's finding.
    made_by TEXT,
    PRIMARY KEY (record, version, cid, reader, purpose)
);
CREATE INDEX wraps_reader ON wraps (reader, purpose);
CREATE INDEX wraps_cid ON wraps (cid);

-- Sealed vault files, one an account.
CREATE TABLE vaults (
    account TEXT PRIMARY KEY,
    revision BIGINT NOT NULL,
    file BLOB NOT NULL,
    at BIGINT NOT NULL
);

-- Parts of emergency cards' keys, each sealed to who keeps it.
CREATE TABLE card_shares (
    record TEXT NOT NULL,
    keeper TEXT NOT NULL,
    patient TEXT NOT NULL,
    cid TEXT NOT NULL,
    epoch BIGINT NOT NULL,
    share BLOB NOT NULL,
    at BIGINT NOT NULL,
    PRIMARY KEY (record, keeper)
);
CREATE INDEX card_shares_keeper ON card_shares (keeper, patient);

-- Glasses that were broken, as the chain said.
CREATE TABLE broken_glasses (
    patient TEXT NOT NULL,
    reader TEXT NOT NULL,
    until BIGINT NOT NULL,
    PRIMARY KEY (patient, reader)
);
CREATE INDEX broken_glasses_until ON broken_glasses (until);

-- Parts handed over, each sealed to who broke the glass.
CREATE TABLE handed_over (
    record TEXT NOT NULL,
    reader TEXT NOT NULL,
    keeper TEXT NOT NULL,
    patient TEXT NOT NULL,
    cid TEXT NOT NULL,
    epoch BIGINT NOT NULL,
    share BLOB NOT NULL,
    until BIGINT NOT NULL,
    PRIMARY KEY (record, reader, keeper)
);
CREATE INDEX handed_over_until ON handed_over (until);

-- Every release, in order: SCALE of the line, and its hash.
CREATE TABLE log_lines (
    position BIGINT PRIMARY KEY,
    patient TEXT NOT NULL,
    nth BIGINT NOT NULL,
    line BLOB NOT NULL,
    leaf TEXT NOT NULL
);
CREATE UNIQUE INDEX log_lines_patient ON log_lines (patient, nth);
CREATE INDEX log_lines_place ON log_lines (patient, position);

-- The head over all lines. Whoever writes locks this row first.
CREATE TABLE log_head (
    one BIGINT PRIMARY KEY CHECK (one = 1),
    count BIGINT NOT NULL,
    head TEXT NOT NULL
);
INSERT INTO log_head (one, count, head)
VALUES (1, 0, '0000000000000000000000000000000000000000000000000000000000000000');

-- Heads that were posted to the chain; `at` is when they became final there.
CREATE TABLE log_anchors (
    count BIGINT PRIMARY KEY,
    head TEXT NOT NULL,
    at BIGINT
);
