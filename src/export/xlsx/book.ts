import type { Job } from '../../core/job.ts'
import type { Styles } from './styles.ts'
import {
  type CellOpening,
  cellOpening,
  columnName,
  escapeXml,
  putCell,
  type SheetCell,
} from './xml.ts'
import { type Bytes, ZipWriter } from './zip.ts'

export interface SheetRow {
  readonly cells: readonly SheetCell[]
  readonly styles: readonly number[]
  readonly height?: number // points
}

/** One sheet. Rows are asked for one after another, so that a long list is never held twice. */
export interface SheetSpec {
  readonly name: string
  readonly widths: readonly number[] // characters
  readonly freeze: { readonly columns: number; readonly rows: number } | null
  readonly rows: Iterable<SheetRow>
  readonly rowCount: number
  readonly merges: readonly string[] // A1:C1
  readonly filter: string | null // A2:P100
  readonly conditions: readonly {
    readonly range: string
    readonly rules: readonly { readonly formula: string; readonly difference: number }[]
  }[]
  readonly validations: readonly Validation[]
  readonly titleRows: number // repeated on each printed page
  readonly landscape: boolean
  readonly onePage?: boolean // printed on one page, however long
  readonly hiddenColumns?: readonly number[]
  readonly tab?: string // RRGGBB
}

export type Validation =
  | {
      readonly kind: 'list'
      readonly range: string
      readonly source: string
      readonly title: string
      readonly message: string
    }
  | {
      readonly kind: 'decimal'
      readonly range: string
      readonly from: number
      readonly to: number
      readonly title: string
      readonly message: string
    }

const head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const packages = 'http://schemas.openxmlformats.org/package/2006'

export async function writeBook(
  sheets: readonly SheetSpec[],
  styles: Styles,
  job: Job,
): Promise<readonly Bytes[]> {
  const zip = new ZipWriter()
  for (const [index, sheet] of sheets.entries()) await writeSheet(zip, index, sheet, job)
  await zip.file('xl/styles.xml', head + styles.xml())
  await zip.file('xl/workbook.xml', head + workbookXml(sheets))
  await zip.file(
    'xl/_rels/workbook.xml.rels',
    head +
      relations(sheets.map(sheetRelation).concat(relation('rIdStyles', 'styles', 'styles.xml'))),
  )
  await zip.file(
    '_rels/.rels',
    head + relations([relation('rId1', 'officeDocument', 'xl/workbook.xml')]),
  )
  await zip.file('[Content_Types].xml', head + contentTypes(sheets.length))
  return zip.close()
}

/** The order of the elements is fixed by the schema (CT_Worksheet); Excel "repairs" a file that mixes them. */
async function writeSheet(
  zip: ZipWriter,
  index: number,
  sheet: SheetSpec,
  job: Job,
): Promise<void> {
  const part = zip.open(`xl/worksheets/sheet${index + 1}.xml`)
  const last = `${columnName(Math.max(0, sheet.widths.length - 1))}${Math.max(1, sheet.rowCount)}`
  part.out.text(
    `${head}<worksheet xmlns="${main}"><sheetPr>${sheet.tab ? `<tabColor rgb="FF${sheet.tab}"/>` : ''}<pageSetUpPr fitToPage="1"/></sheetPr><dimension ref="A1:${last}"/>${viewXml(sheet, index === 0)}<sheetFormatPr defaultRowHeight="17"/>${columnsXml(sheet)}<sheetData>`,
  )
  let row = 0
  let openings: readonly CellOpening[] = []
  let styled: SheetRow['styles'] = []
  for (const { cells, styles, height } of sheet.rows) {
    const place = String(++row)
    if (styles !== styled) {
      openings = cells.map((_, column) => cellOpening(column, styles[column] ?? 0))
      styled = styles
    }
    part.out.text(`<row r="${place}"${height ? ` ht="${height}" customHeight="1"` : ''}>`)
    for (let i = 0; i < cells.length; i++)
      putCell(part.out, openings[i] as CellOpening, place, cells[i] as SheetCell)
    part.out.text('</row>')
    const full = part.flushIfFull()
    if (full) {
      await full
      await job.checkpoint({ step: 'write', done: row, total: sheet.rowCount })
    }
  }
  part.out.text(`</sheetData>${tailXml(sheet)}</worksheet>`)
  await part.end()
}

function viewXml(sheet: SheetSpec, selected: boolean): string {
  const pane = sheet.freeze
    ? `<pane${sheet.freeze.columns ? ` xSplit="${sheet.freeze.columns}"` : ''} ySplit="${sheet.freeze.rows}" topLeftCell="${columnName(sheet.freeze.columns)}${sheet.freeze.rows + 1}" activePane="${sheet.freeze.columns ? 'bottomRight' : 'bottomLeft'}" state="frozen"/>`
    : ''
  return `<sheetViews><sheetView${selected ? ' tabSelected="1"' : ''} workbookViewId="0" showGridLines="0">${pane}</sheetView></sheetViews>`
}

