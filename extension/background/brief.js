/** What pages of ours are told, at their hello and when it changes. */

/**
 * @param {Knowledge} knowledge
 * @param {browser.tabs.Tab} tab
 * @returns {Promise<News>}
 */
async function newsFor({ preferences, record }, tab) {
  const remembered = CATALOGUE.settings.flatMap((setting) => {
    const memory = memoryOf(record, tab, keyOf(setting));
    return memory ? [[keyOf(setting), memory]] : [];
  });
  const { values } = preferences;
  return {
    level: values.level,
    texts: textsIn(values),
    memories: Object.fromEntries(remembered),
    place: await passPlaceIn(tab.id),
  };
}

/**
 * @param {Knowledge} knowledge
 * @param {browser.tabs.Tab} tab
 * @returns {Promise<PageReport | null>} what the page there shows; null where none is ours
 */
async function brief(knowledge, tab) {
  if (tab.id === undefined) return null;
  return askTab(tab.id, { type: 'brief', news: await newsFor(knowledge, tab) });
}

/**
 * Tells every page of ours.
 * @param {Knowledge} knowledge
 * @param {boolean} chosen the member chose something else: every title depends on it; on what is
 *   remembered only the mark where no page speaks
 */
async function briefAll(knowledge, chosen) {
  const tabs = await browser.tabs.query({});
  await Promise.all(
    tabs.map(async (tab) => {
      const report = await brief(knowledge, tab);
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
