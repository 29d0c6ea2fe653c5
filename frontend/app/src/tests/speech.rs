//! What is said: plurals, numbers and names in each language, and views that follow when another is chosen.

use super::{drawn, soon, speak};
use crate::{
    speech::{Language, say, say_key, t},
    words::machine_all,
};
use leptos::prelude::*;
use wasm_bindgen_test::wasm_bindgen_test as test;

#[test]
async fn each_language_has_its_own_plurals() {
    speak(Language::English).await;
    assert_eq!(say!("time-days", days = 1), "1 day");
    assert_eq!(say!("time-days", days = 0), "0 days");
    assert_eq!(say!("time-days", days = 1_234), "1,234 days");
    speak(Language::Arabic).await;
    let said: Vec<String> = [0, 1, 2, 3, 11, 100].map(|days| say!("time-days", days = days)).into();
    for (nth, words) in said.iter().enumerate() {
        assert!(!said[..nth].contains(words), "{words} is said twice");
    }
    assert_eq!(said[1], "يوم واحد");
    assert_eq!(said[2], "يومان");
    speak(Language::Chinese).await;
    assert_eq!(say!("time-days", days = 1), "1 天");
}

#[test]
async fn a_view_follows_the_language_and_the_page_turns_with_it() {
    speak(Language::English).await;
    let view = drawn(|| view! { <p>{t!("again")}</p> });
    assert_eq!(view.words(), "Try again");
    speak(Language::Arabic).await;
    soon("the other words", || view.words() != "Try again").await;
    let root = document().document_element().expect("a root");
    assert_eq!(root.get_attribute("dir").as_deref(), Some("rtl"));
    assert_eq!(root.get_attribute("lang").as_deref(), Some("ar"));
    speak(Language::English).await;
    assert_eq!(root.get_attribute("dir").as_deref(), Some("ltr"));
}

#[test]
async fn a_name_cannot_turn_the_sentence_around_it() {
    speak(Language::English).await;
    let name = "\u{202E}Ada\u{202C}";
    let said = say!("sign-lead", wallet = name);
    assert!(said.starts_with("\u{2068}Ada\u{2069} "), "{said:?}");
    assert!(!said.contains('\u{202E}'), "{said:?}");
    speak(Language::Arabic).await;
    assert!(say!("sign-lead", wallet = "Talisman").contains("\u{2068}Talisman\u{2069}"));
    speak(Language::English).await;
}

#[test]
async fn a_machines_words_follow_the_language_and_unknown_ones_stay() {
    let sentences = ["The day 2027-03-12 is still to come.", "Nobody wrote this."].map(str::to_owned);
    speak(Language::English).await;
    assert_eq!(machine_all(&sentences), sentences.join(" "));
    speak(Language::Chinese).await;
    // English, by which it is known, is fetched beside the language chosen.
    soon("the other words", || !machine_all(&sentences).starts_with("The day")).await;
    let said = machine_all(&sentences);
    assert!(said.contains("2027年3月12日") && said.ends_with(" Nobody wrote this."), "{said}");
    speak(Language::English).await;
}

#[test]
async fn what_no_catalogue_has_is_shown_as_its_key() {
    speak(Language::English).await;
    assert_eq!(say_key("no-such-words", &[]), "no-such-words");
}
