// What goes wrong on the way: the wallet says no, nobody sits in front of it, and the network goes away in the middle.
import { DESK, Person, ensure, scan } from "../person.mjs";
import { TITLE } from "../wallet.mjs";
import { say } from "../words.mjs";

export const about = "the wallet says no, and the network goes away in the middle of an upload";

export async function walk(browser) {
  await theWalletSaysNo(browser);
  await theNetworkGoes(browser);
}

async function theWalletSaysNo(browser) {
  const patient = await Person.sitsDown(browser, { name: "Chandra", uri: "//Chandra" });
  patient.wallet.refuses();
  await patient.page.goto(`${process.env.CHARTKEY_URL}/unlock`);
  await patient.press("wallet-open", { name: TITLE });
  await patient.reads("wallet-refused", { name: TITLE });
  patient.wallet.signs();
  await patient.press("wallet-open", { name: TITLE });
  await patient.press("account-choose", { name: "Chandra" });
  await patient.opens("seven quiet herons cross");

  await patient.goes("/settings");
  await patient.goes("/add");
  await patient.page.getByLabel(say("add-choose")).setInputFiles(scan("kept.txt", 2_000));
  await patient.field("add-title").fill("Not signed");
  await patient.press("add-seal", { count: 1 });
  const before = patient.wallet.asked.length;
  patient.wallet.refuses();
  await patient.gate().getByRole("button", { name: say("sign-yes"), exact: true }).click();
  await patient.reads("sign-unsigned", { wallet: TITLE });
  ensure(patient.wallet.asked.length === before + 1, "the wallet was asked once");
  await patient.gate().getByRole("button", { name: say("close"), exact: true }).last().click();
  // It was sealed and waits, and a yes later adds it.
  await patient.reads("offline-queue-ready");
  patient.wallet.signs();
  await patient.press("offline-send");
  await patient.signs("act-add-mine");
  await patient.reads("add-all-done", { count: 1 });
  await patient.leaves();
}

async function theNetworkGoes(browser) {
  const patient = await Person.seeded(browser, "Chandra", { size: DESK });
  patient.eye.forgiveNetwork();
  await patient.goes("/add");
  await patient.page.getByLabel(say("add-choose")).setInputFiles(scan("long.txt", 12_000_000));
  await patient.field("add-title").fill("A long one");
  let sent = 0;
  await patient.page.route(/\/api\/blobs\/[^/?]+\?offset=/, async (route) => {
    sent += 1;
    if (sent === 2) await patient.context.setOffline(true);
    await route.continue().catch(() => {});
  });
  await patient.press("add-seal", { count: 1 });
  await patient.reads("offline");
  await patient.page.waitForTimeout(3_000);
  await patient.context.setOffline(false);
  await patient.until("the way back", async () => {
    if ((await patient.gate().count()) > 0) return true;
    const again = patient.button("add-seal", { count: 1 });
    if ((await again.count()) > 0 && (await again.getAttribute("aria-busy")) !== "true") await again.click();
    return (await patient.gate().count()) > 0;
  });
  await patient.signs("act-add-mine");
  await patient.reads("add-all-done", { count: 1 });
}
