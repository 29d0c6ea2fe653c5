// A guardianship ends: with the same signature everything is to be sealed anew, and then it is.
import { DESK, Person, ensure } from "../person.mjs";
import { accountOf } from "../wallet.mjs";
import { say } from "../words.mjs";

export const about = "a guardian is sent away, and what they could open is sealed anew";

const [GUARDIAN, WARD] = ["Grace Moreau", "Ben Moreau"];

export async function walk(browser) {
  const ben = await accountOf("//Ben");
  const guardian = await Person.seeded(browser, "Grace", { size: DESK });
  await guardian.goes("/guardians");
  await guardian.press("ward-act");
  await guardian.goes("/records");
  const record = guardian.page.locator('main a[href^="/records/"]').first();
  await record.click();
  await guardian.button("viewer-save").waitFor();
  const reading = new URL(guardian.page.url()).pathname;

  // From here on what the guardian's pages ask for is no longer theirs.
  guardian.eye.forgiveStatus(403);
  guardian.eye.forgiveStatus(404);
  const patient = await Person.seeded(browser, "Ben");
  await patient.goes("/guardians");
  await patient.sees(GUARDIAN);
  await patient.press("guardian-dismiss");
  await patient.press("guardian-dismiss-yes");
  await patient.gate().getByText(say("act-renew-mine")).waitFor();
  const signed = await patient.signsUntil(() => patient.reads("guardian-dismissed"));
  ensure(signed >= 2, `the end is signed, and that all is sealed anew: ${signed}`);
  await patient.button("guardian-dismiss").waitFor({ state: "detached" });
  await patient.goes("/sharing");
  await patient.page.getByText(say("behind-note")).waitFor({ state: "detached" });

  await guardian.goes("/guardians");
  await guardian.page.locator("main").getByText(WARD).waitFor({ state: "detached" });
  await guardian.goes(reading);
  await guardian.page.getByRole("alert").first().waitFor();
  ensure((await guardian.button("viewer-save").count()) === 0, `nothing of ${ben} opens any more`);
}
