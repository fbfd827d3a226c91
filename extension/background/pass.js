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
const taskOf = ({ task }, { handedOut, clicked }) => (handedOut || clicked ? 'show' : task);

/**
 * Until when a save may still be under way: what is read before is not what comes of it.
 * @param {Pass | null} pass
 * @returns {number} as of Date.now()
 */
function busyUntil(pass) {
  const open = (pass?.steps ?? []).filter(({ clicked, outcome }) => clicked && outcome === null);
  return Math.max(0, ...open.map(({ at }) => (at ?? 0) + SAVE_LASTS));
}

/**
 * Opens the step's page in the pass's tab; in a new one, which is shown, where there is none:
 * nothing is done behind anybody's back.
 * @param {Setting} setting
 * @param {Due} due
 * @param {PassTab} passTab
 * @returns {Promise<number | null>} the tab; null where it is closed by now
 */
async function openStep(setting, due, { tabId, reviewId }) {
  if (tabId === null) {
    const review = await findTab(reviewId);
    return review && openBeside(review, setting, due);
  }
  const report = await askSoon(tabId);
  const shown = CATALOGUE.settings.find((one) => keyOf(one) === report?.key);
  // The same address again would be a reload, which has no proof in it unless it is ours.
  const again = shown?.paths[0] === setting.paths[0];
  const isOpen = again ? await loadAnew(tabId, due) : await lead(tabId, setting, due);
  return isOpen ? tabId : null;
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
  const [before, { values }] = await Promise.all([readPass(), readPreferences()]);
  if (known.length === 0 || isUnderWay(before) || !(await mayPassFrom(review))) return;
  const task = values.level === 'look' ? 'show' : 'turn-off';
  const pass = makePass(known, task, storeOf(review), Date.now());
  await goOn(pass, { tabId: null, reviewId, nextAt: busyUntil(before) });
}

/** Not in private, and not where no fresh load could show anything. @param {browser.tabs.Tab} review */
async function mayPassFrom({ incognito }) {
  return !incognito && browser.permissions.contains(siteAccess());
}

/** @param {number} reviewId the page that it was asked for on */
async function resumePass(reviewId) {
  const [pass, passTab] = await Promise.all([readPass(), readPassTab()]);
  const review = await browser.tabs.get(reviewId);
  if (!pass?.halted || !currentStep(pass) || !(await mayPassFrom(review))) return;
  // Another container has another account.
  if (storeOf(review) !== pass.store) return;
  const tab = await findTab(passTab?.tabId ?? null);
  await showPassTab();
  const nextAt = Math.max(passTab?.nextAt ?? 0, busyUntil(pass));
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
 * Stands still where the step's page is not what it should be: what it says from now on is nothing
 * that came of the step, and the step is begun anew.
 * @param {Pass} pass
 * @param {PassTab} passTab
 * @param {PassHalt} halted
 */
async function haltAstray(pass, passTab, halted) {
  await keepPassTab({ ...passTab, begun: null, arrived: false });
  await halt(pass, halted);
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
  if (step.clicked || !(await takeBack(step, passTab))) return halt(pass, why);
  await haltAstray(noteInStep(pass, step.setting, { handedOut: false }), passTab, why);
}

/**
 * @param {PassStep} step
 * @param {PassTab} passTab
 * @returns {Promise<boolean>} whether it is certain that nothing was clicked, nor will be
 */
async function takeBack({ setting }, { tabId }) {
  if (tabId === null) return false;
  const due = await readDue(tabId);
  if (due && due.task !== 'prove') {
    await dropDue(tabId);
    return true;
  }
  const report = await askWithin(tabId, { type: 'withdraw' }, ANSWERS_IN);
  const wanted = settingOf(CATALOGUE, setting);
  if (!report || !wanted || report.key !== keyOf(wanted)) return false;
  return report.state.name !== 'turning-off' && !report.state.tried;
}

/** Brings the report to who waited for it, and not to who went elsewhere. @param {PassTab} passTab */
async function conclude({ tabId, reviewId }) {
  await letGo();
  const tab = await findTab(tabId);
  if (!tab?.active) return;
  const review = await browser.tabs.update(reviewId, { active: true }).catch(() => null);
  if (!review) await browser.tabs.create({ url: '/review/review.html' });
}

async function letGo() {
  await dropPassTab();
  await browser.alarms.clear(PASS_ALARM);
  browser.tabs.onRemoved.removeListener(hearRemoval);
}

/** For a member who has to sign in there, or to answer LinkedIn, or wants to watch. */
async function showPassTab() {
  const tab = await findTab((await readPassTab())?.tabId ?? null);
  if (tab?.id !== undefined) await bringForward({ id: tab.id, windowId: tab.windowId });
}

/** Goes to the next page, if it is time for that. */
async function advance() {
  const [pass, passTab] = await Promise.all([readPass(), readPassTab()]);
  if (!pass || pass.halted || !passTab || Date.now() < passTab.nextAt) return;
  const step = currentStep(pass);
  if (!step) return conclude(passTab);
  if (passTab.begun === step.setting) return;
  const { tabId, begun } = passTab;
  const report =
    tabId === null ? null : await askWithin(tabId, { type: 'report' }, ANSWERS_CLICK_IN);
  // The member took the tab elsewhere: it is theirs.
  if (tabId !== null && begun !== null && !report) return haltAstray(pass, passTab, 'left');
  // By the member's further try: no page may come between. The alarm comes back to it.
  if (report?.state.name === 'turning-off') return;
  await beginStep(pass, step, passTab);
}

/**
 * Now and then: a page that was begun and says nothing at all is none of ours, wherever the member or
 * LinkedIn led the tab; or the worker was stopped before it was asked for.
 */
async function lookAfterPass() {
  const [pass, passTab] = await Promise.all([readPass(), readPassTab()]);
  if (!isUnderWay(pass) || !passTab) return advance();
  if (passTab.begun === null || passTab.begun !== currentStep(pass)?.setting) return advance();
  const tab = await findTab(passTab.tabId);
  if (tab?.id === undefined) return haltAstray(pass, { ...passTab, tabId: null }, 'closed');
  if (tab.status !== 'complete' || (await readDue(tab.id))) return;
  const report = await askWithin(tab.id, { type: 'report' }, ANSWERS_CLICK_IN);
  if (!report) return haltAstray(pass, passTab, 'left');
  // A worker may have been stopped while the page told it.
  if (outcomeOf(report.state) !== null) await hearPassState(tab.id, report.state, report.key);
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
