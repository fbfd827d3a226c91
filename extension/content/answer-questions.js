/**
 * Answers what the background and the panel ask; a page's own scripts cannot ask here.
 * @param {Promise<void>} begun before that there is nothing to tell
 * @param {Record<TabMessage['type'], () => PageReport | PageDescription>} answers
 */
function answerQuestions(begun, answers) {
  browser.runtime.onMessage.addListener((message, _sender, answer) => {
    const { type } = /** @type {TabMessage} */ (message);
    if (!Object.hasOwn(answers, type)) return undefined;
    begun.then(() => answer(answers[type]()));
    return true;
  });
}
