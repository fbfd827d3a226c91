/** What came of a pass: in words, in the order in which a member wants to know. */

/** @type {Record<PassLine, string>} */
const LINE_HEADINGS = {
  changed: 'review_changed',
  'kept-on': 'review_kept_on',
  'still-on': 'review_still_on',
  unproven: 'review_unproven',
  'not-recognised': 'review_not_recognised',
  'not-reached': 'review_not_reached',
  'not-done': 'review_not_done',
  'not-offered': 'review_not_offered',
  'already-off': 'review_already_off',
};

/** @type {Record<PassLine, string>} */
const LINE_SENTENCES = {
  changed: 'review_says_changed',
  'kept-on': 'review_says_kept_on',
  'still-on': 'review_says_on',
  unproven: 'review_says_unproven',
  'not-recognised': 'review_says_not_recognised',
  'not-reached': 'review_says_not_reached',
  'not-done': 'review_says_not_done',
  'not-offered': 'review_says_not_offered',
  'already-off': 'review_says_already_off',
};

/** @param {PassStep} step */
function sentenceOf(step) {
  const { handedOut, clicked, outcome } = step;
  const line = lineOf(step);
  if (line === 'still-on' && outcome === 'locked') return 'review_says_locked';
  if (line === 'unproven' && clicked) return 'review_says_clicked';
  if (line === 'not-done' && (handedOut || clicked)) return 'review_says_begun';
  return LINE_SENTENCES[line];
}

/** One sentence on what came of it. @param {PassStep} step */
const sayStep = (step) => localise(sentenceOf(step));

/** The headings that have something below them. @param {Pass} pass */
function reportOf({ steps }) {
  const lines = /** @type {PassLine[]} */ (Object.keys(LINE_HEADINGS));
  return lines.flatMap((line) => {
    const below = steps.filter((step) => lineOf(step) === line);
    const heading = localise(LINE_HEADINGS[line], sayNumber(below.length));
    return below.length > 0 ? [{ line, heading, steps: below }] : [];
  });
}

/**
 * The report as a text: one line a setting, with its address.
 * @param {Pass} pass
 * @param {string} version ours
 */
function writeReport(pass, version) {
  const title = localise('review_text_title', sayTime(pass.startedAt), version);
  /** @param {PassStep} step */
  const writeStep = (step) =>
    `- ${isolate(titleOf(step.setting))}: ${sayStep(step)} ${settingAddress(step.setting)}`;
  const parts = reportOf(pass).map(({ heading, steps }) =>
    [heading, ...steps.map(writeStep)].join('\n'),
  );
  return `${[title, ...parts].join('\n\n')}\n`;
}

/**
 * What has been learnt since: each outcome is said once.
 * @param {Pass | null} before
 * @param {Pass | null} now
 */
function sayNews(before, now) {
  if (!before || before.startedAt !== now?.startedAt) return [];
  const news = now.steps.filter(
    ({ outcome }, place) => outcome !== null && before.steps[place]?.outcome === null,
  );
  return news.flatMap((step) => [quoteTitle(step.setting), `: ${sayStep(step)} `]);
}
