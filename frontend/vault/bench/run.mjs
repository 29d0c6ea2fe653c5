// Measures the wasm build under Node and prints one JSON object, MB/s by name.
// usage: node run.mjs chartkey_vault_bench.wasm MEBIBYTES ROUNDS
import { readFile } from "node:fs/promises";
import { measure } from "./measure.mjs";

const [path, mebibytes, rounds] = process.argv.slice(2);
console.log(JSON.stringify(await measure(await readFile(path), Number(mebibytes), Number(rounds))));
