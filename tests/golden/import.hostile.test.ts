import { deflateRawSync } from 'node:zlib'
import fc from 'fast-check'
import { zipSync } from 'fflate'
import { describe, expect, test } from 'vitest'
import { utils, write } from 'xlsx'
import { rawZip } from '../unit/import/rawZip.ts'
import { worksheet } from '../unit/import/xlsxFile.ts'
import { list, outcome, parts, sound, xlsxFile } from './hostile.ts'

const zeros = (size: number) => {
  const content = new Uint8Array(size)
  return { content, packed: deflateRawSync(content, { level: 9 }) }
}
describe('zip bombs and lying headers', () => {
  test('the sound file they are made of is read', async () => {
    expect(await outcome(sound)).toBe('2 rows')
    expect(await outcome(rawZip(parts()))).toBe('2 rows')
  })

  test('600 MB in 600 KB, in a part that is read and in one that is not', async () => {
    const bomb = zeros(600 * 2 ** 20)
    for (const name of ['xl/worksheets/sheet1.xml', 'xl/media/image1.png'])
      expect(
        await outcome(rawZip([...parts().filter((part) => part.name !== name), { name, ...bomb }])),
      ).toBe('file.tooLarge')
  })

  test('the same with headers that promise little', async () => {
    const bomb = zeros(200 * 2 ** 20)
    for (const name of ['xl/worksheets/sheet1.xml', 'xl/media/image1.png']) {
      const others = parts().filter((part) => part.name !== name)
      expect(await outcome(rawZip([...others, { name, ...bomb, size: 1000 }]))).toBe('file.damaged')
      expect(await outcome(rawZip([...others, { name, ...bomb, size: 19e6 }]))).toBe('file.damaged')
    }
  })

  test('sizes that differ in front of the entry and in the directory', async () => {
    const lying = parts().map((part) => ({ ...part, localSize: part.content.length + 1 }))
    expect(await outcome(rawZip(lying))).toBe('file.damaged')
    const promising = parts().map((part) => ({ ...part, size: part.content.length + 1 }))
    expect(await outcome(rawZip(promising))).toBe('file.damaged')
  })

  test('entries that share their bytes (Fifield 2019)', async () => {
    const entries = parts()
    const shared = entries.length - 1
    const more = Array.from({ length: 100 }, (_, i) => ({
      ...(entries[shared] as (typeof entries)[number]),
      name: `xl/worksheets/sheet${i + 2}.xml`,
      sharedWith: shared,
    }))
    expect(await outcome(rawZip([...entries, ...more]))).toBe('file.damaged')
  })

  test('3,000 entries, and a directory that promises 65,535', async () => {
    const empty = Array.from({ length: 3_000 }, (_, i) => ({
      name: `xl/${i}.xml`,
      content: new Uint8Array(),
    }))
    expect(await outcome(rawZip([...parts(), ...empty]))).toBe('file.tooLarge')
    const few = sound.slice()
    new DataView(few.buffer).setUint16(few.length - 12, 1_999, true)
    expect(await outcome(few)).toBe('file.damaged')
  })

  test('a password, by the flag of an entry', async () => {
    expect(await outcome(rawZip(parts().map((part) => ({ ...part, flags: 1 }))))).toBe(
      'file.password',
    )
  })

  test('a method of packing that no one has', async () => {
    expect(await outcome(rawZip(parts().map((part) => ({ ...part, method: 99 }))))).toBe(
      'file.damaged',
    )
  })
})

describe('damage', () => {
  test('any single flipped bit of packed bytes is found (CRC-32)', async () => {
    const bytes = rawZip(parts())
    const end = new DataView(bytes.buffer).getUint32(bytes.length - 6, true)
    let refused = 0
    for (let at = 0; at < end; at += 5) {
      const flipped = bytes.slice()
      flipped[at] = (flipped[at] ?? 0) ^ (1 << (at % 8))
      const found = await outcome(flipped)
      // names, dates and versions in front of an entry say nothing about its content
      if (found === '2 rows') continue
      refused++
      expect(found).toMatch(/^file\./)
    }
    expect(refused).toBeGreaterThan(end / 5 / 2)
  })

  test('a file cut at any length', async () => {
    for (let length = 0; length < sound.length; length += 13)
      expect(await outcome(sound.slice(0, length))).toMatch(/^file\.(empty|damaged|notTable)$/)
  })

  const book = utils.book_new()
  const rows = Array.from({ length: 30 }, (_, i) => [`客户${i}`, i * 1.5, `2024-01-${i}`])
  utils.book_append_sheet(book, utils.aoa_to_sheet([['客户名称', '金额', '日期'], ...rows]), '客户')
  for (const bookType of ['xlsx', 'xlsb', 'biff8', 'biff5', 'ods', 'xlml', 'html'] as const) {
    test(`${bookType} with any bytes changed, or cut`, async () => {
      const whole = new Uint8Array(write(book, { type: 'array', bookType }) as ArrayBuffer)
      const place = fc.double({ min: 0, max: 1, noNaN: true, maxExcluded: true })
      await fc.assert(
        fc.asyncProperty(
          fc.array(fc.tuple(place, fc.nat(255)), { maxLength: 8 }),
          fc.option(place),
          async (changes, cut) => {
            const changed = whole.slice(
              0,
              cut === null ? undefined : Math.floor(cut * whole.length),
            )
            for (const [at, byte] of changed.length > 0 ? changes : [])
              changed[Math.floor(at * changed.length)] = byte
            expect(await outcome(changed)).toMatch(/^file\.|rows$/)
          },
        ),
        { numRuns: 100 },
      )
    })
  }

  test('XML that ends too early inside a sound package is not taken for the whole list', async () => {
    const xml = worksheet(list)
    for (const length of [0, 100, xml.indexOf('李四'), xml.indexOf('</sheetData>')])
      expect(await outcome(xlsxFile(xml.slice(0, length)))).toBe('file.damaged')
  })
})

describe('names that lie', () => {
  test('a workbook named csv, and the reverse', async () => {
    expect(await outcome(sound, '客户.csv')).toBe('2 rows')
    expect(await outcome('客户名称,金额\n张三,5\n', '客户.xlsx')).toBe('1 rows')
  })

  test('one byte of every kind, and none', async () => {
    expect(await outcome('')).toBe('file.empty')
    for (let byte = 0; byte < 256; byte++)
      expect(await outcome(Uint8Array.of(byte))).toMatch(/^file\.|rows$/)
  })

  test('the directory of an empty zip file', async () => {
    expect(await outcome(zipSync({}))).toMatch(/^file\.(notTable|damaged)$/)
  })
})
