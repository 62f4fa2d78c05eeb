import { strToU8, zipSync } from 'fflate'
import { describe, expect, test } from 'vitest'
import { createJob } from '../../../src/core/job.ts'
import { checkParts, partText } from '../../../src/import/workbook/inflate.ts'
import { limits } from '../../../src/import/limits.ts'
import { checkPromises, zipEntries } from '../../../src/import/workbook/zip.ts'

const content = '客户名称,等级\n'.repeat(2_000)
const make = () =>
  zipSync({ 'a/text.xml': strToU8(content), 'stored.bin': [strToU8('abc'), { level: 0 }] })

async function check(bytes: Uint8Array): Promise<void> {
  const entries = zipEntries(bytes)
  checkPromises(entries, limits.whole)
  await checkParts(bytes, entries, createJob())
}

describe('the guard before a workbook is read', () => {
  test('lists the entries of a sound file and passes it', async () => {
    const bytes = make()
    const entries = zipEntries(bytes)
    expect(entries.map(({ name, size }) => [name, size])).toEqual([
      ['a/text.xml', strToU8(content).length],
      ['stored.bin', 3],
    ])
    expect(await Promise.all(entries.map((entry) => partText(bytes, entry, createJob())))).toEqual([
      content,
      'abc',
    ])
    await expect(check(bytes)).resolves.toBeUndefined()
  })

  test('refuses every file with a flipped bit in packed bytes, which SheetJS would take', async () => {
    const sound = make()
    let refused = 0
    let flipped = 0
    for (const entry of zipEntries(sound))
      for (let at = entry.from; at < entry.from + entry.packed; at++) {
        const bytes = sound.slice()
        bytes[at] = (bytes[at] ?? 0) ^ 0x10
        const refusal = await check(bytes).catch((error: unknown) => error)
        flipped++
        // bits after the end mark mean nothing: then the content must be whole
        if (refusal === undefined) expect(await partText(bytes, entry, createJob())).toBe(content)
        else expect(refusal, `byte ${at}`).toMatchObject({ code: 'file.damaged' })
        if (refusal !== undefined) refused++
      }
    expect(refused).toBeGreaterThanOrEqual(flipped - 2)
  })

  test('refuses a file cut anywhere', () => {
    const sound = make()
    for (let length = 0; length < sound.length; length += 7)
      expect(() => zipEntries(sound.slice(0, length))).toThrow(
        expect.objectContaining({ code: 'file.damaged' }),
      )
  })

  test('refuses a bomb while it grows, not after', async () => {
    const bytes = zipSync({ 'xl/bomb.xml': new Uint8Array(220 * 2 ** 20) }, { level: 9 })
    expect(bytes.length).toBeLessThan(2 ** 20)
    await expect(check(bytes)).rejects.toMatchObject({ code: 'file.tooLarge' })
  })

  test('refuses a directory that promises another size', async () => {
    const bytes = make()
    const view = new DataView(bytes.buffer, bytes.byteOffset)
    const directory = view.getUint32(bytes.length - 22 + 16, true)
    view.setUint32(directory + 24, 10, true)
    await expect(check(bytes)).rejects.toMatchObject({ code: 'file.damaged' })
  })
})
