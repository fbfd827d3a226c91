// @ts-check
// LinkedIn's settings API, as public code calls it.

const ADDRESS = '/mysettings-api/settingsApiSettings/';

/** The csrf token is the session cookie without its quotes. */
function csrfToken() {
  return document.cookie.match(/JSESSIONID="?([^";]+)/)?.[1] ?? '';
}

function headers() {
  return {
    'csrf-token': csrfToken(),
    'X-Li-Page-Instance': 'urn:li:page:d_settings', // tells its own calls from anybody else's
    'X-RestLi-Protocol-Version': '2.0.0',
    'Content-Type': 'application/json',
  };
}

/**
 * The entity's address, display type and value words are unknown for this setting: invented.
 * @param {string} key
 * @param {boolean} on
 */
function entity(key, on) {
  return {
    key,
    value: on ? 'TRUE' : 'FALSE',
    settingDisplayType: 'TOGGLE',
    entityUrn: 'urn:li:settingEntity:0',
    hasChild: false,
  };
}

/**
 * @param {string} key
 * @param {boolean} on
 * @returns {Promise<boolean>} whether the server accepted it
 */
export async function saveSetting(key, on) {
  const body = JSON.stringify(entity(key, on));
  try {
    const answer = await fetch(ADDRESS + key, { method: 'PUT', headers: headers(), body });
    // Read to its end, as Ember's data layer does. Chromium lists a fetch among the page's
    // resources only once its body was read (measured): unread, the save would never be seen.
    await answer.text();
    return answer.ok;
  } catch {
    return false; // the connection was cut
  }
}

/** @param {string} key @returns {Promise<boolean>} whether the server has it on */
export async function readSetting(key) {
  return (await (await fetch(ADDRESS + key, { headers: headers() })).json()).value;
}
