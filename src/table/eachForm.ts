import type { Job } from '../core/job.ts'
import { lengthOf } from './cell.ts'
import { type Column, markCode, type RowId } from './column.ts'
import { eachText } from './eachText.ts'
import { writeCell } from './parse/cell.ts'

const chunk = 20_000 // rows between two looks at the job

/**
 * Calls `visit` with the form of each cell that names something: not of empty cells, and not where digits were taken out
 * or lost (138****1234, 1.38E+10). Yields.
 */
export async function eachForm(
  column: Column,
  form: (text: string) => string,
  job: Job,
  visit: (form: string, row: RowId) => void,
): Promise<void> {
  const count = lengthOf(column)
  const { marks, originals } = column
  const isUsable = (row: RowId) => {
    const mark = marks?.[row] ?? 0
    return mark !== markCode.masked && mark !== markCode.digitsLost
  }
  const see = (text: string, row: RowId) => {
    if (text === '') return
    const formed = form(text)
    if (formed !== '') visit(formed, row)
  }
  const forms = column.type === 'category' ? column.dictionary.map(form) : []
  for (let from = 0; from < count; from += chunk) {
    const to = Math.min(count, from + chunk)
    if (column.type === 'text') {
      eachText(
        column,
        (text, row) => {
          if (!isUsable(row)) return
          see(originals?.codes[row] ? writeCell(column, row) : text, row)
        },
        from,
        to,
      )
    } else {
      for (let row = from; row < to; row++) {
        if (!isUsable(row)) continue
        if (column.type !== 'category' || originals?.codes[row]) see(writeCell(column, row), row)
        else {
          const formed = forms[column.codes[row] ?? 0] ?? ''
          if (formed !== '') visit(formed, row)
        }
      }
    }
    await job.checkpoint()
  }
}
