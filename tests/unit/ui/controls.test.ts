import { expect, test } from 'vitest'
import { menuTarget } from '../../../src/ui/controls/menu.ts'
import { readNumber, writtenNumber } from '../../../src/ui/controls/number.ts'

test('a typed number may carry commas, blanks and the full-width digits of Chinese input', () => {
  expect(readNumber(' 1,200.5 ')).toBe(1200.5)
  expect(readNumber('１２．５')).toBe(12.5)
  expect(readNumber('12。5')).toBe(12.5)
  expect(readNumber('−20')).toBe(-20)
  expect(readNumber('.5')).toBe(0.5)
})

test('a typed number may be short for a large one, as in the sheet', () => {
  expect(readNumber('3万')).toBe(30_000)
  expect(readNumber('1.2亿')).toBe(120_000_000)
  expect(readNumber('－3.5 千万元')).toBe(-35_000_000)
  expect(readNumber('12,3456,7890')).toBe(1_234_567_890)
  expect(readNumber('￥1，200')).toBe(1200)
  expect(readNumber('-$80')).toBe(-80)
  expect(readNumber('1.5E+05')).toBe(150_000)
})

test('the unit of the field may be typed behind the number, another one may not', () => {
  expect(readNumber('12%', '%')).toBe(12)
  expect(readNumber('12％', '%')).toBe(12)
  expect(readNumber('3 天', '天')).toBe(3)
  expect(readNumber('30 Days', 'days')).toBe(30)
  expect(readNumber('12%')).toBeNull()
  expect(readNumber('12%', '元')).toBeNull()
})

test('what is no number is not guessed at', () => {
  const texts = ['', '十', '0x10', '1-2', 'Infinity', '--1', '12,5', '1,2', ',5', '1e400', '2e15']
  for (const text of texts) expect(readNumber(text)).toBeNull()
})

test('a number is written in thousands and read back as it was', () => {
  expect(writtenNumber(451_493.46, 6)).toBe('451,493.46')
  expect(writtenNumber(-1_000, 2)).toBe('-1,000')
  expect(writtenNumber(0.004, 2)).toBe('0')
  for (const value of [0, 12.5, -1234.567, 1e15, 999_999.999999])
    expect(readNumber(writtenNumber(value, 6))).toBe(value)
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
