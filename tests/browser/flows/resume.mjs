// What is sealed on a device reaches the chain, whatever happens on the way: the page is closed in the middle of an
// upload, or there is no line when it is added.
import { DESK, PASSPHRASE, Person, ensure, file, scan } from "../person.mjs";
import { newcomer } from "../machine.mjs";
import { say } from "../words.mjs";

export const about = "an upload that was cut goes on where it stopped, and one without a line goes out by itself";

export async function walk(browser) {
  const rui = await newcomer("Rui");
  const patient = await Person.sitsDown(browser, { ...rui, size: DESK });
  await patient.comesIn();
  await thePageIsClosed(patient);
  await theLineIsDown(patient);
}

async function thePageIsClosed(patient) {
  const { page } = patient;
  patient.eye.forgiveNetwork();
  const offsets = [];
  await page.route(/\/api\/blobs\/[^/?]+\?offset=/, async (route) => {
    offsets.push(Number(new URL(route.request().url()).searchParams.get("offset")));
    // The second part is under way for ever.
    if (offsets.length !== 2) await route.continue().catch(() => {});
  });
  await patient.goes("/add");
  await page.getByLabel(say("add-choose"), { exact: true }).setInputFiles(scan("long.txt", 12_000_000));
  await patient.field("add-title").fill("A long night");
  await patient.press("add-seal", { count: 1 });
  await patient.until("the first part to arrive", () => offsets.length === 2);
  let warned = false;
  page.once("dialog", async (dialog) => {
    warned = dialog.type() === "beforeunload";
    await dialog.accept();
  });
  await patient.comesIn(PASSPHRASE, "/add");
  ensure(warned, "whoever closes the page in the middle is asked first");

  await patient.reads("offline-queue");
  await patient.sees("A long night");
  await patient.press("offline-send");
  await patient.signs("act-add-mine");
  await page.getByText(say("offline-queue"), { exact: true }).waitFor({ state: "detached" });
  ensure(offsets[1] > 0 && offsets[2] === offsets[1], `it went on where it stopped: ${offsets}`);
  await patient.goes("/records");
  await page.getByRole("link", { name: "A long night" }).first().click();
  await patient.button("viewer-save").waitFor();
}

async function theLineIsDown(patient) {
  const words = "Two tablets at noon helped.";
  await patient.goes("/add");
  await patient.context.setOffline(true);
  await patient.reads("offline");
  const chosen = file("noon.txt", "text/plain", words);
  await patient.page.getByLabel(say("add-choose"), { exact: true }).setInputFiles(chosen);
  await patient.field("add-title").fill("At noon");
  await patient.press("add-seal", { count: 1 });
  await patient.reads("offline-sealed-here");
  ensure((await patient.gate().count()) === 0, "nothing is signed without a line");
  await patient.context.setOffline(false);
  // The wallet asks by itself.
  await patient.signs("act-add-mine");
  await patient.reads("add-all-done", { count: 1 });
  await patient.goes("/records");
  await patient.page.getByRole("link", { name: "At noon" }).first().click();
  await patient.sees(words);
}
