//! Questions over JSON-RPC beyond those every Substrate node answers.

use crate::service::{Client, Pool};
use chartkey_runtime::opaque::Block;
use jsonrpsee::RpcModule;
use pallet_transaction_payment_rpc::{TransactionPayment, TransactionPaymentApiServer};
use polkadot_sdk::*;
use std::sync::Arc;
use substrate_frame_rpc_system::{System, SystemApiServer};

/// An account's next nonce, a dry run, and what a transaction would cost.
pub fn module(client: Arc<Client>, pool: Arc<Pool>) -> Result<RpcModule<()>, sc_service::Error> {
    let mut module = RpcModule::new(());
    let taken = |error| sc_service::Error::Other(format!("two RPC methods share a name: {error}"));
    module.merge(System::<_, _, Block>::new(client.clone(), pool).into_rpc()).map_err(taken)?;
    module.merge(TransactionPayment::<_, Block>::new(client).into_rpc()).map_err(taken)?;
    Ok(module)
}
