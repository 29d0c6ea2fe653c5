// What comes from npm lies in the cache, where the set-up put it as the lock file says.
import { createRequire } from "node:module";
import { join } from "node:path";
import { pathToFileURL } from "node:url";

const require = createRequire(join(told("CHARTKEY_BROWSER"), "node_modules", "packages.js"));

export const { chromium } = require("playwright-core");
export const { Keyring } = require("@polkadot/keyring");
export const { TypeRegistry } = require("@polkadot/types");
export const { u8aToHex, u8aWrapBytes } = require("@polkadot/util");
export const { cryptoWaitReady, keccakAsHex } = require("@polkadot/util-crypto");
export const { FluentBundle, FluentResource } = require("@fluent/bundle");
/** Large, and for the bench alone. */
export const lighthouse = () => import(pathToFileURL(require.resolve("lighthouse")));
export const axePath = require.resolve("axe-core/axe.min.js");

/** What the ring says of its surroundings. */
export function told(name) {
  const value = process.env[name];
  if (!value) throw new Error(`${name} is not set: run this through \`./dev test e2e\``);
  return value;
}
