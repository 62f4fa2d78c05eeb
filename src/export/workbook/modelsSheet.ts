import { isFigure, modelOf } from '../../models/figureIds.ts'
import { customersOf } from '../../project/customersOf.ts'
import type { Column } from '../../table/column.ts'
import type { ExportInput } from '../exporter.ts'
import type { SheetRow, SheetSpec } from '../xlsx/book.ts'
import type { Styles } from '../xlsx/styles.ts'
import { palette } from './colors.ts'

const widths = [24, 16, 64, 48] // characters
const lineHeight = 16 // points

/** What the calculated columns mean, from which day and with which settings; null = there are none. */
export function modelsSheet(input: ExportInput, styles: Styles): SheetSpec | null {
  const columns = customersOf(input.document).columns.filter(({ id }) => isFigure(id))
  if (columns.length === 0) return null
  const { words, document, models } = input
  const say = words.workbook.models
  const quiet = styles.cell({ color: palette.quiet, align: 'left' })
  const head = styles.cell({ bold: true, fill: palette.head, border: true, align: 'left' })
  const text = styles.cell({ border: true, align: 'left', wrap: true })
  const line = (words: string): SheetRow => ({ cells: [words], styles: [quiet], height: 20 })
  const rows: SheetRow[] = [
    { cells: [say.title], styles: [styles.cell({ bold: true, size: 14 })], height: 26 },
    line(`${words.workbook.criteria.asOf} ${document.scheme.asOf}`),
    line(say.hint),
    {
      cells: [say.column, say.from, say.meaning, say.settings],
      styles: [head, head, head, head],
      height: 20,
    },
    ...columns.map((column): SheetRow => {
      const cells = [column.name, ...factsOf(column, input)]
      return { cells, styles: cells.map(() => text), height: heightOf(cells) }
    }),
    ...models.flatMap(({ id, notes }) =>
      notes.map(({ code, detail }) => {
        const note = words.issues[code](detail)
        return line(`${words.models.groups[id]}: ${note.title} ${note.help}`)
      }),
    ),
  ]
  return {
    name: words.workbook.sheets.models,
    widths,
    freeze: { columns: 1, rows: 4 },
    rows,
    rowCount: rows.length,
    merges: [],
    filter: null,
    conditions: [],
    validations: [],
    titleRows: 4,
    landscape: true,
    onePage: true,
  }
}

/** Which model it comes from, what it means, the settings of the model. */
function factsOf({ id }: Column, { words, models }: ExportInput): readonly string[] {
  const model = modelOf(id)
  if (model === null || !isFigure(id)) return ['', '', '']
  const about = models.find((one) => one.id === model)
  return [words.models.groups[model], words.models.help[id], about?.settings ?? '']
}

/** Room for the longest cell; a Chinese letter takes two characters. */
function heightOf(cells: readonly string[]): number {
  const lines = cells.map((cell, at) => {
    const length = [...cell].reduce((sum, letter) => sum + (letter > '\u2e7f' ? 2 : 1), 0)
    return Math.ceil(length / ((widths[at] ?? 10) - 2))
  })
  return Math.max(20, Math.max(...lines) * lineHeight + 4)
}
