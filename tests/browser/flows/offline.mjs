// On a train without a line: the app starts, opens what was opened before, and keeps what is added until it is back.
import { PASSPHRASE, Person, ensure, file } from "../person.mjs";
import { newcomer } from "../machine.mjs";
import { say } from "../words.mjs";

export const about = "without a line the app opens what it knows, and sends what was added once it is back";

const [TITLE, WORDS] = ["Asthma plan", "Two puffs, wait a minute, two more."];
const ADDED = "Peak flow 410 this morning.";

export async function walk(browser) {
  const { record, ...kai } = await newcomer("Kai", { title: TITLE, words: WORDS });
  const patient = await Person.sitsDown(browser, kai);
  const { page, context } = patient;
  await patient.comesIn();
  await patient.goes(`/records/${record}`);
  await patient.sees(WORDS);
  await page.evaluate(async () => void (await navigator.serviceWorker.ready));

  patient.eye.forgiveNetwork();
  await context.setOffline(true);
  await page.reload();
  await patient.reads("offline-open-title");
  ensure((await page.getByText(WORDS).count()) === 0, "nothing opens before the passphrase");
  await patient.failsToOpen("seven quiet herons fly");
  await patient.opensAlone(PASSPHRASE);
  await patient.reads("offline-copy");
  await patient.sees(WORDS);
  await patient.canRead("record without a line");

  await patient.press("place-records");
  await patient.reads("offline-kept");
  await patient.press("records-add");
  await page.getByLabel(say("add-choose"), { exact: true }).setInputFiles(file("flow.txt", "text/plain", ADDED));
  await patient.field("add-title").fill("Peak flow");
  await patient.press("add-seal", { count: 1 });
  await patient.reads("offline-sealed-here");

  await context.setOffline(false);
  await patient.reads("offline-back");
  await patient.press("offline-connect");
  // The wallet used before opens by itself.
  await patient.press("account-choose", { name: kai.name });
  await patient.opens(PASSPHRASE);
  await patient.reads("offline-queue");
  await patient.press("offline-send");
  await patient.signs("act-add-mine");
  await page.getByText(say("offline-queue"), { exact: true }).waitFor({ state: "detached" });
  await patient.goes("/records");
  await page.getByRole("link", { name: "Peak flow" }).first().click();
  await patient.sees(ADDED);
}
