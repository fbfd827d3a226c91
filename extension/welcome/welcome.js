/** Opens once, after installation. */

function begin() {
  localisePage(document);
  const [setting] = CATALOGUE.settings;
  const link = /** @type {HTMLAnchorElement} */ (document.getElementById('check'));
  link.textContent = localise('button_check_now');
  if (setting) link.href = addressOf(CATALOGUE, setting);
}

begin();
