import { termsOf } from '../../grading/terms.ts'
import { axisValues } from '../../grading/axes.ts'
import { ungraded } from '../../grading/result.ts'
import { canBeWithin, categoriesOf } from '../../grading/within.ts'
import { groupOf, groupsOf, sharesOfCriteria } from '../../scheme/groups.ts'
import type { ColumnRole } from '../../table/column.ts'
import { classesIn } from '../../scheme/tiering/matrix.ts'
import type { Session } from '../session.ts'
import type { MatrixView, TieringChoices, WithinView } from '../tieringViews.ts'
import type { Views } from '../views.ts'

const notCompared: readonly ColumnRole[] = ['key', 'email', 'note', 'referrer']

/** What the form offers beside the criteria. */
export function tieringChoices({ document, table }: Session): TieringChoices {
  const { scheme } = document
  const enabled = scheme.criteria.filter((criterion) => criterion.enabled)
  const shares = sharesOfCriteria(scheme, enabled)
  const known = table.columns.filter(({ role }) => role !== 'name' && role !== 'phone')
  return {
    groups: groupsOf(scheme).map((group, at) => ({
      group,
      share: enabled.reduce(
        (sum, one, i) => sum + (groupOf(scheme, one).group === at ? (shares[i] ?? 0) : 0),
        0,
      ),
    })),
    axisColumns: known.flatMap(({ id, name, type, reading, unit }) =>
      type === 'number' || type === 'date' ? [{ column: id, name, reading, unit }] : [],
    ),
    withinColumns: known
      .filter(({ role }) => !notCompared.includes(role))
      .filter((column) => canBeWithin(column, table))
      .map(({ id, name }) => ({ column: id, name })),
  }
}

export function matrix({ document, table, result }: Session): MatrixView | null {
  const { scheme } = document
  const { tiering } = scheme
  if (tiering.id !== 'matrix') return null
  const terms = termsOf(scheme, result.utilities)
  const { score } = result
  const axis = (one: (typeof tiering.axes)[number]) => axisValues(table, scheme, terms, one)
  const { classes, missing } = classesIn(tiering, { score, axis })
  const [down, across] = classes
  const width = tiering.axes[1].cutoffs.length + 1
  const counts = new Uint32Array((tiering.axes[0].cutoffs.length + 1) * width)
  for (let row = 0; row < score.length; row++) {
    if (Number.isNaN(score[row])) continue
    const at = (down[row] as number) * width + (across[row] as number)
    counts[at] = (counts[at] as number) + 1
  }
  const [first = 0, second = 0] = missing
  return {
    counts: tiering.cells.map((_, at) => [...counts.subarray(at * width, (at + 1) * width)]),
    missing: [first, second],
  }
}

const mostRows = 200

/** The largest categories first; those without one last. */
export function within(
  { document, table, result }: Session,
  { from, to }: Views['within']['args'],
): WithinView | null {
  const { scheme } = document
  const categories = result.within && scheme.within ? categoriesOf(table, scheme.within) : null
  if (!categories || !result.within) return null
  const { names, rows } = categories
  const { cutoffs } = result.within
  const order = rows
    .map((own, code) => ({ own, code }))
    .filter(({ own }) => own.length > 0)
    .sort(
      (a, b) => +(a.code === 0) - +(b.code === 0) || b.own.length - a.own.length || a.code - b.code,
    )
  return {
    total: order.length,
    rows: order.slice(from, Math.min(to, from + mostRows)).map(({ own, code }) => {
      const counts = new Uint32Array(256)
      for (const row of own) {
        const tier = result.final[row] ?? ungraded
        counts[tier] = (counts[tier] ?? 0) + 1
      }
      return {
        name: names[code] ?? '',
        customers: own.length,
        counts: scheme.tiers.map((_, tier) => counts[tier] ?? 0),
        ungraded: counts[ungraded] ?? 0,
        cutoffs: [...(cutoffs[code] ?? [])],
      }
    }),
  }
}
