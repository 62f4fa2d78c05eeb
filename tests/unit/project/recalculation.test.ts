import { beforeEach, describe, expect, test } from 'vitest'
import { finish } from '../../../src/core/steps.ts'
import { Session } from '../../../src/engine/session.ts'
import { replacingTable } from '../../../src/engine/replacingTable.ts'
import type { Change } from '../../../src/project/change.ts'
import { plan } from '../../../src/project/commands/index.ts'
import type { Document } from '../../../src/project/document.ts'
import { outcomeOf } from '../../../src/project/outcome.ts'
import { withFormulas } from '../../contracts/formulas.ts'
import { categories, dates, numbers, tableOf, texts } from '../../fixtures/gradingTables.ts'
import { writeCell } from '../../../src/table/parse/cell.ts'
import { dayOf } from '../../../src/scheme/day.ts'
import { documentOf } from './calculatedDocument.ts'

const table = () =>
  withFormulas(
    tableOf(
      [
        texts('id', ['K1', 'K2', 'K3'], { role: 'key', name: '编号' }),
        numbers('a', [100, 50, 9], { name: '金额' }),
        numbers('b', [4, 5, 3], { name: '次数' }),
        dates(
          'd',
          [1, 2, 3].map((at) => dayOf(`2026-11-0${at}`)),
          { name: '最近' },
        ),
        categories('g', ['华东', '华南', '华东'], { name: '地区' }),
      ],
      3,
    ),
    ['[金额]/[次数]', '[算1]*2', 'DAYS([最近])', 'IF([算2]>40,"大","小")'],
  )

let session: Session
let logged: Change[]
const start = (document: Document) => {
  logged = []
  session = new Session(document, (changes) => logged.push(...changes))
}
beforeEach(() => start(documentOf(table())))

const texted = (name: string) => {
  const { columns, order } = session.table
  const column = columns.find((one) => one.name === name) ?? expect.fail()
  return [...order].map((row) => writeCell(column, row))
}
const idOf = (name: string) => session.table.columns.find((one) => one.name === name)?.id ?? ''
const edit = (column: string, row: number, text: string) =>
  session.run({
    kind: 'editCells',
    table: 'customers',
    origin: 'edit',
    cells: [{ row, column, text }],
  })

describe('calculated columns follow', () => {
  test('a cell: of the row touched alone, through all that read it, in one undo step', () => {
    edit('a', 0, '40')
    expect(texted('算1')).toEqual(['10', '10', '3'])
    expect(texted('算2')).toEqual(['20', '20', '6'])
    expect(texted('算4')).toEqual(['小', '小', '小'])
    const set = logged.filter((change) => change.kind === 'setCells')
    expect(set.map(({ column, rows }) => [column, [...rows]])).toEqual([
      ['a', [0]],
      [idOf('算1'), [0]],
      [idOf('算2'), [0]],
      [idOf('算4'), [0]],
    ])
    session.undo()
    expect(texted('算4')).toEqual(['大', '小', '小'])
    session.redo()
    expect(texted('算2')).toEqual(['20', '20', '6'])
  })

  test('new rows, and a paste over them', () => {
    session.run({ kind: 'insertRows', table: 'customers', before: null, count: 1 })
    expect(texted('算1')).toEqual(['25', '10', '3', ''])
    session.run({
      kind: 'pasteBlock',
      table: 'customers',
      rows: [3],
      columns: ['a', 'b'],
      texts: [
        ['8', '2'],
        ['6', '0'],
      ],
      origin: 'paste',
    })
    expect(texted('算1')).toEqual(['25', '10', '3', '4', '#DIV/0!'])
    session.undo()
    session.undo()
    expect(texted('算1')).toEqual(['25', '10', '3'])
  })

  test('the as-of date, where they read it', () => {
    expect(texted('算3')).toEqual(['20', '19', '18'])
    session.run({ kind: 'setAsOf', asOf: '2026-11-11' })
    expect(texted('算3')).toEqual(['10', '9', '8'])
  })

  test('a deleted input leaves errors, with all that reads them, and comes back by undo', () => {
    session.run({ kind: 'deleteColumn', table: 'customers', column: 'b' })
    expect(texted('算1')).toEqual(['#REF!', '#REF!', '#REF!'])
    expect(texted('算2')).toEqual(['#REF!', '#REF!', '#REF!'])
    session.undo()
    expect(texted('算2')).toEqual(['50', '20', '6'])
  })

  test('an input of another type leaves errors; a new name changes nothing', () => {
    session.run({ kind: 'changeColumn', table: 'customers', column: 'a', name: '消费' })
    edit('a', 2, '30')
    expect(texted('算1')).toEqual(['25', '10', '10'])
    session.run({ kind: 'changeColumn', table: 'customers', column: 'a', reading: 'text' })
    expect(texted('算1')).toEqual(['#VALUE!', '#VALUE!', '#VALUE!'])
    session.run({ kind: 'changeColumn', table: 'customers', column: 'a', reading: 'number' })
    expect(texted('算1')).toEqual(['25', '10', '10'])
  })
})

