// A new passphrase, and new keys: the old passphrase opens no more, and what was there before still does.
import { DESK, PASSPHRASE, Person, ensure } from "../person.mjs";
import { newcomer } from "../machine.mjs";
import { say } from "../words.mjs";

export const about = "passphrase and keys are changed, and the old passphrase opens no more";

const [TITLE, WORDS] = ["Eye test", "Left 0.8, right 1.0."];
const FRESH = "two brown otters sing softly";

export async function walk(browser) {
  const { record, ...jon } = await newcomer("Jon", { title: TITLE, words: WORDS });
  const patient = await Person.sitsDown(browser, { ...jon, size: DESK });
  await patient.comesIn();
  await patient.goes("/vault");
  await patient.press("vault-new-passphrase");
  const fresh = patient.dialog("vault-new-passphrase");
  await fresh.getByLabel(say("passphrase-new"), { exact: true }).fill(FRESH);
  await fresh.getByLabel(say("passphrase-again"), { exact: true }).fill(FRESH);
  await fresh.getByRole("button", { name: say("passphrase-set"), exact: true }).click();
  await patient.reads("passphrase-changed");
  await fresh.waitFor({ state: "detached" });
  ensure((await patient.wayIn("door-passphrase").count()) === 1, "the old passphrase is no way in any more");
  await patient.locks();
  await patient.failsToOpen(PASSPHRASE);
  await patient.opens(FRESH);

  await patient.press("vault-rotate");
  await patient.dialog("vault-rotate").getByRole("button", { name: say("vault-rotate"), exact: true }).click();
  await patient.signs("act-rotate-keys");
  await patient.reads("vault-rotated");
  await patient.locks();
  await patient.opens(FRESH);
  await patient.goes(`/records/${record}`);
  await patient.sees(WORDS);
}
