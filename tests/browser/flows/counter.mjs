// At the counter: a prescription whose key the pharmacy does not hold is looked up, a key asked for, and it is handed out.
import { DESK, Person, ensure } from "../person.mjs";
import { chartkey, newcomer } from "../machine.mjs";
import { told } from "../packages.mjs";
import { accountOf } from "../wallet.mjs";
import { say } from "../words.mjs";
import { writeFileSync } from "node:fs";
import { join } from "node:path";

export const about = "a pharmacy asks for a key to one prescription, and hands it out";

const [PHARMACY, MEDICINE] = ["Marktapotheke", "Ramipril 5 mg, 30 tablets"];

export async function walk(browser) {
  const nia = await newcomer("Nia");
  const prescription = await prescribed(nia);
  const patient = await Person.sitsDown(browser, nia);
  await patient.comesIn();
  const pharmacy = await Person.seeded(browser, PHARMACY, { size: DESK });
  await pharmacy.goes("/counter");
  await pharmacy.writes("counter-number", `0x${"0".repeat(32)}`);
  await pharmacy.press("counter-look");
  await pharmacy.reads("check-void");
  await pharmacy.press("counter-back");

  pharmacy.eye.forgiveStatus(403);
  await pharmacy.writes("counter-number", prescription);
  await pharmacy.press("counter-look");
  await pharmacy.reads("check-no-key");
  ensure((await pharmacy.button("check-hand-out").count()) === 0, "nothing is handed out unread");
  await pharmacy.press("check-ask");
  await pharmacy.signs("act-request");

  await patient.goes("/home");
  const request = patient.page.locator(".sheet", { hasText: say("request-title", { name: PHARMACY }) });
  await request.getByRole("button", { name: say("give-key") }).click();
  await patient.signs(["act-grant", { name: PHARMACY }]);
  await patient.reads("give-done", { name: PHARMACY });

  await pharmacy.until("the key to be there", async () => {
    const again = pharmacy.button("check-look-again");
    if ((await again.count()) > 0) await again.click();
    await pharmacy.page.waitForTimeout(1_500);
    return (await pharmacy.button("check-hand-out").count()) > 0;
  });
  await pharmacy.sees(MEDICINE);
  await pharmacy.canRead("prescription at the counter");
  await pharmacy.press("check-hand-out");
  await pharmacy.button("check-hand-out-yes").waitFor();
  await pharmacy.canRead("handing out");
  await pharmacy.press("check-hand-out-yes");
  await pharmacy.signs("act-dispense");
  await pharmacy.reads("check-handed-out", { count: 0 });
  await pharmacy.goes("/dispensed");
  await pharmacy.page.locator("main details").first().waitFor();
}

/** A patient's prescription, made where no browser is: a visit lets the doctor write. */
async function prescribed({ uri }) {
  const paper = join(told("CHARTKEY_FOLDER"), "ramipril.txt");
  writeFileSync(paper, MEDICINE);
  const [lin, patient] = [await accountOf("//DrLin"), await accountOf(uri)];
  const { visit } = await chartkey(["--key", uri, "visit", "ask", lin, "--at", "+50h"]);
  await chartkey(["--key", "//DrLin", "visit", "accept", visit]);
  const { prescription } = await chartkey(["--key", "//DrLin", "prescription", "write", patient, paper]);
  return prescription;
}
