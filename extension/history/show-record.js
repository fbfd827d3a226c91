/** The entries of the record, the newest first, one line for each account. */

/** @typedef {{store: string, account: number, entries: Entry[], objections: Objection[]}} Line */

/** @param {HTMLElement} element @param {number} at */
function showTime(element, at) {
  element.textContent = sayTime(at);
  /** @type {HTMLTimeElement} */ (element).dateTime = new Date(at).toISOString();
}

/** @param {Entry} entry @param {boolean} named */
function drawEntry(entry, named) {
  const { root, part } = fromTemplate('entry-template');
  const { headline, why, madeBy } = sayEntry(entry, named);
  root.dataset.tone = entry.after === 'off' && !entry.fresh ? 'unproven' : entry.after;
  say(part('strong'), headline);
  say(part('.why'), why);
  say(part('.made-by'), madeBy);
  showTime(part('time'), entry.at);
  part('.again').hidden = sayTime(entry.at) === sayTime(entry.lastAt);
  say(part('.again span'), localise('history_again'));
  showTime(part('.again time'), entry.lastAt);
  return root;
}

/** Of an objection only the day is told. @param {Objection} objection */
function drawObjection({ at }) {
  const { root, part } = fromTemplate('objection-template');
  say(part('strong'), localise('history_objection'));
  part('time').textContent = sayDate(at);
  return root;
}

/**
 * What was read and sent with an account, drawn, the newest first.
 * @param {Line} line
 * @param {boolean} named whether the setting must be named, too
 */
function drawLine({ entries, objections }, named) {
  const drawn = [
    ...entries.map((entry) => ({ at: entry.lastAt, root: drawEntry(entry, named) })),
    ...objections.map((objection) => ({ at: objection.at, root: drawObjection(objection) })),
  ];
  return drawn.sort((one, other) => other.at - one.at).map(({ root }) => root);
}

/** What a person may know of a cookie store. @param {string} store */
function sayStore(store) {
  const container = /-container-(\d+)$/.exec(store)?.[1];
  if (container) return localise('history_container', sayNumber(Number(container)));
  return /(^|-)default$/.test(store) ? localise('history_no_container') : isolate(store);
}

/** @param {Line} line @param {boolean} severalStores */
function sayLine({ store, account }, severalStores) {
  const said = localise('history_account', sayNumber(account + 1));
  return severalStores ? `${sayStore(store)}: ${said}` : said;
}

/**
 * The lines of the record: an account of a cookie store and what is known of it.
 * @param {LocalRecord} record
 */
function linesOf({ accounts, entries, objections }) {
  /** @type {Map<string, Line>} */
  const lines = new Map();
  /** @param {{store: string, account: number}} of */
  const lineOf = ({ store, account }) => {
    const name = JSON.stringify([store, account]);
    const line = lines.get(name) ?? { store, account, entries: [], objections: [] };
    lines.set(name, line);
    return line;
  };
  for (const [store, account] of Object.entries(accounts)) {
    const read = entries.some((entry) => entry.store === store && entry.account === account);
    if (!read) lineOf({ store, account });
  }
  for (const entry of [...entries].reverse()) lineOf(entry).entries.push(entry);
  for (const objection of objections) lineOf(objection).objections.push(objection);
  return [...lines.values()];
}

/** @param {LocalRecord} record @param {(store: string) => void} startLine */
function showRecord(record, startLine) {
  const lines = linesOf(record);
  const severalStores = new Set(lines.map(({ store }) => store)).size > 1;
  const named = new Set(record.entries.map(({ setting }) => setting)).size > 1;
  const drawn = lines.map((line, place) => {
    const { root, part } = fromTemplate('line-template');
    const begun = line.entries.length + line.objections.length > 0;
    say(part('h2'), lines.length > 1 ? sayLine(line, severalStores) : '');
    part('h2').id = `line-${place}`;
    part('.another button').setAttribute('aria-describedby', part('h2').id);
    part('.another').hidden = !begun || line.account !== accountOf(record, line.store);
    part('.another button').id = `another-${place}`;
    say(part('.another button'), localise('history_another'));
    say(part('.another p'), localise('history_another_why'));
    part('.another button').addEventListener('click', () => startLine(line.store));
    say(part('.nothing'), begun ? '' : localise('history_nothing'));
    part('ol').hidden = !begun;
    part('ol').append(...drawLine(line, named));
    return root;
  });
  byId('lines').replaceChildren(...drawn);
}
