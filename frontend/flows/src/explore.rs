//! What happened, asked of the chain itself: a line of the explorer is the service's word until then.

use crate::{distrust::Distrust, failure::Failure};
use chartkey_client::Chartkey;
use chartkey_protocol::EventRow;

/// Where the chain keeps a line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Kept {
    /// The hash of the block.
    pub block: String,
    /// Which of the block's transactions, from 1, and its hash; `None` where the chain itself said it.
    pub transaction: Option<(u32, String)>,
}

/// Where the chain keeps a line, held against what the service told.
///
/// # Errors
/// `Distrust` when the chain says something else at that place.
pub async fn kept(chain: &Chartkey, row: &EventRow) -> Result<Kept, Failure> {
    let (heard, hash) = chain.heard_at(row.height, row.index).await?.ok_or(Distrust::FalseRow)?;
    if (heard.contract, &heard.event) != (row.contract, &row.event) {
        return Err(Distrust::FalseRow.into());
    }
    let transaction = heard.transaction.zip(hash).map(|(number, hash)| (number + 1, format!("{hash:?}")));
    Ok(Kept { block: format!("{:?}", heard.block), transaction })
}
