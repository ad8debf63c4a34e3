/** What XML 1.0 forbids: controls, lone surrogates, U+FFFE and U+FFFF. */
const forbidden =
  // eslint-disable-next-line no-control-regex -- these are the characters meant
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g

/** What may have to be written otherwise; a text without any of it is most texts. */
// eslint-disable-next-line no-control-regex -- these are the characters meant
const delicate = /[\u0000-\u001f&<>\ud800-\udfff\ufffe\uffff]/

/** Text as the content of an element of XML or HTML. Characters that XML 1.0 cannot hold become U+FFFD. */
export function xmlText(text: string): string {
  if (!delicate.test(text)) return text
  return text
    .replaceAll(forbidden, '\uFFFD')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('\r', '&#13;')
}

/** Text as the value of an attribute between double quotes; what a reader would make a space of stays what it is. */
export function xmlAttribute(text: string): string {
  return xmlText(text).replaceAll('"', '&quot;').replaceAll('\t', '&#9;').replaceAll('\n', '&#10;')
}
