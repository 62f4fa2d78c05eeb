import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { seeded } from '../../../src/core/random.ts'
import { finish } from '../../../src/core/steps.ts'
import { rankNumbers } from '../../../src/table/ranks.ts'
import { sortByRanks } from '../../../src/table/sort.ts'
import { columnOf } from './columns.ts'
import { sortRows } from './sorted.ts'

const all = (count: number) => Uint32Array.from({ length: count }, (_, row) => row)

describe('sorting rows', () => {
  test('numbers go by size, missing ones last both ways', () => {
    const column = columnOf('number', ['3', '', '-1', '20', '暂无', '0'])
    expect([...sortRows(column, all(6), false)]).toEqual([2, 5, 0, 3, 1, 4])
    expect([...sortRows(column, all(6), true)]).toEqual([3, 0, 5, 2, 1, 4])
  })
  test('dates before 1970 go before it', () => {
    const column = columnOf('date', ['2024-03-05', '1969-12-31', '1970-01-02'])
    expect([...sortRows(column, all(3), false)]).toEqual([1, 2, 0])
  })
  test('equal values keep the order they had, also descending', () => {
    const column = columnOf('number', ['1', '1', '2', '1', '2'])
    expect([...sortRows(column, Uint32Array.of(4, 3, 2, 1, 0), true)]).toEqual([4, 2, 3, 1, 0])
  })
  test('only the rows given are sorted', () => {
    const column = columnOf('number', ['5', '4', '3', '2'])
    expect([...sortRows(column, Uint32Array.of(0, 2), false)]).toEqual([2, 0])
  })
  test('names go by pinyin and before Latin ones (Unicode CLDR zh), digits by their number', () => {
    const column = columnOf('text', ['张三', '王五', '', '李四', 'C10', 'C9', 'c9', '阿里'])
    const sorted = [...sortRows(column, all(8), false)]
    expect(sorted).toEqual([7, 3, 1, 0, 5, 6, 4, 2])
  })
  test('categories go by their words, no before yes', () => {
    expect([...sortRows(columnOf('tier', ['C级', '', 'A级', 'B级']), all(4), false)]).toEqual([
      2, 3, 0, 1,
    ])
    expect([...sortRows(columnOf('boolean', ['是', '否', '']), all(3), false)]).toEqual([1, 0, 2])
  })
  test('any numbers come as the plain stable sort gives them', () => {
    const number = fc.oneof(
      fc.double(),
      fc.integer({ min: -3, max: 3 }),
      fc.constantFrom(0, -0, NaN),
    )
    fc.assert(
      fc.property(fc.array(number), fc.boolean(), (values, descending) => {
        const rank = (row: number) => values[row] as number
        const present = values.map((_, row) => row).filter((row) => !Number.isNaN(rank(row)))
        const missing = values.map((_, row) => row).filter((row) => Number.isNaN(rank(row)))
        const compare = (a: number, b: number) => (a === b || a - b === 0 ? 0 : a < b ? -1 : 1)
        present.sort((a, b) => (descending ? -1 : 1) * compare(rank(a), rank(b)))
        const ranks = rankNumbers(Float64Array.from(values))
        const sorted = finish(sortByRanks(all(values.length), [{ ranks, descending }]))
        expect([...sorted]).toEqual([...present, ...missing])
      }),
    )
  })
  test('several keys are sorted as one sort after the other, the last first', () => {
    const column = fc.record({
      values: fc.array(fc.constantFrom(NaN, 1, 2, 3, 1e9), { minLength: 40, maxLength: 40 }),
      most: fc.constantFrom(0, 2 ** 15, 2 ** 30), // so many bits that two, or none, fit together
      descending: fc.boolean(),
    })
    fc.assert(
      fc.property(fc.array(column, { minLength: 1, maxLength: 5 }), (columns) => {
        const keys = columns.map(({ values, most, descending }) => {
          const ranks = rankNumbers(Float64Array.from(values))
          return { ranks: { ...ranks, most: Math.max(ranks.most, most) }, descending }
        })
        const one = columns.reduceRight(
          (rows, { values, descending }) => {
            const sign = descending ? -1 : 1
            return rows.toSorted((a, b) => {
              const [x, y] = [values[a] as number, values[b] as number]
              if (Number.isNaN(x) || Number.isNaN(y))
                return Number(Number.isNaN(x)) - Number(Number.isNaN(y))
              return sign * (x - y)
            })
          },
          [...all(40)],
        )
        expect([...finish(sortByRanks(all(40), keys))]).toEqual(one)
      }),
    )
  })
  test('plain words go as the collator of the browser puts them', () => {
    const word = fc.string({
      unit: fc.constantFrom(...'abcxyz张王李华东兴12'),
      minLength: 1,
      maxLength: 4,
    })
    const collator = new Intl.Collator('zh', { numeric: true, sensitivity: 'base' })
    fc.assert(
      fc.property(fc.uniqueArray(word), (words) => {
        const sorted = [...sortRows(columnOf('code', words), all(words.length), false)]
        const texts = sorted.map((row) => words[row] as string)
        for (let at = 1; at < texts.length; at++)
          expect(
            collator.compare(texts[at - 1] as string, texts[at] as string),
          ).toBeLessThanOrEqual(0)
      }),
    )
  })
  test('20,000 names of 3,000 characters, with numbers in them, go as the collator puts them', () => {
    const random = seeded(7)
    const below = (n: number) => Math.floor(random() * n)
    const words = Array.from({ length: 20_000 }, () => {
      const characters = Array.from({ length: 1 + below(6) }, () => 0x4e00 + below(3000))
      const tail = [
        '',
        '',
        `${below(30)}号店`,
        `(${'甲乙丙'[below(3)] ?? ''})`,
        ` No.${below(200)}`,
      ]
      return String.fromCharCode(...characters) + (tail[below(tail.length)] ?? '')
    })
    const pinyin = new Intl.Collator('zh-u-co-pinyin', { numeric: true, sensitivity: 'base' })
    const sorted = [...sortRows(columnOf('text', words), all(words.length), false)]
    // blanks do not count here, they do for the collator
    const texts = sorted.map((row) => (words[row] as string).replaceAll(' ', ''))
    const wrong = texts.findIndex(
      (text, at) => at > 0 && pinyin.compare(texts[at - 1] ?? '', text) > 0,
    )
    expect(texts.slice(wrong - 1, wrong + 1)).toEqual([])
  })
  test('pinyin before tone, tone before strokes; numbers inside of names by their size', () => {
    // GB/T 13418: 妈 mā, 麻 má, 马 mǎ, 骂 mà; 李 lǐ of 7 strokes before 里 lǐ of 7, 理 of 11 (Unicode CLDR pinyin)
    const words = ['骂', '理', '客户10', '马', '客户2', '妈', '客户02b', '李', '麻', '客户2a']
    const sorted = [...sortRows(columnOf('text', words), all(words.length), false)]
    expect(sorted.map((row) => words[row])).toEqual([
      '客户2',
      '客户2a',
      '客户02b',
      '客户10',
      '李',
      '理',
      '妈',
      '麻',
      '马',
      '骂',
    ])
  })
})
