//! Texts of others, made harmless to show: they are read by people and run by nothing.

/// No name, value or dose of a document is longer; the document itself keeps all of it.
pub(crate) const LINE: usize = 300;
/// No sentence is longer.
pub(crate) const SENTENCE: usize = 2_000;

/// A text without what could hide it, turn it or bury the rest of the page under it.
pub(crate) fn inert(text: &str, longest: usize) -> String {
    let kept = text.trim().chars().map(|c| if c.is_whitespace() { ' ' } else { c });
    kept.filter(|c| !c.is_control() && !turns(*c)).take(longest).collect::<String>().trim().to_owned()
}

/// Marks that turn the direction of writing, so that "31 mg" reads "13 mg", or that nobody sees.
fn turns(c: char) -> bool {
    matches!(c, '\u{ad}' | '\u{61c}' | '\u{200b}' | '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}'
        | '\u{2060}'..='\u{206f}' | '\u{feff}' | '\u{fff9}'..='\u{fffb}' | '\u{e0000}'..='\u{e007f}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_turns_hides_or_buries_is_taken_out_of_a_text() {
        assert_eq!(inert(" \u{202e}31\u{202c} mg\n\tdaily\u{200b}\0 ", LINE), "31 mg  daily");
        assert_eq!(inert("<b>bold</b>", LINE), "<b>bold</b>");
        assert_eq!(inert(&"long ".repeat(100), 9), "long long");
        // A joiner that words of Hindi and Persian need stays.
        assert_eq!(inert("क्\u{200d}ष", LINE), "क्\u{200d}ष");
    }
}
