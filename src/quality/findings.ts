import { finish, type Steps } from '../core/steps.ts'
import type { Table } from '../table/table.ts'
import type { Check, Finding, FindingId, Subject } from './check.ts'
import { checks } from './checks/index.ts'
import { usedColumns } from './columns.ts'

const known = new WeakMap<Table, Map<string, readonly Finding[]>>()

/** Of one check; kept as long as the table lives. */
export function* findingsOf(check: Check, subject: Subject): Steps<readonly Finding[]> {
  const own = known.get(subject.table) ?? new Map<string, readonly Finding[]>()
  known.set(subject.table, own)
  // all that checks take from a scheme
  const key = JSON.stringify([check.id, subject.scheme.asOf, [...usedColumns(subject.scheme)]])
  const before = own.get(key)
  if (before) return before
  const found: Finding[] = []
  for (const finding of check.find(subject)) {
    if (finding) found.push(finding)
    yield
  }
  own.set(key, found)
  return found
}

/** Of all checks, in their order. */
export function* allFindings(subject: Subject): Steps<readonly Finding[]> {
  const found: Finding[] = []
  for (const check of checks.all) found.push(...(yield* findingsOf(check, subject)))
  return found
}

/** One finding by its id: only its check is asked. Null = it is no longer so. */
export function* findingById(subject: Subject, id: FindingId): Steps<Finding | null> {
  const check = checks.find(id.slice(0, id.indexOf(':')))
  if (!check) return null
  const found = yield* findingsOf(check, subject)
  return found.find((one) => one.id === id) ?? null
}

export const findingNow = (subject: Subject, id: FindingId): Finding | null =>
  finish(findingById(subject, id))
