import { finish, type Steps } from '../core/steps.ts'
import { deviation } from '../math/deviation.ts'
import type { Proposal, Weighed } from '../grading/weights/helper.ts'
import { weightHelpers } from '../grading/weights/index.ts'
import { itemsOf, sameScope, scopesOf } from '../grading/weights/scope.ts'
import { once } from './once.ts'
import type { Session } from './session.ts'
import type { Views } from './views.ts'

type Args = Views['weighing']['args']

/** What the helper needs is kept with the utilities, so that asking again costs next to nothing. */
export function* proposing(session: Session, args: Args): Steps<Proposal | null> {
  const { document, result } = session
  if (!scopesOf(document.scheme).some((scope) => sameScope(scope, args.scope))) return null
  const items = itemsOf(document.scheme, result.utilities, args.scope)
  for (const item of items) {
    spreadOf(item)
    yield
  }
  return yield* weightHelpers.get(args.helper).weights({ items, judgements: args.judgements })
}

export const proposalOf = (session: Session, args: Args) => finish(proposing(session, args))

const deviationOf = once((values: Float64Array) => deviation(values).sd)

/** Standard deviation of the points 0..1; NaN = no values; 1 for groups, of which none is asked. */
export const spreadOf = ({ values }: Weighed): number => (values ? deviationOf(values) : 1)
