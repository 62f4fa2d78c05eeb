import { describe, expect, test } from 'vitest'
import { planText } from './sources.ts'

/**
 * Searches that go back and forth take the square of a text's length, or double with each letter. Cells of one piece
 * again and again, with an end that does not fit, bring them out: soil surveys and mail threads have such cells.
 */
const pieces = [
  '1',
  'a1',
  '1a',
  'a-1',
  'a@',
  'a.',
  '万',
  '一',
  '1,',
  '1-',
  '\u00a0',
  '\u3000',
  '（',
  '年',
  '次',
]

const took = async (text: string) => {
  const began = performance.now()
  const cell = `"${text}"`
  const plan = await planText(
    `客户编号,客户名称,金额,频率,日期,电话\n${Array(6).fill(cell).join(',')}\nC1,张三,5,每月一次,2024-01-01,13800138000\n`,
  )
  expect(plan.columns).toHaveLength(6)
  return performance.now() - began
}

describe('a long cell is read in no time', () => {
  for (const piece of pieces)
    for (const end of ['', '!', 'x#'])
      test(`${JSON.stringify(piece)} again and again, then ${JSON.stringify(end)}`, async () => {
        expect(await took(piece.repeat(28).slice(0, 28) + end)).toBeLessThan(1_000)
        expect(await took(piece.repeat(30_000).slice(0, 30_000) + end)).toBeLessThan(2_000)
      })
})
