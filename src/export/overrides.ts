import { isValid } from '../grading/overrides.ts'
import type { RowId } from '../table/column.ts'
import { customerKeys } from '../table/key.ts'
import type { Table } from '../table/table.ts'
import type { ExportInput } from './exporter.ts'

/** The tier by hand of a customer, as every kind of file writes it; '' = none that counts. */
export interface OverrideTexts {
  readonly tier: string
  readonly reason: string // of one that no longer counts: why not, then the reason
}

export function overrideTexts(input: ExportInput, table: Table): (row: RowId) => OverrideTexts {
  const { overrides, scheme } = input.document
  if (overrides.size === 0) return () => none
  const say = input.words.workbook
  const keyOf = customerKeys(table)
  return (row) => {
    const override = overrides.get(keyOf(row))
    if (!override) return none
    const { reason } = override
    const tier = scheme.tiers.find(({ id }) => id === override.tier)
    if (!tier) return { tier: '', reason: say.overrideGone(reason) }
    if (!isValid(override, scheme))
      return { tier: '', reason: say.overrideExpired(override.expires ?? '', reason) }
    return { tier: tier.name, reason }
  }
}

const none: OverrideTexts = { tier: '', reason: '' }
