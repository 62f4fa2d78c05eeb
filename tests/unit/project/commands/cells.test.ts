import { describe, expect, test } from 'vitest'
import type { CommandOf } from '../../../../src/project/commands/contract.ts'
import { cutCells } from '../../../../src/project/commands/cells.ts'
import { plan } from '../../../../src/project/commands/index.ts'
import { cellAt } from '../../../../src/table/cell.ts'
import { aTier, column, sampleDocument, table } from '../documents.ts'
import { refusal, refused, run, texts } from './run.ts'

const document = sampleDocument()
const edit = (cells: CommandOf<'editCells'>['cells']): CommandOf<'editCells'> => ({
  kind: 'editCells',
  table: 'customers',
  origin: 'edit',
  cells,
})
const paste = (
  rows: readonly number[],
  columns: readonly string[],
  block: readonly (readonly string[])[],
): CommandOf<'pasteBlock'> => ({
  kind: 'pasteBlock',
  table: 'customers',
  rows,
  columns,
  texts: block,
  origin: 'paste',
})

describe('editing cells', () => {
  test('reads each text as its column reads', () => {
    const next = run(
      document,
      edit([
        { row: 1, column: 'spend', text: '１，２００' }, // spec/value-parsing.md: full-width digits
        { row: 1, column: 'name', text: '李四四' },
        { row: 1, column: 'region', text: '华南' },
        { row: 1, column: 'vip', text: '是' },
      ]),
    )
    expect(cellAt(column(next, 'spend'), 1).value).toBe(1200)
    expect(cellAt(column(next, 'name'), 1).value).toBe('李四四')
    expect(cellAt(column(next, 'region'), 1).value).toBe('华南')
    expect(cellAt(column(next, 'vip'), 1).value).toBe(true)
  })

  test('keeps what it cannot read, as a missing value with its text', () => {
    const next = run(document, edit([{ row: 0, column: 'spend', text: '很多' }]))
    expect(cellAt(column(next, 'spend'), 0)).toEqual({
      value: null,
      original: '很多',
      mark: 'error',
    })
  })

  test('empties cells, and changes nothing where nothing changes', () => {
    const next = run(document, edit([{ row: 0, column: 'spend', text: '' }]))
    expect(cellAt(column(next, 'spend'), 0)).toEqual({ value: null, original: null, mark: 'plain' })
    expect(plan(document, edit([{ row: 0, column: 'spend', text: '5000' }]))).toEqual([])
  })

  test('takes the later text of a cell named twice', () => {
    const next = run(
      document,
      edit([
        { row: 0, column: 'spend', text: '1' },
        { row: 0, column: 'spend', text: '2' },
      ]),
    )
    expect(cellAt(column(next, 'spend'), 0).value).toBe(2)
  })

  test('refuses rows, columns and tables that are not there', () => {
    const at = (row: number, id: string) => edit([{ row, column: id, text: '1' }])
    expect(refusal(document, at(3, 'spend'))).toMatchObject(refused('no such row'))
    expect(refusal(document, at(0, 'age'))).toMatchObject(refused('no such column'))
    expect(refusal(document, { ...at(0, 'spend'), table: 'orders' })).toMatchObject(
      refused('no such table'),
    )
  })

  test('a customer number typed anew takes the override along', () => {
    const next = run(document, edit([{ row: 0, column: 'no', text: '100' }]))
    expect(next.overrides).toEqual(new Map([['100', aTier]]))
  })

  test('and leaves it where another customer still bears the number', () => {
    const twice = run(document, edit([{ row: 1, column: 'no', text: '001' }]))
    const next = run(twice, edit([{ row: 0, column: 'no', text: '100' }]))
    expect([...next.overrides.keys()].sort()).toEqual(['001', '100'])
  })
})

describe('pasting a block', () => {
  test('fills the rows under it and appends those that are missing', () => {
    const block = [
      ['赵六', '1'],
      ['钱七', '2'],
      ['孙八', '3'],
    ]
    const next = run(document, paste([2], ['name', 'spend'], block))
    expect(texts(next, 'name')).toEqual(['张三', '李四', '赵六', '钱七', '孙八'])
    expect(texts(next, 'spend')).toEqual(['5000', '', '1', '2', '3'])
    expect(texts(next, 'region')).toEqual(['华东', '华北', '华东', '', ''])
    expect(table(next).rowCount).toBe(5)
  })

  test('goes by row ids, so a sorted view pastes where the user sees it', () => {
    const next = run(document, paste([2, 0], ['spend'], [['7'], ['8']]))
    expect(texts(next, 'spend')).toEqual(['8', '', '7'])
  })

  test('cuts what lies beyond the last column, and says how much', () => {
    const command = paste([0, 1], ['spend'], [['1', 'x', 'y'], ['2', 'z'], ['3']])
    expect(texts(run(document, command), 'spend')).toEqual(['1', '2', '2000', '3'])
    expect(cutCells(command)).toBe(3)
    expect(cutCells(paste([0], ['name', 'spend'], [['a']]))).toBe(0)
  })

  test('leaves cells alone where a row of the block is shorter', () => {
    const next = run(document, paste([0, 1], ['name', 'spend'], [['甲'], ['乙', '9']]))
    expect(texts(next, 'spend')).toEqual(['5000', '9', '2000'])
  })
})
