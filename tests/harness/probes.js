// What a page can find out about an extension, and what it keeps: run as a script of its own.

globalThis.probes ??= (() => {
  /** A node and all below it: names, attributes, texts, in the page's own open shadow roots too. */
  function* tellNodes(node) {
    yield [node.nodeName, node.nodeValue, ...attributesOf(node)].filter(Boolean).join(' ');
    if (node.shadowRoot) yield* tellNodes(node.shadowRoot);
    for (const child of node.childNodes) yield* tellNodes(child);
  }

  const attributesOf = (node) =>
    [...(node.attributes ?? [])].map((one) => `${one.name}=${one.value}`);
  const isForeign = (node) => !['HEAD', 'BODY'].includes(node.nodeName);
  /** But for the driver's own. */
  const namesIn = (object) =>
    Object.getOwnPropertyNames(object ?? {}).filter((name) => name !== 'se_exportedFunctionSymbol');
  const rulesOf = (sheet) => [sheet.href ?? '', ...[...sheet.cssRules].map((rule) => rule.cssText)];

  /** Everything about the document that a script of its own can read, each as texts. */
  async function describe() {
    const root = document.documentElement;
    const held = [window, document, navigator, window.chrome, root, document.head, document.body];
    const entries = ['resource', 'mark', 'measure'].flatMap((kind) =>
      performance.getEntriesByType(kind).map((entry) => `${kind} ${entry.name}`),
    );
    return {
      foreign: [...root.childNodes].filter(isForeign).flatMap((node) => [...tellNodes(node)]),
      nodes: [root.cloneNode(), document.head, document.body].flatMap((node) => [
        ...tellNodes(node),
      ]),
      names: held.flatMap(namesIn).sort(),
      sheets: [...document.styleSheets, ...document.adoptedStyleSheets].flatMap(rulesOf),
      // But for the icon, which the browser asks for when it likes.
      entries: entries.filter((name) => !name.endsWith('/favicon.ico')).sort(),
      fonts: [...document.fonts].map((font) => font.family),
      moving: document.getAnimations().map(String),
      focus: [document.activeElement?.nodeName ?? '', String(getSelection()), document.title],
    };
  }

  /** From now on notes who called, as the page's own listeners can tell, over a load as well. */
  async function listen() {
    const note = (event) => {
      const { prepareStackTrace } = Error;
      const told = [event.type, String(event.isTrusted), new Error().stack];
      Error.prepareStackTrace = (_, sites) =>
        sites.map((site) => `${site.getFileName()} ${site.getFunctionName()}`).join();
      told.push(new Error().stack);
      Error.prepareStackTrace = prepareStackTrace;
      sessionStorage.heard = JSON.stringify([...JSON.parse(sessionStorage.heard ?? '[]'), told]);
    };
    for (const type of ['click', 'input', 'change', 'focus']) addEventListener(type, note, true);
  }

  const heard = async () => JSON.parse(sessionStorage.heard ?? '[]');

  /** From now on notes which nodes of the document change, and how. */
  async function observe() {
    const note = ({ target, attributeName, addedNodes, removedNodes }) => [
      target.nodeName,
      attributeName ?? '',
      ...[...addedNodes, ...removedNodes].map((n) => n.nodeName),
    ];
    globalThis.probes.changes = [];
    new MutationObserver((records) => globalThis.probes.changes.push(...records.map(note))).observe(
      document,
      { subtree: true, childList: true, attributes: true, characterData: true },
    );
  }

  const observed = async () => globalThis.probes.changes;

  /** Whether an address loads into an element of this kind. */
  function loads(kind, attribute, address) {
    return new Promise((tell) => {
      const element = document.createElement(kind);
      Object.assign(element, { rel: 'stylesheet', [attribute]: address });
      element.onload = () => tell(true);
      element.onerror = () => tell(false);
      document.head.append(element);
    });
  }

  const asked = (address, mode) =>
    fetch(address, { mode }).then(
      () => true,
      () => false,
    );

  /** Which of these addresses answer, to any way of asking. */
  async function reach(addresses) {
    const ways = (address) => [
      asked(address, 'cors'),
      asked(address, 'no-cors'),
      loads('img', 'src', address),
      loads('script', 'src', address),
      loads('link', 'href', address),
    ];
    const answers = await Promise.all(addresses.map((address) => Promise.all(ways(address))));
    return addresses.filter((_, place) => answers[place].some(Boolean));
  }

  const settled = (request) =>
    new Promise((resolve, reject) => {
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error);
    });

  /** Has the site keep something in every place that it has. */
  async function keep() {
    localStorage.kept = sessionStorage.kept = 'kept';
    // biome-ignore lint/suspicious/noDocumentCookie: as a page does
    document.cookie = 'kept=kept; Path=/; Secure; Max-Age=3600';
    const opening = indexedDB.open('kept');
    opening.onupgradeneeded = () => opening.result.createObjectStore('kept').put('kept', 'kept');
    (await settled(opening)).close();
    await (await caches.open('kept')).put('/kept', new Response('kept'));
  }

  async function readDatabase({ name }) {
    const database = await settled(indexedDB.open(name));
    const stores = [...database.objectStoreNames];
    const read = (store) => settled(database.transaction(store).objectStore(store).getAll());
    const kept = await Promise.all(stores.map(read));
    database.close();
    return [name, stores, kept];
  }

  async function readCache(name) {
    const cache = await caches.open(name);
    const texts = (await cache.keys()).map(async ({ url }) => [
      url,
      await (await cache.match(url)).text(),
    ]);
    return [name, await Promise.all(texts)];
  }

  /** What the site keeps in this browser. */
  async function kept() {
    const workers = await navigator.serviceWorker.getRegistrations();
    return {
      local: { ...localStorage },
      session: { ...sessionStorage },
      cookies: document.cookie.split('; ').sort(),
      databases: await Promise.all((await indexedDB.databases()).map(readDatabase)),
      caches: await Promise.all((await caches.keys()).map(readCache)),
      workers: workers.map((worker) => worker.scope),
    };
  }

  return { describe, listen, heard, observe, observed, reach, keep, kept };
})();
