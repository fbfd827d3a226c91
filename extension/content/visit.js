/** Which page this is, and what the background tells of it. */

/**
 * When a page says hello, after the one before failed (ms): a background that stops, or has not
 * started yet, answers nobody, and a slow machine needs its time.
 */
const HELLOS_AFTER = [0, 0, 100, 500, 2000, 4000, 8000];
/** Nor does it always refuse (ms). */
const ANSWERS_HELLO_IN = 1500;

/** @param {number} time ms @returns {Promise<null>} */
const after = (time) => new Promise((over) => setTimeout(over, time, null));

/** @param {Promise<Greeting | null>[]} hellos @returns {Promise<Greeting | null>} the first answer */
const answerTo = (hellos) =>
  Promise.any(hellos.map(async (hello) => (await hello) ?? Promise.reject())).catch(() => null);

/**
 * @param {Arrival} arrival
 * @param {Setting[]} here whose page this is
 * @returns {Promise<Greeting | null>} null where nobody answers any more
 */
async function greet(arrival, here) {
  const settings = here.map(({ id }) => id);
  const status = pageLoad()?.responseStatus ?? 0;
  const id = crypto.randomUUID();
  const hello = /** @type {const} */ ({ type: 'hello', id, arrival, settings, status });
  const hellos = [];
  for (const pause of HELLOS_AFTER) {
    if (pause) await after(pause);
    hellos.push(tell(hello));
    const greeting = await Promise.race([answerTo(hellos), after(ANSWERS_HELLO_IN)]);
    if (greeting) return greeting;
  }
  return answerTo(hellos);
}

/** While a page is prerendered nothing is told or drawn. */
async function untilShown() {
  // Again and again: the page itself may dispatch that event.
  while (document.prerendering) {
    await new Promise((shown) => document.addEventListener('prerenderingchange', shown));
  }
}

class Visit {
  /** Where we are; empty until the background has answered our hello: nothing is done before. */
  path = '';
  /** @type {Setting | null} */
  setting = null;
  /** @type {News} */
  news = { level: 'banner', memories: {}, place: null, texts: null };

  /** @param {News} news */
  heed(news) {
    this.news = news;
    speak(news.texts);
  }

  /**
   * @param {Arrival} arrival
   * @returns {Promise<{due: Due | null, moved: boolean} | null>} what there is to do, and whether
   *   the address changed while the background was asked; null where it does not answer
   */
  async arrive(arrival) {
    this.path = '';
    const asked = location.pathname;
    const here = settingsAt(CATALOGUE, location.href);
    const greeting = await greet(arrival, here);
    if (!greeting) return null;
    // What was handed out was for the page before: whose this one is must be told anew.
    if (location.pathname !== asked) {
      const arrived = await this.arrive('app');
      return arrived && { ...arrived, moved: true };
    }
    const { due, news } = greeting;
    this.heed(news);
    this.path = location.pathname;
    // Of several settings on one page, the one that is meant.
    const meant = due?.setting ?? news.place?.setting;
    this.setting = here.find(({ id }) => id === meant) ?? here[0] ?? null;
    return { due: due?.setting === this.setting?.id ? due : null, moved: false };
  }

  /** The language that was chosen for our messages. */
  get language() {
    return this.news.texts?.language ?? null;
  }

  get key() {
    return this.setting && keyOf(this.setting);
  }

  /** @returns {Briefing} */
  get briefing() {
    const { level, memories, place } = this.news;
    const main = this.setting === null || this.setting === mainSetting(CATALOGUE);
    return { level, memory: memories[this.key ?? ''] ?? null, main, place };
  }

  /** Whether the address leads elsewhere now, and not only by another spelling. */
  get isLeft() {
    const same = this.setting && settingsAt(CATALOGUE, location.href).includes(this.setting);
    return this.path !== '' && this.path !== location.pathname && !same;
  }

  /** LinkedIn's names for the way to the setting, as this page calls it. @returns {Way} */
  get way() {
    const { menu, groups } = CATALOGUE;
    const group = groups.find(({ id }) => id === this.setting?.group);
    const setting = nameOf(this.setting, document.documentElement.lang);
    const privacy = { words: group?.name ?? menu.privacy };
    return { settings: { words: menu.settings }, privacy, setting };
  }
}
