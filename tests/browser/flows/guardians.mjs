// Three guardians each keep a part; passphrase, code and devices are lost, and two of the three let their friend in.
import { DESK, Person, ensure } from "../person.mjs";
import { newcomer } from "../machine.mjs";
import { accountOf } from "../wallet.mjs";
import { say } from "../words.mjs";

export const about = "two of three guardians lead back into a vault";

const GUARDIANS = ["Grace", "Chandra", "Ben"];
const [TITLE, WORDS] = ["Vaccinations", "Tetanus, refreshed in March."];
const FRESH = "ten slow ferries leave early";

export async function walk(browser) {
  const { record, ...mara } = await newcomer("Mara", { title: TITLE, words: WORDS });
  const before = await Person.sitsDown(browser, { ...mara, size: DESK });
  await before.comesIn();
  await before.goes("/vault");
  await before.press("vault-guardians");
  const dialog = before.dialog("vault-guardians");
  const three = await Promise.all(GUARDIANS.map((name) => accountOf(`//${name}`)));
  const names = async (accounts) => {
    for (const [nth, account] of accounts.entries()) {
      await dialog.getByLabel(say("guardian-nth", { nth: nth + 1 }), { exact: true }).fill(account);
    }
    await dialog.getByRole("button", { name: say("guardians-set"), exact: true }).click();
  };
  // The same one twice is a slip, and costs no more than a word about it.
  await names([three[0], three[1], three[1]]);
  await dialog.getByText(say("failed-three")).waitFor();
  await names(three);
  await dialog.getByText(say("guardians-done")).waitFor();
  await dialog.getByRole("button", { name: say("close"), exact: true }).click();
  await before.wayIn("door-guardians").waitFor();
  await before.leaves();

  const after = await Person.sitsDown(browser, mara);
  await after.signsIn("/recover");
  await after.page.getByLabel(say("recover-guardians"), { exact: true }).check();
  const words = (await after.page.locator(".big-words").innerText()).trim();
  await after.press("recover-plea-make");
  const plea = await after.saves("recover-plea-save");

  const whose = await accountOf(mara.uri);
  const parts = [];
  for (const name of GUARDIANS.slice(0, 2)) parts.push(await helps(browser, name, { whose, plea, words }));

  const fields = after.page.getByLabel(say("device-file"), { exact: true });
  // One part twice is no two guardians.
  await fields.nth(0).setInputFiles(parts[0]);
  await fields.nth(1).setInputFiles(parts[0]);
  await after.press("recover-open");
  await after.page.getByRole("alert").first().waitFor();
  await fields.nth(1).setInputFiles(parts[1]);
  await after.press("recover-open");
  await after.reads("recover-opened");
  await after.writes("passphrase-new", FRESH);
  await after.writes("passphrase-again", FRESH);
  await after.press("passphrase-set");
  await after.page.waitForURL(/\/home$/);
  await after.goes(`/records/${record}`);
  await after.sees(WORDS);

  await after.locks();
  await after.failsToOpen("seven quiet herons cross");
  await after.opens(FRESH);
  await after.wayIn("door-guardians").waitFor();
}

/** A guardian hears the words on the telephone, and gives their part. */
async function helps(browser, name, { whose, plea, words }) {
  const guardian = await Person.seeded(browser, name);
  await guardian.goes("/vault");
  await guardian.press("vault-help");
  const dialog = guardian.dialog("vault-help");
  await dialog.getByLabel(say("help-whose"), { exact: true }).fill(whose);
  await dialog.getByLabel(say("device-file"), { exact: true }).setInputFiles(plea);
  const heard = dialog.getByLabel(say("let-in-words"), { exact: true });
  const give = dialog.getByRole("button", { name: say("help-give"), exact: true });
  // Misheard: nothing is given, and nobody is thrown out.
  await heard.fill(words.split(" ").reverse().join(" "));
  await give.click();
  await dialog.getByText(say("failed-six-words")).waitFor();
  const part = dialog.getByRole("button", { name: say("help-part-save"), exact: true });
  ensure((await part.count()) === 0, "no part for words that differ");
  await heard.fill(words);
  await give.click();
  const given = await guardian.saves("help-part-save", dialog);
  await guardian.leaves();
  return given;
}
