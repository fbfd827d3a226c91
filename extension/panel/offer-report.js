/** The report of the page in the panel: what can be read there is what is copied. */

/** How often a report was asked for: an answer that comes too late is not shown. */
let reportsAsked = 0;

/**
 * @param {number} tabId
 * @param {boolean} wanted
 */
async function offerReport(tabId, wanted) {
  reportsAsked += 1;
  const asked = reportsAsked;
  const answer = wanted ? await askTab(tabId, { type: 'describe' }) : null;
  if (asked !== reportsAsked) return;
  byId('report-text').textContent = answer?.report ?? '';
  byId('copied').textContent = '';
  byId('report').hidden = !answer?.report;
}

async function copyShownReport() {
  const text = byId('report-text');
  const copied = await copyText(text.textContent ?? '');
  announce('copied', copied ? 'report_copied' : 'report_not_copied');
  if (copied) return;
  /** @type {HTMLDetailsElement} */ (byId('report-details')).open = true;
  getSelection()?.selectAllChildren(text);
}
