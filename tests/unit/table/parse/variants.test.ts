import { readFileSync, readdirSync } from 'node:fs'
import { resolve } from 'node:path'
import { describe, expect, test } from 'vitest'
import type { ReadingId } from '../../../../src/table/column.ts'
import { phoneKey } from '../../../../src/table/parse/phone.ts'
import type { ReadContext } from '../../../../src/table/parse/reading.ts'
import { read, shown } from './rows.ts'

/**
 * What offices write beyond the examples of the page "Reading what people really write", one file a reading: text, value
 * (`error`: none, marked; `missing`: none), mark, and of phones the key. Each was decided by hand after the page's
 * principles: the value the text says, or none; never a silent guess.
 */
const folder = resolve(import.meta.dirname, '../../../fixtures/values')

const contexts: Partial<Record<ReadingId, Partial<ReadContext>>> = {
  money: { unit: 'CNY', per: null, counter: null },
  number: { per: null, counter: null },
  frequency: { unit: '1/year' },
  rating: { unit: '5' },
}

describe.each(readdirSync(folder))('%s', (file) => {
  const id = file.replace('.tsv', '') as ReadingId
  const context = contexts[id] ?? {}
  const lines = readFileSync(resolve(folder, file), 'utf8').trimEnd().split('\n')
  test.each(lines.map((line) => line.split('\t')))('%j', (text = '', value, mark = '', key) => {
    const cell = read(id, text, context)
    if (value === 'error')
      expect(cell).toEqual({ value: null, original: text.trim(), mark: 'error' })
    else if (value === 'missing') expect(cell).toMatchObject({ value: null, mark: 'plain' })
    else {
      expect(String(shown(id, text, context))).toBe(value)
      expect(cell.mark).toBe(mark || 'plain')
    }
    if (id === 'phone') expect(phoneKey(text) ?? '').toBe(key ?? '')
  })
})
