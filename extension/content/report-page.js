/**
 * The report of this page as it is now; empty where it is not the setting's.
 * @param {State} state
 * @param {Setting | null} setting
 * @param {number} questions how many dialogs are open
 */
function reportPage(state, setting, questions) {
  if (!setting) return '';
  return describePage({
    page: document,
    trees: treesOf(document),
    catalogue: CATALOGUE,
    setting,
    state,
    path: location.pathname,
    version: browser.runtime.getManifest().version,
    load: pageLoad(),
    questions,
  });
}
