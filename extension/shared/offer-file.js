/**
 * Has a link save a text as a file, made here and now: no network is needed.
 * @param {HTMLAnchorElement} link
 * @param {string} name the file's
 * @param {string} text
 * @param {string} type what it is, as a MIME type
 */
function offerFile(link, name, text, type) {
  URL.revokeObjectURL(link.href);
  link.href = URL.createObjectURL(new Blob([text], { type }));
  link.download = name.replace(/[^\w.-]/g, '-');
}
