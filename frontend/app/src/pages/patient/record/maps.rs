//! The heat maps of a record's findings: one at a time lies over the picture, the newest until somebody asks for another.

use super::picture::HeatSlider;
use crate::{
    parts::{Button, Look, icons},
    speech::t,
};
use chartkey_flows::reading::Heat;
use chartkey_vocabulary::FindingId;
use leptos::prelude::*;
use std::sync::Arc;

/// Where one model looked, in the record's newest version.
#[derive(Clone)]
struct Map {
    finding: FindingId,
    /// Which of the record's findings, in the order in which they were made.
    nth: usize,
    heat: Arc<Heat>,
}

/// What is known of them, and which is asked for.
#[derive(Clone, Copy)]
pub(super) struct Maps {
    known: RwSignal<Vec<Map>>,
    chosen: RwSignal<Option<FindingId>>,
    newest: u16,
}

impl Maps {
    /// None yet, for a record whose newest version is shown.
    pub(super) fn of_version(newest: u16) -> Self {
        Self { known: RwSignal::default(), chosen: RwSignal::new(None), newest }
    }

    /// Takes in what a finding brought. A heat map belongs to the version that was read, and to no other.
    pub(super) fn add(self, finding: FindingId, nth: usize, version: u16, heat: Heat) {
        if version == self.newest {
            // None are wanted any more once the page is left.
            let _ = self.known.try_update(|known| known.push(Map { finding, nth, heat: Arc::new(heat) }));
        }
    }

    /// The one over the picture.
    pub(super) fn shown(self) -> Option<Arc<Heat>> {
        self.upmost().map(|map| map.heat)
    }

    fn upmost(self) -> Option<Map> {
        let chosen = self.chosen.get();
        self.known.with(|known| {
            let asked = known.iter().find(|map| Some(map.finding) == chosen);
            asked.or_else(|| known.iter().max_by_key(|map| map.nth)).cloned()
        })
    }
}

/// A finding's part in it: how strong its map lies on the picture, or the wish to see it there.
#[component]
pub(super) fn MapOf(finding: FindingId, maps: Maps) -> impl IntoView {
    let is_known = move || maps.known.with(|known| known.iter().any(|map| map.finding == finding));
    let is_shown = Memo::new(move |_| maps.upmost().is_some_and(|map| map.finding == finding));
    move || {
        if is_shown.get() {
            return Some(view! { <HeatSlider /> }.into_any());
        }
        let press = move || maps.chosen.set(Some(finding));
        is_known().then(|| {
            view! {
                <Button look=Look::Quiet icon=icons::EYE on_press=press>
                    {t!("finding-heat-show")}
                </Button>
            }
            .into_any()
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        speech::{Language, say},
        tests::{drawn, soon, speak},
    };
    use wasm_bindgen_test::wasm_bindgen_test as test;

    fn heat(png: u8) -> Heat {
        Heat { png: vec![png], page: 1 }
    }

    #[test]
    async fn one_map_lies_over_the_picture_and_the_other_is_a_press_away() {
        speak(Language::English).await;
        let maps = StoredValue::new(None);
        let view = drawn(move || {
            let all = Maps::of_version(2);
            maps.set_value(Some(all));
            let [first, second, stale] = [1, 2, 3].map(|id| FindingId([id; 16]));
            // They come in whatever order they were opened in.
            all.add(second, 1, 2, heat(2));
            all.add(first, 0, 2, heat(1));
            all.add(stale, 2, 1, heat(3));
            view! {
                <p><MapOf finding=first maps=all /></p>
                <p><MapOf finding=second maps=all /></p>
                <p><MapOf finding=stale maps=all /></p>
            }
        });
        let over = move || maps.get_value().and_then(Maps::shown).map(|heat| heat.png.clone());
        soon("the newest map of this version", move || over() == Some(vec![2])).await;
        assert_eq!((view.count("input[type=range]"), view.count("button")), (1, 1), "{}", view.words());
        view.button(&say!("finding-heat-show")).expect("the other one").click();
        soon("the other map", move || over() == Some(vec![1])).await;
        assert_eq!((view.count("input[type=range]"), view.count("button")), (1, 1), "{}", view.words());
    }
}
