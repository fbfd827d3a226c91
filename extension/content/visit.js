/** Which page this is, and what the background tells of it. */

/**
 * Asked once more, because a worker may be stopped over its answer.
 * @param {Arrival} arrival
 * @returns {Promise<Greeting | null>} null where nobody answers any more
 */
async function greet(arrival) {
  const onSetting = matchPage(CATALOGUE, location.href) !== null;
  const hello = /** @type {const} */ ({ type: 'hello', arrival, onSetting });
  return (await tell(hello)) ?? (await tell(hello));
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
  briefing = PLAIN;

  /**
   * @param {Arrival} arrival
   * @returns {Promise<{due: Due | null, moved: boolean} | null>} what there is to do, and whether
   *   the address changed while the background was asked; null where it does not answer
   */
  async arrive(arrival) {
    this.path = '';
    const asked = location.pathname;
    const greeting = await greet(arrival);
    if (!greeting) return null;
    this.briefing = greeting.briefing;
    this.stay();
    return { due: greeting.due, moved: this.path !== asked };
  }

  /** The address as it is now counts. */
  stay() {
    this.path = location.pathname;
    this.setting = matchPage(CATALOGUE, location.href);
  }

  /** Whether the address leads elsewhere now, and not only by another spelling. */
  get isLeft() {
    const same = this.setting && this.setting === matchPage(CATALOGUE, location.href);
    return this.path !== '' && this.path !== location.pathname && !same;
  }

  /** LinkedIn's names for the way to the setting, as this page calls it. @returns {Way} */
  get way() {
    const setting = nameOf(this.setting, document.documentElement.lang);
    return { ...CATALOGUE.menu, setting };
  }
}
