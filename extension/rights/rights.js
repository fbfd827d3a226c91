/** The page of whom it concerns, of what the switch does not reach, and of what LinkedIn says. */

const inDrawTurn = queueSteps();

async function copyObjection() {
  const text = /** @type {HTMLTextAreaElement} */ (byId('text'));
  const copied = await copyText(text.value);
  announce('copied', copied ? 'rights_copied' : 'rights_not_copied');
  if (copied) return;
  text.focus();
  text.select();
}

/** @param {browser.tabs.Tab} tab this page's own */
function offerToNote(tab) {
  dayField().value = today();
  byId('sent').addEventListener('submit', (event) => {
    event.preventDefault();
    noteSent(storeOf(tab));
  });
  const draw = () => inDrawTurn(async () => showSent(tab, await know()));
  browser.storage.onChanged.addListener(draw);
  draw();
}

async function begin() {
  await openPage('rights_title');
  linkToSite(document);
  offerRegions();
  byId('copy').addEventListener('click', copyObjection);
  const tab = await browser.tabs.getCurrent();
  if (tab) offerToNote(tab);
}

begin();
