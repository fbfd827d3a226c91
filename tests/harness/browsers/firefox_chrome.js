// What the harness does in Firefox's own windows: functions run, by name, in the chrome context.
// That context is the browser's own page: its toolbar, tabs and popups are elements there.

const windows = () => [...Services.wm.getEnumerator('navigator:browser')];
const tabs = () => windows().flatMap((window) => [...window.gBrowser.tabs]);
const extension = (id) => WebExtensionPolicy.getByID(id)?.extension;
const addressOf = (tab) => tab.linkedBrowser.currentURI.spec;

function toolbarAction(id) {
  const { ExtensionParent } = ChromeUtils.importESModule(
    'resource://gre/modules/ExtensionParent.sys.mjs',
  );
  return ExtensionParent.apiManager.global.browserActionFor(extension(id));
}

/** The tab with this WebDriver handle. */
function tabOf(handle) {
  const { NavigableManager } = ChromeUtils.importESModule(
    'chrome://remote/content/shared/NavigableManager.sys.mjs',
  );
  return tabs().find((tab) => NavigableManager.getIdForBrowser(tab.linkedBrowser) === handle);
}

function extensionHost(id) {
  return WebExtensionPolicy.getByID(id).mozExtensionHostname;
}

function backgroundIsRunning(id) {
  return extension(id).backgroundState === 'running';
}

/** Stops the event page at once, though something may still keep it busy, and waits for it. */
async function stopBackground(id) {
  await extension(id).terminateBackground({ ignoreDevToolsAttached: true });
}

/** Enables or disables it, as the add-ons page does. */
async function switchExtension(id, on) {
  const { AddonManager } = ChromeUtils.importESModule(
    'resource://gre/modules/AddonManager.sys.mjs',
  );
  const addon = await AddonManager.getAddonByID(id);
  await (on ? addon.enable() : addon.disable());
}

/** Whether the browser can speak it: what it is built with, and language packs. */
function hasLanguage(language) {
  return Services.locale.availableLocales.includes(language);
}

function setOffline(offline) {
  Services.io.offline = offline;
}

/** From now on files are saved there, without asking and without a list of downloads opening. */
function saveDownloadsIn(folder) {
  Services.prefs.setIntPref('browser.download.folderList', 2);
  Services.prefs.setStringPref('browser.download.dir', folder);
  Services.prefs.setBoolPref('browser.download.useDownloadDir', true);
  Services.prefs.setBoolPref('browser.download.alwaysOpenPanel', false);
}

/** Puts the button on the toolbar of every window; returns the button's element id. */
function pinButton(id) {
  const action = toolbarAction(id);
  CustomizableUI.addWidgetToArea(action.id, CustomizableUI.AREA_NAVBAR);
  return action.buttonViewId;
}

/** Where the button is in its window, in device pixels: left, top, right, bottom. */
function buttonBox(button) {
  const [window] = windows();
  const { left, top, right, bottom } = window.document
    .getElementById(button)
    .getBoundingClientRect();
  return [left, top, right, bottom].map((edge) => Math.round(edge * window.devicePixelRatio));
}

/** Waits until a button is drawn in its window, and its title, which is a message, translated. */
async function drawn(button) {
  const { defaultView, l10n } = button.ownerDocument;
  await new Promise((done) => defaultView.requestAnimationFrame(done));
  await l10n.translateElements([button]);
}

/** What the button shows for a tab; for one in front, what is really drawn. */
async function buttonText(id, handle) {
  const tab = tabOf(handle);
  const action = toolbarAction(id);
  if (!tab.selected) {
    return {
      badge: action.action.getProperty(tab, 'badgeText'),
      title: action.action.getProperty(tab, 'title'),
    };
  }
  const button = tab.ownerDocument.getElementById(action.buttonViewId);
  // A tab that was only just selected has the button of the one before till the next frame.
  await drawn(button);
  // Where the extension lacks access, the browser adds a line of its own.
  const [title] = button.getAttribute('tooltiptext').split('\n');
  return { badge: button.getAttribute('badge') ?? '', title };
}

/** The drawing that the button has for a tab, by its file's name without size. */
function buttonIcon(id, handle) {
  const icons = toolbarAction(id).action.getProperty(tabOf(handle), 'icon');
  const [name] = Object.values(icons)[0].split('/').at(-1).split('-');
  return name;
}

