import fc from 'fast-check'
import { expect, test } from 'vitest'
import { parseTsv, squared, writeHtml, writeTsv } from '../../../src/grid/tsv.ts'

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
    writeHtml(
      [
        ['<b>', 'a & "b"'],
        ['x\ny', ''],
      ],
      () => true,
    ),
  ).toBe(
    '<meta charset="utf-8"><table><tr><td>&lt;b&gt;</td><td>a &amp; &quot;b&quot;</td></tr>' +
      '<tr><td>x<br>y</td><td></td></tr></table>',
  )
})

// What Excel makes of such a cell without the text format, by “Excel specifications and limits” (15 digits) and “Stop
// automatically changing numbers to dates”. Numbers and days of columns of their kind shall stay what they are.
test.for([
  ['001234', true, true],
  ['3-4', true, true],
  ['1E5', true, true],
  ['110101199003078515', true, true],
  ['=1+1', true, true],
  ['+86 138', true, true],
  ['@name', true, true],
  ['TRUE', true, true],
  ['Mar-5', true, true],
  ['杭州', true, false],
  ['March Ltd', true, false],
  ['12400', false, false],
  ['-3.5', false, false],
  ['2024-01-02', false, false],
  ['110101199003078515', false, true],
] as const)('%s, in a column of texts: %s, arrives as text: %s', ([text, isText, kept]) => {
  const html = writeHtml([[text]], () => isText)
  expect(html.includes(`mso-number-format:"\\@"`)).toBe(kept)
  expect(html.includes('sdnum="0;0;@"')).toBe(kept) // what LibreOffice goes by
})

test('short rows are filled up', () => {
  expect(squared([['a'], ['b', 'c']])).toEqual([
    ['a', ''],
    ['b', 'c'],
  ])
})
