/**
 * Puts a text on the clipboard, for a click of a person's: browsers refuse it otherwise.
 * @param {string} text
 * @returns {Promise<boolean>} whether the browser did
 */
async function copyText(text) {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return false;
  }
}