function tabUrls() {
  return tabs().map(addressOf);
}

function closeTab(url) {
  const tab = tabs().find((each) => addressOf(each) === url);
  tab.ownerDocument.defaultView.gBrowser.removeTab(tab);
}

/** Closes a tab and brings it back, with what it remembers. */
async function closeAndRestoreTab(handle) {
  const tab = tabOf(handle);
  const window = tab.ownerDocument.defaultView;
  const { TabStateFlusher } = ChromeUtils.importESModule(
    'resource:///modules/sessionstore/TabStateFlusher.sys.mjs',
  );
  await TabStateFlusher.flush(tab.linkedBrowser); // what the tab remembers comes with a delay
  window.gBrowser.removeTab(tab);
  window.gBrowser.selectedTab = window.SessionStore.undoCloseTab(window, 0);
}

/** Duplicates a tab, and selects the duplicate, as the tab's own menu does. */
function duplicateTab(handle) {
  const tab = tabOf(handle);
  const { gBrowser } = tab.ownerDocument.defaultView;
  gBrowser.selectedTab = gBrowser.duplicateTab(tab);
}

function popups() {
  return windows().flatMap((window) => [
    ...window.document.querySelectorAll('.webextension-popup-browser'),
  ]);
}

function popupOf(context) {
  return popups().find((popup) => popup.browsingContext?.id === context);
}

/** The browsing context's number of the popup that is open and loaded, or null. */
function openPopup() {
  const open = popups().find((popup) => popup.closest('panel')?.state === 'open');
  const loaded = open?.currentURI.scheme === 'moz-extension' && !open.webProgress.isLoadingDocument;
  return loaded ? open.browsingContext.id : null;
}

function popupIsOpen(context) {
  return popupOf(context)?.closest('panel')?.state === 'open';
}

/** Where the popup's page begins, in CSS pixels of the window that it belongs to. */
function popupPlace(context) {
  const { x, y } = popupOf(context).getBoundingClientRect();
  return [x, y];
}

/** Evaluates in the popup's page, through the actor that WebDriver itself uses for tabs. */
async function evaluateInPopup(context, expression) {
  const actor = popupOf(context).browsingContext.currentWindowGlobal.getActor('MarionetteCommands');
  return actor.executeScript(`return (${expression})`, [], { timeout: 10000 });
}

/** A PNG of the popup, as a data: address. */
async function popupPicture(context) {
  const page = popupOf(context).browsingContext.currentWindowGlobal;
  const picture = await page.drawSnapshot(null, 1, 'white');
  const canvas = document.createElementNS('http://www.w3.org/1999/xhtml', 'canvas');
  canvas.width = picture.width;
  canvas.height = picture.height;
  canvas.getContext('2d').drawImage(picture, 0, 0);
  return canvas.toDataURL();
}

function closePopup(context) {
  popupOf(context)?.closest('panel').hidePopup();
}

/** Errors of the extension's own files, whose addresses start so: uncaught ones, and those written with console.error. */
function extensionErrors(origin) {
  const uncaught = Services.console
    .getMessageArray()
    .filter((message) => message instanceof Ci.nsIScriptError)
    .filter((message) => !(message.flags & Ci.nsIScriptError.warningFlag))
    .map((message) => [message.sourceName, message.errorMessage, message.lineNumber]);
  const written = Cc['@mozilla.org/consoleAPI-storage;1']
    .getService(Ci.nsIConsoleAPIStorage)
    .getEvents()
    .filter((event) => event.level === 'error')
    .map((event) => [event.filename, event.arguments.join(' '), event.lineNumber]);
  // Firefox notes it when a page goes away, or into the back-forward cache, while an answer is on
  // its way to it, or a timer set in it (the second); no script can keep a page from being left at
  // that moment.
  const goneInBetween =
    /^Promise (rejected|resolved) (after context unloaded|while context is inactive)|^NS_ERROR_NOT_INITIALIZED/;
  return [...uncaught, ...written]
    .filter(([source, text]) => source?.startsWith(origin) && !goneInBetween.test(text))
    .map(([source, text, line]) => `${source}:${line}: ${text}`);
}
