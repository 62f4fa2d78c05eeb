import type { Texts } from './tsv.ts'

/**
 * The table on the clipboard where it says more than the tabs beside it; null = the tabs say as much.
 *
 * Excel (mso-number-format), WPS (x:num), LibreOffice (sdval, sdnum) and Google (data-sheets-value) show a cell as it is
 * formatted, in both. The table wins where its shape is another one (a web page breaks lines within cells), and cell by
 * cell where what is shown lost digits: 1,234.57 of 1234.5678, 1.23E+17, or ### in a narrow column.
 */
export function textsOfHtml(html: string, plain: Texts | null): Texts | null {
  if (plain && html.length > mostHtml) return null
  const page = new DOMParser().parseFromString(html, 'text/html')
  const table = page.querySelector('table')
  if (!table) return null
  const cells = gridOf(table)
  if (cells.length === 0) return null
  const wide = Math.max(...cells.map((row) => row.length))
  const isSame = plain?.length === cells.length && (plain[0]?.length ?? 0) === wide
  if (plain && !isSame && !isAlone(page, table)) return null
  return cells.map((row, y) =>
    Array.from({ length: wide }, (_, x) => {
      const cell = row[x]
      if (!cell) return ''
      const shown = isSame ? (plain[y]?.[x] ?? '') : writtenIn(cell)
      return exact(shown, cell) ?? shown
    }),
  )
}

const mostHtml = 400_000 // letters: reading more takes longer than a frame or two

/** Nothing but this table. */
function isAlone(page: Document, table: HTMLTableElement): boolean {
  const others = page.body.cloneNode(true) as HTMLElement
  others.querySelector('table')?.remove()
  others.querySelectorAll('style, script').forEach((element) => element.remove())
  return (others.textContent ?? '').trim() === '' && table.querySelector('table') === null
}

/** Cells by place: merged ones stand in their first place, hidden rows are left out. */
function gridOf(table: HTMLTableElement): (HTMLTableCellElement | null)[][] {
  const rows = [...table.rows].filter((row) => row.style.display !== 'none')
  const grid: (HTMLTableCellElement | null)[][] = rows.map(() => [])
  rows.forEach((row, y) => {
    let x = 0
    for (const cell of row.cells) {
      if (cell.style.display === 'none') continue
      while (grid[y]?.[x] !== undefined) x++
      const right = x + Math.min(cell.colSpan, 1000)
      const bottom = Math.min(rows.length, y + Math.max(1, cell.rowSpan))
      for (let down = y; down < bottom; down++)
        for (let across = x; across < right; across++) {
          const line = grid[down] ?? []
          line[across] = down === y && across === x ? cell : null
        }
      x = right
    }
  })
  return grid
}

/** What stands in a cell: line breaks of the source are blanks, `<br>` and paragraphs are line breaks. */
function writtenIn(cell: Element): string {
  let text = ''
  const walk = (node: Node) => {
    if (node instanceof Text) text += node.data.replace(/[ \t\r\n]+/g, ' ')
    if (!(node instanceof Element) || /^(STYLE|SCRIPT)$/.test(node.tagName)) return
    if (node.tagName === 'BR') text += '\n'
    const isBlock = /^(P|DIV|LI)$/.test(node.tagName)
    if (isBlock && text !== '' && !text.endsWith('\n')) text += '\n'
    node.childNodes.forEach(walk)
  }
  cell.childNodes.forEach(walk)
  return text
    .replaceAll('\u00a0', ' ')
    .replace(/ *\n */g, '\n')
    .trim()
}

/** The whole number behind what is shown, where that lost digits; null = it did not, or nothing is said. */
function exact(shown: string, cell: Element): string | null {
  const value = numberBehind(cell)
  if (value === null || !Number.isFinite(value)) return null
  if (/^#+$/.test(shown)) return isDay(cell) ? dayOf(value) : String(value)
  if (/^-?\d(\.\d+)?E[+-]?\d+$/i.test(shown)) return Math.abs(value) < 1e21 ? String(value) : null
  const match = /^-?(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.(\d+))?(%?)$/.exec(shown)
  if (!match) return null
  const [, decimals = '', percent] = match
  const scale = percent === '' ? 1 : 100
  const whole = Number((value * scale).toPrecision(15))
  const read = Number(shown.replace(/[,%]/g, ''))
  const isRounded = Math.abs(read - whole) <= 0.5 * 10 ** -decimals.length * (1 + 1e-9)
  return read !== whole && isRounded ? `${String(whole)}${percent ?? ''}` : null
}

function numberBehind(cell: Element): number | null {
  const given = cell.getAttribute('x:num') ?? cell.getAttribute('sdval')
  if (given !== null && given !== '') return Number(given)
  const google = cell.getAttribute('data-sheets-value')
  const found = google === null ? null : /"3":(-?[\d.eE+]+)/.exec(google)
  return found ? Number(found[1]) : null
}

/** By the number format: LibreOffice names it at the cell, Excel and WPS there or in the styles of its class. */
function isDay(cell: Element): boolean {
  const named = cell.className.split(/\s+/).filter((name) => /^\w+$/.test(name))
  const styles = [...cell.ownerDocument.querySelectorAll('style')].map((one) => one.textContent)
  const ofClass = named.map(
    (name) => new RegExp(`\\.${name}\\s*\\{([^}]*)\\}`).exec(styles.join())?.[1] ?? '',
  )
  const formats = [cell.getAttribute('style') ?? '', ...ofClass]
    .map((style) => /mso-number-format:([^;]*)/.exec(style)?.[1] ?? '')
    .join()
  return /[yd]/i.test(`${cell.getAttribute('sdnum') ?? ''}${formats}`)
}

/** Days since 1899-12-30, as spreadsheets count them. */
const dayOf = (serial: number) =>
  new Date(Math.floor(serial - 25569) * 86_400_000).toISOString().slice(0, 10)
