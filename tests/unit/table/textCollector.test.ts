import fc from 'fast-check'
import { expect, test } from 'vitest'
import { matchForm } from '../../../src/table/parse/normalise.ts'
import { TextCollector } from '../../../src/table/textCollector.ts'
import { columnOf } from './columns.ts'

/** The texts as they were taken. */
function taken(texts: readonly string[]): string[] {
  const column = columnOf('text', texts)
  if (column.type !== 'text') throw new Error('not a column of texts')
  const collector = new TextCollector(texts.length)
  collector.rows(column, 0, texts.length)
  const { places, starts, characters } = collector.finish()
  return texts.map((_, row) =>
    [...places.subarray(starts[row], starts[row + 1])].map((place) => characters[place]).join(''),
  )
}

test('bytes are taken in the very form in which texts are compared', () => {
  const odd = [
    ...'aZ09 ~\t　ＡＺ０９！～（），、。〈〛〰・ﾞがｶ゙é\u0301Σİß𠀀龥㐀①㍿\u200b\ufeff\u00a0\u2028-—',
  ]
  const text = fc.array(
    fc.oneof(fc.constantFrom(...odd), fc.string({ unit: 'grapheme', maxLength: 2 })),
    { maxLength: 9 },
  )
  fc.assert(
    fc.property(
      fc.array(
        text.map((parts) => parts.join('')),
        { minLength: 1 },
      ),
      (texts) => {
        const column = columnOf('text', texts)
        // what importing leaves of a text is read from the column
        const stored = column.type === 'text' ? texts.map((_, row) => decode(column, row)) : []
        expect(taken(texts)).toEqual(stored.map(matchForm))
      },
    ),
  )
})

const decoder = new TextDecoder('utf-8', { ignoreBOM: true })
const decode = ({ bytes, starts }: { bytes: Uint8Array; starts: Uint32Array }, row: number) =>
  decoder.decode(bytes.subarray(starts[row], starts[row + 1]))
