// Measures the wasm build: what Node and a browser run alike.

/** Seals and opens so many mebibytes of `bytes`, the program, again and again; gives the best MB/s of each. */
export async function measure(bytes, mebibytes, rounds) {
  // The generator is the bench's own, so nothing of the browser is ever called.
  const nothing = new Proxy({}, { get: (_, name) => () => { throw new Error(`${String(name)} was called`); } });
  const module = await WebAssembly.compile(bytes);
  const imports = Object.fromEntries(WebAssembly.Module.imports(module).map(({ module }) => [module, nothing]));
  const { exports } = await WebAssembly.instantiate(module, imports);

  exports.prepare(mebibytes);
  const best = {};
  for (const name of ["seal", "open"]) {
    const times = [];
    for (let round = 0; round < rounds; round++) {
      const started = performance.now();
      if (exports[name]() < mebibytes << 20) throw new Error("too little came out");
      times.push((performance.now() - started) / 1000);
    }
    // The round least disturbed by whatever else the machine was doing.
    best[name] = (mebibytes * 1.048576) / Math.min(...times);
  }
  return best;
}
