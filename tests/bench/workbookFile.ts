import { type DeflateOptions, Zip, ZipDeflate, strToU8 } from 'fflate'
import { seeded } from '../../src/core/random.ts'

const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const relations = 'http://schemas.openxmlformats.org/package/2006/relationships'
const types = 'http://schemas.openxmlformats.org/package/2006/content-types'
const format = 'application/vnd.openxmlformats-officedocument.spreadsheetml'
const contentTypes = [
  '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>',
  ...[
    ['workbook', 'sheet.main'],
    ['worksheets/sheet1', 'worksheet'],
    ['sharedStrings', 'sharedStrings'],
    ['styles', 'styles'],
  ].map(
    ([part, kind]) => `<Override PartName="/xl/${part}.xml" ContentType="${format}.${kind}+xml"/>`,
  ),
].join('')
const level: DeflateOptions = { level: 6 }

/**
 * A workbook as Excel writes it, shared strings and all: 12 columns, 6 of texts, 5 of numbers and days, 1 mostly empty.
 * 500,000 rows make 40 MB, 247 MB inflated.
 */
export function workbookFile(rows: number): Uint8Array<ArrayBuffer> {
  const random = seeded(12)
  const chunks: Uint8Array[] = []
  const zip = new Zip((error, chunk) => {
    if (error) throw error
    chunks.push(chunk)
  })
  const part = (name: string) => {
    const stream = new ZipDeflate(name, level)
    zip.add(stream)
    return stream
  }
  const strings = new Map<string, number>()
  const shared = (text: string) => {
    const known = strings.get(text)
    if (known !== undefined) return known
    strings.set(text, strings.size)
    return strings.size - 1
  }
  const sheet = part('xl/worksheets/sheet1.xml')
  let xml = `<worksheet xmlns="${main}"><dimension ref="A1:L${rows + 1}"/><sheetData>`
  const text = (column: string, row: number, value: string) =>
    `<c r="${column}${row}" t="s"><v>${shared(value)}</v></c>`
  const number = (column: string, row: number, value: number, style = 0) =>
    `<c r="${column}${row}"${style > 0 ? ` s="${style}"` : ''}><v>${value}</v></c>`
  xml += `<row r="1">${headers.map((name, i) => text(letters[i] ?? '', 1, name)).join('')}</row>`
  for (let r = 2; r <= rows + 1; r++) {
    const pick = (list: readonly string[]) => list[Math.floor(random() * list.length)] ?? ''
    xml += `<row r="${r}">${text('A', r, `KH${100_000 + r}`)}${text('B', r, `${pick(cities)}${pick(words)}${r % 9973}有限公司`)}${text('C', r, pick(cities))}${text('D', r, `1${String(3_000_000_000 + Math.floor(random() * 6e9))}`)}${text('E', r, pick(words))}${text('F', r, pick(owners))}${number('G', r, Math.floor(random() * 60))}${number('H', r, Math.round(random() * 1e7) / 100, 2)}${number('I', r, Math.round(random() * 1e8) / 100)}${number('J', r, 44_000 + Math.floor(random() * 1_800), 1)}${number('K', r, Math.floor(random() * 11))}${r % 20 === 0 ? text('L', r, '长期客户') : ''}</row>`
    if (xml.length > 1 << 20) {
      sheet.push(strToU8(xml))
      xml = ''
    }
  }
  sheet.push(strToU8(`${xml}</sheetData></worksheet>`), true)
  const whole = (name: string, content: string) => part(name).push(strToU8(content), true)
  const list = part('xl/sharedStrings.xml')
  list.push(strToU8(`<sst xmlns="${main}" uniqueCount="${strings.size}">`))
  let items = ''
  for (const value of strings.keys()) {
    items += `<si><t>${value}</t></si>`
    if (items.length > 1 << 20) {
      list.push(strToU8(items))
      items = ''
    }
  }
  list.push(strToU8(`${items}</sst>`), true)
  whole(
    'xl/styles.xml',
    `<styleSheet xmlns="${main}"><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="4"/></cellXfs></styleSheet>`,
  )
  whole(
    'xl/workbook.xml',
    `<workbook xmlns="${main}" xmlns:r="${office}"><sheets><sheet name="客户" sheetId="1" r:id="rId1"/></sheets></workbook>`,
  )
  const relation = (id: string, type: string, target: string) =>
    `<Relationship Id="${id}" Type="${office}/${type}" Target="${target}"/>`
  whole(
    'xl/_rels/workbook.xml.rels',
    `<Relationships xmlns="${relations}">${relation('rId1', 'worksheet', 'worksheets/sheet1.xml')}${relation('rId2', 'sharedStrings', 'sharedStrings.xml')}${relation('rId3', 'styles', 'styles.xml')}</Relationships>`,
  )
  whole(
    '_rels/.rels',
    `<Relationships xmlns="${relations}">${relation('rId1', 'officeDocument', 'xl/workbook.xml')}</Relationships>`,
  )
  whole('[Content_Types].xml', `<Types xmlns="${types}">${contentTypes}</Types>`)
  zip.end()
  const file = new Uint8Array(chunks.reduce((size, chunk) => size + chunk.length, 0))
  let at = 0
  for (const chunk of chunks) {
    file.set(chunk, at)
    at += chunk.length
  }
  return file
}

const letters = [...'ABCDEFGHIJKL']
const headers = [
  '客户编号',
  '客户名称',
  '城市',
  '手机',
  '行业',
  '负责人',
  '购买次数',
  '客单价',
  '累计金额',
  '最近购买',
  '满意度',
  '备注',
]
const cities = ['上海', '北京', '广州', '深圳', '杭州', '成都', '武汉', '南京', '西安', '重庆']
const words = [
  '明远贸易',
  '华信科技',
  '恒泰机械',
  '新航食品',
  '嘉禾服饰',
  '瑞丰医药',
  '天成物流',
  '中联建材',
]
const owners = Array.from({ length: 40 }, (_, i) => `业务员${i + 1}`)
