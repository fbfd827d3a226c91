/** @param {PageMessage} message @returns {Promise<any>} null where nobody answers any more */
function tell(message) {
  return Promise.try(() => browser.runtime.sendMessage(message)).catch(() => null);
}
