import { columnTitle } from '../i18n/columnTitle.ts'
import type { Column, RowId } from '../table/column.ts'
import { originalAt } from '../table/cell.ts'
import { ByteBuffer } from './byteBuffer.ts'
import type { Exporter } from './exporter.ts'
import { countPhones, customersOf, plainText, resultTexts, textsOf } from './texts.ts'

const block = 2000 // rows written between two looks at the clock

/**
 * Texts that a spreadsheet would run when it opens the file (OWASP CSV injection, ASVS 5 V1.2.10): = + - @ and their
 * full-width forms, also behind blanks, quotes and control characters.
 */
// eslint-disable-next-line no-control-regex -- control characters are the trick that is guarded against
const runs = /^[\s\u0000-\u001f\ufeff"']*[=+\-@\uff1d\uff0b\uff0d\uff20|%]|^[\t\r\n\u0000]/u
/** Plain numbers and phone numbers cannot run; a quote would only damage them. */
const harmless = /^[+-]?\d+(\.\d+)?$|^\+\d[\d ]*$/

export function guard(text: string): string {
  return runs.test(text) && !harmless.test(text) ? `'${text}` : text
}

/** A field that would be read as more than one, or trimmed, stands in quotes (RFC 4180). */
export function quoted(text: string): string {
  return /[",\r\n\ufeff]|^ | $/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}

/** A genuine number stays a number: -12.5 is never touched. */
const isNumber = (column: Column, row: RowId) =>
  column.type === 'number' && originalAt(column, row) === null

export const csv: Exporter = {
  id: 'csv',
  extension: 'csv',

  estimate(input) {
    const { rows } = input
    const columns = customersOf(input).columns
    const sampled = Math.min(rows.length, 200)
    let length = 0
    for (let i = 0; i < sampled; i++)
      for (const column of columns) length += plainText(column, rows[i] ?? 0, input).length * 2 + 1
    return {
      rows: rows.length,
      bytes: sampled === 0 ? 0 : Math.round(((length + 20 * sampled) / sampled) * rows.length),
      formulas: 0,
      fixedCriteria: [],
      phones: countPhones(input),
    }
  },

  async write(input, job) {
    const { rows, words, options } = input
    const { columns } = customersOf(input)
    const results = resultTexts(input)
    let guarded = 0
    const safe = (text: string) => {
      if (!options.guardFormulas) return text
      const result = guard(text)
      if (result !== text) guarded++
      return result
    }
    const out = new ByteBuffer()
    const put = (fields: readonly string[]) => {
      for (let i = 0; i < fields.length; i++) {
        if (i > 0) out.text(',')
        out.text(quoted(fields[i] as string))
      }
      out.text('\r\n')
    }
    out.text('\ufeff') // Excel takes UTF-8 only with the mark
    put([...columns.map((column) => safe(columnTitle(column, words))), ...results.headers])
    const parts = [out.take()]
    const fields = columns.map((column) => {
      const text = textsOf(column, input)
      return (row: RowId) => (isNumber(column, row) ? text(row) : safe(text(row)))
    })
    for (let from = 0; from < rows.length; from += block) {
      const to = Math.min(from + block, rows.length)
      for (let i = from; i < to; i++) {
        const row = rows[i] ?? 0
        for (const field of fields) {
          out.text(quoted(field(row)))
          out.text(',')
        }
        put(results.texts(row).map(safe))
      }
      parts.push(out.take())
      await job.checkpoint({ step: 'write', done: to, total: rows.length })
    }
    return {
      name: input.fileName,
      type: 'text/csv;charset=utf-8',
      parts,
      rows: rows.length,
      formulas: 0,
      guarded,
      cut: 0,
    }
  },
}
