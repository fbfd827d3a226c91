/**
 * The report of this page as it is now; empty where it is not the setting's, or we are ended.
 * @param {State} state
 * @param {Setting | null} setting
 * @param {number} questions how many dialogs are open
 */
function reportPage(state, setting, questions) {
  if (!setting || isOrphaned()) return '';
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

/**
 * Copies it, for a click in the banner. A page's policy can forbid that there (measured: Chromium
 * heeds Permissions-Policy, Firefox does not); the panel, which then opens, is not bound by it.
 * @param {string} report
 * @returns {Promise<boolean | null>} whether the browser did; null where there is nothing to copy
 */
async function copyReport(report) {
  if (report === '') return null;
  const copied = await copyText(report);
  if (!copied) tell({ type: 'open-panel' });
  return copied;
}
