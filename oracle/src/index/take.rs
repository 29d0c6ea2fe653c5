//! Blocks into the tables: one transaction, with the cursor in it and with everybody told.

use super::{
    apply,
    cursor::cursor,
    details::Block,
    rows::Writer,
    words::{Foreign, Value},
};
use crate::{
    db::{Db, hex},
    door, jobs, notices,
};
use chartkey_client::Heard;
use sqlx::{Any, Transaction};

/// Takes blocks that follow each other into the tables; blocks that are in already are passed over. All of it happens, or
/// nothing.
///
/// # Errors
/// When the database fails, or the tables were never begun; the blocks are then read again.
pub async fn take(db: &Db, blocks: &[Block]) -> Result<(), sqlx::Error> {
    let mut tx = db.write().await?;
    let mut cursor = cursor(&mut *tx).await?.ok_or(Foreign("a cursor"))?;
    let mut writer = Writer::new(&mut tx);
    for block in blocks.iter().filter(|block| block.height > cursor.height) {
        apply::block(&mut writer, block).await?;
        let tell = block.height > cursor.told;
        for heard in &block.heard {
            if tell && apply::takes_away(&heard.event) {
                told(writer.tx().await?, heard, block).await?;
            }
            apply::event(&mut writer, block, heard).await?;
            if tell && !apply::takes_away(&heard.event) {
                told(writer.tx().await?, heard, block).await?;
            }
        }
    }
    writer.flush().await?;
    let Some(last) = blocks.last().filter(|last| last.height > cursor.height) else { return Ok(()) };
    cursor.told = cursor.told.max(last.height);
    let values: [Value; 4] = [last.height.into(), hex(last.hash).into(), last.at.into(), cursor.told.into()];
    writer.cursor(values).await?;
    tx.commit().await
}

async fn told(tx: &mut Transaction<'static, Any>, heard: &Heard, block: &Block) -> Result<(), sqlx::Error> {
    door::on_event(tx, heard, block.at).await?;
    jobs::on_event(tx, heard, block.at).await?;
    notices::on_event(tx, heard, block.at).await
}
