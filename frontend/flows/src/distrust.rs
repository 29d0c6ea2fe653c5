//! What a client refuses to believe. Each has its own words, because each is somebody's attack or somebody's fault.

/// An answer that does not fit what the chain or the keys at hand say.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum Distrust {
    /// The service names another domain than the one spoken to.
    #[error("the service calls itself by another domain than yours: this may be an imitation, so nothing was signed")]
    OtherDomain,
    /// The service follows another chain.
    #[error("the service follows another chain than you do")]
    OtherChain,
    /// The service names other contracts than those known.
    #[error("the service names other contracts than the ones you know")]
    OtherContracts,
    /// The look-up's public key has changed.
    #[error("the service's look-up key is another one than before")]
    OtherLookupKey,
    /// The custodians have changed.
    #[error("the service names other custodians of emergency keys than before")]
    OtherCustodians,
    /// The text to sign does not say what it should.
    #[error("the sign-in text does not say what it should, so it was not signed")]
    OddChallenge,
    /// A text that was signed before, or a session handed out before.
    #[error("the service replayed an earlier sign-in, so it was not accepted")]
    ReplayedSession,
    /// A session of somebody else.
    #[error("the service gave a session of another account, so it was not used")]
    StrangersSession,
    /// Public keys that are not the ones on chain.
    #[error("the public keys of a reader are not the ones on the chain: nothing was sealed to them")]
    SwappedKey,
    /// Bytes that are not the ones the chain names.
    #[error("what arrived is not the blob the chain names")]
    WrongBlob,
    /// An earlier blob or version than the chain's.
    #[error("an old version was served: the chain names another")]
    OldVersion,
    /// The opened content is not what the chain's commitment says.
    #[error("what was opened is not what its author committed to on the chain")]
    WrongContent,
    /// A wrapped key for somebody or something else.
    #[error("the wrapped key that was served is meant for somebody else or for another purpose")]
    StrangersWrap,
    /// An answer about another record than the one asked for.
    #[error("the service answered about another record than the one asked for")]
    WrongRecord,
    /// A list that leaves records out, or has too many.
    #[error("the list of records does not have as many as the chain counts: something is hidden or made up")]
    HiddenRecord,
    /// A list that leaves keys out.
    #[error("the list of keys does not have as many as the chain counts: a reader is hidden or made up")]
    HiddenGrant,
    /// A row that the chain contradicts.
    #[error("the service says something of a row that the chain contradicts")]
    FalseRow,
    /// An older vault file than one seen before.
    #[error("an older vault file was served than the one you saved last")]
    OldVault,
    /// The vault's keys are not the ones the chain names.
    #[error("the keys in the vault are not the ones the chain names for you")]
    ForeignVault,
    /// The access log does not hang together.
    #[error("the access log has been changed: its hashes do not hang together")]
    BrokenLog,
    /// The access log leaves a line of yours out.
    #[error("the access log leaves out a line about you")]
    HiddenLine,
    /// The access log's head on the chain is another.
    #[error("the access log is not the one anchored on the chain")]
    OtherAnchor,
    /// The account that is to anchor the log is no attester.
    #[error("the service signs with an account that the council has not appointed")]
    NoAttester,
    /// A wrong proof of the oblivious look-up.
    #[error("the look-up was answered with another key than the published one")]
    FalseProof,
}
