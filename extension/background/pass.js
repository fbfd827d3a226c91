/**
 * The guided pass: leads one tab from setting to setting, at a person's pace. What happens on each
 * page is the page's affair, as always: here it is only begun, and what came of it noted.
 */

/** From what came of one page to the next page (ms). */
const PACE = 3000;

/** Goes on where the worker was stopped between two pages. */
const PASS_ALARM = 'pass';
const PASS_ALARM_EVERY = { periodInMinutes: 0.5 };

/**
 * What is wanted of the page: once it was told to turn something off, it is only looked at.
 * @param {Pass} pass
 * @param {PassStep} step
 */
const taskOf = ({ task }, { handedOut }) => (handedOut ? 'show' : task);

/**
 * @param {Pass} pass
 * @param {PassStep} step
 * @param {PassTab} passTab
 */
async function beginStep(pass, step, passTab) {
  const setting = settingOf(CATALOGUE, step.setting);
  // An older version's setting, which this one does not know.
  if (!setting) return noteOutcome(pass, step, { outcome: 'unreached' }, passTab);
  await keepPassTab({ ...passTab, begun: step.setting });
  const due = makeDue(taskOf(pass, step), step.setting);
  const report = await askSoon(passTab.tabId);
  const shown = CATALOGUE.settings.find((one) => keyOf(one) === report?.key);
  // The same address again would be a reload, which has no proof in it unless it is ours.
  if (shown?.paths[0] === setting.paths[0]) await loadAnew(passTab.tabId, due);
  else await lead(passTab.tabId, setting, due);
}

/**
 * Begins in a tab of its own, and shows it: nothing is done behind anybody's back.
 * @param {Pass} pass
 * @param {browser.tabs.Tab} review the page that it was started from
 */
async function beginBeside(pass, review) {
  const step = currentStep(pass);
  const setting = step && settingOf(CATALOGUE, step.setting);
  if (!setting) return;
  const tabId = await openBeside(review, setting, makeDue(taskOf(pass, step), step.setting));
  if (tabId === null) return;
  await keepPassTab({ tabId, reviewId: review.id ?? -1, begun: step.setting, nextAt: 0 });
}

/** @param {Extract<PassMessage, {type: 'start-pass'}>} asked */
async function startPass({ settings, tabId }) {
  const review = await browser.tabs.get(tabId);
  const known = CATALOGUE.settings.map(({ id }) => id).filter((id) => settings.includes(id));
  const { values } = await readPreferences();
  if (known.length === 0 || review.incognito || isUnderWay(await readPass())) return;
  const task = values.level === 'look' ? 'show' : 'turn-off';
  const pass = makePass(known, task, storeOf(review), Date.now());
  await beginBeside(pass, review);
  await goOn(pass);
}

/** @param {Pass} pass */
async function goOn(pass) {
  await writePass({ ...pass, halted: null });
  browser.alarms.create(PASS_ALARM, PASS_ALARM_EVERY);
  browser.tabs.onRemoved.addListener(hearRemoval);
}

/** @param {number} tabId the review page's */
async function resumePass(tabId) {
  const [pass, passTab] = await Promise.all([readPass(), readPassTab()]);
  const step = pass && currentStep(pass);
  if (!pass?.halted || !step) return;
  const tab = passTab && (await browser.tabs.get(passTab.tabId).catch(() => null));
  await goOn(pass);
  if (!tab || !passTab) return beginBeside(pass, await browser.tabs.get(tabId));
  await bringForward({ id: passTab.tabId, windowId: tab.windowId });
  await beginStep(pass, step, { ...passTab, reviewId: tabId });
}

/**
 * @param {Pass} pass
 * @param {PassHalt} halted
 */
async function halt(pass, halted) {
  await writePass({ ...pass, halted });
  await browser.alarms.clear(PASS_ALARM);
}

/**
 * Stands still at the member's wish. What was clicked is followed to its end; what was not will
 * not be.
 * @param {'paused' | 'stopped'} why
 */
async function haltByMember(why) {
  const [pass, passTab] = await Promise.all([readPass(), readPassTab()]);
  const step = pass && currentStep(pass);
  if (!pass || !step || pass.halted === 'stopped') return;
  if (!passTab || passTab.begun !== step.setting) return halt(pass, why);
  const { tabId } = passTab;
  const due = await readDue(tabId);
  if (due && due.task !== 'prove') await dropDue(tabId);
  const report = await askWithin(tabId, { type: 'withdraw' }, ANSWERS_IN);
  const isFree = report && report.state.name !== 'turning-off' && !report.state.tried;
  await halt(isFree ? noteInStep(pass, step.setting, { handedOut: false }) : pass, why);
}

/** Brings the report to who waited for it, and not to who went elsewhere. @param {PassTab} passTab */
async function conclude({ tabId, reviewId }) {
  await dropPassTab();
  await browser.alarms.clear(PASS_ALARM);
  browser.tabs.onRemoved.removeListener(hearRemoval);
  const tab = await browser.tabs.get(tabId).catch(() => null);
  if (!tab?.active) return;
  const review = await browser.tabs.update(reviewId, { active: true }).catch(() => null);
  if (!review) await browser.tabs.create({ url: '/review/review.html' });
}

/** Goes to the next page, if it is time for that. */
async function advance() {
  const [pass, passTab] = await Promise.all([readPass(), readPassTab()]);
  if (!pass || pass.halted || !passTab || Date.now() < passTab.nextAt) return;
  const step = currentStep(pass);
  if (!step) return conclude(passTab);
  if (passTab.begun !== step.setting) await beginStep(pass, step, passTab);
}

/**
 * @param {Pass} pass
 * @param {PassStep} step
 * @param {Partial<PassStep>} news
 * @param {PassTab} passTab
 */
async function noteOutcome(pass, step, news, passTab) {
  await writePass(noteInStep(pass, step.setting, { ...news, at: Date.now() }));
  await keepPassTab({ ...passTab, nextAt: Date.now() + PACE });
  setTimeout(() => inPassTurn(advance), PACE);
}
