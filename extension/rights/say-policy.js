/** Whom it concerns and what holds for all, in words, with who said so. */

/** How exactly a date is known: by the number of its parts. @type {Intl.DateTimeFormatOptions[]} */
const DATE_PARTS = [
  { year: 'numeric' },
  { year: 'numeric', month: 'long' },
  { year: 'numeric', month: 'long', day: 'numeric' },
];

/**
 * Such as "3 November 2025", or "September 2024" where the day is not known.
 * @param {string} date such as "2025-11-03" or "2024-09"
 */
function sayPartialDate(date) {
  const parts = DATE_PARTS[date.split('-').length - 1];
  const format = new Intl.DateTimeFormat(localise('date_language'), { ...parts, timeZone: 'UTC' });
  return format.format(Date.parse(date));
}

/** The message that says it, by the name that the data has. @param {string} kind @param {string} id */
const sayById = (kind, id) => localise(`${kind}_${id.replaceAll('-', '_')}`);

/** @param {readonly string[]} ids @returns {Words} */
function saySources(ids) {
  const sources = ids.flatMap((id) => POLICY.sources[id] ?? []);
  const said = sources.map(({ by, where, when, secondary }) => {
    const date = when === null ? localise('rights_undated') : sayPartialDate(when);
    const named = [by, where].map((words) => quote({ words }));
    return [
      ...localiseAround(secondary ? 'rights_reported' : 'rights_quoted', ...named, date),
      ' ',
    ];
  });
  // In which order ISO dates are written is the order in which they come.
  const read = sources.map((source) => source.read).sort()[0] ?? '';
  return [...said.flat(), localise('rights_read', sayPartialDate(read))];
}

/** @param {boolean | null} shares @returns {Words} */
function sayAds(shares) {
  if (shares === null) return '';
  const partners = settingOf(CATALOGUE, 'partners');
  return shares
    ? localiseAround('rights_ads_shared', quote(nameOf(partners)))
    : localise('rights_ads_elsewhere');
}

/**
 * The short answer for a region: one sentence for each thing that is known.
 * @param {Region} region
 * @returns {Words[]}
 */
function sayRegion({ since, basis, sharesForAds }) {
  const concerned =
    since === null
      ? localise('rights_since_unknown')
      : localise('rights_since', sayPartialDate(since));
  return [concerned, basis ? sayById('basis', basis) : '', sayAds(sharesForAds)].filter(Boolean);
}
