import type { Session } from '../session.ts'
import type { ViewName, Views } from '../views.ts'
import { behind } from './behind.ts'
import { byTier } from './byTier.ts'
import { changed } from './changed.ts'
import { columns } from './columns.ts'
import { copy } from './copy.ts'
import { criterion } from './criterion.ts'
import { cutPoints } from './cutPoints.ts'
import { duplicates } from './duplicates.ts'
import { edge } from './edge.ts'
import { explain } from './explain.ts'
import { filling } from './filling.ts'
import { find } from './find.ts'
import { finding } from './finding.ts'
import { matrix, within } from './groups.ts'
import { formula } from './formula.ts'
import { insights } from './insights.ts'
import { lint } from './lint.ts'
import { merges } from './merges.ts'
import { model, models } from './models.ts'
import { movement } from './movement.ts'
import { project } from './project.ts'
import { quality } from './quality.ts'
import { replacements } from './replacements.ts'
import { rows } from './rows.ts'
import { scheme } from './scheme.ts'
import { stability } from './stability.ts'
import { segmentRules } from './segmentRules.ts'
import { sheet } from './sheet.ts'
import { stats } from './stats.ts'
import { retyping } from './retyping.ts'
import { summary } from './summary.ts'
import { records, tables } from './tables.ts'
import { totals } from './totals.ts'
import { uses } from './uses.ts'
import { values } from './values.ts'
import { weighing } from './weighing.ts'
import { window } from './window.ts'

/** Every view is a pure function of the session; the type demands one for each name. */
const answers: {
  readonly [K in ViewName]: (session: Session, args: Views[K]['args']) => Views[K]['out']
} = {
  project,
  scheme,
  summary,
  sheet,
  behind,
  window,
  explain,
  criterion,
  columns,
  tables,
  records,
  models,
  model,
  byTier,
  segmentRules,
  cutPoints,
  insights,
  movement,
  copy,
  edge,
  changed,
  filling,
  find,
  stats,
  replacements,
  values,
  rows,
  quality,
  finding,
  duplicates,
  merges,
  stability,
  weighing,
  lint,
  matrix,
  within,
  formula,
  totals,
  retyping,
  uses,
}

export function answerView<K extends ViewName>(
  session: Session,
  name: K,
  args: Views[K]['args'],
): Views[K]['out'] {
  return answers[name](session, args)
}
