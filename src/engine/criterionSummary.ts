import { sharesOfCriteria } from '../scheme/groups.ts'
import type { Criterion } from '../scheme/scheme.ts'
import { columnById } from '../table/table.ts'
import {
  binsOf,
  effectiveOf,
  scoredColumn,
  utilityOfCategory,
  utilityOfNumber,
  type ScoredColumn,
} from './scored.ts'
import type { Session } from './session.ts'
import { shownRange } from './shownRange.ts'
import type { CriterionSummary } from './views.ts'

const bars = 16

export function criterionSummary(session: Session, criterion: Criterion): CriterionSummary {
  const { document, table } = session
  const column = columnById(table, criterion.column) ?? null
  const enabled = document.scheme.criteria.filter((one) => one.enabled)
  const shares = sharesOfCriteria(document.scheme, enabled)
  const scored = scoredColumn(session, criterion)
  const present = scored ? presentIn(scored) : 0
  return {
    criterion,
    columnName: column?.name ?? null,
    columnType: column?.type ?? null,
    reading: column?.reading ?? null,
    unit: column?.unit ?? null,
    share: shares[enabled.indexOf(criterion)] ?? 0,
    missing: table.order.length - present,
    present,
    ...shapeOf(session, criterion, scored),
  }
}

export function presentIn(scored: ScoredColumn): number {
  if (scored.kind === 'numbers') return scored.summary.count
  return scored.counts.reduce((sum, count) => sum + count, 0) - (scored.counts[0] ?? 0)
}

function shapeOf(
  session: Session,
  criterion: Criterion,
  scored: ScoredColumn | null,
): Pick<CriterionSummary, 'bars' | 'curve'> {
  if (scored === null || presentIn(scored) === 0) return { bars: [], curve: [] }
  if (scored.kind === 'codes') {
    const categories = largest(scored, bars)
    return {
      bars: relative(categories.map(({ count }) => count)),
      curve: categories.map(({ name }) => utilityOfCategory(criterion, name)),
    }
  }
  const effective = effectiveOf(session, criterion)
  const [from, to] = shownRange(criterion, scored.values, effective)
  return {
    bars: relative([...binsOf(scored.values, from, to, bars)]),
    curve: Array.from({ length: bars + 1 }, (_, step) =>
      utilityOfNumber(criterion, effective, from + ((to - from) * step) / bars),
    ),
  }
}

/** Present categories with the most customers first. */
export function largest(
  scored: Extract<ScoredColumn, { kind: 'codes' }>,
  limit: number,
): readonly { readonly name: string; readonly count: number }[] {
  return scored.values.dictionary
    .map((name, code) => ({ name, count: scored.counts[code] ?? 0, code }))
    .filter(({ code, count }) => code > 0 && count > 0)
    .sort((a, b) => b.count - a.count || a.code - b.code)
    .slice(0, limit)
    .map(({ name, count }) => ({ name, count }))
}

function relative(counts: readonly number[]): readonly number[] {
  const highest = Math.max(...counts, 1)
  return counts.map((count) => count / highest)
}
