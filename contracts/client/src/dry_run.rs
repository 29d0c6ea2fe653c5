//! Trying a message out: what it would cost, or why it would be refused.

use crate::{
    AccountId, At, Call, Weight,
    abi::{self, Reply},
    error::{DryRunError, NodeError},
};
use chartkey_vocabulary::{Account, Message};
use codec::{Compact, Decode, Encode, Input};
use subxt::error::DispatchError;

/// Bytes a transaction has besides its call: account, signature, validity, nonce, tip.
const AROUND_A_CALL: u32 = 150;

/// What a contract may keep of its caller's money for the state it writes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Encode, Decode)]
pub enum Deposit {
    /// State was freed; this much returns.
    Refund(u128),
    /// State was written; this much is held until it is freed.
    Charge(u128),
}

impl Deposit {
    /// What is held; nothing for a refund.
    pub fn charge(self) -> u128 {
        match self {
            Self::Charge(amount) => amount,
            Self::Refund(_) => 0,
        }
    }
}

/// What a message would cost.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Estimate {
    /// The computing it needs.
    pub weight: Weight,
    /// What would be held, or returned, in the end.
    pub deposit: Deposit,
    /// The most that would be held on the way there.
    pub most_held: u128,
    /// The fee, paid to the block's author and never returned.
    pub fee: u128,
    /// What the contract would give back, encoded: for most messages nothing.
    pub answer: Vec<u8>,
}

/// What the runtime says of a contract's run.
#[derive(Debug)]
pub(crate) struct Run {
    pub(crate) weight: Weight,
    pub(crate) deposit: Deposit,
    pub(crate) most_held: Deposit,
    /// What the contract returned, or the encoded reason why it did not come to that.
    pub(crate) result: Result<Returned, Vec<u8>>,
}

/// What a contract returned.
#[derive(Debug, Decode)]
pub(crate) struct Returned {
    flags: u32,
    pub(crate) data: Vec<u8>,
}

impl Returned {
    /// Whether all it did was undone.
    pub(crate) fn reverted(&self) -> bool {
        self.flags & 1 != 0
    }
}

impl Decode for Run {
    fn decode<I: Input>(input: &mut I) -> Result<Self, codec::Error> {
        let (_consumed, weight) = <(Weight, Weight)>::decode(input)?;
        let (deposit, most_held, _gas) = <(Deposit, Deposit, u128)>::decode(input)?;
        let result = match u8::decode(input)? {
            0 => Ok(Returned::decode(input)?),
            _ => {
                let mut error = vec![0; input.remaining_len()?.unwrap_or(0)];
                input.read(&mut error)?;
                Err(error)
            }
        };
        Ok(Self { weight, deposit, most_held, result })
    }
}

impl At {
    /// Tries a message out at this block, as `caller` would send it.
    ///
    /// # Errors
    /// `Refused` with the contract's own refusal; `Impossible` when the chain does not get that far.
    pub async fn dry_run(&self, caller: &AccountId, message: &Message) -> Result<Estimate, DryRunError> {
        let (run, answer) = self.try_out(caller, message).await?;
        let (weight, most_held) = (run.weight, run.most_held.charge());
        let to = self.address(message.contract());
        let call = Call::message(&self.inner, to, message, weight.with_margin(), most_held)?;
        let fee = self.fee(&call).await?;
        Ok(Estimate { weight, deposit: run.deposit, most_held, fee, answer })
    }

    /// A dry run that does not ask for the fee.
    pub(crate) async fn try_out(&self, caller: &AccountId, message: &Message) -> Result<(Run, Vec<u8>), DryRunError> {
        let contract = message.contract();
        let mut run = self.run(caller, self.address(contract), abi::call_data(message)).await?;
        let result = std::mem::replace(&mut run.result, Err(Vec::new()));
        let returned = result.map_err(|error| DryRunError::Impossible(self.explain(error)))?;
        match abi::read_reply(contract, &returned.data) {
            Reply::Done(value) if !returned.reverted() => Ok((run, value.to_vec())),
            Reply::Refused(refusal) => Err(refusal.into()),
            _ => Err(DryRunError::NotUnderstood(message.name())),
        }
    }

    /// What a call costs at most, the computing it does not use included.
    ///
    /// # Errors
    /// When the node does not answer.
    pub async fn fee(&self, call: &Call) -> Result<u128, NodeError> {
        // The call is given as it is; a byte vector would get its length in front.
        let length = call.bytes().len() as u32 + AROUND_A_CALL;
        let arguments = [call.bytes(), &length.to_le_bytes()].concat();
        let answer = self.inner.runtime_apis();
        let answer = answer.call_raw("TransactionPaymentCallApi_query_call_info", Some(&arguments)).await;
        let answer = answer.map_err(NodeError::of)?;
        // Weight, class, fee.
        let (_, _, _, fee) =
            <(Compact<u64>, Compact<u64>, u8, u128)>::decode(&mut &answer[..]).map_err(NodeError::of)?;
        Ok(fee)
    }

    /// Runs a contract at this block and throws away what it does.
    pub(crate) async fn run(&self, caller: &AccountId, to: Account, input: Vec<u8>) -> Result<Run, NodeError> {
        // Account, contract, value, limits of weight and deposit: none, for it costs nobody anything.
        self.runtime("ReviveApi_call", (caller.0, to.0, 0u128, None::<Weight>, None::<u128>, input)).await
    }

    /// Says in words what the chain gave, encoded, as reason.
    pub fn explain(&self, error: Vec<u8>) -> String {
        match DispatchError::decode_from(error, self.inner.metadata()) {
            Ok(error) => error.to_string(),
            Err(error) => error.to_string(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const WEIGHT: Weight = Weight { ref_time: 7, proof_size: 9 };

    #[test]
    fn a_run_is_read_whether_the_contract_returned_or_not() {
        let front = (WEIGHT, Weight { ref_time: 70, proof_size: 90 }, Deposit::Refund(3), Deposit::Charge(4), 5u128);
        let returned = [front.encode(), vec![0], 1u32.encode(), vec![0u8, 1, 2].encode()].concat();
        let run = Run::decode(&mut &returned[..]).expect("reads");
        assert_eq!(run.weight.ref_time, 70);
        assert_eq!((run.deposit, run.most_held.charge()), (Deposit::Refund(3), 4));
        let back = run.result.expect("returned");
        assert!(back.reverted());
        assert_eq!(back.data, [0, 1, 2]);

        let failed = [front.encode(), vec![1, 3, 30, 6]].concat();
        assert_eq!(Run::decode(&mut &failed[..]).expect("reads").result.expect_err("failed"), [3, 30, 6]);
        assert!(Run::decode(&mut &failed[..9]).is_err());
    }

    #[test]
    fn the_margin_is_a_quarter_and_never_overflows() {
        assert_eq!(
            Weight { ref_time: 400, proof_size: 0 }.with_margin(),
            Weight { ref_time: 10_500, proof_size: 10_000 }
        );
        let most = Weight { ref_time: u64::MAX, proof_size: u64::MAX };
        assert_eq!(most.with_margin(), most);
    }
}
