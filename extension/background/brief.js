/** Tells every page of ours when the member chose something else or the record changed. */
async function briefAll() {
  const [knowledge, tabs] = await Promise.all([know(), browser.tabs.query({})]);
  for (const tab of tabs) {
    const briefing = briefingFor(knowledge, tab);
    if (tab.id !== undefined) askTab(tab.id, { type: 'brief', briefing });
  }
}
