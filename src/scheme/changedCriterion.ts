import { AppError } from '../core/error.ts'
import type { Criterion, Frozen, Prepare, Scoring } from './scheme.ts'
import { quantileSteps } from './scoring/prepared.ts'
import { redecayed, rescaled } from './scoring/rescale.ts'

/**
 * Taking the logarithm, or leaving it, keeps the points of a scoring that is not set anew; with decay the points become what
 * is left. What is frozen holds for one column, scoring, direction and preparation only.
 */
export function changedCriterion(old: Criterion, set: Partial<Omit<Criterion, 'id'>>): Criterion {
  const prepare = set.prepare === undefined ? (old.prepare ?? null) : preparation(set.prepare)
  const next: Criterion = { ...old, ...set, prepare }
  const scoring = set.scoring ?? scoringAfter(old, next)
  const keeps = set.frozen === undefined && holdsFor(old, { ...next, scoring })
  const frozen = keeps ? old.frozen : set.frozen
  if (frozen) checkFrozen(frozen)
  return tidy({ ...next, scoring, frozen: frozen ?? null })
}

/** The scoring that goes with another preparation. */
function scoringAfter(old: Criterion, next: Criterion): Scoring {
  const { scoring } = old
  if (!old.prepare?.decay !== !next.prepare?.decay) return redecayed(scoring, next)
  const isLog = next.prepare?.log ?? false
  return isLog === (old.prepare?.log ?? false) ? scoring : rescaled(scoring, isLog)
}

/** Without the fields that say nothing, as schemes without them are stored. */
function tidy(criterion: Criterion): Criterion {
  const { prepare, frozen, ...rest } = criterion
  return { ...rest, ...(prepare && { prepare }), ...(frozen && { frozen }) }
}

/** Whether what is frozen of one holds for the other. */
function holdsFor(a: Criterion, b: Criterion): boolean {
  const key = ({ column, scoring, direction, prepare }: Criterion) =>
    JSON.stringify([column, scoring, direction, prepare ?? null])
  return key(a) === key(b)
}

/** Null where nothing is done; quantiles to 0.0001. */
function preparation(prepare: Prepare | null): Prepare | null {
  if (prepare === null) return null
  const { log, winsorise } = prepare
  const decay = prepare.decay ?? null
  if (decay !== null && !(decay > 0 && Number.isFinite(decay))) refuse('half-life')
  if (decay !== null && log) refuse('decay and logarithm')
  const rest = decay === null ? { log } : { log, decay }
  const isIdle = !log && decay === null
  if (winsorise === null) return isIdle ? null : { winsorise, ...rest }
  const [low, high] = winsorise.map((p) => Math.round(p * quantileSteps) / quantileSteps)
  if (low === undefined || high === undefined || !(low >= 0 && low < high && high <= 1))
    refuse('quantiles')
  if (low > 0 || high < 1) return { winsorise: [low, high], ...rest }
  return isIdle ? null : { winsorise: null, ...rest }
}

function checkFrozen({ parameters, bounds }: Frozen): void {
  if (![...parameters, ...(bounds ?? [])].every(Number.isFinite)) refuse('nothing to freeze')
}

function refuse(reason: string): never {
  throw new AppError('command.invalid', { reason })
}
