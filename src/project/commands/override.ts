import type { Override } from '../../grading/result.ts'
import { customerKey } from '../../table/key.ts'
import type { CustomerKey } from '../../table/table.ts'
import { dayOf } from '../../scheme/day.ts'
import { customersOf } from '../customersOf.ts'
import { refuse, type CommandOf, type Plan } from './contract.ts'

/** Sets or (tier null) takes back the tier by hand, for each of the rows' customers. */
export const override: Plan<CommandOf<'override'>> = (document, command) => {
  const table = customersOf(document)
  const { rows, tier, reason, by, at, expires } = command
  if (tier !== null && !document.scheme.tiers.some(({ id }) => id === tier))
    refuse('no such tier', { tier })
  if (rows.some((row) => !(row >= 0 && row < table.rowCount))) refuse('no such row')
  if (Number.isNaN(Date.parse(at))) refuse('not an instant', { at })
  if (expires !== null && Number.isNaN(dayOf(expires))) refuse('not a date', { expires })
  const set: Override | null = tier === null ? null : { tier, reason, by, at, expires }
  const customers = new Set<CustomerKey>(rows.map((row) => customerKey(table, row)))
  const entries = [...customers]
    .filter((customer) => set !== null || document.overrides.has(customer))
    .map((customer) => ({ customer, override: set }))
  return entries.length === 0 ? [] : [{ kind: 'setOverrides', entries }]
}
