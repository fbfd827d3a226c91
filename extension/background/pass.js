/**
 * The guided pass: leads one tab from setting to setting, at a person's pace. What happens on each
 * page is the page's affair, as always: here it is only begun, and what came of it noted.
 */

/** From what came of one page to the next page (ms). */
const PACE = 3000;

/** A save was never seen to take longer (ms). */
const SAVE_LASTS = 10_000;

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
 * Opens the step's page in the pass's tab; in a new one, which is shown, where there is none:
 * nothing is done behind anybody's back.
 * @param {Setting} setting
 * @param {Due} due
 * @param {PassTab} passTab
 * @returns {Promise<number | null>} the tab
 */
async function openStep(setting, due, { tabId, reviewId }) {
  if (tabId === null) {
    const review = await findTab(reviewId);
    return review && openBeside(review, setting, due);
  }
  const report = await askSoon(tabId);
  const shown = CATALOGUE.settings.find((one) => keyOf(one) === report?.key);
  // The same address again would be a reload, which has no proof in it unless it is ours.
  if (shown?.paths[0] === setting.paths[0]) await loadAnew(tabId, due);
  else await lead(tabId, setting, due);
  return tabId;
}

/**
 * @param {Pass} pass
 * @param {PassStep} step
 * @param {PassTab} passTab
 */
async function beginStep(pass, step, passTab) {
  const setting = settingOf(CATALOGUE, step.setting);
  // An older version's setting, which this one does not know.
  if (!setting) return noteOutcome(pass, step, { outcome: 'unreached' }, passTab);
  await keepPassTab({ ...passTab, begun: step.setting, arrived: false });
  const tabId = await openStep(setting, makeDue(taskOf(pass, step), step.setting), passTab);
  if (tabId === null) return halt(pass, 'closed');
  await keepPassTab({ ...passTab, tabId, begun: step.setting, arrived: false });
}

/**
 * Goes on in a tab, or in a new one, from this moment or from a later one.
 * @param {Pass} pass
 * @param {Omit<PassTab, 'begun' | 'arrived'>} where
 */
async function goOn(pass, where) {
  await keepPassTab({ ...where, begun: null, arrived: false });
  await writePass({ ...pass, halted: null });
  browser.alarms.create(PASS_ALARM, PASS_ALARM_EVERY);
  browser.tabs.onRemoved.addListener(hearRemoval);
  await advance();
  setTimeout(() => inTurn(advance), Math.max(0, where.nextAt - Date.now()));
}

/** @param {Extract<PassMessage, {type: 'start-pass'}>} asked */
async function startPass({ settings, tabId: reviewId }) {
  const review = await browser.tabs.get(reviewId);
  const known = CATALOGUE.settings.map(({ id }) => id).filter((id) => settings.includes(id));
  const { values } = await readPreferences();
  const allowed = await browser.permissions.contains(siteAccess());
  if (known.length === 0 || !allowed || review.incognito || isUnderWay(await readPass())) return;
  const task = values.level === 'look' ? 'show' : 'turn-off';
  const pass = makePass(known, task, storeOf(review), Date.now());
  await goOn(pass, { tabId: null, reviewId, nextAt: 0 });
}

/** @param {number} reviewId the page that it was asked for on */
async function resumePass(reviewId) {
  const [pass, passTab] = await Promise.all([readPass(), readPassTab()]);
  const step = pass && currentStep(pass);
  if (!pass?.halted || !step) return;
  const tab = await findTab(passTab?.tabId ?? null);
  if (tab?.id !== undefined) await bringForward({ id: tab.id, windowId: tab.windowId });
  // A save may still be under way: what is read before it is over is not what comes of it.
  const nextAt = step.clicked ? (step.at ?? 0) + SAVE_LASTS : 0;
  await goOn(pass, { tabId: tab?.id ?? null, reviewId, nextAt });
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
  const { tabId = null, begun = null } = passTab ?? {};
  if (!passTab || tabId === null || begun !== step.setting) return halt(pass, why);
  const due = await readDue(tabId);
  if (due && due.task !== 'prove') await dropDue(tabId);
  const report = await askWithin(tabId, { type: 'withdraw' }, ANSWERS_IN);
  const isFree = report && report.state.name !== 'turning-off' && !report.state.tried;
  if (isFree) await keepPassTab({ ...passTab, begun: null });
  await halt(isFree ? noteInStep(pass, step.setting, { handedOut: false }) : pass, why);
}

/** Brings the report to who waited for it, and not to who went elsewhere. @param {PassTab} passTab */
async function conclude({ tabId, reviewId }) {
  await dropPassTab();
  await browser.alarms.clear(PASS_ALARM);
  browser.tabs.onRemoved.removeListener(hearRemoval);
  const tab = await findTab(tabId);
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

/** Now and then: the member may have taken the tab to where no script of ours runs. */
async function lookAfterPass() {
  const passTab = await readPassTab();
  const found = passTab && (await passIn(passTab.tabId ?? undefined));
  const tab = found && (await findTab(found.passTab.tabId));
  if (!found || tab?.id === undefined || !found.passTab.arrived) return advance();
  const isThere =
    tab.status !== 'complete' || (await askWithin(tab.id, { type: 'report' }, ANSWERS_CLICK_IN));
  if (isThere) await advance();
  else await halt(found.pass, 'left');
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
  setTimeout(() => inTurn(advance), PACE);
}
