// @ts-check
/// <reference lib="webworker" />
// A worker that answers settings pages from its cache first. Whether LinkedIn's does is unknown.

const worker = /** @type {ServiceWorkerGlobalScope} */ (/** @type {unknown} */ (self));
const CACHE = 'settings-pages';

/** Takes over at once, and keeps what its pages show now. */
async function takeOver() {
  await worker.clients.claim();
  const cache = await caches.open(CACHE);
  const pages = await worker.clients.matchAll({ type: 'window' });
  await cache.addAll(pages.map((page) => page.url));
}

/** @param {Request} request */
async function cacheFirst(request) {
  const cache = await caches.open(CACHE);
  const kept = await cache.match(request.url);
  if (kept) return kept;
  const fresh = await fetch(request);
  await cache.put(request.url, fresh.clone());
  return fresh;
}

worker.addEventListener('install', () => worker.skipWaiting());
worker.addEventListener('activate', (event) => event.waitUntil(takeOver()));
worker.addEventListener('fetch', (event) => {
  const { mode, url } = event.request;
  const settingsPage = new URL(url).pathname.startsWith('/mypreferences/');
  if (mode === 'navigate' && settingsPage) event.respondWith(cacheFirst(event.request));
});
