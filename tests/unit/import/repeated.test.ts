import fc from 'fast-check'
import { expect, test } from 'vitest'
import { repeated } from '../../../src/import/repeated.ts'
import { matchForm } from '../../../src/table/parse/normalise.ts'
import { rawText } from '../../../src/table/parse/rawText.ts'

/** Source: a Map of all forms. */
function byMap(cells: readonly string[]) {
  const seen = new Map<string, number>()
  const blanks: number[] = []
  const repeats: number[] = []
  const examples: string[] = []
  for (const [place, cell] of cells.entries()) {
    const text = rawText(cell)
    const form = matchForm(text)
    const count = (seen.get(form) ?? 0) + 1
    if (text === '') blanks.push(place)
    else {
      seen.set(form, count)
      if (count > 1) repeats.push(place)
      if (count === 2) examples.push(text)
    }
  }
  return {
    blanks: { count: blanks.length, first: blanks.slice(0, 1_000) },
    repeats: {
      count: repeats.length,
      first: repeats.slice(0, 1_000),
      texts: examples.length,
      examples: examples.slice(0, 5),
    },
  }
}

test('finds what a map finds in short columns', () => {
  const text = fc.constantFrom('', ' ', 'C1', 'c1', 'Ｃ1', 'C2', '张三', '张 三', '李四', 'é', 'É')
  fc.assert(
    fc.property(fc.array(text, { maxLength: 30 }), (cells) => {
      expect(repeated(cells)).toEqual(byMap(cells))
    }),
  )
})

test.each([9_000, 90_000])('finds what a map finds among %i places', (different) => {
  const cells = Array.from({ length: 60_000 }, (_, place) => {
    const number = Math.imul(place, 0x9e3779b1) >>> 0
    return number % 97 === 0 ? '' : `客户C${number % different}`
  })
  expect(repeated(cells)).toEqual(byMap(cells))
})
