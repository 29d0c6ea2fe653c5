// Measures the wasm build under Node and prints a line of JSON for each figure.
// usage: node run.mjs chartkey_vault_bench.wasm [suffix of the names]
import { readFile } from "node:fs/promises";

const [path, suffix = "wasm_node"] = process.argv.slice(2);
const MEBIBYTES = 8;
const ROUNDS = 60;
// The generator is the bench's own, so nothing of the browser is ever called.
const nothing = new Proxy({}, { get: (_, name) => () => { throw new Error(`${String(name)} was called`); } });
const module = await WebAssembly.compile(await readFile(path));
const imports = Object.fromEntries(WebAssembly.Module.imports(module).map(({ module }) => [module, nothing]));
const { exports } = await WebAssembly.instantiate(module, imports);

exports.prepare(MEBIBYTES);
for (const name of ["seal", "open"]) {
  const times = [];
  for (let round = 0; round < ROUNDS; round++) {
    const started = performance.now();
    if (exports[name]() < MEBIBYTES << 20) throw new Error("too little came out");
    times.push((performance.now() - started) / 1000);
  }
  // The round least disturbed by whatever else the machine was doing.
  const best = Math.min(...times);
  const value = Number(((MEBIBYTES * 1.048576) / best).toFixed(2));
  console.log(JSON.stringify({ name: `vault_${name}_${suffix}`, value, unit: "MB/s" }));
}
