// Flow 8: somebody joins at a desk, writes a record, and finds it again on a new phone: wallet and passphrase are enough.
import { DESK, Person, ensure } from "../person.mjs";
import { say } from "../words.mjs";

export const about = "a patient joins, and finds everything on a new phone";

const PASSPHRASE = "four green kettles hum softly";
const WORDS = "Allergic to penicillin since 1998.";

export async function walk(browser) {
  const uri = `//Tove${Date.now()}`;
  const desk = await Person.sitsDown(browser, { name: "Tove", uri, size: DESK });
  await desk.signsIn("/join");
  await desk.writes("passphrase-new", PASSPHRASE);
  await desk.writes("passphrase-again", "four green kettles hum loudly");
  await desk.reads("passphrase-differs");
  ensure((await desk.button("join").getAttribute("aria-disabled")) === "true", "two that differ make no vault");
  await desk.writes("passphrase-again", PASSPHRASE);
  await desk.press("join");
  await desk.signs("act-register");
  await desk.page.getByLabel(say("code-kept")).check();
  await desk.press("code-done");
  await desk.page.waitForURL(/\/home$/);

  await desk.goes("/emergency");
  await desk.press("card-add");
  await desk.writes("add-write-label", WORDS);
  await desk.press("add-write-take");
  await desk.field("add-title").fill("My allergy");
  await desk.press("add-seal", { count: 1 });
  await desk.signs("act-add-mine");
  await desk.reads("add-all-done", { count: 1 });
  await desk.leaves();

  const phone = await Person.sitsDown(browser, { name: "Tove", uri });
  await phone.signsIn();
  await phone.writes("passphrase", "four green kettles hum loudly");
  await phone.press("unlock");
  await phone.page.getByRole("alert").first().waitFor();
  await phone.opens(PASSPHRASE);
  await phone.goes("/records");
  await phone.page.getByRole("link", { name: "My allergy" }).first().click();
  await phone.sees(WORDS);
}
