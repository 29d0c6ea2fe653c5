// A new phone is let in by the desk, opens a record, and is taken out again.
import { DESK, Person, ensure, refused } from "../person.mjs";
import { newcomer } from "../machine.mjs";
import { say } from "../words.mjs";

export const about = "a device lets another in, and takes it out again";

const [TITLE, WORDS] = ["Blood pressure", "118 over 76, lying down."];

export async function walk(browser) {
  const { record, ...sol } = await newcomer("Sol", { title: TITLE, words: WORDS });
  const desk = await Person.sitsDown(browser, { ...sol, size: DESK });
  await desk.comesIn();
  await desk.goes("/vault");

  const phone = await Person.sitsDown(browser, sol);
  let offer = await offers(phone);
  // Too early, and nothing is lost by it: the words stay the same.
  await phone.press("recover-device-open");
  await phone.reads("failed-not-let-in");
  ensure((await wordsOf(phone)) === offer.words, "the six words stay the same");

  await letsIn(desk, { ...offer, words: "six words of another device altogether" });
  await desk.dialog("vault-let-in").getByText(say("failed-six-words")).waitFor();
  await desk.dialog("vault-let-in").getByLabel(say("let-in-words"), { exact: true }).fill(offer.words);
  await desk.dialog("vault-let-in").getByRole("button", { name: say("let-in"), exact: true }).click();
  await desk.reads("let-in-done");
  await desk.dialog("vault-let-in").getByRole("button", { name: say("close"), exact: true }).click();
  await desk.wayIn("door-device").getByText("Pocket").waitFor();

  await phone.press("recover-device-open");
  await phone.press("recover-keep");
  await phone.page.waitForURL(/\/home$/);
  await phone.goes(`/records/${record}`);
  await phone.sees(WORDS);

  await desk.takesOut("door-device");
  await phone.locks();

  // Let in once more, and withdrawn before it came.
  offer = await offers(phone);
  await letsIn(desk, offer);
  await desk.reads("let-in-done");
  await desk.dialog("vault-let-in").getByRole("button", { name: say("close"), exact: true }).click();
  await desk.takesOut("door-device");
  await phone.press("recover-device-open");
  await phone.reads("failed-not-let-in");
  const opened = () => phone.button("recover-keep").waitFor({ timeout: 3_000 });
  await refused("a device that was taken out", opened);
}

/** What a new device shows: a file to carry over, and six words. */
async function offers(person) {
  if (person.wallet.asked.length === 0) await person.signsIn("/recover");
  else await person.goes("/recover");
  await person.page.getByLabel(say("recover-device"), { exact: true }).check();
  const words = await wordsOf(person);
  ensure(words.split(" ").length === 6, `six words, and not: ${words}`);
  return { words, text: await person.saves("device-save") };
}

async function wordsOf(person) {
  return (await person.page.locator(".big-words").innerText()).trim();
}

/** On the old device: the file, the words read off the other screen, a name. */
async function letsIn(person, { words, text }) {
  await person.press("vault-let-in");
  const dialog = person.dialog("vault-let-in");
  await dialog.getByLabel(say("device-file"), { exact: true }).setInputFiles(text);
  await dialog.getByLabel(say("let-in-words"), { exact: true }).fill(words);
  await dialog.getByLabel(say("let-in-name"), { exact: true }).fill("Pocket");
  await dialog.getByRole("button", { name: say("let-in"), exact: true }).click();
}
