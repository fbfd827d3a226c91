/** Which page this is, and what the background tells of it. */

/** As told to a page whose background does not answer any more. @type {Greeting} */
const NOTHING_TOLD = Object.freeze({ due: null, briefing: PLAIN });

/** @param {boolean} loaded as Visit.arrive takes it @returns {Promise<Greeting>} */
async function greet(loaded) {
  const reloaded = loaded && pageLoad()?.type === 'reload';
  const onSetting = matchPage(CATALOGUE, location.href) !== null;
  return (await tell({ type: 'hello', reloaded, onSetting })) ?? NOTHING_TOLD;
}

/** While a page is prerendered nothing is told or drawn. */
async function untilShown() {
  // Again and again: the page itself may dispatch that event.
  while (document.prerendering) {
    await new Promise((shown) => document.addEventListener('prerenderingchange', shown));
  }
}

class Visit {
  /** Where we are; empty until the background has answered our hello. */
  path = '';
  /** @type {Setting | null} */
  setting = null;
  briefing = PLAIN;

  /**
   * @param {boolean} loaded this document was loaded for it; else the app moved here by itself
   * @returns {Promise<{due: Due | null, moved: boolean}>} what there is to do, and whether the
   *   address changed while the background was asked
   */
  async arrive(loaded) {
    this.path = '';
    const asked = location.pathname;
    const { due, briefing } = await greet(loaded);
    this.briefing = briefing;
    this.stay();
    return { due, moved: this.path !== asked };
  }

  /** The address as it is now counts. */
  stay() {
    this.path = location.pathname;
    this.setting = matchPage(CATALOGUE, location.href);
  }

  /** LinkedIn's names for the way to the setting, as this page calls it. @returns {Way} */
  get way() {
    const setting = nameOf(this.setting, document.documentElement.lang);
    return { ...CATALOGUE.menu, setting };
  }
}
