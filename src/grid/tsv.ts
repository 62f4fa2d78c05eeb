/** Cells as text, the way Excel, WPS and LibreOffice put them on the clipboard. */
export type Texts = readonly (readonly string[])[]

/**
 * Rows end in a line break (any of three), cells in a tab; a cell that begins with a quote may hold both, its own
 * quotes doubled. A quote inside a plain cell is just a quote. One closing line break is no row.
 */
export function parseTsv(text: string): Texts {
  const rows: string[][] = []
  let row: string[] = []
  let at = 0
  while (at <= text.length) {
    let value: string
    const close = text[at] === '"' ? closingQuote(text, at) : -1
    if (close > 0) {
      value = text
        .slice(at + 1, close)
        .replaceAll('""', '"')
        .replace(/\r\n?/g, '\n')
      at = close + 1
    } else {
      const start = at
      while (at < text.length && !'\t\r\n'.includes(text[at] ?? '')) at++
      value = text.slice(start, at)
    }
    row.push(value)
    if (text[at] === '\t') {
      at++
      continue
    }
    rows.push(row)
    row = []
    at += text.startsWith('\r\n', at) ? 2 : 1
    if (at === text.length) break
  }
  return rows
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

/** No line break at the end, except after an empty last row, which would be no row without one. */
export function writeTsv(texts: Texts): string {
  const lines = texts.map((row) => row.map(quoted).join('\t'))
  return lines.join('\r\n') + (lines.at(-1) === '' && lines.length > 1 ? '\r\n' : '')
}

const entities = new Map([
  ['&', '&amp;'],
  ['<', '&lt;'],
  ['>', '&gt;'],
  ['"', '&quot;'],
])
const escaped = (text: string) =>
  text.replace(/[&<>"]/g, (sign) => entities.get(sign) ?? sign).replaceAll('\n', '<br>')

/** For programs that read tables rather than tabs (Word, mail). Text stays text: no number, date or formula. */
export const writeHtml = (texts: Texts): string =>
  `<meta charset="utf-8"><table>${texts
    .map((row) => `<tr>${row.map((text) => `<td>${escaped(text)}</td>`).join('')}</tr>`)
    .join('')}</table>`

/** Repeats a block over a larger one when it fits a whole number of times; else null. */
export function tiled(texts: Texts, rows: number, columns: number): Texts | null {
  const high = texts.length
  const wide = texts[0]?.length ?? 0
  if (high === 0 || wide === 0 || rows % high !== 0 || columns % wide !== 0) return null
  const stretched = texts.map((row) =>
    Array.from({ length: columns }, (_, at) => row[at % wide] ?? ''),
  )
  return Array.from({ length: rows }, (_, at) => stretched[at % high] ?? [])
}

/** Every row as long as the longest. */
export function squared(texts: Texts): Texts {
  const wide = texts.reduce((most, row) => Math.max(most, row.length), 0)
  return texts.map((row) => [...row, ...Array<string>(wide - row.length).fill('')])
}
