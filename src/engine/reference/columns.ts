import { languages } from '../../i18n/language.ts'
import { wordsOf } from '../../i18n/translate.ts'
import type { Column, ColumnId } from '../../table/column.ts'
import { matchForm } from '../../table/parse/normalise.ts'
import type { Table } from '../../table/table.ts'

/** Which columns of a list say what of the last review. */
export interface ReferenceColumns {
  readonly tier: ColumnId
  readonly since: ColumnId | null
  readonly pending: ColumnId | null
  readonly reviewed: ColumnId | null // the day of that review
}

/** Headers that say a tier, the surest first; our own exports come before them (`ownHeaders`). */
const tierHeaders = [
  '定级',
  '评级',
  '客户等级',
  '等级',
  '级别',
  '客户级别',
  'tier',
  'grade',
  'level',
]

/** Headers of the day since which a tier holds; any other day of a list may mean anything. */
const dayHeaders = ['评级日期', '等级日期', '生效日期', '定级时间', 'tier since', 'tier date']

/** How our exports head the columns, in every language. */
async function ownHeaders() {
  const all = await Promise.all(languages.map(wordsOf))
  const columns = all.map(({ workbook }) => workbook.columns)
  return {
    tier: columns.flatMap(({ settledTier, computedTier, tier }) => [
      settledTier,
      computedTier,
      tier,
    ]),
    since: columns.map(({ since }) => since),
    pending: columns.map(({ pending }) => pending),
    reviewed: columns.map(({ reviewed }) => reviewed),
  }
}

/** The columns that a list most likely has for it; null = none could hold tiers. */
export async function columnsFound(table: Table): Promise<ReferenceColumns | null> {
  const own = await ownHeaders()
  const tiers = tierColumns(table)
  const headed = (columns: readonly Column[], headers: readonly string[]) => {
    for (const header of headers) {
      const found = columns.find(({ name }) => matchForm(name) === matchForm(header))
      if (found) return found
    }
    return undefined
  }
  // what was settled in any language before what was computed in any
  const ownTier = [0, 1, 2].flatMap((at) => own.tier.filter((_, i) => i % 3 === at))
  const tier =
    headed(tiers, ownTier) ??
    headed(tiers, tierHeaders) ??
    tiers.find(({ role }) => role === 'tier') ??
    tiers.find(({ name }) => /等级|级别|tier/i.test(name)) ??
    tiers[0]
  if (!tier) return null
  return {
    tier: tier.id,
    since: headed(dayColumns(table), [...own.since, ...dayHeaders])?.id ?? null,
    pending: headed(table.columns, own.pending)?.id ?? null,
    reviewed: headed(dayColumns(table), own.reviewed)?.id ?? null,
  }
}

const mostWords = 60

/** Columns whose cells may be tiers: few different words. */
export function tierColumns({ columns }: Table): readonly Column[] {
  const free = columns.filter(({ role }) => !['key', 'name', 'phone', 'email'].includes(role))
  return free.filter(
    (column) => column.type === 'category' && column.dictionary.length <= mostWords + 1,
  )
}

export const dayColumns = ({ columns }: Table): readonly Column[] =>
  columns.filter(({ type }) => type === 'date')
