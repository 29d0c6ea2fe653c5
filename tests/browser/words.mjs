// The app's own words, by the keys of its catalogues, so that a test names what is meant and not how it is put today.
import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { FluentBundle, FluentResource, told } from "./packages.mjs";

const folder = join(told("CHARTKEY_ROOT"), "frontend", "app", "languages");
const tags = { en: "en-GB", hi: "hi-IN", es: "es", ar: "ar", zh: "zh-CN" };
const bundles = {};

function bundle(language) {
  if (!bundles[language]) {
    // As the app does: in a sentence that runs from the right a name that does not is marked off.
    const made = new FluentBundle(tags[language], { useIsolating: language === "ar" });
    for (const file of readdirSync(join(folder, language)).filter((file) => file.endsWith(".ftl"))) {
      made.addResource(new FluentResource(readFileSync(join(folder, language, file), "utf8")));
    }
    bundles[language] = made;
  }
  return bundles[language];
}

/** Every key of a language's catalogue. */
export const keys = (language = "en") => [...bundle(language)._messages.keys()];

/** The words of a key, as the app would say them. */
export function say(key, values = {}, language = "en") {
  const message = bundle(language).getMessage(key) ?? bundle("en").getMessage(key);
  if (!message?.value) throw new Error(`no words for ${key}`);
  const wrong = [];
  const words = bundle(language).formatPattern(message.value, values, wrong);
  if (wrong.length > 0) throw new Error(`${key}: ${wrong.join(", ")}`);
  return words;
}

/** The words of a key with whatever in the places of the values left out. */
export function like(key, values = {}) {
  const anything = "\u0001";
  const message = bundle("en").getMessage(key);
  if (!message?.value) throw new Error(`no words for ${key}`);
  const value = (known, name) => known[name] ?? anything;
  const owned = (known, name) => ({ value: value(known, name), configurable: true, enumerable: true, writable: true });
  const open = new Proxy(values, { get: value, getOwnPropertyDescriptor: owned });
  const words = bundle("en").formatPattern(message.value, open, []);
  const quoted = words.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
  return new RegExp(quoted.replaceAll(anything, ".+"));
}
