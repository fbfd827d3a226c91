/** As told to a page whose background does not answer any more. @type {Greeting} */
const NOTHING_TOLD = Object.freeze({ due: null, briefing: PLAIN });

/**
 * Tells the background that a page is here; its answer is for this visit.
 * @param {boolean} loaded this document was loaded for it; else the app moved here by itself
 * @returns {Promise<Greeting>}
 */
async function greet(loaded) {
  const reloaded = loaded && pageLoad()?.type === 'reload';
  const onSetting = matchPage(CATALOGUE, location.href) !== null;
  return (await tell({ type: 'hello', reloaded, onSetting })) ?? NOTHING_TOLD;
}
