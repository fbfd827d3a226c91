/** Else the browser started us in a page that was there, as after a click or an installation. */
const early = document.readyState === 'loading';

/**
 * Answers what the background and the panel ask; a page's own scripts cannot ask here.
 * @param {() => Promise<void>} arrived before that there is nothing to tell
 * @param {Record<TabMessage['type'], (message: any) => PageReport | PageDescription>} answers
 */
function answerQuestions(arrived, answers) {
  browser.runtime.onMessage.addListener((message, _sender, answer) => {
    const { type } = /** @type {TabMessage} */ (message);
    if (!Object.hasOwn(answers, type)) return undefined;
    arrived().then(() => answer({ ...answers[type](message), early }));
    return true;
  });
}
