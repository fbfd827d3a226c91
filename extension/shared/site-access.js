/**
 * The browser's leave to run where our content scripts are for: a member can take it back, or give
 * it for clicks only.
 */
function siteAccess() {
  const scripts = browser.runtime.getManifest().content_scripts ?? [];
  return { origins: scripts.flatMap(({ matches }) => matches) };
}

/**
 * Whether the tab's next settings page will have our script: without it a page could be changed,
 * and no fresh load could show what came of it. Where a click is needed, some browsers start the
 * script in the page as it stands, and not in the next one; others in every page of the tab.
 * @param {number} tabId
 */
async function mayRunIn(tabId) {
  if (await browser.permissions.contains(siteAccess())) return true;
  return (await askSoon(tabId))?.early ?? false;
}
