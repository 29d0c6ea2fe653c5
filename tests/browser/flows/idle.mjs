// Somebody leaves their desk: the vault warns, locks, and leaves nothing in view; whoever opens it is where they were.
import { DESK, PASSPHRASE, Person, ensure } from "../person.mjs";
import { newcomer } from "../machine.mjs";
import { like, say } from "../words.mjs";

export const about = "the vault locks by itself, and opens to the same page";

const [TITLE, WORDS] = ["Sleep laboratory", "Eleven awakenings an hour."];

export async function walk(browser) {
  const { record, ...ines } = await newcomer("Ines", { title: TITLE, words: WORDS });
  const patient = await Person.sitsDown(browser, { ...ines, size: DESK });
  const { page } = patient;
  const later = await clock(page);
  await patient.comesIn();
  await patient.goes("/vault");
  const kept = (answer) => answer.request().method() === "PUT" && answer.url().endsWith("/api/vault");
  const saved = page.waitForResponse(kept);
  await page.getByRole("group", { name: say("lock-after") }).getByLabel(say("lock-minutes", { count: 5 })).check();
  ensure((await saved).ok(), "the choice is kept in the vault");

  const here = `/records/${record}`;
  await patient.goes(here);
  await patient.sees(WORDS);
  const warning = page.getByText(like("lock-soon"));
  await later(4 * 60 + 15);
  await warning.waitFor();
  await patient.press("lock-stay");
  await warning.waitFor({ state: "detached" });
  // From that touch on the minutes count anew.
  await later(4 * 60 + 15);
  await warning.waitFor();
  ensure((await page.getByText(WORDS).count()) === 1, "the page stays while it is warned");

  await later(50);
  await patient.field("passphrase").waitFor();
  const left = await page.evaluate(() => document.title + document.documentElement.outerHTML);
  for (const sealed of [TITLE, WORDS]) ensure(!left.includes(sealed), `"${sealed}" is gone from the page`);
  ensure(new URL(page.url()).pathname === here, "the address is the same");
  await patient.failsToOpen("seven loud herons cross");
  await patient.opens(PASSPHRASE);
  await patient.sees(WORDS);
  ensure(new URL(page.url()).pathname === here, "it opens to the same page");

  // What waits to be signed goes with the vault, too.
  await patient.goes(`/vault`);
  await patient.press("vault-rotate");
  await patient.dialog("vault-rotate").getByRole("button", { name: say("vault-rotate"), exact: true }).click();
  await patient.gate().waitFor();
  await later(5 * 60 + 10);
  await patient.field("passphrase").waitFor();
  ensure((await page.getByRole("dialog").count()) === 0, "nothing waits to be signed on a locked vault");
}

/** A clock that can be put forward by seconds. Playwright's own numbers timers beyond what the app's runtime can clear. */
async function clock(page) {
  await page.addInitScript(() => {
    const now = Date.now;
    let ahead = 0;
    Date.now = () => now() + ahead;
    globalThis.chartkeyTestLater = (seconds) => {
      ahead += 1_000 * seconds;
    };
  });
  return (seconds) => page.evaluate((seconds) => globalThis.chartkeyTestLater(seconds), seconds);
}
