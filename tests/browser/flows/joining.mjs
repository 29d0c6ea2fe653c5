// Flow 6: a professional joins: entry, code on paper, licence with a code to their telephone, two admins.
import { DESK, Person, ensure, picture } from "../person.mjs";
import { messageTo } from "../machine.mjs";
import { say } from "../words.mjs";

export const about = "a doctor joins, and the council agrees";

const NAME = "Dr. Noor Haddad";
const [LICENCE, PHONE] = ["MED-207731", "+4915550017"];

export async function walk(browser) {
  const noor = await Person.sitsDown(browser, { name: "Noor", uri: `//Noor${Date.now()}` });
  await noor.signsIn("/apply");
  await noor.writes("passphrase-new", "nine slow rivers run north");
  await noor.writes("passphrase-again", "nine slow rivers run north");
  await noor.writes("listed-name", NAME);
  await noor.page.getByRole("group", { name: say("listed-specialties") }).getByRole("button").first().click();
  await noor.page.getByRole("group", { name: say("listed-languages") }).getByRole("button").first().click();
  await noor.field("listed-town").selectOption({ index: 1 });
  await noor.press("apply-send");
  await noor.signs("act-register");

  const words = noor.page.getByRole("article", { name: say("code-title") }).getByRole("listitem");
  await words.first().waitFor();
  ensure((await words.count()) === 24, "24 words are printed");
  await noor.page.getByLabel(say("code-kept")).check();
  await noor.press("code-done");

  await noor.writes("licence-number", LICENCE);
  await noor.press("licence-send");
  await noor.field("licence-code").waitFor();
  // A wrong one first, as it happens.
  noor.eye.forgiveStatus(403);
  noor.eye.forgiveStatus(422);
  noor.eye.forgiveStatus(400);
  const code = await messageTo(PHONE);
  await noor.writes("licence-code", code === "000000" ? "000001" : "000000");
  await noor.press("licence-code-hand-in");
  await noor.reads("licence-code-wrong");
  await noor.writes("licence-code", code);
  await noor.press("licence-code-hand-in");
  await noor.reads("council-title");

  // What was forgotten is handed in while the council waits.
  await noor.goes("/listing");
  await noor.page.getByLabel(say("form-certificate-choose")).setInputFiles(picture("certificate.png"));
  await noor.button("form-certificate-remove").waitFor();
  await noor.press("listing-save");
  await noor.signs("act-revise");
  await noor.goes("/apply");

  for (const admin of ["Admin1", "Admin2"]) {
    const one = await Person.seeded(browser, admin, { size: DESK });
    await one.goes("/applications");
    await one.page.getByRole("link", { name: new RegExp(NAME) }).first().click();
    await one.page.getByAltText(say("certificate-image")).waitFor();
    await one.press("application-approve");
    await one.signs("act-vote");
    await one.leaves();
  }
  await noor.until("the council's word", async () => (await noor.link("apply-begin").count()) > 0);
  await noor.press("apply-begin");
  await noor.page.waitForURL(/\/today$/);
}
