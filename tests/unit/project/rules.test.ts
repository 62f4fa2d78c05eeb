import { describe, expect, test } from 'vitest'
import { applyAll } from '../../../src/project/apply.ts'
import { plan } from '../../../src/project/commands/index.ts'
import type { Document } from '../../../src/project/document.ts'
import { migrate } from '../../../src/project/migrate.ts'
import { toStored } from '../../../src/project/stored.ts'
import { cellAt } from '../../../src/table/cell.ts'
import { imported } from '../../golden/values.ts'
import { run } from './commands/run.ts'
import { column, customers, sampleDocument } from './documents.ts'

// Source of the values: the page "Reading what people really write".
const often = imported('购买频率', ['每月一次', '偶尔', '每周一次'], {
  words: [['偶尔', 2]],
}).column
const dates = imported('最近购买', ['25/03/2024', '05/03/2024', '']).column
const document: Document = {
  ...sampleDocument(),
  tables: {
    customers: customers(
      [
        { ...often, id: 'often' },
        { ...dates, id: 'last' },
      ],
      3,
    ),
  },
}
const edit = (column: string, text: string) =>
  ({
    kind: 'editCells',
    table: 'customers',
    origin: 'edit',
    cells: [{ row: 2, column, text }],
  }) as const

describe('the rules of a column', () => {
  test('read what is typed and pasted into the open sheet', () => {
    expect(cellAt(column(run(document, edit('often', '偶尔')), 'often'), 2).value).toBe(2)
    const may = cellAt(column(run(document, edit('last', '6/7/2024')), 'last'), 2)
    expect(may.value).toBe(Date.UTC(2024, 6, 6) / 86_400_000)
    const pasted = run(document, {
      kind: 'pasteBlock',
      table: 'customers',
      rows: [2],
      columns: ['often', 'last'],
      texts: [
        ['偶尔', '6/7/2024'],
        ['偶尔', '7/7/2024'],
      ],
      origin: 'paste',
    })
    expect(cellAt(column(pasted, 'often'), 3).value).toBe(2)
    expect(cellAt(column(pasted, 'last'), 3).value).toBe(Date.UTC(2024, 6, 7) / 86_400_000)
  })

  test('stay with the column when it is edited, read anew as another kind and back, and undone', () => {
    const edited = run(document, edit('often', '经常'))
    expect(column(edited, 'often').rules).toEqual(often.rules)
    const asText = {
      kind: 'changeColumn',
      table: 'customers',
      column: 'often',
      reading: 'text',
    } as const
    const back = { ...asText, reading: 'frequency' } as const
    const again = run(run(document, asText), back)
    expect(column(again, 'often').rules?.words).toEqual([['偶尔', 2]])
    expect([0, 1, 2].map((row) => cellAt(column(again, 'often'), row).value)).toEqual([12, 2, 52])
    const { next, inverses } = applyAll(document, plan(document, asText))
    expect(column(applyAll(next, inverses).next, 'often').rules).toEqual(often.rules)
  })

  test('are stored as JSON, and a document without them opens as before', () => {
    const stored = JSON.parse(JSON.stringify(toStored(document))) as ReturnType<typeof toStored>
    expect(migrate(stored).tables[0]?.columns.map(({ rules }) => rules)).toEqual([
      often.rules,
      dates.rules,
    ])
    const older = JSON.parse(JSON.stringify(toStored(sampleDocument()))) as unknown
    expect(migrate(older).tables[0]?.columns.every((heading) => !('rules' in heading))).toBe(true)
  })
})
