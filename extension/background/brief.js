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
  const memories = Object.fromEntries(remembered);
  return { level: preferences.values.level, memories, place: await passPlaceIn(tab.id) };
}

/** @param {Knowledge} knowledge @param {browser.tabs.Tab} tab */
async function brief(knowledge, tab) {
  if (tab.id !== undefined) askTab(tab.id, { type: 'brief', news: await newsFor(knowledge, tab) });
}

/** Tells every page of ours. @param {Knowledge} knowledge */
async function briefAll(knowledge) {
  const tabs = await browser.tabs.query({});
  await Promise.all(tabs.map((tab) => brief(knowledge, tab)));
}

/** The pass goes on, or stands still. */
async function briefPassTab() {
  const passTab = await readPassTab();
  const tab = passTab && (await findTab(passTab.tabId));
  if (tab) await brief(await know(), tab);
}
