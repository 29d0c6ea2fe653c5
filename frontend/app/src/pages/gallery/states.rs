//! Loading, empty, failed, waiting; notes.

use crate::parts::{Bones, Broken, Button, Empty, Look, Note, Section, Tone, Waiting, icons};
use leptos::prelude::*;

/// What stands where something is not there.
#[component]
pub(super) fn States() -> impl IntoView {
    view! {
        <div class="stack loose">
            <Section title="States">
                <Bones awaited="Fetching your records from the service" lines=2 />
                <Empty
                    icon=icons::FOLDER
                    title="No records yet"
                    note="A photograph of a paper report is a good beginning."
                >
                    <Button on_press=|| () look=Look::Main icon=icons::ADD>
                        "Add a record"
                    </Button>
                </Empty>
                <Broken
                    what="The service cannot be reached"
                    details="GET /api/records: timed out".to_owned()
                    again=|| ()
                />
                <Waiting title="Waiting for Dr Rao since yesterday" note="You will be told when there is an answer.">
                    <Button on_press=|| ()>"Remind"</Button>
                </Waiting>
            </Section>
            <Section title="Notes">
                <Note tone=Tone::Good>"This list is complete. We compared it with the chain 4 minutes ago."</Note>
                <Note tone=Tone::Doubt>"Five results lie a little outside their range."</Note>
                <Note tone=Tone::Bad>"This may be an imitation, so nothing was signed."</Note>
                <Note tone=Tone::Machine>"Read by a machine. Nobody has signed it yet."</Note>
                <Note>"You manage people. You cannot see any patient's record."</Note>
            </Section>
        </div>
    }
}
