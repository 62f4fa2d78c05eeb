import { describe, expect, test } from 'vitest'
import type { SheetColumn, SheetWindow } from '../../../src/engine/views.ts'
import { decimal, score } from '../../../src/i18n/format.ts'
import { words } from '../words.ts'
import {
  fold,
  gridCell,
  numberText,
  scoreDigits,
  type CellContext,
} from '../../../src/state/sheetCell.ts'

const context: CellContext = {
  words: words.zh,
  decimal: (value, digits) => decimal('zh', value, digits),
  score: (value, digits) => score('zh', value, digits),
  cutoffs: [80, 60],
  tiers: ['A', 'B', 'C'],
  search: '',
}
const column = (more: Partial<SheetColumn>): SheetColumn => ({
  id: 'c1',
  name: '金额',
  group: 'criteria',
  type: 'number',
  reading: 'money',
  unit: 'CNY',
  role: 'measure',
  editable: true,
  model: null,
  formula: null,
  frozen: false,
  width: 90,
  categories: null,
  failed: 0,
  ...more,
})
const window = (more: Partial<SheetWindow> = {}): SheetWindow => ({
  revision: 1,
  from: 0,
  rows: [0],
  cells: [],
  tiers: [1],
  computedTiers: [1],
  settledTiers: [1],
  byHand: [false],
  scores: [77.64],
  ...more,
})
const cell = (text: string, state: 'plain' | 'error' | 'missing' | 'approximate', more = {}) =>
  gridCell(column(more), { texts: [text], states: [state] }, window(), 0, context)

describe('a cell of the sheet', () => {
  test('numbers are written as the locale does, and edited as plain digits', () => {
    expect(cell('12400.5', 'plain')).toMatchObject({ text: '12,400.5', input: '12400.5' })
  })

  test('a number too large for its column stands as it was typed, with the reason in both languages', () => {
    const text = '1234567890123456789'
    const of = (language: 'zh' | 'en') =>
      gridCell(column({}), { texts: [text], states: ['tooLarge'] }, window(), 0, {
        ...context,
        words: words[language],
      })
    expect(of('zh')).toMatchObject({ text, state: 'bad' })
    expect(of('zh').hint).toBe(
      `超过一千万亿，位数存不全，当作空缺；若是编号，请把这一列的类型改为编码：${text}`,
    )
    expect(of('en').hint).toMatch(
      /^Beyond 1,000 trillion, where digits are lost; .*: 1234567890123456789$/,
    )
  })

  test('words of the file stay as they stand', () => {
    expect(cell('每月一次', 'plain')).toMatchObject({ text: '每月一次', state: 'plain' })
    expect(numberText('00123-4', context.decimal)).toBe('00123-4')
  })

  test('what could not be read keeps its text and says so (design.md §3)', () => {
    expect(cell('3万左右', 'error')).toMatchObject({
      text: '3万左右',
      state: 'bad',
      hint: '读不出来，当作空缺：3万左右',
    })
  })

  test('a missing measure is marked, an empty note is not', () => {
    expect(cell('', 'missing')).toMatchObject({ text: '', state: 'missing' })
    const note = cell('', 'missing', { role: 'note', group: 'note', type: 'text' })
    expect(note).toMatchObject({ text: '', state: 'plain' })
  })

  test('search hits are found without case, width and blanks', () => {
    expect(fold('ＡＢ c１')).toBe('abc1')
    const hit = gridCell(
      column({ type: 'text' }),
      { texts: ['Acme Trading'], states: [] },
      window(),
      0,
      { ...context, search: fold('ACMEt') },
    )
    expect(hit.hit).toBe(true)
  })

  test('the score has one decimal, more where rounding would seem to reach a missed cut-off', () => {
    expect(scoreDigits(77.64, [80, 60])).toBe(1)
    expect(scoreDigits(79.96, [80, 60])).toBe(2)
    expect(scoreDigits(79.9999, [80, 60])).toBe(4)
    const shown = gridCell(column({ id: '$score' }), undefined, window(), 0, context)
    expect(shown).toMatchObject({ text: '77.6', bar: { share: 0.7764, step: 2 } })
  })

  test('a tier set by hand shows the computed one beside it', () => {
    const hand = window({ tiers: [0], computedTiers: [2], settledTiers: [2], byHand: [true] })
    expect(gridCell(column({ id: '$tier' }), undefined, hand, 0, context)).toMatchObject({
      text: 'A',
      badge: { text: 'A', step: 1, was: 'C' },
      changed: true,
      data: { tier: 'A' },
    })
  })

  test('a customer without a grade has neither score nor tier', () => {
    const none = window({ tiers: [-1], computedTiers: [-1], scores: [NaN] })
    expect(gridCell(column({ id: '$tier' }), undefined, none, 0, context).state).toBe('missing')
    expect(gridCell(column({ id: '$score' }), undefined, none, 0, context).state).toBe('missing')
  })
})

test('a covered number is edited, and found, as it is', () => {
  const column = { id: 'c1', type: 'text', reading: 'identity' } as SheetColumn
  const cells = { texts: ['110101********1237'], states: [], inputs: ['110101199001011237'] }
  const found = { ...context, search: '19900101' }
  expect(gridCell(column, cells, {} as SheetWindow, 0, found)).toMatchObject({
    text: '110101********1237',
    input: '110101199001011237',
    hit: true,
  })
})
