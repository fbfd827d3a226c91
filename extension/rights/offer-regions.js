/** "Does this concern me?": the member says where; nothing of it is kept, and nothing is guessed. */

/** @param {string} tag @param {Words} words */
function made(tag, words) {
  const element = document.createElement(tag);
  fill(element, words);
  return element;
}

/** @param {Region} region */
function showAnswer(region) {
  const sentences = sayRegion(region).map((sentence) => made('p', sentence));
  byId('answer').replaceChildren(...sentences, made('small', saySources(region.sources)));
}

/** @param {Region} region */
function drawRegion(region) {
  const { root, part } = fromTemplate('region-template');
  const input = /** @type {HTMLInputElement} */ (part('input'));
  input.value = region.id;
  say(part('span'), sayById('region', region.id));
  input.addEventListener('change', () => showAnswer(region));
  return root;
}

/** @param {Policy['facts'][number]} fact */
function drawFact({ id, sources }) {
  const { root, part } = fromTemplate('fact-template');
  say(part('p'), sayById('fact', id));
  say(part('small'), saySources(sources));
  return root;
}

function offerRegions() {
  byId('regions').replaceChildren(...POLICY.regions.map(drawRegion));
  byId('facts').replaceChildren(...POLICY.facts.map(drawFact));
}
