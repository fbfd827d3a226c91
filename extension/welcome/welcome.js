/** Opens once, after installation. */

function begin() {
  localisePage(document);
  const [setting] = CATALOGUE.settings;
  const link = /** @type {HTMLAnchorElement} */ (document.getElementById('check'));
  link.textContent = localise('button_check_now');
  if (setting) link.href = addressOf(CATALOGUE, setting.paths[0]);
  for (const other of document.querySelectorAll('a[data-link]')) {
    const { dataset } = /** @type {HTMLElement} */ (other);
    /** @type {HTMLAnchorElement} */ (other).href = addressOf(
      CATALOGUE,
      CATALOGUE.links[dataset.link ?? ''],
    );
  }
}

begin();
