import { expect, test } from 'vitest'
import { pairsOf, pairWords, ratioOf, stepOf, steps } from '../../../../src/ui/weights/pairWords.ts'
import { words } from '../../words.ts'

test('steps of the slider are the scale of 1/9 to 9, and back', () => {
  for (let step = -steps; step <= steps; step++) {
    const ratio = ratioOf(step)
    expect(stepOf(ratio) + 0).toBe(step)
    expect(ratio).toBe(step <= 0 ? 1 - step : 1 / (1 + step))
  }
})

test.each(['zh', 'en'] as const)('each strength has its words: %s', (language) => {
  const said = new Set(
    Array.from({ length: 9 }, (_, at) => pairWords('甲', '乙', at + 1, words[language])),
  )
  expect(said.size).toBe(9)
  expect(pairWords('甲', '乙', 1 / 3, words[language])).toContain('乙')
  expect(pairWords('甲', '乙', 3, words.zh)).toBe('甲稍微重要（3 倍）')
  expect(pairWords('甲', '乙', 1, words.en)).toBe('Equally important')
})

test('every pair once', () => {
  expect(pairsOf(['a', 'b', 'c'])).toEqual([
    ['a', 'b'],
    ['a', 'c'],
    ['b', 'c'],
  ])
})
