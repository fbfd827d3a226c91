/** What was set aside because it could not be read: to be saved, or deleted. */

/** @param {string} key */
function saySetAside(key) {
  const at = Date.parse(key.slice(SET_ASIDE.length));
  return Number.isNaN(at) ? isolate(key) : localise('history_set_aside_on', sayTime(at));
}

/**
 * @param {Record<string, unknown>} stored
 * @param {(key: string) => void} remove
 */
function showSetAside(stored, remove) {
  const keys = Object.keys(stored).filter((key) => key.startsWith(SET_ASIDE));
  const drawn = keys.map((key, place) => {
    const { root, part } = fromTemplate('set-aside-template');
    part('span').id = `set-aside-${place}`;
    say(part('span'), saySetAside(key));
    say(part('a'), localise('history_save'));
    say(part('button'), localise('history_delete'));
    for (const css of ['a', 'button']) part(css).setAttribute('aria-describedby', part('span').id);
    offerJson(/** @type {HTMLAnchorElement} */ (part('a')), `offswitch-${key}`, stored[key]);
    part('button').addEventListener('click', () => remove(key));
    return root;
  });
  byId('set-aside-list').replaceChildren(...drawn);
  byId('set-aside').hidden = keys.length === 0;
  byId('notice').hidden = !keys.some((key) => key === stored[NOTICE_KEY]);
}
