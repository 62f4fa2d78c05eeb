import fc from 'fast-check'
import { expect, test } from 'vitest'
import { lookup } from '../../../../src/scheme/scoring/lookup.ts'
import { categories, tableOf } from '../../../fixtures/gradingTables.ts'

test('a new criterion lists the fifty words that most rows have, of equals the one met first', () => {
  const words = fc.array(fc.integer({ min: 0, max: 90 }), { maxLength: 400 })
  fc.assert(
    fc.property(words, (numbers) => {
      const texts = numbers.map((number) => (number === 0 ? '' : `w${number}`))
      const column = categories('x', texts)
      const table = tableOf([column], texts.length)
      const made = lookup.defaults({ column, table, asOf: '2026-11-21', direction: 'higher' })

      const filled = texts.filter((text) => text !== '')
      const counts = new Map<string, number>()
      for (const text of filled) counts.set(text, (counts.get(text) ?? 0) + 1)
      const plain = [...counts].sort(([, a], [, b]) => b - a).map(([text]) => text) // stable
      expect(made.points.map(({ category }) => category)).toEqual(plain.slice(0, 50))
    }),
  )
})
