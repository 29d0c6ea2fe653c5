// Flow 7: a hospital breaks the glass, the card opens for it, a guardian is led to who looked, and the patient closes it.
import { DESK, Person, ensure } from "../person.mjs";
import { accountOf } from "../wallet.mjs";
import { like, say } from "../words.mjs";

export const about = "the glass is broken, the card opens, everybody is told";

const HOUSE = "Lindenhof Hospital";

export async function walk(browser) {
  const house = await Person.seeded(browser, "Lindenhof", { size: DESK });
  const ben = await accountOf("//Ben");
  await house.goes("/rescue");
  await house.writes("rescue-id", ben);
  await house.press("rescue-go-on");
  await house.page.getByLabel(say("rescue-understood")).check();
  await house.press("rescue-do-break");
  await house.signs("act-break-glass");
  await house.page.getByText(/hazelnuts/i).first().waitFor();
  await house.canRead("emergency card behind broken glass");

  const guardian = await Person.seeded(browser, "Grace");
  await guardian.goes("/notices");
  const told = like("notice-glass-broken-of", { by: HOUSE });
  await guardian.page.locator("main a").filter({ hasText: told }).first().click();
  // It is the ward's log that opens, and every page of the ward's chart says so.
  await guardian.page.waitForURL(/\/log$/);
  await guardian.reads("acting-for");
  await guardian.goes("/records");
  await guardian.reads("acting-for");
  await guardian.press("acting-back");
  await guardian.until("their own chart", async () => (await guardian.button("acting-back").count()) === 0);

  const patient = await Person.seeded(browser, "Ben");
  await patient.goes("/emergency");
  await patient.reads("glass-broken", { name: HOUSE });
  await patient.press("glass-mend");
  await patient.button("glass-mend-yes").waitFor();
  await patient.canRead("mending the glass");
  await patient.page.getByRole("dialog").getByRole("button", { name: say("glass-mend-yes"), exact: true }).click();
  await patient.signs("act-mend-glass");
  await patient.until("the glass to be whole", async () => (await patient.button("glass-mend").count()) === 0);

  await house.goes("/house");
  await house.goes("/rescue");
  await house.writes("rescue-id", ben);
  await house.press("rescue-go-on");
  await house.page.getByLabel(say("rescue-understood")).waitFor();
  ensure((await house.page.getByText(/hazelnuts/i).count()) === 0, "the card is closed");
}
