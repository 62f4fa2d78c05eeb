import { expect, test } from 'vitest'
import { rowsSelected, spansSelected } from '../../../src/state/sheetSelected.ts'

const block = (top: number, bottom: number, left = 0) => ({ top, bottom, left, right: left })

test('blocks that share rows are one span, neighbours stay two', () => {
  const sheet = { ranges: [block(7, 9), block(2, 3), block(3, 4, 2), block(5, 5), block(8, 8, 3)] }
  expect(spansSelected(sheet)).toEqual([
    { top: 2, bottom: 4 },
    { top: 5, bottom: 5 },
    { top: 7, bottom: 9 },
  ])
  expect(rowsSelected(sheet)).toBe(7)
})
