//! Links and their files in the database.

use crate::{
    columns::{identifier, small},
    db::hex,
    outbox::work::VIEWS,
};
use chartkey_protocol::LinkFile;
use chartkey_vocabulary::{Account, Digest, Time};
use sqlx::{Any, AnyPool, Executor, Row as _, Transaction, any::AnyRow};

/// Wrong passcodes a link bears in all.
pub(super) const TRIES: u32 = 5;

/// A link whose files are here.
#[derive(Clone, Debug)]
pub(super) struct Kept {
    pub(super) link: Digest,
    pub(super) owner: Account,
    pub(super) passcode: Option<[u8; 32]>,
    /// Wrong passcodes it still bears.
    pub(super) tries: u32,
}

fn read(row: &AnyRow) -> Result<Kept, sqlx::Error> {
    let broken = || sqlx::Error::Decode("a passcode cannot be read".into());
    let passcode = row.try_get::<Option<String>, _>("passcode")?;
    let passcode = passcode.map(|text| hex::decode(text).ok().and_then(|bytes| bytes.try_into().ok()));
    Ok(Kept {
        link: identifier(row, "link")?,
        owner: identifier(row, "owner")?,
        passcode: passcode.map(|bytes| bytes.ok_or_else(broken)).transpose()?,
        tries: small(row, "tries")?,
    })
}

/// A link by its name.
pub(super) async fn find(pool: &AnyPool, link: Digest) -> Result<Option<Kept>, sqlx::Error> {
    let query = sqlx::query("SELECT link, owner, passcode, tries FROM shl_links WHERE link = $1").bind(hex(link.0));
    pool.fetch_optional(query).await?.as_ref().map(read).transpose()
}

/// How many links of a patient have files here.
pub(super) async fn count(tx: &mut Transaction<'static, Any>, owner: Account) -> Result<i64, sqlx::Error> {
    let query = sqlx::query("SELECT COUNT(*) FROM shl_links WHERE owner = $1").bind(hex(owner.0));
    tx.fetch_one(query).await?.try_get(0)
}

/// Keeps a link. Wrong passcodes stay counted unless the passcode is another. `false` when it is somebody else's.
pub(super) async fn put(
    tx: &mut Transaction<'static, Any>,
    kept: &Kept,
    until: Time,
    now: Time,
) -> Result<bool, sqlx::Error> {
    let query = "INSERT INTO shl_links (link, owner, passcode, tries, until, at) VALUES ($1, $2, $3, $4, $5, $6) \
                 ON CONFLICT (link) DO UPDATE SET \
                 tries = CASE WHEN COALESCE(shl_links.passcode, '') = COALESCE(excluded.passcode, '') \
                 THEN shl_links.tries ELSE excluded.tries END, \
                 passcode = excluded.passcode, until = excluded.until, at = excluded.at \
                 WHERE shl_links.owner = excluded.owner";
    let query = sqlx::query(query)
        .bind(hex(kept.link.0))
        .bind(hex(kept.owner.0))
        .bind(kept.passcode.map(hex))
        .bind(i64::from(kept.tries))
        .bind(until as i64)
        .bind(now as i64);
    Ok(tx.execute(query).await?.rows_affected() == 1)
}

/// Replaces a link's files.
pub(super) async fn put_files(
    tx: &mut Transaction<'static, Any>,
    link: Digest,
    files: &[LinkFile],
) -> Result<(), sqlx::Error> {
    tx.execute(sqlx::query("DELETE FROM shl_files WHERE link = $1").bind(hex(link.0))).await?;
    for (nth, file) in files.iter().enumerate() {
        let query = "INSERT INTO shl_files (link, nth, content_type, jwe) VALUES ($1, $2, $3, $4)";
        let query = sqlx::query(query).bind(hex(link.0)).bind(nth as i64).bind(&file.content_type).bind(&file.jwe);
        tx.execute(query).await?;
    }
    Ok(())
}

/// A link's files, in order.
pub(super) async fn files(pool: &AnyPool, link: Digest) -> Result<Vec<LinkFile>, sqlx::Error> {
    let query = sqlx::query("SELECT content_type, jwe FROM shl_files WHERE link = $1 ORDER BY nth").bind(hex(link.0));
    let rows = pool.fetch_all(query).await?;
    rows.iter()
        .map(|row| Ok(LinkFile { content_type: row.try_get("content_type")?, jwe: row.try_get("jwe")? }))
        .collect()
}

/// One of them.
pub(super) async fn file(pool: &AnyPool, link: Digest, nth: u16) -> Result<Option<String>, sqlx::Error> {
    let query = sqlx::query("SELECT jwe FROM shl_files WHERE link = $1 AND nth = $2");
    let row = pool.fetch_optional(query.bind(hex(link.0)).bind(i64::from(nth))).await?;
    row.map(|row| row.try_get("jwe")).transpose()
}

/// Removes a link with all there is of it. What of it is being counted on the chain is counted.
pub(super) async fn remove(tx: &mut Transaction<'static, Any>, link: &str) -> Result<(), sqlx::Error> {
    for query in [
        "DELETE FROM shl_files WHERE link = $1",
        "DELETE FROM shl_tickets WHERE link = $1",
        "DELETE FROM shl_views WHERE link = $1",
        "DELETE FROM shl_links WHERE link = $1",
    ] {
        tx.execute(sqlx::query(query).bind(link)).await?;
    }
    Ok(())
}

/// Takes one try before the passcode is looked at, so that many at once get no more than there are. How many are left
/// then, or `None` when there was none.
pub(super) async fn take_try(pool: &AnyPool, link: Digest) -> Result<Option<u32>, sqlx::Error> {
    let query = "UPDATE shl_links SET tries = tries - 1 WHERE link = $1 AND tries > 0 RETURNING tries";
    let row = pool.fetch_optional(sqlx::query(query).bind(hex(link.0))).await?;
    row.map(|row| small(&row, "tries")).transpose()
}

