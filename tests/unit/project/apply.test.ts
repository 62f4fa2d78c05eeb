import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { apply, applyAll } from '../../../src/project/apply.ts'
import type { Change } from '../../../src/project/change.ts'
import { cellAt } from '../../../src/table/cell.ts'
import { anyChange, anyDocument, column, content, sampleDocument, table } from './documents.ts'

// The law of design/architecture.md: applying the inverse gives the document back.
const kinds = Object.keys(anyChange(sampleDocument())) as readonly Change['kind'][]

describe('one change', () => {
  test.each(kinds.filter((kind) => kind !== 'dropLastRows'))(
    'the inverse of %s gives the document back exactly, and its own inverse redoes it',
    (kind) => {
      const cases = anyDocument.chain((document) =>
        fc.tuple(fc.constant(document), anyChange(document)[kind]),
      )
      fc.assert(
        fc.property(cases, ([document, change]) => {
          const done = apply(document, change)
          const undone = apply(done.next, done.inverse)
          expect(content(undone.next)).toEqual(content(document))
          expect(content(apply(undone.next, undone.inverse).next)).toEqual(content(done.next))
        }),
        { numRuns: 200 },
      )
    },
  )

  test('rows just appended can be dropped and appended again', () => {
    fc.assert(
      fc.property(anyDocument, fc.integer({ min: 1, max: 4 }), (document, count) => {
        const { next } = apply(document, { kind: 'appendRows', table: 'customers', count })
        const dropped = apply(next, { kind: 'dropLastRows', table: 'customers', count })
        expect(content(dropped.next)).toEqual(content(document))
        expect(content(apply(dropped.next, dropped.inverse).next)).toEqual(content(next))
      }),
    )
  })

  test('rows that hold something or are on show are never dropped', () => {
    const document = sampleDocument()
    const drop = { kind: 'dropLastRows', table: 'customers', count: 1 } as const
    expect(() => apply(document, drop)).toThrow('a living row')
    const hidden = apply(document, {
      kind: 'setOrder',
      table: 'customers',
      order: Uint32Array.of(0, 1),
    }).next
    expect(() => apply(hidden, drop)).toThrow('a filled row')
  })

  test('the document given is never changed', () => {
    const cases = anyDocument.chain((document) =>
      fc.tuple(fc.constant(document), fc.oneof(...Object.values(anyChange(document)))),
    )
    fc.assert(
      fc.property(cases, ([document, change]) => {
        const before = structuredClone(document)
        try {
          apply(document, change)
        } catch {
          // a change that does not fit must not leave traces either
        }
        expect(document).toEqual(before)
      }),
    )
  })
})

describe('many changes', () => {
  test('the inverses of any sequence, in their order, lead back exactly', () => {
    const cases = anyDocument.chain((document) =>
      fc.tuple(
        fc.constant(document),
        fc.array(fc.oneof(anyChange(document).setCells, anyChange(document).setOverrides), {
          maxLength: 8,
        }),
      ),
    )
    fc.assert(
      fc.property(cases, ([document, changes]) => {
        const { next, inverses } = applyAll(document, changes)
        expect(content(applyAll(next, inverses).next)).toEqual(content(document))
      }),
      { numRuns: 300 },
    )
  })

  test('nothing is done where one of them does not fit', () => {
    const document = sampleDocument()
    const before = structuredClone(document)
    expect(() =>
      applyAll(document, [
        { kind: 'setName', name: '另一个' },
        { kind: 'setKey', table: 'orders', key: null },
      ]),
    ).toThrow('no table orders')
    expect(document).toEqual(before)
  })
})

describe('revisions', () => {
  const edit: Change = {
    kind: 'setCells',
    table: 'customers',
    column: 'spend',
    rows: [1],
    cells: [{ value: 7, original: null, mark: 'plain' }],
  }

  test('rise with edit, undo and redo, so that none ever stands for two contents', () => {
    const document = sampleDocument()
    const done = apply(document, edit)
    const undone = apply(done.next, done.inverse)
    const again = apply(undone.next, undone.inverse)
    const seen = [document, done.next, undone.next, again.next].map(
      (each) => column(each, 'spend').revision,
    )
    expect(seen).toEqual([...seen].sort((a, b) => a - b))
    expect(new Set(seen).size).toBe(4)
  })

  test('stay with a new name, for which nothing need be graded or written anew', () => {
    const document = sampleDocument()
    const spend = column(document, 'spend')
    const { next } = apply(document, {
      kind: 'setColumn',
      table: 'customers',
      id: 'spend',
      at: 2,
      column: { ...spend, name: '年消费' },
    })
    expect(column(next, 'spend')).toMatchObject({ name: '年消费', revision: spend.revision })
  })

  test('other columns are shared, not copied', () => {
    const document = sampleDocument()
    const { next } = apply(document, edit)
    expect(cellAt(column(next, 'spend'), 1).value).toBe(7)
    expect(table(next).columns.map((one, i) => one === table(document).columns[i])).toEqual([
      true,
      true,
      false,
      true,
      true,
    ])
  })
})
