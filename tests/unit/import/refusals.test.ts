import { strToU8, zipSync } from 'fflate'
import { describe, expect, test } from 'vitest'
import { utils, write } from 'xlsx'
import { AppError, type ErrorCode } from '../../../src/core/error.ts'
import { bytesOf, opened, pasted, planOf } from './sources.ts'

async function refusal(content: string | Uint8Array<ArrayBuffer>): Promise<ErrorCode> {
  try {
    await planOf(await opened(content, '客户.xlsx'))
  } catch (error) {
    if (error instanceof AppError) return error.code
    throw error
  }
  throw new Error('it was not refused')
}

const zip = (files: Record<string, string>) =>
  zipSync(Object.fromEntries(Object.entries(files).map(([name, text]) => [name, strToU8(text)])))

const bookOf = (rows: unknown[][], bookType: 'xlsx' | 'biff8' = 'xlsx') => {
  const book = utils.book_new()
  utils.book_append_sheet(book, utils.aoa_to_sheet(rows), 'S')
  return new Uint8Array(write(book, { type: 'array', bookType }) as ArrayBuffer)
}

/** Directory of a compound file (MS-CFB 2.6.1) with the given names. */
function compound(...streams: string[]): Uint8Array<ArrayBuffer> {
  const file = new Uint8Array(512 + 128 * streams.length)
  file.set(bytesOf('d0cf11e0a1b11ae1'))
  for (const [index, name] of streams.entries()) {
    const at = 512 + 128 * index
    for (let i = 0; i < name.length; i++) file[at + i * 2] = name.charCodeAt(i)
    file[at + 64] = (name.length + 1) * 2
    file[at + 66] = 2
  }
  return file
}

describe('a file that is no list is refused for what it is, whatever its name', () => {
  const cases: readonly (readonly [string, Uint8Array<ArrayBuffer> | string, ErrorCode])[] = [
    ['no bytes', '', 'file.empty'],
    ['blanks only', ' \r\n \r\n', 'file.empty'],
    ['a byte order mark only', '\ufeff', 'file.empty'],
    ['PNG', bytesOf('89504e470d0a1a0a0000000d49484452'), 'file.picture'],
    ['JPEG', bytesOf('ffd8ffe000104a464946'), 'file.picture'],
    ['GIF', bytesOf('474946383961'), 'file.picture'],
    ['bitmap', bytesOf('424d 46000000 00000000 36000000 28000000'), 'file.picture'],
    ['WebP', bytesOf('52494646 24000000 57454250 56503820'), 'file.picture'],
    ['HEIC', bytesOf('00000018 66747970 68656963 00000000'), 'file.picture'],
    ['PDF', '%PDF-1.7\n%âãÏÓ', 'file.document'],
    [
      'web archive named .xls',
      'MIME-Version: 1.0\r\nX-Document-Type: Workbook\r\nContent-Type: multipart/related; boundary="a"\r\n',
      'file.document',
    ],
    ['RTF', '{\\rtf1\\ansi 客户}', 'file.document'],
    [
      'docx',
      zip({ '[Content_Types].xml': '<Types/>', 'word/document.xml': '<w/>' }),
      'file.document',
    ],
    [
      'pptx',
      zip({ '[Content_Types].xml': '<Types/>', 'ppt/presentation.xml': '<p/>' }),
      'file.document',
    ],
    [
      'odt',
      zip({ mimetype: 'application/vnd.oasis.opendocument.text', 'content.xml': '<o/>' }),
      'file.document',
    ],
    ['Word 97', compound('Root Entry', 'WordDocument'), 'file.document'],
    ['plain zip', zip({ 'list.csv': 'a,b' }), 'file.notTable'],
    [
      'page without a table',
      '<!doctype html><html><body><p>客户</p></body></html>',
      'file.notTable',
    ],
    ['XML of another kind', '<?xml version="1.0"?><!-- <Workbook> --><project/>', 'file.notTable'],
    ['a part of an xlsx', '<?xml version="1.0"?><workbook><sheets/></workbook>', 'file.notTable'],
    ['gzip', bytesOf('1f8b0800000000000003'), 'file.notTable'],
    ['program', bytesOf('4d5a9000030000000400000000ffff0000b8000000'), 'file.notTable'],
    ['JSON without a list', '{"name": "张三", "amount": 500}', 'file.notTable'],
    ['xlsx with a password', compound('Root Entry', 'EncryptedPackage'), 'file.password'],
    [
      'ods with a password',
      zip({
        mimetype: 'application/vnd.oasis.opendocument.spreadsheet',
        'content.xml': '<o/>',
        'META-INF/manifest.xml': '<manifest:encryption-data/>',
      }),
      'file.password',
    ],
    ['compound file of something else', compound('Root Entry', 'Stream'), 'file.notTable'],
    ['xls without its stream, in capitals', compound('Root Entry', 'WORKBOOK'), 'file.damaged'],
    ['xls without its stream', compound('Root Entry', 'Workbook'), 'file.damaged'],
    [
      'half a workbook',
      bookOf([
        ['a', 'b'],
        [1, 2],
      ]).slice(0, 2_000),
      'file.damaged',
    ],
    ['workbook without cells', bookOf([]), 'file.empty'],
    ['header without rows', '客户名称,购买频率,单次消费金额\r\n', 'file.headerOnly'],
    ['header and blank rows', '客户名称,购买频率\r\n,\r\n,\r\n', 'file.headerOnly'],
    ['title and header', bookOf([['客户分级表'], ['客户名称', '等级', '备注']]), 'file.headerOnly'],
    ['header and total', '客户名称,金额\r\n合计,0\r\n', 'file.headerOnly'],
    ['501 columns', `${'a,'.repeat(500)}b\n${'1,'.repeat(500)}2\n`, 'file.tooManyColumns'],
  ]
  for (const [what, content, code] of cases)
    test(`${what}: ${code}`, async () => {
      expect(await refusal(content)).toBe(code)
    })

  test('a workbook with a cell beyond column 500', async () => {
    const sheet = utils.aoa_to_sheet([['a']])
    sheet['XFD2'] = { t: 'n', v: 1 }
    sheet['!ref'] = 'A1:XFD2'
    const book = utils.book_new()
    utils.book_append_sheet(book, sheet, 'S')
    const bytes = new Uint8Array(write(book, { type: 'array', bookType: 'xlsx' }) as ArrayBuffer)
    expect(await refusal(bytes)).toBe('file.tooManyColumns')
  })

  test('500 columns are still read', async () => {
    const plan = await planOf(await opened(`${'a,'.repeat(499)}b\n${'1,'.repeat(499)}2\n`))
    expect(plan.columns).toHaveLength(500)
  })

  test('pasting nothing', async () => {
    await expect(pasted(' \n\t\n')).rejects.toMatchObject({ code: 'paste.empty' })
  })
})