/// Gives it back after the right one.
pub(super) async fn return_try(pool: &AnyPool, link: Digest) -> Result<(), sqlx::Error> {
    let query = "UPDATE shl_links SET tries = tries + 1 WHERE link = $1 AND tries < $2";
    pool.execute(sqlx::query(query).bind(hex(link.0)).bind(i64::from(TRIES))).await?;
    Ok(())
}

/// The view of this recipient that is being counted, or was counted and not released.
pub(super) async fn open_view(
    tx: &mut Transaction<'static, Any>,
    link: Digest,
    recipient: &str,
) -> Result<Option<String>, sqlx::Error> {
    let query = "SELECT view FROM shl_views WHERE link = $1 AND recipient = $2 AND released = 0";
    let row = tx.fetch_optional(sqlx::query(query).bind(hex(link.0)).bind(recipient)).await?;
    row.map(|row| row.try_get("view")).transpose()
}

/// How many views of a link are being counted.
pub(super) async fn open_views(tx: &mut Transaction<'static, Any>, link: Digest) -> Result<i64, sqlx::Error> {
    let query = sqlx::query("SELECT COUNT(*) FROM shl_views WHERE link = $1 AND released = 0").bind(hex(link.0));
    tx.fetch_one(query).await?.try_get(0)
}

/// How many views of all links of a patient are on their way to the chain. Those that arrived and were not asked for
/// again are not among them: otherwise whoever holds one link could close the others.
pub(super) async fn posted_views(tx: &mut Transaction<'static, Any>, owner: Account) -> Result<i64, sqlx::Error> {
    let query = "SELECT COUNT(*) FROM shl_links AS kept JOIN shl_views AS due ON due.link = kept.link \
                 JOIN outbox ON outbox.key = $2 || due.view \
                 WHERE kept.owner = $1 AND due.released = 0 AND outbox.state IN ('queued', 'signed')";
    tx.fetch_one(sqlx::query(query).bind(hex(owner.0)).bind(VIEWS)).await?.try_get(0)
}

/// Notes a view that is about to be counted. `false` when another of the same viewer was noted at the same moment.
pub(super) async fn begin_view(
    tx: &mut Transaction<'static, Any>,
    view: &str,
    link: Digest,
    recipient: &str,
    now: Time,
) -> Result<bool, sqlx::Error> {
    let query = "INSERT INTO shl_views (view, link, recipient, released, at) VALUES ($1, $2, $3, 0, $4) \
                 ON CONFLICT DO NOTHING";
    let query = sqlx::query(query).bind(view).bind(hex(link.0)).bind(recipient).bind(now as i64);
    Ok(tx.execute(query).await?.rows_affected() == 1)
}

/// Spends a counted view. `false` when it was spent already.
pub(super) async fn spend_view(tx: &mut Transaction<'static, Any>, view: &str) -> Result<bool, sqlx::Error> {
    let query = "UPDATE shl_views SET released = 1 WHERE view = $1 AND released = 0";
    Ok(tx.execute(sqlx::query(query).bind(view)).await?.rows_affected() == 1)
}

/// Gives a view back of which nothing came, to be asked for again from now on. Has the same viewer begun another
/// meanwhile, that one serves instead.
pub(super) async fn return_view(tx: &mut Transaction<'static, Any>, view: &str, now: Time) -> Result<(), sqlx::Error> {
    let query = "UPDATE shl_views SET released = 0, at = $2 WHERE view = $1 AND NOT EXISTS ( \
                 SELECT 1 FROM shl_views AS other WHERE other.link = shl_views.link \
                 AND other.recipient = shl_views.recipient AND other.released = 0)";
    tx.execute(sqlx::query(query).bind(view).bind(now as i64)).await?;
    Ok(())
}

/// Forgets a view the chain did not count.
pub(super) async fn drop_view(pool: &AnyPool, view: &str) -> Result<(), sqlx::Error> {
    pool.execute(sqlx::query("DELETE FROM shl_views WHERE view = $1").bind(view)).await?;
    Ok(())
}

/// Notes a ticket by its hash.
pub(super) async fn put_ticket(
    tx: &mut Transaction<'static, Any>,
    ticket: &str,
    link: Digest,
    recipient: &str,
    until: Time,
) -> Result<(), sqlx::Error> {
    let query = "INSERT INTO shl_tickets (ticket, link, recipient, until) VALUES ($1, $2, $3, $4)";
    tx.execute(sqlx::query(query).bind(ticket).bind(hex(link.0)).bind(recipient).bind(until as i64)).await?;
    Ok(())
}

/// Forgets a ticket that nobody was given.
pub(super) async fn drop_ticket(tx: &mut Transaction<'static, Any>, ticket: &str) -> Result<(), sqlx::Error> {
    tx.execute(sqlx::query("DELETE FROM shl_tickets WHERE ticket = $1").bind(ticket)).await?;
    Ok(())
}

/// Whose ticket this is, as the log says it.
pub(super) async fn ticket(
    pool: &AnyPool,
    ticket: &str,
    link: Digest,
    now: Time,
) -> Result<Option<String>, sqlx::Error> {
    let query = "SELECT recipient FROM shl_tickets WHERE ticket = $1 AND link = $2 AND until > $3";
    let row = pool.fetch_optional(sqlx::query(query).bind(ticket).bind(hex(link.0)).bind(now as i64)).await?;
    row.map(|row| row.try_get("recipient")).transpose()
}
