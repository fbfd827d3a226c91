/** The ways on from the panel: our own pages. */
function offerRest() {
  for (const link of /** @type {NodeListOf<HTMLAnchorElement>} */ (
    document.querySelectorAll('#rest a')
  )) {
    link.addEventListener('click', async (event) => {
      event.preventDefault();
      // Our own pages cannot be opened in every private window: the browser finds a place.
      await browser.tabs.create({ url: link.href });
      close();
    });
  }
  offerNotice();
}

/** A history that could not be read was set aside: told until the member has seen it. */
async function offerNotice() {
  byId('notice').hidden = !(await browser.storage.local.get(NOTICE_KEY))[NOTICE_KEY];
}
