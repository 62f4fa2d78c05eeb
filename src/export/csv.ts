import Papa from 'papaparse'
import { columnTitle } from '../i18n/columnTitle.ts'
import type { Column, RowId } from '../table/column.ts'
import { originalAt } from '../table/cell.ts'
import type { Exporter } from './exporter.ts'
import { countPhones, customersOf, plainText, resultTexts } from './texts.ts'

const encoder = new TextEncoder()
const block = 2000 // rows handed to PapaParse at a time

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
    const parts = [encoder.encode('\ufeff')] // Excel takes UTF-8 only with the mark
    const put = (lines: string[][]) =>
      parts.push(encoder.encode(`${Papa.unparse(lines, { newline: '\r\n' })}\r\n`))

    put([[...columns.map((column) => safe(columnTitle(column, words))), ...results.headers]])
    for (let from = 0; from < rows.length; from += block) {
      const lines: string[][] = []
      const to = Math.min(from + block, rows.length)
      for (let i = from; i < to; i++) {
        const row = rows[i] ?? 0
        const texts = columns.map((column) => {
          const text = plainText(column, row, input)
          return isNumber(column, row) ? text : safe(text)
        })
        lines.push([...texts, ...results.texts(row).map(safe)])
      }
      put(lines)
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
