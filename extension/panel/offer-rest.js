/**
 * The ways on from the panel: our own pages, and LinkedIn's list of data settings.
 * @param {browser.tabs.Tab} tab what is opened of LinkedIn's stands beside it
 */
function offerRest({ id, index, windowId }) {
  const privacy = /** @type {HTMLAnchorElement} */ (byId('data-privacy'));
  privacy.href = addressOf(CATALOGUE, CATALOGUE.links['data-privacy']);
  const beside = { index: index + 1, openerTabId: id, windowId };
  for (const link of /** @type {NodeListOf<HTMLAnchorElement>} */ (
    document.querySelectorAll('#rest a')
  )) {
    link.addEventListener('click', async (event) => {
      event.preventDefault();
      // Our own pages cannot be opened in every private window: the browser finds a place.
      await browser.tabs.create({ url: link.href, ...(link === privacy && beside) });
      close();
    });
  }
  offerNotice();
}

/** A history that could not be read was set aside: told until the member has seen it. */
async function offerNotice() {
  byId('notice').hidden = !(await browser.storage.local.get(NOTICE_KEY))[NOTICE_KEY];
}
