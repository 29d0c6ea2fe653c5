// A share link: opened without an account; a wrong passcode is told, a link that has ended opens nothing.
import { DESK, Person, ensure } from "../person.mjs";
import { chartkey } from "../machine.mjs";
import { like, say } from "../words.mjs";

export const about = "a share link opens with its passcode, and not once it has ended";

export async function walk(browser) {
  const soon = await chartkey(["--key", "//Ada", "record", "list"]);
  const ended = await chartkey([
    ...["--key", "//Ada", "link", "open", soon[0].record, "--label", "Old", "--until", "+20s"],
  ]);
  const patient = await Person.seeded(browser, "Ada");
  await patient.goes("/sharing");
  await patient.press("sharing-new-link");
  await patient.page.getByRole("group", { name: say("new-link-records") }).getByRole("checkbox").first().check();
  await patient.writes("new-link-label", "For Aunt May");
  await patient.press("new-link-open");
  await patient.signs("act-open-link");
  const digits = (await patient.page.locator(".big-words.num").innerText()).trim();
  ensure(/^\d{6}$/.test(digits), "a passcode of six digits");
  const text = await patient.page.locator("main").innerText();
  const link = text.match(/https?:\/\/\S*shlink:\/\S+/)?.[0];
  ensure(link, `the link is shown: ${text}`);

  const visitor = await Person.sitsDown(browser, { name: "May", uri: "//May", size: DESK });
  visitor.eye.forgiveStatus(401);
  visitor.eye.forgiveStatus(403);
  visitor.eye.forgiveStatus(404);
  visitor.eye.forgiveStatus(410);
  await visitor.page.goto(link.replace(/^https?:\/\/[^/]+/, process.env.CHARTKEY_URL));
  await visitor.writes("shared-name", "May");
  await visitor.writes("shared-passcode", digits === "111111" ? "222222" : "111111");
  await visitor.press("shared-open");
  await visitor.page.getByText(like("shared-wrong")).first().waitFor();
  await visitor.writes("shared-passcode", digits);
  await visitor.press("shared-open");
  await visitor.reads("shared-closes");
  await visitor.button("viewer-save").waitFor();
  await visitor.canRead("opened share link");

  const late = await Person.sitsDown(browser, { name: "Late", uri: "//Late" });
  late.eye.forgiveStatus(404);
  late.eye.forgiveStatus(410);
  await late.page.goto(`${process.env.CHARTKEY_URL}/shared#${ended.text.slice(ended.text.indexOf("shlink:/"))}`);
  await late.until("the link's end", async () => {
    if ((await late.page.getByText(say("shared-over")).count()) > 0) return true;
    await late.page.waitForTimeout(5_000);
    await late.page.reload();
    await late.page.locator("main h1").waitFor();
    await late.page.waitForTimeout(1_000);
    return (await late.page.getByText(say("shared-over")).count()) > 0;
  });
}
