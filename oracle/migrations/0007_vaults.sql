-- Accounts that saved a vault before they were registered, and when they last did. They are few; the vaults are many
-- and large, and are not read to find them.
CREATE TABLE vaults_unclaimed (
    account TEXT PRIMARY KEY,
    at BIGINT NOT NULL
);
CREATE INDEX vaults_unclaimed_at ON vaults_unclaimed (at);

-- Of vaults saved so far it was not noted. Whom the index does not know, the chain is asked about.
INSERT INTO vaults_unclaimed (account, at)
SELECT vaults.account, vaults.at FROM vaults
WHERE NOT EXISTS (SELECT 1 FROM members WHERE members.account = vaults.account);
