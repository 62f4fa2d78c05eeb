import type { ToldSteps } from '../core/steps.ts'
import { listValues } from './valueList.ts'
import type { Session } from './session.ts'
import type { ViewName, Views } from './views.ts'
import { findBehind } from './views/behind.ts'
import { countFormula } from './views/formula.ts'
import { countTotals } from './views/totals.ts'
import { countStats } from './views/stats.ts'
import { findReplacements } from './views/replacements.ts'
import { previewRetyping } from './views/retyping.ts'

type Stepped = {
  readonly [K in ViewName]?: (
    session: Session,
    args: Views[K]['args'],
  ) => ToldSteps<Views[K]['out']>
}

/** Views that look at every row, made in turns with other work. The rows of their query are in order by then. */
const stepped: Stepped = {
  behind: findBehind,
  values: listValues,
  stats: countStats,
  totals: countTotals,
  replacements: findReplacements,
  retyping: previewRetyping,
  formula: countFormula,
}

/** null = the view is made at once. */
export function stepsOf<K extends ViewName>(
  session: Session,
  name: K,
  args: Views[K]['args'],
): ToldSteps<Views[K]['out']> | null {
  return stepped[name]?.(session, args) ?? null
}
