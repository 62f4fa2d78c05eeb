import { matchForm } from '../../table/parse/normalise.ts'
import { type Check, finding } from '../check.ts'
import { examplesOf, keyOf, rowsWhere } from '../columns.ts'
import { formsOf } from '../texts.ts'

/** One customer number on several rows; case, width and blanks do not make another. */
export const keyDuplicate: Check = {
  id: 'keyDuplicate',
  dimension: 'uniqueness',
  *find({ table }) {
    const column = keyOf(table)
    if (!column) return
    const { codes, words } = yield* formsOf(column, matchForm)
    const counts = new Uint32Array(words.length)
    for (const row of table.order) {
      const code = codes[row] as number
      counts[code] = (counts[code] as number) + 1
    }
    counts[0] = 0
    const rows = rowsWhere(table, (row) => (counts[codes[row] as number] as number) > 1)
    const keys = counts.reduce((sum, count) => sum + Number(count > 1), 0)
    yield finding('keyDuplicate', 'error', [column], rows, {
      keys,
      examples: examplesOf(column, rows),
    })
  },
}
