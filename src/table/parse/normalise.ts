const invisible = /[\u00ad\u200b-\u200f\u2028-\u202e\u2060-\u2064\ufeff]/g
const asciiWord = /^[\x21-\x7e]*$/
const edges =
  /^[\s\u3000\u00a0\u200b-\u200f\u2060\ufeff]+|[\s\u3000\u00a0\u200b-\u200f\u2060\ufeff]+$/g
const dashes = /[\u2010-\u2015\u2212\ufe58\ufe63]/g
const waves = /[\u301c\u3030\u223c]/g

/** Without blanks and invisible characters at both ends (full-width, no-break and zero-width ones too). */
export function trimBlanks(text: string): string {
  return asciiWord.test(text) ? text : text.replace(edges, '')
}

/**
 * The form in which numbers, dates and words are recognised: half width (NFKC), one kind of dash and wave,
 * single spaces, nothing invisible. Never stored.
 */
export function plain(text: string): string {
  if (asciiWord.test(text)) return text
  return text
    .normalize('NFKC')
    .replace(invisible, '')
    .replace(dashes, '-')
    .replace(waves, '~')
    .replace(/\s+/g, ' ')
    .trim()
}

/** The form in which two names are the same and a search finds: without case, width and blanks. */
export function matchForm(text: string): string {
  return text.normalize('NFKC').replace(invisible, '').replace(/\s+/g, '').toLowerCase()
}

/** Without the quote that spreadsheets put before digits to keep them as text: '00123. Names keep theirs. */
export function withoutTextQuote(text: string): string {
  return /^['\u2018\u2019][\d+\-=@(]/.test(text) ? text.slice(1) : text
}
