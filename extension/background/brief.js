/** What pages of ours are told, at their hello and when it changes. */

/**
 * What is remembered of every setting, by its key.
 * @param {Knowledge} knowledge
 * @param {browser.tabs.Tab} tab
 * @returns {News['memories']}
 */
function memoriesFor({ record }, tab) {
  const remembered = CATALOGUE.settings.flatMap((setting) => {
    const memory = memoryOf(record, tab, keyOf(setting));
    return memory ? [[keyOf(setting), memory]] : [];
  });
  return Object.fromEntries(remembered);
}

/**
 * @param {Knowledge} knowledge
 * @param {browser.tabs.Tab} tab
 * @param {News['memories']} [memories] where they are known already
 * @returns {Promise<News>}
 */
async function newsFor(knowledge, tab, memories = memoriesFor(knowledge, tab)) {
  const { values } = knowledge.preferences;
  const place = await passPlaceIn(tab.id);
  return { level: values.level, texts: textsIn(values), memories, place };
}

/**
 * @param {Knowledge} knowledge
 * @param {browser.tabs.Tab} tab
 * @param {News['memories']} [memories] as for `newsFor`
 * @returns {Promise<PageReport | null>} what the page there shows; null where none is ours
 */
async function brief(knowledge, tab, memories) {
  if (tab.id === undefined) return null;
  return askTab(tab.id, { type: 'brief', news: await newsFor(knowledge, tab, memories) });
}

/**
 * Tells every page of ours.
 * @param {Knowledge} knowledge
 * @param {boolean} chosen the member chose something else: every title depends on it; on what is
 *   remembered only the mark where no page speaks
 */
async function briefAll(knowledge, chosen) {
  const tabs = await browser.tabs.query({});
  // Many tabs share one store, and to go through a long history for each of them takes time.
  const stores = new Map(tabs.map((tab) => [storeOf(tab), tab]));
  const memories = new Map([...stores].map(([store, tab]) => [store, memoriesFor(knowledge, tab)]));
  await Promise.all(
    tabs.map(async (tab) => {
      const report = await brief(knowledge, tab, memories.get(storeOf(tab)));
      const another = report && (chosen || !speaksOfMain(report));
      if (another) await drawBadge(/** @type {number} */ (tab.id));
    }),
  );
}

/** The pass goes on, or stands still. */
async function briefPassTab() {
  const passTab = await readPassTab();
  const tab = passTab && (await findTab(passTab.tabId));
  if (tab) await brief(await know(), tab);
}