function columnsXml(sheet: SheetSpec): string {
  const hidden = new Set(sheet.hiddenColumns)
  const columns = sheet.widths.map(
    (width, i) =>
      `<col min="${i + 1}" max="${i + 1}" width="${width}" customWidth="1"${hidden.has(i) ? ' hidden="1"' : ''}/>`,
  )
  return columns.length > 0 ? `<cols>${columns.join('')}</cols>` : ''
}

function tailXml(sheet: SheetSpec): string {
  let priority = 0
  const conditions = sheet.conditions.map(
    ({ range, rules }) =>
      `<conditionalFormatting sqref="${range}">${rules
        .map(
          (rule) =>
            `<cfRule type="expression" dxfId="${rule.difference}" priority="${++priority}"><formula>${escapeXml(rule.formula)}</formula></cfRule>`,
        )
        .join('')}</conditionalFormatting>`,
  )
  return [
    sheet.filter ? `<autoFilter ref="${sheet.filter}"/>` : '',
    sheet.merges.length > 0
      ? `<mergeCells count="${sheet.merges.length}">${sheet.merges.map((ref) => `<mergeCell ref="${ref}"/>`).join('')}</mergeCells>`
      : '',
    ...conditions,
    sheet.validations.length > 0
      ? `<dataValidations count="${sheet.validations.length}">${sheet.validations.map(validationXml).join('')}</dataValidations>`
      : '',
    '<pageMargins left="0.4" right="0.4" top="0.5" bottom="0.5" header="0.3" footer="0.3"/>',
    `<pageSetup paperSize="9" orientation="${sheet.landscape ? 'landscape' : 'portrait'}" fitToHeight="${sheet.onePage ? 1 : 0}"/>`,
    '<headerFooter><oddFooter>&amp;C&amp;P / &amp;N</oddFooter></headerFooter>',
  ].join('')
}

function validationXml(rule: Validation): string {
  const shared = `allowBlank="1" showErrorMessage="1" errorTitle="${escapeXml(rule.title)}" error="${escapeXml(rule.message)}" sqref="${rule.range}"`
  return rule.kind === 'list'
    ? `<dataValidation type="list" ${shared}><formula1>${escapeXml(rule.source)}</formula1></dataValidation>`
    : `<dataValidation type="decimal" ${shared}><formula1>${rule.from}</formula1><formula2>${rule.to}</formula2></dataValidation>`
}

function workbookXml(sheets: readonly SheetSpec[]): string {
  const names = sheets.flatMap((sheet, index) => {
    const place = `'${sheet.name.replaceAll("'", "''")}'!`
    const local = (name: string, ref: string, hidden = '') =>
      `<definedName name="${name}" localSheetId="${index}"${hidden}>${escapeXml(place + ref)}</definedName>`
    return [
      ...(sheet.filter
        ? [
            local(
              '_xlnm._FilterDatabase',
              sheet.filter.replace(/([A-Z]+)(\d+)/g, '$$$1$$$2'),
              ' hidden="1"',
            ),
          ]
        : []),
      ...(sheet.titleRows > 0 ? [local('_xlnm.Print_Titles', `$1:$${sheet.titleRows}`)] : []),
    ]
  })
  const list = sheets
    .map(
      (sheet, index) =>
        `<sheet name="${escapeXml(sheet.name)}" sheetId="${index + 1}" r:id="rId${index + 1}"/>`,
    )
    .join('')
  return `<workbook xmlns="${main}" xmlns:r="${office}"><bookViews><workbookView activeTab="0"/></bookViews><sheets>${list}</sheets>${names.length > 0 ? `<definedNames>${names.join('')}</definedNames>` : ''}<calcPr calcId="191029" fullCalcOnLoad="1"/></workbook>`
}

const relation = (id: string, type: string, target: string) =>
  `<Relationship Id="${id}" Type="${office}/${type}" Target="${target}"/>`
const sheetRelation = (_: SheetSpec, index: number) =>
  relation(`rId${index + 1}`, 'worksheet', `worksheets/sheet${index + 1}.xml`)
const relations = (items: readonly string[]) =>
  `<Relationships xmlns="${packages}/relationships">${items.join('')}</Relationships>`

function contentTypes(sheets: number): string {
  const format = 'application/vnd.openxmlformats-officedocument.spreadsheetml'
  const parts = Array.from(
    { length: sheets },
    (_, index) =>
      `<Override PartName="/xl/worksheets/sheet${index + 1}.xml" ContentType="${format}.worksheet+xml"/>`,
  )
  return `<Types xmlns="${packages}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${format}.sheet.main+xml"/><Override PartName="/xl/styles.xml" ContentType="${format}.styles+xml"/>${parts.join('')}</Types>`
}
