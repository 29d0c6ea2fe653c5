// Flow 1: a doctor adds a report; the patient is told, and reads it.
import { DESK, Person, ensure, file } from "../person.mjs";
import { accountOf } from "../wallet.mjs";

export const about = "a doctor adds a report, and the patient reads it";

const TITLE = "Iron and ferritin";
const WORDS = "Ferritin 41 ug/l, serum iron 92 ug/dl.";

export async function walk(browser) {
  const doctor = await Person.seeded(browser, "DrLin", { size: DESK });
  const patient = await Person.seeded(browser, "Ada");
  const ada = await accountOf("//Ada");

  await doctor.goes("/patients");
  await doctor.page.locator(`main a[href="/patients/${ada}"]`).first().click();
  await doctor.press("place-write-report");
  await doctor.page.locator("input[type=file]").first().setInputFiles(file("ferritin.txt", "text/plain", WORDS));
  await doctor.reads("file-fit");
  await doctor.writes("report-title", TITLE);
  await doctor.writes("report-note", "Within the usual.");
  await doctor.press("write-add");
  await doctor.signs("act-add");
  await doctor.page.waitForURL(new RegExp(`/patients/${ada}$`));

  await patient.goes("/records");
  await patient.page.getByRole("link", { name: TITLE }).first().click();
  await patient.sees(WORDS);
  await patient.goes("/notices");
  await patient.page.locator("main").getByText("Dr. Mei Lin").first().waitFor();
  ensure(patient.wallet.asked.every(({ what }) => what !== "payload"), "reading one's own record takes no signature");
}
