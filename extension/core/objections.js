/** Objections that the member sent to LinkedIn and noted here: a day of an account each. */

/**
 * Those of the store's present account, in the order in which they were noted.
 * @param {LocalRecord} record
 * @param {string} store
 */
function objectionsOf(record, store) {
  const account = accountOf(record, store);
  return record.objections.filter((one) => one.store === store && one.account === account);
}

/**
 * The record with one more; one that is there already, or is none, changes nothing.
 * @param {LocalRecord} record
 * @param {{store: string, at: number}} sent
 * @returns {LocalRecord}
 */
function addObjection(record, { store, at }) {
  const objection = { store, account: accountOf(record, store), at };
  const known = objectionsOf(record, store).some((one) => one.at === at);
  if (known || !hasExactly(OBJECTION_FIELDS, objection)) return record;
  return { ...record, objections: [...record.objections, objection].slice(-OBJECTION_CAP) };
}

/**
 * The record without the one that the store's present account sent then.
 * @param {LocalRecord} record
 * @param {{store: string, at: number}} sent
 * @returns {LocalRecord}
 */
function removeObjection(record, { store, at }) {
  const gone = objectionsOf(record, store).filter((one) => one.at === at);
  if (gone.length === 0) return record;
  return { ...record, objections: record.objections.filter((one) => !gone.includes(one)) };
}
