import { ByteBuffer } from './byteBuffer.ts'
import type { Exporter } from './exporter.ts'
import { hiddenInSheet } from './hidden.ts'
import { keptCode } from './keptCodes.ts'
import type { TextColumn } from './textColumn.ts'
import { textColumns } from './textColumns.ts'
import { countPhones, plainText } from './texts.ts'

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

export const csv: Exporter = {
  id: 'csv',
  extension: 'csv',

  estimate(input) {
    const { rows } = input
    const own = textColumns(input).flatMap(({ column }) => column ?? [])
    const sampled = Math.min(rows.length, 200)
    let length = 0
    for (let i = 0; i < sampled; i++)
      for (const column of own) length += plainText(column, rows[i] ?? 0, input).length * 2 + 1
    return {
      rows: rows.length,
      bytes: sampled === 0 ? 0 : Math.round(((length + 20 * sampled) / sampled) * rows.length),
      formulas: 0,
      fixedCriteria: [],
      phones: countPhones(input, own),
      hidden: hiddenInSheet(input).length,
    }
  },

  async write(input, job) {
    const { rows, options } = input
    const columns = textColumns(input)
    let guarded = 0
    const safe = (text: string) => {
      if (!options.guardFormulas) return text
      const result = guard(text)
      if (result !== text) guarded++
      return result
    }
    const asIs = (text: string) => (options.keepCodes ? keptCode(safe(text)) : safe(text))
    const out = new ByteBuffer()
    const put = (text: string, at: number) => {
      out.text(quoted(text))
      out.text(at < columns.length - 1 ? ',' : '\r\n')
    }
    out.text('\ufeff') // Excel takes UTF-8 only with the mark
    for (const [at, { header }] of columns.entries()) put(safe(header), at)
    const parts = [out.take()]
    for (let from = 0; from < rows.length; from += block) {
      const to = Math.min(from + block, rows.length)
      for (let i = from; i < to; i++) {
        const row = rows[i] ?? 0
        for (let at = 0; at < columns.length; at++) {
          const column = columns[at] as TextColumn
          const text = column.text(row)
          put(column.isValue(row) ? text : asIs(text), at)
        }
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
