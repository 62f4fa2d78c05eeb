/** Cells as text, the way Excel, WPS and LibreOffice put them on the clipboard. */
export type Texts = readonly (readonly string[])[]

/**
 * Rows end in a line break (any of three), cells in a tab; a cell that begins with a quote may hold both, its own
 * quotes doubled. A quote inside a plain cell is just a quote. One closing line break is no row.
 */
export const parseTsv = (text: string): Texts => [...rowsOfTsv(text)]

/** The same row by row, so that a long text can be read in slices. */
export function* rowsOfTsv(text: string): Generator<readonly string[]> {
  let row: string[] = []
  let at = 0
  // where the next sign of each kind stands: each is looked for once
  let tab = -1
  let feed = -1
  let back = -1
  while (at <= text.length) {
    const close = text[at] === '"' ? closingQuote(text, at) : -1
    if (close > 0) {
      const value = text.slice(at + 1, close).replaceAll('""', '"')
      row.push(value.includes('\r') ? value.replace(/\r\n?/g, '\n') : value)
      at = close + 1
    } else {
      if (tab < at) tab = nextOf(text, '\t', at)
      if (feed < at) feed = nextOf(text, '\n', at)
      if (back < at) back = nextOf(text, '\r', at)
      const end = Math.min(tab, feed, back)
      row.push(text.slice(at, end))
      at = end
    }
    if (text[at] === '\t') {
      at++
      continue
    }
    yield row
    row = []
    at += text.startsWith('\r\n', at) ? 2 : 1
    if (at === text.length) break
  }
}

function nextOf(text: string, sign: string, from: number): number {
  const at = text.indexOf(sign, from)
  return at < 0 ? text.length : at
}

/** Place of the quote that ends the cell, if what follows it does end a cell; else -1 (then it is plain text). */
function closingQuote(text: string, open: number): number {
  let at = text.indexOf('"', open + 1)
  while (at > 0) {
    if (text[at + 1] !== '"') {
      const next = text[at + 1]
      return next === undefined || '\t\r\n'.includes(next) ? at : -1
    }
    at = text.indexOf('"', at + 2)
  }
  return -1
}

const quoted = (text: string) =>
  /[\t\r\n]|^"/.test(text) ? `"${text.replaceAll('"', '""')}"` : text

/** One row, without its line break. */
export const tsvLine = (row: readonly string[]): string => row.map(quoted).join('\t')

/** No line break at the end, except after an empty last row, which would be no row without one. */
export function writeTsv(texts: Texts): string {
  const lines = texts.map(tsvLine)
  return lines.join('\r\n') + (lines.at(-1) === '' && lines.length > 1 ? '\r\n' : '')
}

const entities = new Map([
  ['&', '&amp;'],
  ['<', '&lt;'],
  ['>', '&gt;'],
  ['"', '&quot;'],
])
const escaped = (text: string) =>
  /[&<>"\n]/.test(text)
    ? text.replace(/[&<>"]/g, (sign) => entities.get(sign) ?? sign).replaceAll('\n', '<br>')
    : text

export const tableStart = '<meta charset="utf-8"><table>'
export const tableEnd = '</table>'

/** What spreadsheets read before the tabs. `isText` by column. */
export const writeHtml = (texts: Texts, isText: (column: number) => boolean): string =>
  `${tableStart}${texts.map((row) => tableRow(row, isText)).join('')}${tableEnd}`

/**
 * One row of it. Excel and WPS (mso-number-format) and LibreOffice (sdnum) take a cell of the format `@` as it stands:
 * without it 001234 loses its zeros, 3-4 becomes a day, the last digits of an ID card zeros, and =1+1 a formula.
 */
export function tableRow(row: readonly string[], isText: (column: number) => boolean): string {
  let cells = ''
  row.forEach((text, at) => {
    cells += `<td${isAltered(text, isText(at)) ? asText : ''}>${escaped(text)}</td>`
  })
  return `<tr>${cells}</tr>`
}

/** Whether a spreadsheet makes something else of a text where nothing says that it is one. `isText`: of a column of texts. */
export const isAltered = (text: string, isText: boolean): boolean =>
  isText ? wouldChange(text) : losesDigits(text)

const asText = ` style='mso-number-format:"\\@"' sdnum="0;0;@"`
const wouldChange = (text: string) =>
  /^[\s(¥￥$€£.]*[-+]?[\s.]*\d|^[=+\-@]|^(true|false)$|^(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*[-\s/]?\d/i.test(
    text,
  )
const losesDigits = (text: string) => /^[=@]|^[-+]?0\d|\d{16}/.test(text)

/** Every row as long as the longest. */
export function squared(texts: Texts): Texts {
  const wide = texts.reduce((most, row) => Math.max(most, row.length), 0)
  return texts.map((row) =>
    row.length === wide ? row : [...row, ...Array<string>(wide - row.length).fill('')],
  )
}
