/** The report at the end of a pass. */

/** @param {PassStep} step @param {PassLine} line @param {Go} go */
function drawReportStep(step, line, go) {
  const { root, part } = fromTemplate('report-step-template');
  const { setting } = step;
  const link = /** @type {HTMLAnchorElement} */ (part('a'));
  link.id = `report-${setting}`;
  link.textContent = titleOf(setting);
  link.href = settingAddress(setting);
  part('p').textContent = sayStep(step);
  // To undo a change is the member's own: they are shown the switch.
  part('button').hidden = line !== 'changed';
  part('button').textContent = localise('review_show_me');
  part('button').setAttribute('aria-describedby', link.id);
  part('button').addEventListener('click', () => go(setting, 'show'));
  return root;
}

/** @param {Pass} pass @param {Go} go */
function drawReport(pass, go) {
  const drawn = reportOf(pass).map(({ line, heading, steps }) => {
    const { root, part } = fromTemplate('report-line-template');
    root.dataset.line = line;
    part('h3').textContent = heading;
    part('ul').append(...steps.map((step) => drawReportStep(step, line, go)));
    return root;
  });
  byId('report-lines').replaceChildren(...drawn);
}

/** What is drawn: a report does not change, and the keyboard may be in it. */
let reportDrawn = '';

/** @param {Pass | null} pass @param {Go} go */
function showReport(pass, go) {
  const ended = stageOf(pass) === 'ended' ? pass : null;
  byId('report').hidden = ended === null;
  const now = JSON.stringify(ended);
  if (now === reportDrawn) return;
  reportDrawn = now;
  byId('copied').textContent = '';
  if (!ended) return;
  const { version } = browser.runtime.getManifest();
  const day = new Date(ended.startedAt).toISOString().slice(0, 10);
  const link = /** @type {HTMLAnchorElement} */ (byId('save'));
  const stopped = ended.halted === 'stopped';
  byId('report-title').textContent = localise(
    stopped ? 'review_report_stopped' : 'review_report_title',
  );
  byId('begun').textContent = localise('review_begun', sayTime(ended.startedAt));
  drawReport(ended, go);
  offerFile(link, `offswitch-report-${day}.txt`, writeReport(ended, version), 'text/plain');
}

/** @param {Pass} pass */
async function copyReport(pass) {
  const copied = await copyText(writeReport(pass, browser.runtime.getManifest().version));
  announce('copied', copied ? 'review_copied' : 'review_not_copied');
}
