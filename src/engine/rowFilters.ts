import { isValid } from '../grading/overrides.ts'
import { ungraded } from '../grading/result.ts'
import { findingNow } from '../quality/findings.ts'
import { rowsOfKeys } from '../table/key.ts'
import { findingFilter, subjectOf } from './analysing.ts'
import type { Keep } from './columnFilter.ts'
import { toCheck } from './flags.ts'
import type { Session } from './session.ts'
import type { FilterId } from './views.ts'

/** The rows that all these filters keep, as the result is now. */
export function keepsOfAll(session: Session, ids: readonly FilterId[]): readonly Keep[] {
  const tests = testsOf(session, ids)
  if (tests.length === 0) return []
  const flags = new Uint8Array(session.table.rowCount)
  for (const row of session.table.order) flags[row] = tests.every((test) => test(row)) ? 1 : 0
  return [(row) => flags[row] === 1]
}

function testsOf(session: Session, ids: readonly FilterId[]): readonly Keep[] {
  const { document, result, table } = session
  const keeps: Keep[] = []
  const tiers = ids.filter((id) => id.startsWith('tier:')).map((id) => id.slice('tier:'.length))
  const wanted = new Set(
    tiers.map((id) => document.scheme.tiers.findIndex((tier) => tier.id === id)),
  )
  // ungraded stands beside the tiers: another outcome of the same question
  if (ids.includes('ungraded')) wanted.add(ungraded)
  if (wanted.size > 0) keeps.push((row) => wanted.has(result.final[row] ?? ungraded))
  if (ids.includes('near')) {
    const { score, cutoffs } = result
    keeps.push((row) => cutoffs.some((cutoff) => Math.abs((score[row] ?? NaN) - cutoff) <= 1))
  }
  if (ids.includes('held')) keeps.push((row) => result.settled[row] !== result.computed[row])
  if (ids.includes('overridden')) {
    const valid = [...document.overrides].filter(([, one]) => isValid(one, document.scheme))
    const keys = valid.map(([key]) => key)
    const overridden = new Set([...rowsOfKeys(table, keys).values()].flat())
    keeps.push((row) => overridden.has(row))
  }
  if (ids.includes('check')) {
    const { flags } = toCheck(session)
    keeps.push((row) => flags[row] === 1)
  }
  for (const id of ids.filter((one) => one.startsWith(findingFilter))) {
    const found = findingNow(subjectOf(session), id.slice(findingFilter.length))
    const flags = new Uint8Array(table.rowCount)
    for (const row of found?.rows ?? []) flags[row] = 1
    keeps.push((row) => flags[row] === 1)
  }
  return keeps
}
