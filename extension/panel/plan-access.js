/**
 * What the panel says, and does, where the browser does not let Offswitch run on LinkedIn's pages.
 * @param {Level} level
 * @returns {Plan}
 */
function planAccess(level) {
  const acts = level !== 'look';
  return {
    ...UNDATED,
    name: 'no_access',
    detail: 'detail_no_access',
    action: acts ? 'button_allow_and_turn_off' : 'button_allow',
    task: acts ? 'turn-off' : 'show',
  };
}

/**
 * Has the browser ask the member. Its question may close the panel, so it is the background that
 * goes on; it is told first, and nothing is waited for: a request must come within the click.
 * @param {number} tabId
 * @param {Due['task']} task
 */
async function askForAccess(tabId, task) {
  // A background that is stopped meanwhile does not answer; it has kept the wish.
  browser.runtime.sendMessage({ type: 'await-access', tabId, task }).catch(() => {});
  if (await browser.permissions.request(siteAccess())) return close();
  await browser.runtime.sendMessage({ type: 'drop-access', tabId, task });
  button.disabled = false;
}
