-- See src/db.rs for what serves SQLite and PostgreSQL alike.

-- Transactions on their way. What is signed is written here before it is sent.
CREATE TABLE outbox (
    key TEXT PRIMARY KEY,
    -- attester, faucet or other.
    signer TEXT NOT NULL,
    -- SCALE of what is to be said.
    work BLOB NOT NULL,
    -- Microseconds since 1970: the order in which it was asked for.
    queued BIGINT NOT NULL,
    -- queued, signed, final or failed.
    state TEXT NOT NULL,
    -- Not tried before this time.
    again BIGINT NOT NULL,
    tries BIGINT NOT NULL,
    -- Of a signed transaction: who signed, its place in the signer's order, its bytes and their hash, the block it
    -- begins to be valid after, and the block from which on it is not.
    account TEXT,
    nonce BIGINT,
    hash TEXT,
    bytes BLOB,
    born BIGINT,
    until BIGINT,
    -- The finalized block it is in.
    height BIGINT,
    error TEXT
);
CREATE INDEX outbox_open ON outbox (queued, key) WHERE state IN ('queued', 'signed');

-- Work for machines.
CREATE TABLE jobs (
    job TEXT PRIMARY KEY,
    record TEXT NOT NULL,
    version BIGINT NOT NULL,
    owner TEXT NOT NULL,
    worker TEXT NOT NULL,
    -- queued, leased, posting, done or parked.
    state TEXT NOT NULL,
    attempts BIGINT NOT NULL,
    -- Not claimed before this time.
    again BIGINT NOT NULL,
    -- SHA-256 of the lease; kept while the result is posted, so that a report said twice is known.
    lease TEXT,
    lease_until BIGINT,
    stage TEXT,
    percent BIGINT,
    error TEXT,
    finding TEXT,
    -- SHA-256 of the transaction that was reported.
    reported TEXT,
    -- Time of the finalized block on which it was asked for.
    asked BIGINT NOT NULL,
    at BIGINT NOT NULL
);
CREATE UNIQUE INDEX jobs_once ON jobs (record, version, worker) WHERE state IN ('queued', 'leased', 'posting');
CREATE INDEX jobs_claim ON jobs (worker, again, job) WHERE state = 'queued';
CREATE INDEX jobs_leases ON jobs (lease_until) WHERE state = 'leased';
CREATE INDEX jobs_posting ON jobs (job) WHERE state = 'posting';
CREATE INDEX jobs_of_owner ON jobs (owner, asked, job);
CREATE INDEX jobs_of_worker ON jobs (worker, asked, job);
CREATE INDEX jobs_of_record ON jobs (record);

-- Share links whose files wait for viewers.
CREATE TABLE shl_links (
    link TEXT PRIMARY KEY,
    owner TEXT NOT NULL,
    -- SHA-256 over link and passcode, when there is one.
    passcode TEXT,
    tries BIGINT NOT NULL,
    until BIGINT NOT NULL,
    at BIGINT NOT NULL
);
CREATE INDEX shl_links_of_owner ON shl_links (owner);
CREATE INDEX shl_links_until ON shl_links (until);

CREATE TABLE shl_files (
    link TEXT NOT NULL,
    nth BIGINT NOT NULL,
    content_type TEXT NOT NULL,
    jwe TEXT NOT NULL,
    PRIMARY KEY (link, nth)
);

-- A view that is being counted on the chain and was not released yet.
CREATE TABLE shl_views (
    view TEXT PRIMARY KEY,
    link TEXT NOT NULL,
    -- Salted hash of who looks, so that asking again does not count again.
    recipient TEXT NOT NULL,
    released BIGINT NOT NULL,
    at BIGINT NOT NULL
);
CREATE UNIQUE INDEX shl_views_open ON shl_views (link, recipient) WHERE released = 0;
CREATE INDEX shl_views_at ON shl_views (at);

-- What a counted view may fetch for an hour.
CREATE TABLE shl_tickets (
    -- SHA-256 of the ticket.
    ticket TEXT PRIMARY KEY,
    link TEXT NOT NULL,
    -- Says in the log who looks.
    recipient TEXT NOT NULL,
    until BIGINT NOT NULL
);
CREATE INDEX shl_tickets_until ON shl_tickets (until);
