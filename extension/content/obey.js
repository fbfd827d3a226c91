/**
 * What is asked of the page by others: the member's click on the toolbar or in the banner, and what
 * the background and our own pages want. What follows from it is up to the table of states.
 */

/** When the last click came (ms of performance.now()). */
let lastClickAt = -Infinity;

/** @param {boolean} shown whether the page itself shows what was done @returns {PageReport} */
const answer = (shown) => ({ state, key: visit.key, shown });

/**
 * A person's click on the toolbar or in the banner. It acts on what the page shows now.
 * @param {string} [meant] the id of the setting that was meant, where the page may have moved on
 * @returns {PageReport}
 */
function press(meant = visit.setting?.id) {
  if (meant !== visit.setting?.id) return answer(false);
  const offered = state.name;
  look('walk');
  const { briefing } = visit;
  // Who asked for a check did not ask to have it turned off.
  const onlyChecks = offered === 'unproven' && state.name === 'on';
  // Where only looking is asked for, the one thing left to do is to look anew.
  const onlyLooks = briefing.level === 'look' && state.name !== 'unproven';
  if (onlyChecks || onlyLooks) return answer(false);
  const before = state;
  const at = performance.now();
  dispatch({ type: 'click', at, ready });
  const shown = bannerSpeaks(state, briefing) && (state !== before || at - lastClickAt < ONE_CLICK);
  lastClickAt = at;
  return answer(shown);
}

/** Takes back the click that waits, if it does: it would be ours. */
function withdraw() {
  if (state.askedAt !== null) dispatch({ type: 'not-now' });
  return answer(true);
}

/** What is drawn now, as far as it depends on more than the state. */
const drawn = () =>
  JSON.stringify([
    visit.language,
    visit.news.level,
    visit.news.place,
    sayState(state, visit.briefing),
  ]);

/**
 * The member chose something else, or there is more to remember.
 * @param {{news: News}} told
 * @returns {PageReport}
 */
function heed({ news }) {
  // A reading that was noted is news to the background, and seldom to the page that told it.
  if (JSON.stringify(news) === JSON.stringify(visit.news)) return answer(true);
  const before = drawn();
  const { language } = visit;
  visit.heed(news);
  if (visit.language !== language) eraseAll();
  if (news.level === 'look') withdraw();
  // Nothing is drawn anew under somebody's hand without need.
  if (before !== drawn()) draw();
  look('glance');
  return answer(true);
}
