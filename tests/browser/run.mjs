// Walks the flows one after the other in one browser, and says what came of it as Rust's tests do.
import { chromium, told } from "./packages.mjs";
import { join } from "node:path";

const FLOWS = [
  ...["screens", "consent", "report", "reading", "paper", "bundle", "visit", "joining", "emergency", "phone", "links"],
  ...["house", "counter", "refusals", "passkey", "device", "guardians", "idle", "changes", "resume", "offline", "dismissal"],
];
/** All of them, unless some are named: as words, or in CHARTKEY_FLOWS. */
const wanted = [...process.argv.slice(2), ...(process.env.CHARTKEY_FLOWS ?? "").split(/[ ,]+/)].filter(
  (word) => word && !word.startsWith("-"),
);

const browser = await chromium.launch({
  executablePath: told("CHARTKEY_CHROMIUM"),
  // Whoever runs as root, as containers do, has no sandbox to run in; the pages are our own.
  args: ["--no-sandbox", "--disable-dev-shm-usage", "--lang=en-GB"],
});
let [passed, failed] = [0, 0];
for (const name of FLOWS.filter((name) => wanted.length === 0 || wanted.includes(name))) {
  const { walk, about } = await import(`./flows/${name}.mjs`);
  const begun = Date.now();
  browser.people = [];
  try {
    await walk(browser);
    const wrong = browser.people.flatMap(({ name, eye }) => eye.take().map((words) => `${name}: ${words}`));
    if (wrong.length > 0) throw new Error(`the browser complained:\n    ${wrong.join("\n    ")}`);
    passed += 1;
    console.log(`test ${name}: ${about} ... ok (${seconds(begun)})`);
  } catch (error) {
    failed += 1;
    console.log(`test ${name}: ${about} ... FAILED (${seconds(begun)})`);
    console.log(`    ${String(error.stack ?? error).split("\n").slice(0, 12).join("\n    ")}`);
    for (const person of browser.people) {
      const picture = await person.eye.picture(join("failed", `${name}-${person.name}`), false).catch(() => "no picture");
      console.log(`    ${person.name} at ${person.page.url()}: ${picture}`);
      for (const words of person.eye.take()) console.log(`      ${words}`);
    }
  }
  await Promise.all(browser.people.map((person) => person.leaves().catch(() => {})));
}
await browser.close();
console.log(`test result: ${failed === 0 ? "ok" : "FAILED"}. ${passed} passed; ${failed} failed; 0 ignored; finished`);
process.exit(failed === 0 ? 0 : 1);

function seconds(begun) {
  return `${((Date.now() - begun) / 1000).toFixed(1)} s`;
}
