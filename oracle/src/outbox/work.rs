//! What is to be said, and the table it is written down in.

use crate::db::Db;
use chartkey_client::{AccountId, Hash};
use chartkey_vocabulary::{Message, Time};
use codec::{Decode, Encode};
use sqlx::{Any, Executor, Row as _, Transaction, any::AnyRow};

/// Something to be put on the chain.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
pub enum Work {
    /// The oracle says this to a contract.
    Say(Message),
    /// The faucet gives so many of the smallest unit to an SS58 address.
    Give {
        /// To whom.
        to: String,
        /// How much.
        amount: u128,
    },
    /// Somebody else signed this.
    Relay(Vec<u8>),
}

/// Who signs.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Signer {
    /// The oracle.
    Attester,
    /// The account the faucet pays from.
    Faucet,
    /// Somebody else did.
    Other,
}

impl Signer {
    const fn name(self) -> &'static str {
        match self {
            Self::Attester => "attester",
            Self::Faucet => "faucet",
            Self::Other => "other",
        }
    }
}

impl Work {
    /// Who signs this.
    pub fn signer(&self) -> Signer {
        match self {
            Self::Say(_) => Signer::Attester,
            Self::Give { .. } => Signer::Faucet,
            Self::Relay(_) => Signer::Other,
        }
    }
}

/// A signed transaction, and where it can be.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Ready {
    /// Who signed.
    pub account: AccountId,
    /// Its place in the signer's order.
    pub nonce: u64,
    /// Its hash.
    pub hash: Hash,
    /// The transaction.
    pub bytes: Vec<u8>,
    /// It can be in a block above this one.
    pub born: u64,
    /// And in none from this one on.
    pub until: u64,
}

/// A row that is not at its end.
#[derive(Clone, Debug)]
pub struct Open {
    /// What it is known by.
    pub key: String,
    /// What is to be said.
    pub work: Work,
    /// Not before.
    pub again: Time,
    /// How often it could not even be signed.
    pub tries: u32,
    /// The signed transaction, from the moment there is one.
    pub ready: Option<Ready>,
}

/// Rows of one signer read at once, of what is signed and of what waits; more are read when these are through.
const BATCH: i64 = 256;

/// What the keys of link views begin with. Whoever holds a link can ask for many, so they stand behind everything else
/// that the oracle says.
pub const VIEWS: &str = "view/";

/// Writes down that `work` is to be done, unless it is on its way or done already. What failed took no effect and may
/// be asked for again.
pub async fn enqueue(
    tx: &mut Transaction<'static, Any>,
    key: &str,
    work: &Work,
    micros: u64,
) -> Result<(), sqlx::Error> {
    let query = "INSERT INTO outbox (key, signer, work, queued, state, again, tries) \
                 VALUES ($1, $2, $3, $4, 'queued', 0, 0) \
                 ON CONFLICT (key) DO UPDATE SET signer = excluded.signer, work = excluded.work, \
                 queued = excluded.queued, state = 'queued', again = 0, tries = 0, account = NULL, nonce = NULL, \
                 hash = NULL, bytes = NULL, born = NULL, until = NULL, height = NULL, error = NULL \
                 WHERE outbox.state = 'failed'";
    sqlx::query(query)
        .bind(key)
        .bind(work.signer().name())
        .bind(work.encode())
        .bind(micros as i64)
        .execute(&mut **tx)
        .await?;
    Ok(())
}

/// What is signed, and what waits and may be tried now; each signer's in the order it was asked for, views last. Each
/// signer has a place of their own here, so that many of one keep nobody else's waiting.
pub async fn open(db: &Db, now: Time) -> Result<Vec<Open>, sqlx::Error> {
    // Signed ones come first: what waits must not keep what was sent from being followed. The first condition is that
    // of the index of open rows, word for word, so that the many that are done are not looked through.
    let query = "SELECT key, work, again, tries, account, nonce, hash, bytes, born, until FROM outbox JOIN ( \
                 SELECT key AS this, ROW_NUMBER() OVER (PARTITION BY state, signer \
                 ORDER BY CASE WHEN key LIKE $1 THEN 1 ELSE 0 END, queued, key) AS place FROM outbox \
                 WHERE state IN ('queued', 'signed') AND (state = 'signed' OR again <= $2)) AS due \
                 ON due.this = outbox.key WHERE due.place <= $3 ORDER BY state DESC, due.place, queued, key";
    let query = sqlx::query(query).bind(format!("{VIEWS}%")).bind(now as i64).bind(BATCH);
    let rows = db.pool().fetch_all(query).await?;
    rows.iter().map(read).collect()
}

