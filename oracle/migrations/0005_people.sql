-- See src/db.rs for what serves SQLite and PostgreSQL alike.

-- What people are told. Ids come from one counter whose row stays locked until the transaction ends, so that they
-- become visible in their order and whoever resumes behind an id misses nothing.
CREATE TABLE notice_counter (
    one BIGINT PRIMARY KEY,
    last BIGINT NOT NULL
);
INSERT INTO notice_counter (one, last) VALUES (1, 0);

CREATE TABLE notices (
    id BIGINT PRIMARY KEY,
    account TEXT NOT NULL,
    kind TEXT NOT NULL,
    about TEXT NOT NULL,
    by_whom TEXT,
    record TEXT,
    at BIGINT NOT NULL,
    seen BIGINT NOT NULL,
    -- The event or deed it tells of; told to an account once, also when the index is rebuilt.
    source TEXT NOT NULL
);
CREATE UNIQUE INDEX notices_once ON notices (source, account, kind);
CREATE INDEX notices_of_account ON notices (account, id);
CREATE INDEX notices_by_age ON notices (at);

-- Where people are told besides the app. `newest` and `told` are ids of notices.
CREATE TABLE contacts (
    account TEXT PRIMARY KEY,
    email TEXT,
    phone TEXT,
    newest BIGINT NOT NULL,
    told BIGINT NOT NULL,
    next_at BIGINT NOT NULL,
    failures BIGINT NOT NULL
);
CREATE INDEX contacts_due ON contacts (next_at) WHERE newest > told;

-- How often something was done today (days since 1970): gifts, codes, look-ups, messages.
CREATE TABLE allowances (
    what TEXT NOT NULL,
    who TEXT NOT NULL,
    day BIGINT NOT NULL,
    used BIGINT NOT NULL,
    PRIMARY KEY (what, who, day)
);
CREATE INDEX allowances_by_day ON allowances (day);

-- Puzzles whose work was handed in; forgotten when they lapse.
CREATE TABLE puzzles_spent (
    seed TEXT PRIMARY KEY,
    until BIGINT NOT NULL
);
CREATE INDEX puzzles_spent_by_end ON puzzles_spent (until);

-- Accounts the faucet gave to.
CREATE TABLE gifts (
    account TEXT PRIMARY KEY,
    at BIGINT NOT NULL
);

-- The licence register as last imported. A licence is good before `valid_until`.
CREATE TABLE licences (
    number TEXT PRIMARY KEY,
    name TEXT NOT NULL,
    role TEXT NOT NULL,
    phone TEXT NOT NULL,
    specialties TEXT NOT NULL,
    valid_until BIGINT NOT NULL
);

-- One check under way per account. `licence` is the register's number, none where the register has no such licence:
-- then no code was sent and none is right. `posted` is the outbox key once the right code came.
CREATE TABLE licence_checks (
    account TEXT PRIMARY KEY,
    code_mac TEXT NOT NULL,
    licence TEXT,
    until BIGINT NOT NULL,
    tries BIGINT NOT NULL,
    posted TEXT
);
CREATE INDEX licence_checks_by_end ON licence_checks (until);

-- What was attested: opens the commitments on chain, should a court ask.
CREATE TABLE licences_attested (
    commitment TEXT PRIMARY KEY,
    account TEXT NOT NULL,
    number TEXT NOT NULL,
    salt TEXT NOT NULL,
    at BIGINT NOT NULL
);
CREATE INDEX licences_attested_of_account ON licences_attested (account);

-- Hashes of look-up tags. Several accounts may claim one; then none is told.
CREATE TABLE lookup_tags (
    account TEXT PRIMARY KEY,
    tag TEXT NOT NULL,
    at BIGINT NOT NULL
);
CREATE INDEX lookup_tags_by_tag ON lookup_tags (tag);

-- Who used the oblivious function, and when; what for cannot be known.
CREATE TABLE lookups (
    id TEXT PRIMARY KEY,
    account TEXT NOT NULL,
    deed TEXT NOT NULL,
    at BIGINT NOT NULL
);
CREATE INDEX lookups_by_age ON lookups (at);
