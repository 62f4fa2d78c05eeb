const invisible = /[\u00ad\u200b-\u200f\u2028-\u202e\u2060-\u2064\ufeff]/g
/** ASCII without blanks, and common Han: `plain` leaves them as they are. */
const alreadyPlain = /^[\x21-\x7e\u4e00-\u9fff]*$/
const dashes = /[\u2010-\u2015\u2212\ufe58\ufe63]/g
const waves = /[\u301c\u3030\u223c]/g

function isBlank(code: number): boolean {
  if (code <= 0x20) return true
  if (code < 0xa0) return code === 0x7f
  return (
    code === 0xa0 ||
    code === 0x3000 ||
    code === 0xfeff ||
    (code >= 0x2000 && code <= 0x200f) ||
    code === 0x2028 ||
    code === 0x2029 ||
    code === 0x202f ||
    code === 0x205f ||
    code === 0x2060
  )
}

/** Without blanks and invisible characters at both ends (full-width, no-break and zero-width ones too). */
export function trimBlanks(text: string): string {
  let from = 0
  let to = text.length
  while (from < to && isBlank(text.charCodeAt(from))) from++
  while (to > from && isBlank(text.charCodeAt(to - 1))) to--
  return from === 0 && to === text.length ? text : text.slice(from, to)
}

/**
 * The form in which numbers, dates and words are recognised: half width (NFKC), one kind of dash and wave,
 * single spaces, nothing invisible. Never stored.
 */
export function plain(text: string): string {
  if (alreadyPlain.test(text)) return text
  return text
    .normalize('NFKC')
    .replace(invisible, '')
    .replace(dashes, '-')
    .replace(waves, '~')
    .replace(/\s+/g, ' ')
    .trim()
}

/** The form in which missing marks, and words that were given a number, are compared. */
export function wordForm(text: string): string {
  return plain(text).toLowerCase()
}

/** The form in which two names are the same and a search finds: without case, width and blanks. */
export function matchForm(text: string): string {
  if (alreadyPlain.test(text)) return text.toLowerCase()
  return text.normalize('NFKC').replace(invisible, '').replace(/\s+/g, '').toLowerCase()
}

/** ="00123" in a text file: a formula that says the text 00123, as shops export order numbers. `text` begins with `=`. */
export function formulaText(text: string): string {
  const inner = /^="((?:[^"]|"")*)"$/.exec(text)?.[1]
  return inner === undefined ? text : trimBlanks(inner.replaceAll('""', '"'))
}

/** Without the quote that keeps digits as text: '00123 of spreadsheets, `00123 of WeChat. Names keep theirs. */
export function withoutTextQuote(text: string): string {
  const first = text.charCodeAt(0)
  if (first !== 0x27 && first !== 0x60 && first !== 0x2018 && first !== 0x2019) return text
  return /^.[\d+\-=@(]/.test(text) ? text.slice(1) : text
}
