import { describe, expect, test } from 'vitest'
import { seeded } from '../../../src/core/random.ts'
import { repeated } from '../../../src/import/repeated.ts'
import { valueAt } from '../../../src/table/cell.ts'
import { columnOf } from '../../../src/table/builder.ts'
import { inferColumn } from '../../../src/table/infer.ts'
import { readings } from '../../../src/table/parse/index.ts'
import { matchForm } from '../../../src/table/parse/normalise.ts'
import { writeCell } from '../../../src/table/parse/cell.ts'
import { defaultContext } from '../../../src/table/parse/reading.ts'
import { readCells } from '../../../src/table/readCells.ts'
import { WordCells } from '../../../src/table/wordCells.ts'
import { asOf } from './columns.ts'

// Two ways to the same end: cells read one by one (a plain array), and words read once each.

const texts = {
  number: [
    '1',
    '2',
    '3.50',
    '-0',
    '约500',
    '10-20',
    'x',
    '',
    'N/A',
    '１２',
    '999999999999999.5',
    '1e3',
  ],
  money: ['500元', '$20', '1,200.50', '3万', '', '暂无', '500元/月', '12345678901234567'],
  date: ['2024-03-05', '3/5/2024', '2099-01-01', '2024年3月', '昨天?', '', '0000-00-00', '45356'],
  boolean: ['是', '否', '', 'x', 'TRUE'],
  category: ['华东', ' 华东 ', '华北', '', '-', '#REF!'],
  tier: ['A级', 'a', 'Ｂ', 'VIP', ''],
  text: ['甲', "'00123", '', '1.38E+10', '无', '乙 '],
  phone: ['138****1234', '13800138000', ''],
  code: ['00123', '', '#N/A', 'C1'],
  frequency: ['每月一次', '偶尔', '3次/季', '', '首次'],
  percent: ['12%', '0.12', '12', ''],
} as const

const rows = 3_000
const random = seeded(5)

describe.each(Object.entries(texts))('words of a column of %s', (id, words) => {
  const reading = readings.find(id)
  if (!reading) throw new Error(id)
  const cells = Array.from(
    { length: rows },
    () => words[Math.floor(random() ** 2 * words.length)] ?? '',
  )
  const known = ['', ...new Set(['a header', ...cells.filter((text) => text !== '')])]
  const coded = new WordCells(
    known,
    Uint16Array.from(cells, (text) => known.indexOf(text)),
  )

  test('are read as its cells are: values, originals, marks, counts, rows', () => {
    const context = { ...defaultContext(asOf), unit: null }
    const [byCell, byWord] = [cells, coded].map((source) => readCells(source, reading, context))
    expect({ ...byWord?.tally, groups: [...(byWord?.tally.groups ?? [])].sort() }).toEqual({
      ...byCell?.tally,
      groups: [...(byCell?.tally.groups ?? [])].sort(),
    })
    const spec = {
      id: 'c',
      name: '列',
      group: null,
      role: 'other',
      reading: reading.id,
      unit: null,
      context,
    } as const
    const [one, other] = [byCell, byWord].map((read) => read && columnOf(spec, read.data))
    if (!one || !other) throw new Error('unread')
    for (let row = 0; row < rows; row++) {
      expect(valueAt(other, row)).toBe(valueAt(one, row))
      expect(writeCell(other, row)).toBe(writeCell(one, row))
      expect(other.marks?.[row] ?? 0).toBe(one.marks?.[row] ?? 0)
    }
  })

  test('are understood as its cells are', () => {
    const [byCell, byWord] = [cells, coded].map((source) => ({
      ...inferColumn(source, '列', defaultContext(asOf)),
      data: null,
    }))
    expect(byWord).toEqual(byCell)
  })

  test('stand in the rows asked for, rows behind the end are empty', () => {
    const some = Uint32Array.from([5, 7, 8, rows - 1, rows, rows + 9])
    const taken = coded.of(some)
    expect(Array.from(some, (_, at) => taken.at(at) ?? '')).toEqual(
      Array.from(some, (row) => cells[row] ?? ''),
    )
    const run = coded.of(Uint32Array.from([10, 11, 12]))
    expect([0, 1, 2].map((at) => run.at(at) ?? '')).toEqual(cells.slice(10, 13))
  })
})

test('plain numbers are the doubles that JavaScript reads, to the last bit', () => {
  const { read } = readings.get('number')
  const random = seeded(11)
  for (let turn = 0; turn < 200_000; turn++) {
    const whole = String(Math.floor(10 ** (random() * 15)))
    const decimals = Math.floor(random() * (16 - whole.length))
    const fraction =
      decimals > 0
        ? `.${String(random())
            .slice(2, 2 + decimals)
            .padEnd(decimals, '7')}`
        : ''
    const text = `${random() < 0.2 ? '-' : ''}${whole}${fraction}`
    const { value } = read(text, defaultContext(asOf))
    if (value !== Number(text)) throw new Error(`${text} is ${String(value)}`)
  }
})

test('repeated texts are those that a set of their forms finds', () => {
  const random = seeded(3)
  const cells = Array.from({ length: 20_000 }, () => {
    const text = ['c', 'C', 'Ｃ', '客户 ', 'é'][Math.floor(random() * 5)] ?? ''
    return random() < 0.05 ? ' ' : `${text}${Math.floor(random() * 8_000)}`
  })
  const seen = new Set<string>()
  const twice = new Set<string>()
  const places: number[] = []
  for (const [place, cell] of cells.entries()) {
    if (cell === ' ') continue
    const form = matchForm(cell)
    if (seen.has(form)) {
      twice.add(form)
      places.push(place)
    }
    seen.add(form)
  }
  const found = repeated(cells)
  expect(found.blanks.count).toBe(cells.filter((cell) => cell === ' ').length)
  expect(found.repeats.count).toBe(places.length)
  expect(found.repeats.texts).toBe(twice.size)
  expect(found.repeats.first).toEqual(places.slice(0, 1_000))
  expect(repeated([])).toMatchObject({ blanks: { count: 0 }, repeats: { count: 0 } })
})