fn read(row: &AnyRow) -> Result<Open, sqlx::Error> {
    let broken = |what: &str| sqlx::Error::Decode(format!("the outbox holds {what} that cannot be read").into());
    let work: Vec<u8> = row.try_get("work")?;
    let ready = match row.try_get::<Option<String>, _>("hash")? {
        None => None,
        Some(hash) => {
            let bytes32 = |text: String| hex::decode(text).ok().and_then(|bytes| <[u8; 32]>::try_from(bytes).ok());
            Some(Ready {
                account: bytes32(row.try_get("account")?).ok_or_else(|| broken("an account"))?.into(),
                nonce: row.try_get::<i64, _>("nonce")? as u64,
                hash: bytes32(hash).ok_or_else(|| broken("a hash"))?.into(),
                bytes: row.try_get("bytes")?,
                born: row.try_get::<i64, _>("born")? as u64,
                until: row.try_get::<i64, _>("until")? as u64,
            })
        }
    };
    Ok(Open {
        key: row.try_get("key")?,
        work: Work::decode(&mut &work[..]).map_err(|_| broken("work"))?,
        again: row.try_get::<i64, _>("again")? as Time,
        tries: row.try_get::<i64, _>("tries")? as u32,
        ready,
    })
}

/// Writes a signed transaction down, before it is sent. `false` when another process was faster; its bytes count.
pub async fn signed(db: &Db, key: &str, ready: &Ready) -> Result<bool, sqlx::Error> {
    let query = "UPDATE outbox SET state = 'signed', account = $2, nonce = $3, hash = $4, bytes = $5, born = $6, \
                 until = $7, error = NULL WHERE key = $1 AND state = 'queued'";
    let query = sqlx::query(query)
        .bind(key)
        .bind(hex::encode(ready.account.0))
        .bind(ready.nonce as i64)
        .bind(hex::encode(ready.hash.0))
        .bind(&ready.bytes[..])
        .bind(ready.born as i64)
        .bind(ready.until as i64);
    Ok(db.pool().execute(query).await?.rows_affected() == 1)
}

/// The signed transaction can never take place: it is signed anew.
pub async fn unsigned(db: &Db, key: &str, hash: Hash) -> Result<(), sqlx::Error> {
    let query = "UPDATE outbox SET state = 'queued', account = NULL, nonce = NULL, hash = NULL, bytes = NULL, \
                 born = NULL, until = NULL WHERE key = $1 AND state = 'signed' AND hash = $2";
    db.pool().execute(sqlx::query(query).bind(key).bind(hex::encode(hash.0))).await?;
    Ok(())
}

/// Tried in vain; not again before `again`.
pub async fn postponed(db: &Db, key: &str, again: Time, error: &str) -> Result<(), sqlx::Error> {
    let query = "UPDATE outbox SET tries = tries + 1, again = $2, error = $3 WHERE key = $1 AND state = 'queued'";
    db.pool().execute(sqlx::query(query).bind(key).bind(again as i64).bind(error)).await?;
    Ok(())
}

/// It took place, in the finalized block of this height. The bytes have served.
pub async fn took_place(db: &Db, key: &str, height: u64) -> Result<(), sqlx::Error> {
    let query = "UPDATE outbox SET state = 'final', height = $2, bytes = NULL, error = NULL \
                 WHERE key = $1 AND state = 'signed'";
    db.pool().execute(sqlx::query(query).bind(key).bind(height as i64)).await?;
    Ok(())
}

/// It did not take place and will not.
pub async fn failed(db: &Db, key: &str, error: &str) -> Result<(), sqlx::Error> {
    let query = "UPDATE outbox SET state = 'failed', bytes = NULL, error = $2 \
                 WHERE key = $1 AND state IN ('queued', 'signed')";
    db.pool().execute(sqlx::query(query).bind(key).bind(error)).await?;
    Ok(())
}

/// State, height and error of a key.
pub async fn state(db: &Db, key: &str) -> Result<Option<(String, i64, String)>, sqlx::Error> {
    let query = "SELECT state, COALESCE(height, 0) AS height, COALESCE(error, '') AS error FROM outbox WHERE key = $1";
    let row = db.pool().fetch_optional(sqlx::query(query).bind(key)).await?;
    row.map(|row| Ok((row.try_get("state")?, row.try_get("height")?, row.try_get("error")?))).transpose()
}
