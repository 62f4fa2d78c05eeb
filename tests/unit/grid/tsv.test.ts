import fc from 'fast-check'
import { expect, test } from 'vitest'
import { parseTsv, squared, tiled, writeHtml, writeTsv } from '../../../src/grid/tsv.ts'

// Expectations: what Excel for Windows puts on the clipboard for such cells (text/plain, CF_UNICODETEXT).
test.for([
  ['a', [['a']]],
  [
    'a\tb\r\nc\td\r\n',
    [
      ['a', 'b'],
      ['c', 'd'],
    ],
  ],
  [
    'a\tb\nc\td',
    [
      ['a', 'b'],
      ['c', 'd'],
    ],
  ],
  ['a\rb', [['a'], ['b']]],
  ['\t', [['', '']]],
  ['', [['']]],
  ['a\r\n\r\nb', [['a'], [''], ['b']]],
  ['"two\r\nlines"\tb', [['two\nlines', 'b']]],
  ['"say ""hi"""', [['say "hi"']]],
  ['5" pipe\t6"', [['5" pipe', '6"']]],
  ['"open\tb', [['"open', 'b']]],
  ['"a" and b\tc', [['"a" and b', 'c']]],
  ['"tab\there"\r\nx', [['tab\there'], ['x']]],
  ['""\t""""', [['', '"']]],
] as const)('%j is %j', ([text, cells]) => {
  expect(parseTsv(text)).toEqual(cells)
})

test('what is written is read back the same', () => {
  const text = fc.string({ unit: fc.constantFrom('a', '"', '\t', '\n', ' ', '客', ',') })
  const rows = fc.integer({ min: 1, max: 4 }).chain((wide) =>
    fc.array(fc.array(text, { minLength: wide, maxLength: wide }), {
      minLength: 1,
      maxLength: 5,
    }),
  )
  fc.assert(
    fc.property(rows, (texts) => {
      expect(parseTsv(writeTsv(texts))).toEqual(texts)
    }),
  )
})

test('a table for other programs holds the texts as text', () => {
  expect(
    writeHtml([
      ['<b>', 'a & "b"'],
      ['x\ny', ''],
    ]),
  ).toBe(
    '<meta charset="utf-8"><table><tr><td>&lt;b&gt;</td><td>a &amp; &quot;b&quot;</td></tr>' +
      '<tr><td>x<br>y</td><td></td></tr></table>',
  )
})

test('a block is repeated only a whole number of times', () => {
  expect(tiled([['a', 'b']], 2, 4)).toEqual([
    ['a', 'b', 'a', 'b'],
    ['a', 'b', 'a', 'b'],
  ])
  expect(tiled([['a', 'b']], 2, 3)).toBeNull()
  expect(tiled([['a'], ['b']], 3, 1)).toBeNull()
})

test('short rows are filled up', () => {
  expect(squared([['a'], ['b', 'c']])).toEqual([
    ['a', ''],
    ['b', 'c'],
  ])
})
