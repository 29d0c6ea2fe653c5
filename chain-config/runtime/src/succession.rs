//! Replaces a contract's code when the contract itself agrees; no root key takes part.
//!
//! pallet-revive lets only root exchange the code under an address, and production has no root. Here anybody may ask
//! for it, and the contract decides: it is asked `may_become(code_hash) -> bool`, and our contracts answer by asking
//! the registry whether the admins' quorum has passed exactly this upgrade. A contract without that message can
//! never be replaced.

pub use pallet::*;

/// How a contract is asked, in ink!'s calling convention.
mod question {
    use alloc::vec::Vec;
    use polkadot_sdk::{sp_core::H256, sp_io::hashing::blake2_256};

    /// The name of the message.
    const MESSAGE: &[u8] = b"may_become";

    /// `Ok(true)`, as ink! encodes what a message returns: the outer result says that the message was found.
    pub(super) const YES: &[u8] = &[0, 1];

    /// The call's input: the first four bytes of the name's hash, then the argument.
    pub(super) fn input(code_hash: H256) -> Vec<u8> {
        let mut input = blake2_256(MESSAGE)[..4].to_vec();
        input.extend_from_slice(code_hash.as_bytes());
        input
    }
}

/// The pallet.
#[polkadot_sdk::frame_support::pallet]
#[allow(missing_docs, reason = "the macro writes undocumented items beside the documented calls")]
pub mod pallet {
    use super::question;
    use polkadot_sdk::*;

    use frame_support::{
        dispatch::{DispatchErrorWithPostInfo, DispatchResultWithPostInfo},
        pallet_prelude::*,
        storage::with_transaction,
        weights::constants::WEIGHT_REF_TIME_PER_MILLIS,
    };
    use frame_system::{RawOrigin, pallet_prelude::*};
    use pallet_revive::{AccountInfo, ExecConfig, TransactionLimits, WeightInfo};
    use sp_core::{H160, H256, U256};
    use sp_runtime::TransactionOutcome;

    /// The longest a contract may think about the question: twenty times what asking the registry takes.
    pub const QUESTION_WEIGHT: Weight = Weight::from_parts(50 * WEIGHT_REF_TIME_PER_MILLIS, u64::MAX / 4);

    #[pallet::pallet]
    pub struct Pallet<T>(_);

    #[pallet::config]
    pub trait Config:
        polkadot_sdk::frame_system::Config<RuntimeEvent: From<Event<Self>>> + pallet_revive::Config
    {
    }

    #[pallet::event]
    #[pallet::generate_deposit(fn deposit_event)]
    pub enum Event<T: Config> {
        /// A contract runs new code from the next call on.
        Succeeded {
            /// The contract, at an unchanged address and with unchanged storage.
            contract: H160,
            /// The code it ran before.
            former: H256,
            /// The code it runs now.
            code_hash: H256,
            /// Who asked for it.
            by: T::AccountId,
        },
    }

    #[pallet::error]
    pub enum Error<T> {
        /// There is no contract at this address.
        NotAContract,
        /// The contract already runs this code.
        SameCode,
        /// The contract did not answer: it has no such message, it failed, or it thought too long.
        NoAnswer,
        /// The contract answered no: its quorum has not passed this upgrade.
        Refused,
    }

    #[pallet::call]
    impl<T: Config> Pallet<T> {
        /// Replaces the code of `contract` with the uploaded code `code_hash`.
        ///
        /// Anybody may call it, and pays for it. Emits [`Event::Succeeded`]. Fails with [`Error::NotAContract`],
        /// [`Error::SameCode`], [`Error::NoAnswer`], [`Error::Refused`], or pallet-revive's `CodeNotFound` when the
        /// code was not uploaded; then nothing changes.
        #[pallet::call_index(0)]
        #[pallet::weight(
            QUESTION_WEIGHT
                .saturating_add(<T as pallet_revive::Config>::WeightInfo::call())
                .saturating_add(<T as pallet_revive::Config>::WeightInfo::set_code())
        )]
        pub fn succeed(origin: OriginFor<T>, contract: H160, code_hash: H256) -> DispatchResultWithPostInfo {
            let by = ensure_signed(origin)?;
            let former = AccountInfo::<T>::load_contract(&contract).ok_or(Error::<T>::NotAContract)?.code_hash;
            ensure!(former != code_hash, Error::<T>::SameCode);

            let (answer, asking) = Self::ask(&by, contract, code_hash);
            let spent = Some(
                asking
                    .saturating_add(<T as pallet_revive::Config>::WeightInfo::call())
                    .saturating_add(<T as pallet_revive::Config>::WeightInfo::set_code()),
            );
            answer
                .and_then(|()| pallet_revive::Pallet::<T>::set_code(RawOrigin::Root.into(), contract, code_hash))
                .map_err(|error| DispatchErrorWithPostInfo { post_info: spent.into(), error })?;

            Self::deposit_event(Event::Succeeded { contract, former, code_hash, by });
            Ok(spent.into())
        }
    }

    impl<T: Config> Pallet<T> {
        /// Asks `contract` whether it may become `code_hash`, and says what asking weighed.
        ///
        /// Whatever the contract does while it answers is undone, so a question changes nothing.
        fn ask(by: &T::AccountId, contract: H160, code_hash: H256) -> (DispatchResult, Weight) {
            let asked = with_transaction(|| {
                let asked = pallet_revive::Pallet::<T>::bare_call(
                    RawOrigin::Signed(by.clone()).into(),
                    contract,
                    U256::zero(),
                    TransactionLimits::WeightAndDeposit {
                        weight_limit: QUESTION_WEIGHT,
                        deposit_limit: Default::default(),
                    },
                    question::input(code_hash),
                    &ExecConfig::new_substrate_tx_without_bump(),
                );
                TransactionOutcome::Rollback(Ok::<_, DispatchError>(asked))
            });
            // The only failure is too deep a nesting of storage layers.
            let Ok(asked) = asked else { return (Err(Error::<T>::NoAnswer.into()), QUESTION_WEIGHT) };

            let answer = match asked.result {
                Ok(reply) if reply.did_revert() => Err(Error::<T>::NoAnswer.into()),
                Ok(reply) if reply.data == question::YES => Ok(()),
                Ok(_) => Err(Error::<T>::Refused.into()),
                Err(_) => Err(Error::<T>::NoAnswer.into()),
            };
            (answer, asked.weight_consumed)
        }
    }
}
