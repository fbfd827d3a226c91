// What of ours is not said in the pseudo-locale, and what does not fit its place.

/** Text and elements below a node in reading order, as far as they can be seen. */
function* seenIn(node) {
  for (const child of node.childNodes) {
    if (child instanceof Text) yield child;
    else if (child instanceof Element && child.checkVisibility()) {
      yield child;
      yield* seenIn(child);
    }
  }
}

/** Other people's words, and dates: they name their language, or are times. */
const OTHERS = 'bdi, time, [lang="en"], textarea, style, script';

/** Words outside the brackets in which every text of ours stands. */
function unspokenIn(root) {
  const found = [];
  let depth = 0;
  for (const node of seenIn(root)) {
    if (!(node instanceof Text) || node.parentElement?.closest(OTHERS)) continue;
    let outside = '';
    for (const character of node.data) {
      if (character === '⟧') depth -= 1;
      if (depth === 0) outside += character;
      if (character === '⟦') depth += 1;
    }
    if (/\p{L}/u.test(outside)) found.push(outside.trim());
  }
  return depth === 0 ? found : [...found, `${depth} brackets are left open`];
}

/** Texts for the ears alone. */
function unspokenNames(root) {
  const names = ['aria-label', 'title', 'placeholder', 'alt', 'aria-description'];
  return [...root.querySelectorAll('*')].flatMap((element) =>
    names
      .map((name) => element.getAttribute(name) ?? '')
      .filter((text) => /\p{L}/u.test(text) && !text.startsWith('⟦')),
  );
}

/** The element that a text's lines are laid out in. */
function blockOf(text) {
  let block = text.parentElement;
  while (getComputedStyle(block).display === 'inline') block = block.parentElement;
  return block;
}

/** Texts that go beyond their place; what scrolls on purpose has its own keyboard stop. */
function clippedIn(root) {
  return [...seenIn(root)].flatMap((text) => {
    if (!(text instanceof Text) || !text.data.trim()) return [];
    if (text.parentElement.closest('pre, textarea, select')) return [];
    const range = document.createRange();
    range.selectNodeContents(text);
    const words = range.getBoundingClientRect();
    const place = blockOf(text).getBoundingClientRect();
    const fits = words.left >= place.left - 1 && words.right <= place.right + 1;
    const hides = words.top < place.top - 4 || words.bottom > place.bottom + 4;
    return fits && !hides ? [] : [text.data];
  });
}

function findUnspoken(root) {
  const page = root.ownerDocument.documentElement;
  const ours = page.contains(root) && root.getRootNode() === root.ownerDocument;
  const scrolls = ours && page.scrollWidth > page.clientWidth;
  return {
    unspoken: [...unspokenIn(root), ...unspokenNames(root)],
    clipped: [...clippedIn(root), ...(scrolls ? ['the page scrolls sideways'] : [])],
    read: root.textContent.includes('⟦'),
  };
}
