import { expect, test } from 'vitest'
import { menuTarget } from '../../../src/ui/controls/menu.ts'
import { readNumber } from '../../../src/ui/controls/number.ts'

test('a typed number may carry commas, blanks and the full-width digits of Chinese input', () => {
  expect(readNumber(' 1,200.5 ')).toBe(1200.5)
  expect(readNumber('１２．５')).toBe(12.5)
  expect(readNumber('12。5')).toBe(12.5)
  expect(readNumber('−20')).toBe(-20)
  expect(readNumber('.5')).toBe(0.5)
})

test('what is no number is not guessed at', () => {
  for (const text of ['', '十', '3万', '1e9', '0x10', '1-2', 'Infinity', '--1'])
    expect(readNumber(text)).toBeNull()
})

// keys of a menu: WAI-ARIA Authoring Practices, menu pattern
test('arrows go round the ends of a menu, Home and End to them', () => {
  const labels = ['Rename', 'Duplicate', 'Delete']
  expect(menuTarget('ArrowDown', labels, 2)).toBe(0)
  expect(menuTarget('ArrowUp', labels, 0)).toBe(2)
  expect(menuTarget('Home', labels, 2)).toBe(0)
  expect(menuTarget('End', labels, 0)).toBe(2)
  expect(menuTarget('Tab', labels, 0)).toBeNull()
  expect(menuTarget('ArrowDown', [], -1)).toBeNull()
})

test('a letter goes to the next item that begins with it', () => {
  const labels = ['Rename', 'Duplicate', 'Delete']
  expect(menuTarget('d', labels, 0)).toBe(1)
  expect(menuTarget('d', labels, 1)).toBe(2)
  expect(menuTarget('d', labels, 2)).toBe(1)
  expect(menuTarget('x', labels, 0)).toBeNull()
})
