import type { Issue } from '../../core/issue.ts'
import type { TableKind } from '../../table/kind.ts'
import type { ImportChoices } from '../plan.ts'
import type { SystemId } from './systems/system.ts'
import { systems } from './systems/index.ts'

/** Which export it was taken for, unless the user said that it is something else. */
export function systemIssues(
  id: SystemId | null,
  kind: TableKind,
  { kind: chosen }: ImportChoices,
): readonly Issue[] {
  if (id === null) return []
  const { kind: own, verified } = systems.get(id)
  if (chosen !== undefined && kind !== own) return []
  if (id === 'tiersheet') return [{ code: 'system.own', level: 'info', detail: {} }]
  const detail = { system: id }
  return verified
    ? [{ code: 'system.recognised', level: 'info', detail }]
    : [{ code: 'system.unverified', level: 'warning', detail }]
}
