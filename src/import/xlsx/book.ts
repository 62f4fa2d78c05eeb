import type { Job } from '../../core/job.ts'
import { type Package, valueOf } from '../xml/package.ts'
import { damaged } from '../workbook/zip.ts'
import { type XmlScanner, nameOf, prefixedName } from '../xml/scanner.ts'

export interface BookSheet {
  readonly name: string
  readonly hidden: boolean
  readonly part: string
}

/** The worksheets in their order, without sheets that are one chart, and where shared parts stand. */
export interface Book {
  readonly sheets: readonly BookSheet[]
  readonly epoch: 1900 | 1904
  readonly strings: string | null
  readonly styles: string | null
}

/**
 * null = no workbook that is read here: the binary one of .xlsb, or none at all. Throws `file.damaged` and what walking a
 * part throws.
 */
export async function readBook(parts: Package, job: Job): Promise<Book | null> {
  const part = await bookPart(parts, job)
  if (part === null) return null
  const relations = await parts.relations(part, job)
  const listed: { name: string; state: string; id: string }[] = []
  let epoch: 1900 | 1904 = 1900
  await parts.scan(
    part,
    {
      open(xml) {
        if (xml.name === names.sheet) listed.push(sheetOf(xml))
        else if (xml.name === names.workbookPr && is1904(xml)) epoch = 1904
      },
      close() {},
      text() {},
    },
    job,
  )
  const sheets: BookSheet[] = []
  for (const { name, state, id } of listed) {
    const relation = relations.get(id)
    if (!relation || !parts.has(relation.part)) return null
    if (relation.kind === 'chartsheet') continue
    // a part that stands for many sheets would be read as often
    if (sheets.some((sheet) => sheet.part === relation.part)) throw damaged(part)
    sheets.push({ name, hidden: state !== '' && state !== 'visible', part: relation.part })
  }
  if (sheets.length === 0) return null
  const shared = (kind: string) =>
    [...relations.values()].find((each) => each.kind === kind)?.part ?? null
  return { sheets, epoch, strings: shared('sharedStrings'), styles: shared('styles') }
}

const names = {
  sheet: nameOf('sheet'),
  workbookPr: nameOf('workbookPr'),
  date1904: nameOf('date1904'),
  name: nameOf('name'),
  state: nameOf('state'),
  id: prefixedName('id'),
}

async function bookPart(parts: Package, job: Job): Promise<string | null> {
  const relations = await parts.relations('', job)
  const main = [...relations.values()].find(({ kind }) => kind === 'officeDocument')
  const part = main?.part ?? 'xl/workbook.xml'
  return parts.has(part) && !/\.bin$/i.test(part) ? part : null
}

function sheetOf(xml: XmlScanner) {
  const sheet = { name: '', state: '', id: '' }
  while (xml.nextAttribute()) {
    if (xml.attribute === names.name) sheet.name = valueOf(xml)
    else if (xml.attribute === names.state) sheet.state = valueOf(xml)
    else if (xml.attribute === names.id) sheet.id = valueOf(xml)
  }
  return sheet
}

function is1904(xml: XmlScanner): boolean {
  while (xml.nextAttribute())
    if (xml.attribute === names.date1904) return /^(1|true|on)$/i.test(valueOf(xml))
  return false
}
