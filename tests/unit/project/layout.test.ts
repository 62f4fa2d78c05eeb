import { describe, expect, test } from 'vitest'
import { migrate } from '../../../src/project/migrate.ts'
import { asGiven, readLayout, type SheetLayout } from '../../../src/project/layout.ts'
import { fromStored, toStored } from '../../../src/project/stored.ts'
import { sampleDocument } from './documents.ts'

const layout: SheetLayout = {
  order: ['name', '$score', 'no'],
  hidden: ['region'],
  shown: ['$completeness'],
  frozen: null,
  widths: [['name', 240]],
  groups: [['no', '编号']],
  totals: [['spend', 'max']],
  isTotalled: true,
}

/** Written out and read again, as a store or a file does it. */
function restored(kept: unknown) {
  const { tables } = sampleDocument()
  const stored = { ...toStored(sampleDocument()), layout: kept }
  const read = migrate(JSON.parse(JSON.stringify(stored)))
  return fromStored(read, new Map(Object.entries(tables)))
}

describe('how the columns stand', () => {
  test('is stored with the project and comes back', () => {
    expect(toStored({ ...sampleDocument(), layout }).layout).toEqual(layout)
    expect(restored(layout)).toEqual({ ...sampleDocument(), layout })
    const usual = { ...asGiven, hidden: ['no'] } // frozen as usual
    expect(restored(usual).layout).toEqual(usual)
  })

  test('is absent where nobody has changed it', () => {
    expect('layout' in toStored(sampleDocument())).toBe(false)
    expect(restored(undefined)).toEqual(sampleDocument())
  })

  test.each([
    7,
    'x',
    [],
    [['order']],
    { order: 7 },
    { hidden: [7, null, ''], totals: [['a', 'all']] },
  ])('that is %j opens as given: no layout is worth refusing a project for', (kept) => {
    expect(restored(kept).layout).toEqual(asGiven)
  })

  test('keeps what can be read of it, each column once', () => {
    const hostile = {
      order: ['a', 'a', { toString: 1 }, 'x'.repeat(201)],
      hidden: { length: 2 },
      frozen: ['a'],
      widths: [
        ['a', 100],
        ['a', 120],
        ['b', -1],
        ['c', 1e9],
        ['d', 80.5],
        ['e', '80'],
        ['f'],
        'gh',
      ],
      groups: [
        ['a', '甲', 'more'],
        ['__proto__', '乙'],
        ['b', 'y'.repeat(201)],
      ],
      totals: [
        ['a', 'toString'],
        ['b', 'mean'],
      ],
      isTotalled: 1,
      constructor: 'z',
    }
    expect(readLayout(hostile)).toEqual({
      ...asGiven,
      order: ['a'],
      widths: [['a', 120]],
      groups: [['__proto__', '乙']],
      totals: [['b', 'mean']],
    })
    expect({}).not.toHaveProperty('乙')
  })

  test('does not grow without end', () => {
    const many = Array.from({ length: 100_000 }, (_, at) => `c_${String(at)}`)
    expect(readLayout({ hidden: many, widths: many.map((id) => [id, 90]) })).toMatchObject({
      hidden: many.slice(0, 2000),
      widths: { length: 2000 },
    })
  })
})
