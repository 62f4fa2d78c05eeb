import { compareTiers } from '../../grading/compare.ts'
import type { Weighed } from '../../grading/weights/helper.ts'
import { weightHelpers } from '../../grading/weights/index.ts'
import { roundedWeights } from '../../grading/weights/rounded.ts'
import { itemsOf, scopesOf, type WeightScope, weightsFor } from '../../grading/weights/scope.ts'
import { sharesOf } from '../../math/shares.ts'
import { groupOf, groupsOf } from '../../scheme/groups.ts'
import type { Scheme } from '../../scheme/scheme.ts'
import { setWeights } from '../../scheme/setWeights.ts'
import type { Session } from '../session.ts'
import type { Views } from '../views.ts'
import { proposalOf, spreadOf } from '../weighing.ts'
import type { WeighingItem, WeighingView } from '../adviceViews.ts'

/** Proposed weights beside the present ones, and who would change tier. */
export function weighing(session: Session, args: Views['weighing']['args']): WeighingView | null {
  const { document, result, table } = session
  const { scheme } = document
  const { scope } = args
  const found = proposalOf(session, args)
  if (found === null) return null
  const helper = weightHelpers.get(args.helper)
  const items = itemsOf(scheme, result.utilities, scope)
  const fits = (scope.id !== 'groups' || helper.ofGroups) && items.length <= helper.most
  const shares = fits && items.length > 1 ? found.shares : null
  const weights = shares && roundedWeights(shares)
  return {
    scope,
    scopes: scopesOf(scheme).map((one) => ({
      scope: one,
      name: one.id === 'group' ? nameOf(scheme, one.group) : '',
      count: itemsOf(scheme, [], one).length,
    })),
    ofGroups: helper.ofGroups,
    most: Number.isFinite(helper.most) ? helper.most : null,
    items: described(session, scope, items, weights),
    facts: found.facts,
    customers: table.order.length,
    proposal:
      weights &&
      effectOf(session, scope, new Map(items.map(({ id }, at) => [id, weights[at] ?? 0]))),
  }
}

const nameOf = (scheme: Scheme, id: string): string =>
  [...scheme.criteria, ...groupsOf(scheme)].find((one) => one.id === id)?.name ?? ''

function described(
  { document: { scheme }, result }: Session,
  scope: WeightScope,
  items: readonly Weighed[],
  proposed: readonly number[] | null,
): readonly WeighingItem[] {
  const all = [...scheme.criteria, ...groupsOf(scheme)]
  const weights = items.map(({ id }) => all.find((one) => one.id === id)?.weight ?? 0)
  const shares = sharesOf(
    items.map(({ id }, at) => {
      const criterion =
        scope.id === 'all' ? scheme.criteria.find((one) => one.id === id) : undefined
      const group = criterion ? groupOf(scheme, criterion) : { group: 0, groupWeight: 1 }
      return { weight: weights[at] ?? 0, ...group }
    }),
  )
  const proposedTotal = proposed?.reduce((sum, weight) => sum + weight, 0) ?? 0
  return items.map((item, at): WeighingItem => {
    const weight = weights[at] ?? 0
    const next = proposed?.[at] ?? null
    const spread = spreadOf(item)
    return {
      id: item.id,
      name: nameOf(scheme, item.id),
      weight,
      share: shares[at] ?? 0,
      proposed: next,
      proposedShare: next === null || proposedTotal === 0 ? null : next / proposedTotal,
      missing: result.utilities.find(({ criterion }) => criterion === item.id)?.missingCount ?? 0,
      note: Number.isNaN(spread) ? 'noValues' : spread === 0 ? 'constant' : null,
    }
  })
}

function effectOf(
  session: Session,
  scope: WeightScope,
  weights: ReadonlyMap<string, number>,
): NonNullable<WeighingView['proposal']> {
  const { document, result, table } = session
  const { scheme } = document
  const set = weightsFor(scheme, scope, weights)
  const next = setWeights(scheme, set)
  const isSame = JSON.stringify(next) === JSON.stringify(scheme)
  const after = isSame ? result : session.grade.under(next)
  const tiers = { tiers: scheme.tiers, tier: result.final }
  const moved = compareTiers(tiers, { tiers: scheme.tiers, tier: after.final }, table.order)
  const names = [...scheme.tiers.map(({ name }) => name), '']
  return { set, isSame, ...moved, tiers: names }
}
