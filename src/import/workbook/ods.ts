import { AppError } from '../../core/error.ts'
import type { Job } from '../../core/job.ts'
import { filteredIssue } from './filteredRows.ts'
import type { RawSheet } from '../importer.ts'
import { checkParts } from './inflate.ts'
import { limits } from '../limits.ts'
import { bySheetJs } from './sheetjs.ts'
import { Package, prefixedOf } from '../xml/package.ts'
import { type XmlHandler, type XmlScanner, nameOf } from '../xml/scanner.ts'
import type { ZipEntry } from './zip.ts'

/**
 * OpenDocument spreadsheets. One cell may stand for a million (9.1.3 and 9.1.4, number-rows-repeated and
 * number-columns-repeated), which SheetJS makes one by one: they are counted first. It does not tell hidden rows either.
 * Throws `file.*`.
 */
export async function readOds(
  bytes: Uint8Array<ArrayBuffer>,
  entries: readonly ZipEntry[],
  job: Job,
): Promise<readonly RawSheet[]> {
  const parts = new Package(bytes, entries)
  const facts = new OdsFacts()
  await parts.scan('content.xml', facts, job)
  await checkParts(bytes, parts.unread, job)
  const sheets = await bySheetJs({ kind: 'bytes', format: 'zip', bytes }, job)
  return sheets.map((sheet) => {
    const { hidden = 0, filtered = 0 } = facts.rows.get(sheet.name) ?? {}
    return { ...sheet, hiddenRows: hidden, issues: [...sheet.issues, ...filteredIssue(filtered)] }
  })
}

const names = {
  table: nameOf('table'),
  row: nameOf('table-row'),
  cell: nameOf('table-cell'),
  p: nameOf('p'),
}

/** Counts what the repeats of content.xml come to, and by sheet the rows that hold something and are not on show. */
class OdsFacts implements XmlHandler {
  readonly rows = new Map<string, { hidden: number; filtered: number }>()
  #sheet = { hidden: 0, filtered: 0 }
  #rowRepeats = 1
  #visibility = ''
  #filled = false
  #columns = 0
  #cellRepeats = 1
  #counted = false
  #cells = 0

  open(xml: XmlScanner) {
    if (xml.name === names.table) {
      const [name] = prefixedOf(xml, 'name')
      this.#sheet = { hidden: 0, filtered: 0 }
      this.rows.set(name, this.#sheet)
    } else if (xml.name === names.row) {
      const [repeats, visibility] = prefixedOf(xml, 'number-rows-repeated', 'visibility')
      this.#rowRepeats = times(repeats)
      this.#visibility = visibility
      this.#filled = false
      this.#columns = 0
    } else if (xml.name === names.cell) {
      const [repeats, type] = prefixedOf(xml, 'number-columns-repeated', 'value-type')
      this.#cellRepeats = times(repeats)
      this.#columns += this.#cellRepeats
      this.#counted = false
      if (type !== '') this.#count()
    } else if (xml.name === names.p && !this.#counted) this.#count()
  }

  close(xml: XmlScanner) {
    if (xml.name !== names.row || !this.#filled) return
    if (this.#visibility === 'collapse') this.#sheet.hidden += this.#rowRepeats
    if (this.#visibility === 'filter') this.#sheet.filtered += this.#rowRepeats
  }

  text() {}

  #count() {
    this.#counted = true
    this.#filled = true
    this.#cells += this.#rowRepeats * this.#cellRepeats
    if (this.#columns > limits.columns && this.#cellRepeats > limits.columns)
      throw new AppError('file.tooManyColumns', { columns: this.#columns, limit: limits.columns })
    if (this.#cells > limits.wholeCells)
      throw new AppError('file.tooLarge', { what: `> ${limits.wholeCells}` })
  }
}

function times(text: string): number {
  const count = Number(text)
  return count >= 1 ? count : 1
}
