/**
 * The settings in LinkedIn's groups. They are drawn once, and only what is known of them changes:
 * so what was chosen, and the keyboard, stay where they are.
 *
 * @typedef {(setting: string, task: Due['task']) => void} Go
 */

/** @param {string} id @param {'does' | 'costs'} about */
const sayAbout = (id, about) => localise(`setting_${id.replaceAll('-', '_')}_${about}`);

/** @param {Setting} setting @param {Go} go */
function listSetting({ id, names }, go) {
  const { root, part } = fromTemplate('setting-template');
  const box = /** @type {HTMLInputElement} */ (part('input'));
  root.id = `setting-${id}`;
  box.value = id;
  // Nothing is preselected but the setting that Offswitch is for.
  box.checked = id === mainSetting(CATALOGUE).id;
  root.classList.toggle('first', box.checked);
  part('.name').textContent = names.en ?? id;
  part('.does').textContent = sayAbout(id, 'does');
  part('.costs').textContent = localise('review_costs', sayAbout(id, 'costs'));
  for (const name of ['name', 'does', 'costs', 'known']) part(`.${name}`).id = `${id}-${name}`;
  box.setAttribute('aria-describedby', `${id}-does ${id}-costs ${id}-known`);
  for (const css of ['.turn-off', '.open'])
    part(css).setAttribute('aria-describedby', `${id}-name`);
  part('.turn-off').textContent = localise('button_turn_off');
  part('.turn-off').addEventListener('click', () => go(id, 'turn-off'));
  part('.open').addEventListener('click', () => go(id, 'show'));
  return root;
}

/** The groups that have a setting of ours, that of the first setting first. */
function groupsShown() {
  const used = [...new Set(CATALOGUE.settings.map(({ group }) => group))];
  return used.flatMap((id) => CATALOGUE.groups.filter((group) => group.id === id));
}

/** @param {Go} go */
function listSettings(go) {
  const drawn = groupsShown().map(({ id, name }) => {
    const { root, part } = fromTemplate('group-template');
    part('h2').textContent = name;
    part('h2').id = `group-${id}`;
    root.setAttribute('aria-labelledby', `group-${id}`);
    const within = CATALOGUE.settings.filter(({ group }) => group === id);
    part('ul').append(...within.map((setting) => listSetting(setting, go)));
    return root;
  });
  byId('groups').replaceChildren(...drawn);
}

/** LinkedIn's own pages that are worth a look, and its own list. */
function listMore() {
  const pages = CATALOGUE.seeAlso.map(({ name, path }) => {
    const { root, part } = fromTemplate('more-template');
    part('a').textContent = name;
    /** @type {HTMLAnchorElement} */ (part('a')).href = addressOf(CATALOGUE, path);
    return root;
  });
  byId('more').append(...pages);
  const list = /** @type {HTMLAnchorElement} */ (byId('data-privacy'));
  list.href = addressOf(CATALOGUE, CATALOGUE.links['data-privacy']);
}
