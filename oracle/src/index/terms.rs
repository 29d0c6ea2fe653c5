//! The terms of a key, read from their column and made smaller as the chain makes them.

use super::words::Foreign;
use chartkey_vocabulary::{Narrowing, Terms};
use codec::Decode;

/// Reads anything kept as SCALE.
///
/// # Errors
/// When the bytes are of another version, or of something else.
pub fn read<T: Decode>(bytes: Vec<u8>) -> Result<T, Foreign> {
    let mut rest = &bytes[..];
    T::decode(&mut rest).ok().filter(|_| rest.is_empty()).ok_or(Foreign("SCALE"))
}

/// What a narrowing leaves of the terms.
pub(super) fn narrow(terms: &mut Terms, narrowing: &Narrowing) {
    terms.until = narrowing.until.map_or(terms.until, |until| until.min(terms.until));
    if let Some(openings) = narrowing.openings {
        terms.openings = Some(terms.openings.map_or(openings, |left| left.min(openings)));
    }
    terms.may_write &= !narrowing.read_only;
    let except = &mut terms.scope.except;
    except.kinds.0 |= narrowing.except.kinds.0 & chartkey_vocabulary::Kinds::ALL.0;
    for record in &narrowing.except.records {
        if !except.records.contains(record) {
            except.records.push(*record);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use chartkey_vocabulary::{Exclusions, Kinds, RecordId, Scope};
    use codec::Encode;

    #[test]
    fn a_narrowing_takes_and_never_gives() {
        let mut terms = Terms { scope: Scope::everything(), until: 100, openings: Some(3), may_write: true };
        let keep_back = Exclusions { kinds: Kinds::PRESCRIPTIONS, records: vec![RecordId([1; 16])] };
        let wider = Narrowing { until: Some(200), openings: Some(9), except: keep_back.clone(), read_only: false };
        narrow(&mut terms, &wider);
        narrow(&mut terms, &wider);
        assert_eq!((terms.until, terms.openings, terms.may_write), (100, Some(3), true));
        assert_eq!(terms.scope.except, keep_back);
        narrow(&mut terms, &Narrowing { until: Some(50), openings: Some(1), read_only: true, ..Narrowing::default() });
        assert_eq!((terms.until, terms.openings, terms.may_write), (50, Some(1), false));
    }

    #[test]
    fn terms_with_something_behind_them_are_not_terms() {
        let terms = Terms { scope: Scope::everything(), until: 100, openings: None, may_write: false };
        assert_eq!(read::<Terms>(terms.encode()).expect("reads"), terms);
        assert!(read::<Terms>([terms.encode(), vec![0]].concat()).is_err());
    }
}
