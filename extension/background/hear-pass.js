/**
 * What a pass hears: of its tab's pages, of the tab itself, and of the member. All of it in turn, and
 * in the same one as what tabs are due: a page's hello must not be overtaken by its end of loading.
 */

/**
 * A page of the pass's tab says hello. Another one than was asked for: LinkedIn led there, or the
 * member.
 * @param {number} tabId
 * @param {Hello} hello
 */
async function hearPassHello(tabId, { arrival, settings, status }) {
  const found = await passIn(tabId);
  if (!found) return;
  const { pass, step, passTab } = found;
  if (isLimit(status)) {
    await dropDue(tabId);
    return haltAstray(pass, passTab, 'limited');
  }
  if (passTab.begun !== step.setting) return;
  if (settings.includes(step.setting)) return keepPassTab({ ...passTab, arrived: true });
  const due = await readDue(tabId);
  if (due?.setting !== step.setting) return haltAstray(pass, passTab, 'left');
  // Still the page before, which moved on by itself.
  if (arrival === 'app') return;
  await dropDue(tabId);
  await noteOutcome(pass, step, { outcome: 'unreached' }, passTab);
}

/** Before the page knows: from then on it may click. @param {number} tabId @param {Due} due */
async function hearHandedOut(tabId, due) {
  const found = await passIn(tabId);
  if (!found || due.task !== 'turn-off' || due.setting !== found.step.setting) return;
  await writePass(noteInStep(found.pass, due.setting, { handedOut: true }));
}

/**
 * What the page of the step says, until the next one begins; also while the pass stands still.
 * @param {number} tabId
 * @param {State} state
 * @param {string | null} key
 */
async function hearPassState(tabId, state, key) {
  const [pass, passTab] = await Promise.all([readPass(), readPassTab()]);
  const step = pass?.steps.find(({ setting }) => setting === passTab?.begun);
  const setting = step && settingOf(CATALOGUE, step.setting);
  if (!pass || !step || !setting || !passTab?.arrived) return;
  if (passTab.tabId !== tabId || keyOf(setting) !== key) return;
  const outcome = outcomeOf(state);
  const clicked = step.clicked || state.tried;
  // What the member does afterwards is theirs, and nothing that came of the step.
  if (step.outcome !== null && state.reason === 'by-member') return;
  if (outcome !== null) return noteOutcome(pass, step, { outcome, clicked }, passTab);
  // Also after a further try of the member's: no page may come between.
  if (state.name !== 'turning-off') return;
  const at = state.step === 'saving' ? Date.now() : step.at;
  await writePass(noteInStep(pass, step.setting, { outcome: null, clicked, at }));
}

/** LinkedIn answered a save so: what came of the click will still be told. @param {number} tabId */
async function haltLimited(tabId) {
  const found = await passIn(tabId);
  if (found) await halt(found.pass, 'limited');
}

/** The step's page is complete, and no script of ours said hello from it. @param {number} tabId */
async function haltSilent(tabId) {
  const found = await passIn(tabId);
  if (found) await haltAstray(found.pass, found.passTab, 'unreached');
}

/** @param {number} tabId */
async function forgetTab(tabId) {
  const [passTab, found] = await Promise.all([readPassTab(), passIn(tabId)]);
  if (passTab?.tabId !== tabId) return;
  const gone = { ...passTab, tabId: null };
  if (found) await haltAstray(found.pass, gone, 'closed');
  else await keepPassTab(gone);
}

/** @param {number} tabId */
const hearRemoval = (tabId) => inTurn(() => forgetTab(tabId));

/** A worker that starts: the pass may be under way, or the browser was restarted meanwhile. */
async function resumePassing() {
  const [pass, passTab] = await Promise.all([readPass(), readPassTab()]);
  if (isUnderWay(pass) && !passTab) await halt(pass, 'restarted');
  if (!passTab) return letGo();
  await advance();
}

async function forgetPass() {
  await letGo();
  await browser.storage.local.remove(PASS_KEY);
}

/** The member goes on from the report: they are not to be led back to it. */
async function letGoIfEnded() {
  if (hasEnded(await readPass())) await letGo();
}

async function forgetEndedPass() {
  if (hasEnded(await readPass())) await forgetPass();
}

/**
 * Does what a page of ours asks of the pass.
 * @param {PassMessage} message
 * @returns {Promise<unknown> | null} null where it asks for something else
 */
function hearAboutPass(message) {
  if (message.type === 'start-pass') return inTurn(() => startPass(message));
  if (message.type === 'resume-pass') return inTurn(() => resumePass(message.tabId));
  if (message.type === 'pause-pass') return inTurn(() => haltByMember('paused'));
  if (message.type === 'stop-pass') return inTurn(() => haltByMember('stopped'));
  if (message.type === 'show-pass-tab') return showPassTab();
  if (message.type === 'forget-pass') return inTurn(forgetPass);
  return null;
}
