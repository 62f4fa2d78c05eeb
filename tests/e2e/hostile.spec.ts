import { deflateRawSync } from 'node:zlib'
import { rawZip } from '../unit/import/rawZip.ts'
import { worksheet, xlsxParts } from '../unit/import/xlsxFile.ts'
import { confirmImport, expect, openFile, test } from './page.ts'

const row = (number: number, ...cells: readonly string[]) =>
  `<row r="${number}">${cells.map((cell) => `<c t="inlineStr"><is><t>${cell}</t></is></c>`).join('')}</row>`
const list = row(1, '客户名称', '金额') + row(2, '张三', '500') + row(3, '李四', '300')

const packed = (rows: string) =>
  Buffer.from(
    rawZip(
      Object.entries(xlsxParts(worksheet(rows))).map(([name, content]) => {
        const bytes = content as Uint8Array
        return { name, content: bytes, packed: deflateRawSync(bytes) }
      }),
    ),
  )

function flipped(file: Buffer): Buffer {
  const copy = Buffer.from(file)
  const at = copy.indexOf('xl/worksheets/sheet1.xml') + 60
  copy[at] = (copy[at] ?? 0) ^ 4
  return copy
}

const sound = packed(list)
/** No two neighbours are refused by one code: each answer on the page is a new one. */
const hostile = [
  ['a bomb', packed(list + ' '.repeat(300 * 2 ** 20)), 'file.tooLarge'],
  ['half a file', sound.subarray(0, sound.length >> 1), 'file.damaged'],
  [
    'a cell at XFD1048576',
    packed(`${list}<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>`),
    'file.tooManyColumns',
  ],
  ['a flipped bit', flipped(sound), 'file.damaged'],
] as const

test('hostile workbooks are refused within 3 s each, and a good list is read after them', async ({
  page,
}) => {
  await page.goto('./?lang=zh&fresh')
  for (const [what, file, code] of hostile) {
    const began = Date.now()
    await openFile(page, '客户.xlsx', file)
    const refusal = page.getByTestId('import-error')
    await expect(refusal, what).toHaveAttribute('data-code', code, { timeout: 10_000 })
    expect(Date.now() - began, what).toBeLessThan(3_000)
  }
  await openFile(page, '客户.xlsx', sound)
  await confirmImport(page)
  await expect(page.getByTestId('sheet')).toContainText('张三')
})
