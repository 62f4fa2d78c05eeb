import { utils, write } from 'xlsx'
import { expect, openFile, test } from './page.ts'

const picture = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
)

/** A compound file (MS-CFB) that holds an `EncryptedPackage`: what Excel writes for a workbook with a password. */
function encryptedWorkbook(): Buffer {
  const file = Buffer.alloc(512 * 4)
  Buffer.from('d0cf11e0a1b11ae1', 'hex').copy(file)
  file.writeUInt16LE(0x003e, 24)
  file.writeUInt16LE(0x0003, 26)
  file.writeUInt16LE(0xfffe, 28)
  file.writeUInt16LE(9, 30)
  file.writeUInt16LE(6, 32)
  file.writeUInt32LE(1, 44) // one FAT sector
  file.writeUInt32LE(1, 48) // directory starts at sector 1
  file.writeUInt32LE(4096, 56)
  file.writeInt32LE(-2, 60)
  file.writeInt32LE(-2, 68)
  for (let i = 0; i < 109; i++) file.writeInt32LE(i === 0 ? 0 : -1, 76 + 4 * i)
  for (let i = 0; i < 128; i++) file.writeInt32LE(i === 0 ? -3 : i === 1 ? -2 : -1, 512 + 4 * i)
  const entry = (index: number, name: string, type: number) => {
    const at = 1024 + 128 * index
    file.write(name, at, 'utf16le')
    file.writeUInt16LE((name.length + 1) * 2, at + 64)
    file[at + 66] = type
    file[at + 67] = 1
    for (const offset of [68, 72, 76]) file.writeInt32LE(-1, at + offset)
    file.writeInt32LE(-2, at + 116)
  }
  entry(0, 'Root Entry', 5)
  file.writeInt32LE(1, 1024 + 76)
  entry(1, 'EncryptedPackage', 2)
  file.writeInt32LE(2, 1024 + 128 + 72)
  entry(2, 'EncryptionInfo', 2)
  return file
}

function headerOnly(): Buffer {
  const book = utils.book_new()
  utils.book_append_sheet(
    book,
    utils.aoa_to_sheet([['客户名称', '购买频率', '单次消费金额']]),
    '客户',
  )
  return write(book, { type: 'buffer', bookType: 'xlsx' }) as Buffer
}

for (const [what, name, content, code] of [
  ['a picture renamed to a workbook', '客户.xlsx', picture, 'file.picture'],
  ['an empty file', '客户.csv', Buffer.alloc(0), 'file.empty'],
  ['a workbook with a password', '客户.xlsx', encryptedWorkbook(), 'file.password'],
  ['a header without rows', '客户.xlsx', headerOnly(), 'file.headerOnly'],
] as const)
  test(`${what} is refused with its reason in the user's language and changes nothing`, async ({
    page,
  }) => {
    for (const [language, pattern] of [
      ['zh', /\p{Script=Han}/u],
      ['en', /^[\x20-\x7e\u2018-\u201d]+$/u],
    ] as const) {
      await page.goto(`./?lang=${language}&fresh`)
      await openFile(page, name, content)
      const refusal = page.getByTestId('import-error')
      await expect(refusal).toBeVisible({ timeout: 20_000 })
      await expect(refusal).toHaveAttribute('data-code', code)
      expect(
        (await refusal.innerText())
          .split('\n')
          .find((line) => /\p{L}{4}|\p{Script=Han}/u.test(line)),
      ).toMatch(pattern)
      await expect(page.getByTestId('file-input')).toBeAttached()
      await expect(page.getByTestId('import-preview')).toHaveCount(0)
    }
  })
