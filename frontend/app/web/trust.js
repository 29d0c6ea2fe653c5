// What may become elements out of text. The build puts this in front of the glue that wasm-bindgen writes, and the one
// line of the glue that sets `innerHTML` through it.
//
// Leptos writes the parts of a page that never change as one text in the program, and has the browser make a template of
// it once. That is the only HTML there is: nothing made at run time, and so nothing that came in a record, a name or a
// note, is ever taken for HTML. The check is where the text lies. What the compiler wrote lies in the program's data,
// which ends at `__data_end`; what is made at run time lies behind, on the heap.
const chartkeyTrust = (() => {
  const own = (text) => text;
  const policy = globalThis.trustedTypes?.createPolicy("chartkey", {
    createHTML: own,
    createScriptURL(url) {
      if (url !== "/worker.js") throw new TypeError("only our own worker is run");
      return url;
    },
  });
  const html = policy ? (text) => policy.createHTML(text) : own;
  const worker = policy ? policy.createScriptURL("/worker.js") : "/worker.js";
  // The policy stays in this closure; whoever else runs here cannot reach it, and cannot make a second of its name.
  if ("serviceWorker" in navigator) {
    // Once the page stands: the first screen has the line to itself. Without the worker the app needs a connection.
    addEventListener("load", () => navigator.serviceWorker.register(worker, { scope: "/" }).catch(() => {}));
  }
  return {
    template(wasm, start, length, text) {
      if (length > 0 && start + length > wasm.__data_end.value) throw new TypeError("text of run time is never HTML");
      return html(text);
    },
  };
})();
