// What a person does to an extension in Firefox's own interface, and what it keeps. Run after
// firefox_chrome.js, whose names it uses.

const permissions = () =>
  ChromeUtils.importESModule('resource://gre/modules/ExtensionPermissions.sys.mjs');

/** Allows it in private windows, as its page of details does; whether that was news. */
async function allowInPrivateWindows(id) {
  if (extension(id).privateBrowsingAllowed) return false;
  const allowed = { permissions: ['internal:privateBrowsingAllowed'], origins: [] };
  await permissions().ExtensionPermissions.add(id, allowed, extension(id));
  const { AddonManager } = ChromeUtils.importESModule(
    'resource://gre/modules/AddonManager.sys.mjs',
  );
  const addon = await AddonManager.getAddonByID(id);
  await addon.reload();
  return true;
}

function openPrivateWindow() {
  windows()[0].OpenBrowserWindow({ private: true });
}

/** Opens and selects a tab of a container, found or made by its name. */
function openContainerTab(name) {
  // Off in a fresh profile; on as soon as any add-on for containers is installed.
  Services.prefs.setBoolPref('privacy.userContext.enabled', true);
  const { ContextualIdentityService } = ChromeUtils.importESModule(
    'resource://gre/modules/ContextualIdentityService.sys.mjs',
  );
  const known = ContextualIdentityService.getPublicIdentities().find((each) => each.name === name);
  const { userContextId } = known ?? ContextualIdentityService.create(name, 'circle', 'blue');
  const triggeringPrincipal = Services.scriptSecurityManager.getSystemPrincipal();
  gBrowser.selectedTab = gBrowser.addTab('about:blank', { userContextId, triggeringPrincipal });
}

/** An address that its content scripts are for. */
function siteOf(id) {
  const [pattern] = extension(id).manifest.content_scripts[0].matches;
  return Services.io.newURI(pattern.replaceAll('*', ''));
}

/** "Only when clicked" in the menu of its button. */
async function runOnlyWhenClicked(id) {
  await permissions().OriginControls.setWhenClicked(WebExtensionPolicy.getByID(id), siteOf(id));
}

/** "Always allow" in the menu of its button. */
async function runAlways(id) {
  await permissions().OriginControls.setAlwaysOn(WebExtensionPolicy.getByID(id), siteOf(id));
}

/** Presses a button of the question whether it may have a permission; false if none is open. */
function answerAccessRequest(answer) {
  const questions = windows().map((window) => window.PopupNotifications.panel);
  const open = questions.find((panel) => panel.state === 'open')?.firstElementChild;
  if (open?.id !== 'addon-webext-permissions-notification') return false;
  const button = answer === 'accept' ? open.button : open.secondaryButton;
  if (button.disabled) return false; // it is for a moment, so that nobody clicks it unread
  button.click();
  return true;
}

async function localStorageOf(id) {
  const { ExtensionStorageIDB } = ChromeUtils.importESModule(
    'resource://gre/modules/ExtensionStorageIDB.sys.mjs',
  );
  const principal = ExtensionStorageIDB.getStoragePrincipal(extension(id));
  const database = await ExtensionStorageIDB.open(principal, false);
  const change = async (method, ...values) => {
    const changes = await database[method](...values);
    if (changes) ExtensionStorageIDB.notifyListeners(id, changes);
  };
  return {
    read: () => database.get(null),
    write: (values) => change('set', values),
    clear: () => change('clear'),
    close: () => database.close(),
  };
}

/** What is kept for the session lies in the browser's memory, each value as a clone to be. */
function sessionStorageOf(id) {
  const { extensionStorageSession } = ChromeUtils.importESModule(
    'resource://gre/modules/ExtensionStorage.sys.mjs',
  );
  const each = (values, change) =>
    Object.fromEntries(Object.entries(values).map(([key, value]) => [key, change(value)]));
  const holder = (value) => new StructuredCloneHolder('', null, value);
  return {
    // To keep: what was read once would else be gone.
    read: () =>
      each(extensionStorageSession.get(extension(id), null), (kept) =>
        kept.deserialize(globalThis, true),
      ),
    write: (values) => extensionStorageSession.set(extension(id), each(values, holder)),
    clear: () => extensionStorageSession.clear(extension(id)),
    close: () => {},
  };
}

async function inStorage(id, area, deed, ...values) {
  const storage = area === 'session' ? sessionStorageOf(id) : await localStorageOf(id);
  try {
    return await storage[deed](...values);
  } finally {
    storage.close();
  }
}

const readStorage = (id, area) => inStorage(id, area, 'read');
const writeStorage = (id, area, values) => inStorage(id, area, 'write', values);
const clearStorage = (id, area) => inStorage(id, area, 'clear');

/** Whether an add-on that nobody signed may stay over a restart. */
function unsignedMayStay() {
  const { AddonSettings } = ChromeUtils.importESModule(
    'resource://gre/modules/addons/AddonSettings.sys.mjs',
  );
  return !AddonSettings.REQUIRE_SIGNING;
}

/** Whether it is installed, and its button there. */
function isInstalled(id) {
  return Boolean(extension(id) && toolbarAction(id));
}

/** Colours as a person may want them, for the site or extension that a tab is at. */
function showAs(handle, dark, forcedColors) {
  const { browsingContext } = tabOf(handle).linkedBrowser;
  browsingContext.prefersColorSchemeOverride = dark ? 'dark' : 'light';
  browsingContext.forcedColorsOverride = forcedColors ? 'active' : 'none';
}

/** Gives a tab's page this size in its window, null is all the room there is; its width then. */
function resizePage(handle, width, height) {
  const pixels = (size) => (size === null ? '' : `${size}px`);
  const [maxWidth, maxHeight] = [pixels(width), pixels(height)];
  const page = tabOf(handle).linkedBrowser;
  Object.assign(page.style, { minWidth: '0', maxWidth, maxHeight });
  return Math.round(page.getBoundingClientRect().width);
}

/** Role, name and children of what the accessibility service knows of an element and below. */
function toldOf(accessible) {
  const children = Array.from({ length: accessible.childCount }, (_, place) =>
    toldOf(accessible.getChildAt(place)),
  );
  const isText = accessible.role === Ci.nsIAccessibleRole.ROLE_TEXT_LEAF;
  return [isText ? 'text' : accessible.computedARIARole, accessible.name ?? '', children];
}

/**
 * The accessibility tree of a tab's page; the service starts with the first question. It ends when
 * its last reference is collected as garbage, and all trees with it: a window's document holds one.
 */
function accessibilityTree(handle) {
  const { linkedBrowser, ownerDocument } = tabOf(handle);
  ownerDocument.heldAccessibility ??= Cc['@mozilla.org/accessibilityService;1'].getService(
    Ci.nsIAccessibilityService,
  );
  const page = ownerDocument.heldAccessibility.getAccessibleFor(linkedBrowser)?.firstChild;
  return page ? toldOf(page) : ['document', '', []];
}

const accessibilityRuns = () => Services.appinfo.accessibilityEnabled;

/** Lets go of the service, where it was asked. It ends a moment later, unless others use it. */
function endAccessibility() {
  const holders = windows().filter(({ document }) => document.heldAccessibility);
  for (const { document } of holders) document.heldAccessibility = undefined;
  if (holders.length > 0) collectGarbage();
}

function collectGarbage() {
  Cu.forceGC();
  Cu.forceCC();
}
