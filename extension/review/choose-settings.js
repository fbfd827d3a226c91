/** Which settings are selected: the boxes themselves know, and nothing else. */

/** @returns {HTMLInputElement[]} */
const settingBoxes = () =>
  [...document.querySelectorAll('#groups input')].map(
    (box) => /** @type {HTMLInputElement} */ (box),
  );

/** Their ids, in the order of the catalogue. */
function chosenSettings() {
  const chosen = settingBoxes().flatMap(({ checked, value }) => (checked ? [value] : []));
  return CATALOGUE.settings.flatMap(({ id }) => (chosen.includes(id) ? [id] : []));
}

/** @param {(setting: string) => boolean} wanted */
function chooseSettings(wanted) {
  for (const box of settingBoxes()) box.checked = wanted(box.value);
}

/** The same words are not said again at every change. @param {string} id @param {string} said */
function sayOnce(id, said) {
  if (byId(id).textContent !== said) byId(id).textContent = said;
}

function countChosen() {
  const counts = [chosenSettings().length, settingBoxes().length].map(sayNumber);
  sayOnce('chosen', localise('review_selected', ...counts));
}
