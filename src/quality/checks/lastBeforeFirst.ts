import { plain } from '../../scheme/templates/meaning.ts'
import { type Check, finding } from '../check.ts'
import { columnMeaning, isDate, rowsWhere } from '../columns.ts'

const first =
  /首次|首单|第一次|开户|注册|合作|成交日|建档|first|since|signup|registered|joined|opened/

/** The last order lies before the first. */
export const lastBeforeFirst: Check = {
  id: 'lastBeforeFirst',
  dimension: 'consistency',
  *find({ table, scheme }) {
    const last = columnMeaning(table, scheme, 'lastPurchase', isDate)
    const begin =
      columnMeaning(table, scheme, 'tenure', isDate) ??
      table.columns.filter(isDate).find((one) => one !== last && first.test(plain(one.name)))
    if (!last || !begin) return
    const rows = rowsWhere(
      table,
      (row) => (last.values[row] as number) < (begin.values[row] as number),
    )
    const detail = { first: begin.name, last: last.name }
    yield finding('lastBeforeFirst', 'error', [last, begin], rows, detail, ['swap', 'clear'])
  },
}
