import { AppError } from '../../core/error.ts'
import type { Job } from '../../core/job.ts'
import { chooseSheet } from '../layout/chooseSheet.ts'
import { headOf } from '../layout/head.ts'
import type { RawSheet, Reading } from '../importer.ts'
import type { SheetLayout } from '../layout/layout.ts'
import { inTime } from './partOrder.ts'
import type { ImportChoices } from '../plan.ts'
import { sameShape } from './shape.ts'
import type { OpenedSource } from '../source.ts'
import { understood } from '../understood.ts'

/** One sheet of one file that goes into the table. */
export interface Part {
  readonly source: number // place among the files
  readonly name: string // of the file, of the sheet, or both
  readonly sheet: RawSheet
  readonly layout: SheetLayout
}

export interface Parts {
  /** The sheet on show: columns are counted by its places, choices of rows are meant for it. */
  readonly lead: Part
  readonly all: readonly Part[] // oldest first where the names tell, the lead among them
  readonly alike: readonly number[] // other visible sheets of the first file with the lead's header
}

export interface ReadSource {
  readonly opened: OpenedSource
  readonly reading: Reading
}

/**
 * The sheets that make up one table: of each file the one of the lead's header shape, or all of them if they are to be
 * taken together; hidden ones only if chosen. Throws `file.*`.
 */
export async function partsOf(
  sources: readonly ReadSource[],
  choices: ImportChoices,
  job: Job,
): Promise<Parts> {
  const [first] = sources
  if (!first) throw new AppError('file.empty')
  const { sheets } = first.reading
  const chosen = chosenSheet(sheets, choices)
  const lead = sheets[chosen] as RawSheet
  const alone = sources.length === 1 && sheets.length === 1
  const head = alone ? null : await headOf(lead, job)
  const alike: number[] = []
  for (const [at, sheet] of sheets.entries())
    if (at !== chosen && !sheet.hidden && sameShape(head, await headOf(sheet, job))) alike.push(at)
  const found: Part[] = []
  for (const [source, { opened, reading }] of sources.entries()) {
    const taken = source === 0 ? taking(sheets, chosen, alike, choices) : await fitting(reading)
    const several = taken.length > 1
    for (const sheet of taken) {
      const layout = await layoutOf(sheet, sheet === lead, taken.length > 1)
      const name = nameOf(opened.name, sheet.name, several, sources.length > 1)
      if (layout) found.push({ source, name, sheet, layout })
    }
  }
  const order = inTime(found.map(({ name }) => name))
  return {
    lead: found.find(({ sheet }) => sheet === lead) as Part,
    all: order.map((place) => found[place] as Part),
    alike,
  }

  async function fitting(reading: Reading): Promise<readonly RawSheet[]> {
    const like: RawSheet[] = []
    for (const sheet of reading.sheets)
      if (!sheet.hidden && sameShape(head, await headOf(sheet, job))) like.push(sheet)
    if (like.length > 0) return choices.alike ? like : like.slice(0, 1)
    const chosen = chooseSheet(reading.sheets)
    return reading.sheets.slice(chosen, chosen + 1)
  }

  /** null = a further sheet of a workbook that holds nothing below its header, such as a month that is still to come. */
  async function layoutOf(
    sheet: RawSheet,
    isLead: boolean,
    several: boolean,
  ): Promise<SheetLayout | null> {
    const { includeTotals } = choices
    const own = isLead ? choices : includeTotals === undefined ? {} : { includeTotals }
    try {
      return await understood(sheet).layoutOf(own, job)
    } catch (error) {
      const isEmpty = error instanceof AppError && /^file\.(empty|headerOnly)$/.test(error.code)
      if (isEmpty && several && !isLead) return null
      throw error
    }
  }
}

function chosenSheet(sheets: readonly RawSheet[], { sheet }: ImportChoices): number {
  return sheet !== undefined && sheets[sheet] ? sheet : chooseSheet(sheets)
}

function taking(
  sheets: readonly RawSheet[],
  chosen: number,
  alike: readonly number[],
  choices: ImportChoices,
): readonly RawSheet[] {
  return sheets.filter((_, at) => at === chosen || (choices.alike && alike.includes(at)))
}

/** What tells a part from the others: the file, or the sheet of the one file. */
function nameOf(file: string, sheet: string, sheets: boolean, files: boolean): string {
  const title = titleOf(file)
  if (!sheets) return files || sheet === '' ? title : sheet
  return files ? `${title} · ${sheet}` : sheet
}

/** A file's name without the ending that says its format. */
export function titleOf(file: string): string {
  return file
    .replace(
      /\.(csv|tsv|txt|md|json|jsonl|ndjson|xls[xmb]?|ods|fods|xml|html?|json|jsonl|ndjson)$/i,
      '',
    )
    .trim()
}
