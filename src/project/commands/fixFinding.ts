import { editsOf } from '../../quality/fix.ts'
import { findingNow } from '../../quality/findings.ts'
import { withCells } from '../../table/cell.ts'
import type { Change } from '../change.ts'
import { customersOf } from '../customersOf.ts'
import { columnOf, refuse, type CommandOf, type Plan } from './contract.ts'
import { withMovedOverrides } from './overrideKeys.ts'

const fewCells = 20_000 // beyond, the whole column is set: cheaper to keep than as many cells

/** Mends what the finding names now: it is looked for anew, so that no row travels. */
export const fixFinding: Plan<CommandOf<'fixFinding'>> = (document, { finding: id, choice }) => {
  const table = customersOf(document)
  const subject = { table, scheme: document.scheme }
  const finding = findingNow(subject, id)
  if (finding === null) return []
  if (!finding.fixes.includes(choice.fix)) refuse('no such fix', { fix: choice.fix })
  const changes = editsOf(subject, finding, choice).map(({ column: id, rows, cells }): Change => {
    const column = columnOf(table, id)
    if (rows.length <= fewCells)
      return { kind: 'setCells', table: table.id, column: id, rows, cells }
    const next = withCells(column, rows, cells)
    return {
      kind: 'setColumn',
      table: table.id,
      id,
      at: table.columns.indexOf(column),
      column: next,
    }
  })
  return withMovedOverrides(document, table, changes)
}