describe('a new calculated column', () => {
  const planned = () => {
    const { document } = session
    const changes = plan(document, {
      kind: 'addColumn',
      table: 'customers',
      name: '称呼',
      reading: 'text',
      role: 'other',
      formula: '[编号]&[地区]',
    })
    return { document, changes }
  }

  test('has the cells that its plan was made with: they are not made again', () => {
    const { document, changes } = planned()
    const [set] = changes.flatMap((one) => (one.kind === 'setColumn' ? [one.column] : []))
    const outcome = finish(outcomeOf(document, changes))
    expect(outcome.changes).toEqual(changes)
    const [again] = planned().changes.flatMap((one) =>
      one.kind === 'setColumn' ? [one.column] : [],
    )
    expect(set?.type === 'text' && again?.type === 'text' && set.bytes === again.bytes).toBe(true)
  })

  test('is made anew where what it reads changes in the same step', () => {
    const { document, changes } = planned()
    const cells = [{ value: '西北', original: null, mark: 'plain' }] as const
    const edit = { kind: 'setCells', table: 'customers', column: 'g', rows: [1], cells } as const
    session.change(
      'both',
      [edit, ...changes],
      null,
      finish(outcomeOf(document, [edit, ...changes])),
    )
    expect(texted('称呼')).toEqual(['K1华东', 'K2西北', 'K3华东'])
    session.undo()
    expect(texted('地区')).toEqual(['华东', '华南', '华东'])
  })

  test('is not taken by a document that has changed meanwhile', () => {
    const { document, changes } = planned()
    const outcome = finish(outcomeOf(document, changes))
    edit('a', 0, '1')
    expect(() => session.change('addColumn', changes, null, outcome)).toThrow('another document')
    expect(texted('金额')).toEqual(['1', '50', '9'])
  })
})

describe('formulas are set', () => {
  const set = (column: string, formula: string | null) =>
    session.run({ kind: 'setFormula', table: 'customers', column, formula })

  test('and taken off: the values stay and take typing', () => {
    edit(idOf('算1'), 0, '7')
    expect(texted('算1')).toEqual(['25', '10', '3'])
    set(idOf('算1'), null)
    edit('a', 0, '8')
    expect(texted('算1')).toEqual(['25', '10', '3'])
    edit(idOf('算1'), 0, '7')
    expect(texted('算2')).toEqual(['14', '20', '6'])
  })

  test('but none that reads itself, is wrong, or names customers', () => {
    const refused = (column: string, formula: string) => {
      try {
        set(column, formula)
      } catch (error) {
        return (error as { detail: { code: string } }).detail.code
      }
      return null
    }
    expect(refused(idOf('算1'), '[算2]+1')).toBe('formula.circle')
    expect(refused(idOf('算1'), '[算1]')).toBe('formula.circle')
    expect(refused('b', '[算1]+1')).toBe('formula.circle')
    expect(refused(idOf('算1'), '[没有]')).toBe('formula.noColumn')
    expect(refused('id', '[地区]')).toBe('formula.naming')
    expect(texted('算2')).toEqual(['50', '20', '6'])
  })

  test('in front of a column, with the reading of its values', () => {
    session.run({
      kind: 'addColumn',
      table: 'customers',
      name: '新客',
      reading: 'number',
      role: 'other',
      formula: '[次数]<4',
      before: 'b',
    })
    expect(session.table.columns.findIndex(({ name }) => name === '新客')).toBe(2)
    expect(session.table.columns[2]).toMatchObject({ type: 'boolean', formula: '[b]<4' })
  })
})

test('a list in the place of another keeps the formulas that it can feed', () => {
  const columns = [
    texts('x', ['K9'], { role: 'key', name: '编号' }),
    numbers('y', [60], { name: '金额' }),
    numbers('z', [3], { name: '次数' }),
    numbers('w', [1], { name: '算2' }), // as an earlier export has it
  ]
  const next = replacingTable(tableOf(columns, 1), session.table)
  session.change('import', [{ kind: 'setTable', id: 'customers', table: next }])
  expect(session.table.columns.map(({ name }) => name)).toEqual([
    '编号',
    '金额',
    '次数',
    '算1',
    '算2',
    '算4',
  ])
  expect([texted('算1'), texted('算2'), texted('算4')]).toEqual([['20'], ['40'], ['小']])
})
