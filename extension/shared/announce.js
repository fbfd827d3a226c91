/**
 * Says something in a live region of an extension page.
 * @param {string} id the region's
 * @param {string} message
 */
function announce(id, message) {
  byId(id).textContent = ''; // so that the same answer is said again
  byId(id).textContent = localise(message);
}
