import { type Zippable, strToU8, zipSync } from 'fflate'

const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const packages = 'http://schemas.openxmlformats.org/package/2006/relationships'

export type Part = string | Uint8Array

/** The parts of a workbook with one sheet, written by hand; `more` adds parts or takes their place. */
export function xlsxParts(sheet: Part, more: Readonly<Record<string, Part>> = {}): Zippable {
  const parts = {
    '[Content_Types].xml':
      '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/></Types>',
    '_rels/.rels': relations([['rId1', 'officeDocument', 'xl/workbook.xml']]),
    'xl/workbook.xml': workbook('<sheet name="客户" sheetId="1" r:id="rId1"/>'),
    'xl/_rels/workbook.xml.rels': relations([
      ['rId1', 'worksheet', 'worksheets/sheet1.xml'],
      ['rId2', 'sharedStrings', 'sharedStrings.xml'],
      ['rId3', 'styles', 'styles.xml'],
    ]),
    'xl/worksheets/sheet1.xml': sheet,
    ...more,
  }
  return Object.fromEntries(
    Object.entries(parts).map(([name, part]) => [
      name,
      typeof part === 'string' ? strToU8(part) : part,
    ]),
  )
}

export const xlsxFile = (...args: Parameters<typeof xlsxParts>): Uint8Array<ArrayBuffer> =>
  zipSync(xlsxParts(...args))

/** A worksheet around rows. */
export const worksheet = (rows: string, after = '', before = '') =>
  `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<worksheet xmlns="${main}" xmlns:r="${office}">${before}<sheetData>${rows}</sheetData>${after}</worksheet>`

export const workbook = (sheets: string, before = '') =>
  `<workbook xmlns="${main}" xmlns:r="${office}">${before}<sheets>${sheets}</sheets></workbook>`

export const sharedStrings = (items: string) => `<sst xmlns="${main}">${items}</sst>`

/** Number formats of the cell styles 0, 1, 2 …: a number is built in, a text is written into the file. */
export function styles(...formats: readonly (number | string)[]): string {
  const own = formats.map((format, i) =>
    typeof format === 'string'
      ? `<numFmt numFmtId="${170 + i}" formatCode="${escapeXml(format)}"/>`
      : '',
  )
  const xfs = formats.map(
    (format, i) => `<xf numFmtId="${typeof format === 'number' ? format : 170 + i}"/>`,
  )
  return `<styleSheet xmlns="${main}"><numFmts>${own.join('')}</numFmts><cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs>${xfs.join('')}</cellXfs></styleSheet>`
}

export const relations = (list: readonly (readonly [string, string, string])[], base = office) =>
  `<Relationships xmlns="${packages}">${list
    .map(
      ([id, type, target]) =>
        `<Relationship Id="${id}" Type="${base}/${type}" Target="${target}"/>`,
    )
    .join('')}</Relationships>`

const escapeXml = (text: string) =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;')
