import { columnById } from '../../table/table.ts'
import { textOfCell } from '../../table/parse/cell.ts'
import { shownOf } from '../covering.ts'
import { customerName } from '../customerName.ts'
import type { MergesPage } from '../qualityViews.ts'
import type { Session } from '../session.ts'
import type { Views } from '../views.ts'

const mostMerges = 50
const mostNames = 12

export function merges(session: Session, { from, to }: Views['merges']['args']): MergesPage {
  const { table } = session
  const all = [...(table.merges?.values() ?? [])].reverse()
  const page = all.slice(Math.max(0, from), Math.min(to, from + mostMerges))
  return {
    count: all.length,
    merges: page.map(({ id, at, keep, rows, cells }) => ({
      id,
      at,
      keep: customerName(table, keep),
      rows: rows.slice(0, mostNames).map((row) => customerName(table, row)),
      cells: cells.flatMap(({ column: id, before, after }) => {
        const column = columnById(table, id)
        if (!column) return []
        const shown = shownOf(session, column)
        const texts = {
          before: shown(textOfCell(column, before)),
          after: shown(textOfCell(column, after)),
        }
        return [{ column: column.name, ...texts }]
      }),
    })),
  }
}
