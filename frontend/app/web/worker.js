// Keeps the app's own files, so that it starts without a connection. What the service says and what was sealed is none
// of this worker's business: an address under /api or /shl passes by it.
const files = [{files}];
const shelf = "chartkey-{build}";

self.addEventListener("install", (event) => {
  const fill = async () => {
    const cache = await caches.open(shelf);
    await cache.addAll(["/", ...files]);
    await self.skipWaiting();
  };
  event.waitUntil(fill());
});

self.addEventListener("activate", (event) => {
  const clear = async () => {
    const names = await caches.keys();
    await Promise.all(names.filter((name) => name.startsWith("chartkey-") && name !== shelf).map((name) => caches.delete(name)));
    await self.clients.claim();
  };
  event.waitUntil(clear());
});

self.addEventListener("fetch", (event) => {
  const { request } = event;
  const url = new URL(request.url);
  const passes = request.method !== "GET" || url.origin !== self.location.origin || /^\/(api|shl)\//.test(url.pathname);
  if (passes) return;
  // Every page is the same file. A new build is seen at once, the kept one serves while nobody answers.
  if (request.mode === "navigate") {
    event.respondWith(fetch(request).catch(async () => (await caches.match("/")) ?? Response.error()));
  } else if (files.includes(url.pathname)) {
    event.respondWith(caches.match(url.pathname).then((kept) => kept ?? fetch(request)));
  }
});
