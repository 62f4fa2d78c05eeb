import { describe, expect, test } from 'vitest'
import type { ColumnFilter, SheetColumn } from '../../../../src/engine/views.ts'
import { en } from '../../../../src/i18n/en.ts'
import { zh } from '../../../../src/i18n/zh.ts'
import {
  conditions,
  conditionsFor,
  type Condition,
} from '../../../../src/ui/sheet/filterConditions.ts'
import {
  fieldsOf,
  filled,
  filterMade,
  formOf,
  notWhole,
  type FilterForm,
} from '../../../../src/ui/sheet/filterForm.ts'
import { isTicked, ticked } from '../../../../src/ui/sheet/filterSearch.ts'

const columnOf = (type: SheetColumn['type']) => ({ id: 'c', type }) as SheetColumn
const open = (filter: ColumnFilter | null, type: SheetColumn['type'] = 'number') =>
  formOf(filter, columnOf(type), '2026-11-21')
const typed: Partial<FilterForm> = {
  text: ' 华* ',
  from: '1万',
  to: '3万',
  count: '７',
  year: '2025',
}
const everyOne = Object.keys(conditions) as Condition[]

describe('conditions', () => {
  test.each(everyOne)('%s, opened again, is what was set', (condition) => {
    const form: FilterForm = { ...open(null), kind: 'condition', ...typed, condition }
    expect(filled(form)).toBe(true)
    const made = filterMade(form, 'c') as ColumnFilter
    const again = open(made)
    expect(again.condition).toBe(condition)
    expect(filterMade(again, 'c')).toEqual(made)
  })

  test.each([
    ['text', '重点', 8],
    ['number', '金额', 12],
    ['date', '日期', 14],
    ['result', '等级', 8],
  ] as const)('a column of kind %s has words for each, in both languages', (type, _, count) => {
    const own = conditionsFor(columnOf(type), 'missing')
    expect(own).toHaveLength(count + 2)
    const measured = type === 'date' ? 'dates' : type === 'number' ? 'numbers' : 'texts'
    for (const { filtering } of [zh, en]) {
      const words: Partial<Record<Condition, string>> = { ...filtering[measured], ...filtering }
      for (const condition of own) expect(words[condition]).toBeTypeOf('string')
    }
  })

  test('a bound of Excel’s custom filter that is not offered is shown all the same', () => {
    expect(conditionsFor(columnOf('number'), 'inside')[0]).toBe('inside')
  })

  test('numbers that are not whole, or too large, are told with their limits', () => {
    const form = { ...open(null), kind: 'condition', condition: 'largest' } as FilterForm
    expect(notWhole({ ...form, count: '2.5' }, 'count')).toEqual([1, 10_000_000])
    expect(notWhole({ ...form, count: '101', percent: true }, 'count')).toEqual([1, 100])
    expect(notWhole({ ...form, count: ' 12 ' }, 'count')).toBeNull()
    expect(filled({ ...form, count: '' })).toBe(false)
    expect(fieldsOf({ ...form, kind: 'values' })).toEqual([])
  })
})

/** As Excel's list does: what is searched for and not found goes, unless it is added to what is ticked. */
describe('values that are searched for', () => {
  const found = {
    search: '华',
    listed: ['华南', '华北'],
    more: 0,
    unticked: new Set<string>(),
    added: false,
  }
  const form: FilterForm = { ...open(null, 'text'), found }

  test('only what is found and ticked stays', () => {
    expect(filterMade(form, 'c')).toMatchObject({ values: ['华南', '华北'], except: false })
    const less = ticked(form, ['华北'], false)
    expect(isTicked(less, '华北')).toBe(false)
    expect(filterMade(less, 'c')).toMatchObject({ values: ['华南'], except: false })
  })

  test('what cannot all be listed is kept by the text itself, its stars as they stand', () => {
    const many = { ...form, found: { ...found, search: '华*', more: 3 } }
    expect(filterMade(many, 'c')).toEqual({ column: 'c', kind: 'contains', text: '华~*' })
    expect(filled({ ...form, found: { ...found, listed: null } })).toBe(true)
    expect(filled({ ...form, found: { ...found, listed: null, added: true } })).toBe(false)
  })

  test('they can be added to those ticked before, of either kind', () => {
    const added = { ...found, added: true }
    const some = { ...form, values: new Set(['西南']), except: false, found: added }
    expect(filterMade(some, 'c')).toMatchObject({ values: ['西南', '华南', '华北'], except: false })
    const others = { ...form, values: new Set(['西南', '华北']), except: true, found: added }
    expect(filterMade(others, 'c')).toMatchObject({ values: ['西南'], except: true })
  })
})
