import { finish } from '../../core/steps.ts'
import { isValid } from '../../grading/overrides.ts'
import { findDuplicates } from '../../quality/duplicates.ts'
import { isFigure } from '../../models/figureIds.ts'
import { mergedCells, suggestedKeep, togetherOf } from '../../quality/merging.ts'
import { reasonsOf } from '../../quality/pairing.ts'
import type { Column, RowId } from '../../table/column.ts'
import { customerKey } from '../../table/key.ts'
import { textOfCell, writeCell } from '../../table/parse/cell.ts'
import { columnById } from '../../table/table.ts'
import { shownOf } from '../covering.ts'
import { customerName } from '../customerName.ts'
import type { DuplicateGroup, DuplicatesPage } from '../qualityViews.ts'
import type { Session } from '../session.ts'
import { sheetColumns } from '../sheetColumns.ts'
import type { Views } from '../views.ts'

const mostGroups = 50
const mostMembers = 12

/** At most 50 groups from `from` on. */
export function duplicates(
  session: Session,
  { from, to }: Views['duplicates']['args'],
): DuplicatesPage {
  const { table } = session
  const { rows, starts, certain, reasons } = finish(findDuplicates(table))
  const columns = sheetColumns(session).flatMap(({ id }) => columnById(table, id) ?? [])
  const groups: DuplicateGroup[] = []
  let sure = 0
  let surplus = 0
  for (let group = 0; group < certain.length; group++) {
    if (certain[group] === 0) break // certain ones come first
    sure++
    surplus += (starts[group + 1] as number) - (starts[group] as number) - 1
  }
  const end = Math.min(to, from + mostGroups, certain.length)
  for (let group = Math.max(0, from); group < end; group++) {
    const all = rows.subarray(starts[group], starts[group + 1])
    groups.push({
      ...groupView(session, columns, all),
      certain: certain[group] === 1,
      reasons: reasonsOf(reasons[group] as number),
    })
  }
  return { count: certain.length, certain: sure, surplus, groups }
}

function groupView(
  session: Session,
  columns: readonly Column[],
  rows: Uint32Array,
): Omit<DuplicateGroup, 'certain' | 'reasons'> {
  const { table } = session
  const keep = suggestedKeep(table, rows)
  const shown = [...rows.subarray(0, mostMembers)]
  if (!shown.includes(keep)) shown[shown.length - 1] = keep
  const compared = columns.map((column) => comparedColumn(session, column, keep, shown))
  return {
    keep,
    members: shown.map((row) => ({
      row,
      name: customerName(table, row),
      tier: tierByHand(session, row),
    })),
    more: rows.length - shown.length,
    columns: compared.filter((column) => column !== null),
    same: compared.filter((column) => column === null).length,
  }
}

/** null = the same in all. */
function comparedColumn(
  session: Session,
  column: Column,
  keep: RowId,
  rows: readonly RowId[],
): DuplicateGroup['columns'][number] | null {
  const { table } = session
  const shown = shownOf(session, column)
  const texts = rows.map((row) => writeCell(column, row))
  if (texts.every((text) => text === texts[0])) return null
  const filled = new Set(texts.filter((text) => text !== ''))
  const how = togetherOf(column)
  const others = rows.filter((row) => row !== keep)
  const [merged] = how
    ? mergedCells({ ...table, columns: [column] }, keep, others, new Map([[column.id, how]]))
    : []
  const differs = filled.size > 1 && !isFigure(column.id) && column.formula === undefined // those are worked out anew from all records
  return {
    id: column.id,
    name: column.name,
    texts: texts.map(shown),
    dated: column.type === 'date',
    differs,
    together:
      how && merged && differs ? { how, text: shown(textOfCell(column, merged.after)) } : null,
  }
}

function tierByHand({ document, table }: Session, row: RowId): string | null {
  const override = document.overrides.get(customerKey(table, row))
  if (!override || !isValid(override, document.scheme)) return null
  return document.scheme.tiers.find(({ id }) => id === override.tier)?.name ?? null
}
