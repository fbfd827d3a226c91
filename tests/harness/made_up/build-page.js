/**
 * Builds a made-up page (node.py says what it consists of) in a document, element by element: a
 * parser would mend what is nested wrongly, and a page's own script would not.
 */

/**
 * Everything numbered as in Page.walk().
 * @param {any} node
 * @param {any[]} list
 */
function numbered(node, list) {
  list.push(node);
  for (const child of [...node.children, ...node.inside]) numbered(child, list);
  return list;
}

/** A frame is there once it has loaded; without a window it never does. */
async function loadFrame(frame, parent) {
  const loaded = new Promise((done) => frame.addEventListener('load', done, { once: true }));
  parent.append(frame);
  if (parent.ownerDocument.defaultView && frame.isConnected) await loaded;
}

/** What a sandboxed frame holds comes as text: no script reaches in. */
async function asText(inside) {
  const { body } = document.implementation.createHTMLDocument();
  for (const node of inside) await buildNode(node, body);
  return body.innerHTML;
}

async function buildNode(node, parent) {
  const element = parent.ownerDocument.createElement(node.tag);
  node.element = element;
  for (const [name, value] of Object.entries(node.attributes)) element.setAttribute(name, value);
  if (node.inner === 'srcdoc') element.srcdoc = '<!doctype html><title>Frame</title>';
  if (node.inner === 'sandboxed') {
    element.setAttribute('sandbox', '');
    element.srcdoc = await asText(node.inside);
  }
  if (node.tag === 'iframe') await loadFrame(element, parent);
  else parent.append(element);
  element.append(node.text);
  for (const child of node.children) await buildNode(child, element);
  await buildInside(node, element);
  Object.assign(element, node.properties);
}

async function buildInside(node, element) {
  const shadow = ['open', 'closed'].includes(node.inner);
  if (!shadow && !element.contentDocument) return;
  const within = shadow
    ? element.attachShadow({ mode: node.inner })
    : element.contentDocument.documentElement;
  // A shadow root's owner is the document; of a frame, its own body is taken.
  const parent = shadow ? within : element.contentDocument.body;
  for (const child of node.inside) await buildNode(child, parent);
}

/** @param {any[]} body @returns {Promise<any[]>} the nodes, numbered, each with its `element` */
async function buildPage(body) {
  document.body.replaceChildren();
  for (const node of body) await buildNode(node, document.body);
  return body.flatMap((node) => numbered(node, []));
}

/** Builds a page and says what findSwitch finds on it: the node's number, and the rest. */
async function findOn(body, catalogue) {
  const nodes = await buildPage(body);
  const stale = new WeakSet(
    nodes.filter((node) => node.stale && node.element).map((node) => node.element),
  );
  const [setting] = catalogue.settings;
  const trees = treesOf(document);
  const found = findSwitch({ page: document, trees, setting, catalogue, stale });
  if (!found) return null;
  const { control, ...rest } = found;
  return { ...rest, number: nodes.findIndex((node) => node.element === control) };
}

async function findOnEach(bodies, catalogue) {
  const found = [];
  for (const body of bodies) found.push(await findOn(body, catalogue));
  return found;
}

/** Hears what a click on a control does besides, in every tree. */
function witnessClick(control, happened, signal) {
  const heard = { capture: true, signal };
  const onSubmit = (event) => {
    event.preventDefault();
    happened.push('submit');
  };
  const onClick = (event) => {
    const path = event.composedPath();
    if (path[0] !== control) happened.push(`click on ${path[0].outerHTML}`);
    if (path.some(({ localName, href }) => localName === 'a' && href)) happened.push('link');
  };
  for (const tree of treesOf(document)) {
    tree.addEventListener('submit', onSubmit, heard);
    tree.addEventListener('click', onClick, heard);
  }
}

/** Clicks what is found on a page, and says what happened besides that it switched. */
async function clickFound(body, catalogue) {
  const found = await findOn(body, catalogue);
  if (!found) return [];
  const { element: control } = body.flatMap((node) => numbered(node, []))[found.number];
  const happened = [];
  const witness = new AbortController();
  const inputs = treesOf(document).flatMap((tree) => [...tree.querySelectorAll('input')]);
  const before = inputs.map((input) => input.checked);
  witnessClick(control, happened, witness.signal);
  control.click();
  witness.abort();
  const changed = inputs.filter((input, i) => input.checked !== before[i] && input !== control);
  return [...happened, ...changed.map((input) => `changed ${input.outerHTML}`)];
}
