/**
 * Gives the links of an extension page that name a page of LinkedIn's its address.
 * @param {Document} page
 */
function linkToSite(page) {
  for (const link of page.querySelectorAll('a[data-link]')) {
    const { dataset } = /** @type {HTMLElement} */ (link);
    const path = CATALOGUE.links[dataset.link ?? ''];
    /** @type {HTMLAnchorElement} */ (link).href = addressOf(CATALOGUE, path);
  }
}
