// Shows luring.html when a page cannot be fetched. Nothing else is kept, least of all pages of somebody signed in.
const shelf = 'rembug-luring-1';
const files = ['/luring.html', '/luring.css', '/luring.js'];

addEventListener('install', event => {
  const kept = caches
    .open(shelf)
    .then(cache =>
      cache.addAll(files.map(file => new Request(file, { cache: 'reload', credentials: 'omit' }))),
    );
  event.waitUntil(kept.then(() => skipWaiting()));
});

addEventListener('activate', event => {
  const others = caches
    .keys()
    .then(names => Promise.all(names.filter(name => name !== shelf).map(name => caches.delete(name))));
  event.waitUntil(others);
});

addEventListener('fetch', event => {
  const { request } = event;
  const { pathname } = new URL(request.url);
  // These two would be missing with the network; the page comes from the shelf, and so does what belongs to it.
  if (files.includes(pathname)) return event.respondWith(fetch(request).catch(() => kept(pathname)));
  if (request.mode === 'navigate') event.respondWith(fetch(request).catch(() => kept('/luring.html')));
});

const kept = async file => (await (await caches.open(shelf)).match(file)) ?? Response.error();
