import { differencesOf } from '../../scheme/difference.ts'
import { templates } from '../../scheme/templates/index.ts'
import type { Column, ColumnRole } from '../../table/column.ts'
import { criterionSummary } from '../criterionSummary.ts'
import { tieringChoices } from './groups.ts'
import type { Session } from '../session.ts'
import type { SchemeView } from '../views.ts'

export function scheme(session: Session): SchemeView {
  const { document, table, result } = session
  const { criteria } = document.scheme
  const used = new Set(criteria.map(({ column }) => column))
  return {
    scheme: document.scheme,
    criteria: criteria.map((criterion) => criterionSummary(session, criterion)),
    free: table.columns
      .filter((column) => canScore(column) && !used.has(column.id))
      .map(({ id, name }) => ({ column: id, name })),
    totalWeight: criteria.reduce((sum, { enabled, weight }) => sum + (enabled ? weight : 0), 0),
    ...tieringChoices(session),
    cutoffs: [...result.cutoffs],
    differences: differencesOf(document.keptScheme, document.scheme),
    templates: templates.all.map((one) => ({ id: one.id, fits: one.fits(table.columns) > 0 })),
  }
}

const roles: readonly ColumnRole[] = ['other', 'group', 'calculated']

/** Who a customer is, what it was called before and remarks are never criteria. */
function canScore({ role, type }: Column): boolean {
  return role === 'measure' || (roles.includes(role) && type !== 'text')
}
