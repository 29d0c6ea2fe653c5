-- Makes nonces that can be recognized without being kept: a stranger's question writes nothing.
CREATE TABLE session_keys (
    name TEXT PRIMARY KEY,
    secret TEXT NOT NULL
);

-- Nonces that opened a session; kept until they lapse by themselves.
CREATE TABLE used_nonces (
    nonce TEXT PRIMARY KEY,
    until BIGINT NOT NULL
);
CREATE INDEX used_nonces_until ON used_nonces (until);

-- Only the hash of a token: who reads this table can open no session with it.
CREATE TABLE sessions (
    token TEXT PRIMARY KEY,
    account TEXT NOT NULL,
    address TEXT NOT NULL,
    since BIGINT NOT NULL,
    until BIGINT NOT NULL
);
CREATE INDEX sessions_account ON sessions (account, since);
CREATE INDEX sessions_until ON sessions (until);
