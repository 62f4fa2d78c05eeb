import { plain } from '../../scheme/templates/meaning.ts'
import type { NumberColumn } from '../../table/column.ts'
import { type Check, finding } from '../check.ts'
import { examplesOf, isNumber, rowsWhere } from '../columns.ts'

/** Parts of a whole; a growth of 150 % is no mistake. */
const parts =
  /占比|比例|份额|毛利率|净利率|利润率|复购率|转化率|流失率|退货率|退款率|逾期率|满意率|完成率|share|portion|margin|churn|rate$|ratio/
const grows = /增长|增速|同比|环比|growth|change|increase/

/** Shares over 100 %: 85 read as 8500 %, or a part larger than its whole. */
export const percentOver: Check = {
  id: 'percentOver',
  dimension: 'validity',
  *find({ table }) {
    for (const column of table.columns.filter(isNumber)) {
      if (!isPart(column)) continue
      const { values } = column
      const rows = rowsWhere(table, (row) => (values[row] as number) > 1)
      const detail = { examples: examplesOf(column, rows) }
      yield finding('percentOver', 'warning', [column], rows, detail, ['hundredth', 'clear'])
    }
  },
}

/** Whether the numbers of this column are parts of a whole. */
export function isPart({ name, reading }: NumberColumn): boolean {
  const header = plain(name)
  return reading === 'percent' && parts.test(header) && !grows.test(header)
}
