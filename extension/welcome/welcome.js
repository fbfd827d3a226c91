/** Opens once, after installation. */

/** One browser hands over a policy only when this page is open. @param {PreferencesFound} found */
async function leaveIfUnwelcome({ welcomes }) {
  const tab = welcomes ? undefined : await browser.tabs.getCurrent();
  if (tab?.id !== undefined) await browser.tabs.remove(tab.id);
}

function begin() {
  const link = /** @type {HTMLAnchorElement} */ (document.getElementById('check'));
  link.href = addressOfSetting(CATALOGUE, mainSetting(CATALOGUE));
  linkToSite(document);
  offerPreferences(leaveIfUnwelcome);
}

begin();
