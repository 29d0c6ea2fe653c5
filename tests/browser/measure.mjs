// What the first screen costs: bytes over the line, time until its button can be pressed, and Lighthouse's opinion.
import { chromium, lighthouse, told } from "./packages.mjs";
import { say } from "./words.mjs";
import { readdirSync, statSync, existsSync } from "node:fs";
import { join } from "node:path";

const rounds = Number(process.argv[2] ?? 9);
const url = told("CHARTKEY_URL");
/** 10 Mbit/s, with the way there and back of a good line at home. */
const LINE = { offline: false, latency: 20, downloadThroughput: 1_250_000, uploadThroughput: 250_000 };
const CATEGORIES = ["performance", "accessibility", "best-practices"];
const PORT = 9333;

const browser = await chromium.launch({
  executablePath: told("CHARTKEY_CHROMIUM"),
  args: ["--no-sandbox", "--disable-dev-shm-usage", "--lang=en-GB", `--remote-debugging-port=${PORT}`],
});
const [usable, again] = [[], []];
let first = 0;
for (let round = 0; round < rounds; round += 1) {
  const context = await browser.newContext({ locale: "en-GB", viewport: { width: 390, height: 844 } });
  const fresh = await visit(context);
  usable.push(fresh.millis);
  first = fresh.bytes;
  again.push((await visit(context)).millis);
  await context.close();
}
const scores = {};
const { default: judge, desktopConfig } = await lighthouse();
for (const [form, config] of [["phone", undefined], ["desk", desktopConfig]]) scores[form] = await judged(config);
await browser.close();
console.log(JSON.stringify({ first, all: everything(told("CHARTKEY_APP")), usable, again, scores }));

/** Opens the first screen over a slow line; the time until its button answers, and the bytes that came for it. */
async function visit(context) {
  const page = await context.newPage();
  const line = await context.newCDPSession(page);
  await line.send("Network.enable");
  await line.send("Network.emulateNetworkConditions", LINE);
  let bytes = 0;
  line.on("Network.loadingFinished", ({ encodedDataLength }) => (bytes += encodedDataLength));
  const begun = performance.now();
  await page.goto(url, { waitUntil: "commit" });
  await page.getByText(say("welcome-open"), { exact: true }).waitFor();
  // It is drawn; whoever presses it is heard once the browser has nothing more urgent to do.
  await page.evaluate(() => new Promise((free) => requestIdleCallback(free, { timeout: 5000 })));
  const seen = { millis: performance.now() - begun, bytes };
  // The rest of the app is fetched behind it, and kept for the next visit.
  await page.waitForLoadState("networkidle");
  await page.close();
  return seen;
}

/** Lighthouse's scores for the first screen, of a hundred. */
async function judged(config) {
  const { lhr } = await judge(url, { port: PORT, onlyCategories: CATEGORIES, logLevel: "error" }, config);
  return Object.fromEntries(CATEGORIES.map((name) => [name, Math.round(lhr.categories[name].score * 100)]));
}

/** All files, as they are sent: packed where a packed one lies beside. */
function everything(folder) {
  let sum = 0;
  for (const entry of readdirSync(folder, { withFileTypes: true, recursive: true })) {
    const path = join(entry.parentPath, entry.name);
    if (entry.isFile() && !path.endsWith(".br")) sum += statSync(existsSync(`${path}.br`) ? `${path}.br` : path).size;
  }
  return sum;
}
