import fc from 'fast-check'
import { expect, test } from 'vitest'
import { ByteBuffer } from '../../../src/export/byteBuffer.ts'

test('texts put one after another are what TextEncoder makes of them, halves of pairs included', () => {
  const unit = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.constantFrom('\ud800', 'a\udc00', '😀', '客户', ''),
  )
  fc.assert(
    fc.property(fc.array(unit, { maxLength: 40 }), (texts) => {
      const out = new ByteBuffer()
      for (const text of texts) out.text(text)
      const expected = texts.map((text) => new TextEncoder().encode(text))
      expect(Buffer.from(out.take())).toEqual(Buffer.concat(expected))
      expect(out.length).toBe(0)
    }),
  )
})

test('grows beyond its first size without losing what it holds', () => {
  const out = new ByteBuffer()
  for (let i = 0; i < 50_000; i++) out.text('客户分级')
  out.bytes(new TextEncoder().encode('x'.repeat(700_000)))
  expect(new TextDecoder().decode(out.take())).toBe('客户分级'.repeat(50_000) + 'x'.repeat(700_000))
})
