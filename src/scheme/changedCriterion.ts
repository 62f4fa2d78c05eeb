import { AppError } from '../core/error.ts'
import type { Criterion, Frozen, Prepare } from './scheme.ts'
import { quantileSteps } from './scoring/prepared.ts'
import { rescaled } from './scoring/rescale.ts'

/**
 * Taking the logarithm, or leaving it, keeps the points of a scoring that is not set anew; what is frozen holds for one
 * column, scoring, direction and preparation only.
 */
export function changedCriterion(old: Criterion, set: Partial<Omit<Criterion, 'id'>>): Criterion {
  const prepare = set.prepare === undefined ? (old.prepare ?? null) : preparation(set.prepare)
  const isLog = prepare?.log ?? false
  const turned = set.scoring === undefined && isLog !== (old.prepare?.log ?? false)
  const next: Criterion = {
    ...old,
    ...set,
    prepare,
    scoring: turned ? rescaled(old.scoring, isLog) : (set.scoring ?? old.scoring),
  }
  const frozen = set.frozen === undefined && holdsFor(old, next) ? old.frozen : set.frozen
  if (frozen) checkFrozen(frozen)
  return tidy({ ...next, frozen: frozen ?? null })
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
  if (winsorise === null) return log ? { winsorise, log } : null
  const [low, high] = winsorise.map((p) => Math.round(p * quantileSteps) / quantileSteps)
  if (low === undefined || high === undefined || !(low >= 0 && low < high && high <= 1))
    throw new AppError('command.invalid', { reason: 'quantiles' })
  if (low > 0 || high < 1) return { winsorise: [low, high], log }
  return log ? { winsorise: null, log } : null
}

function checkFrozen({ parameters, bounds }: Frozen): void {
  if (![...parameters, ...(bounds ?? [])].every(Number.isFinite))
    throw new AppError('command.invalid', { reason: 'nothing to freeze' })
}
