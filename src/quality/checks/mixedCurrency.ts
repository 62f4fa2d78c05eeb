import { currencyIn } from '../../table/parse/currencyIn.ts'
import { type Check, finding } from '../check.ts'
import { isNumber, rowsWhere } from '../columns.ts'

/** Amounts in another currency than their column's; nothing is ever converted. */
export const mixedCurrency: Check = {
  id: 'mixedCurrency',
  dimension: 'consistency',
  *find({ table }) {
    for (const column of table.columns.filter(isNumber)) {
      const { originals, unit } = column
      if (column.reading !== 'money' || !originals) continue
      const named = originals.dictionary.map(currencyIn)
      const own = unit ?? mostNamed(named)
      const foreign = named.map((code) => code !== null && code !== own)
      const met = new Set(named.filter((_, word) => foreign[word]))
      if (own === null || met.size === 0) continue
      const rows = rowsWhere(table, (row) => foreign[originals.codes[row] as number] === true)
      const currencies = [...met].filter((code) => code !== null)
      yield finding('mixedCurrency', 'warning', [column], rows, { unit: own, currencies }, [
        'replace',
        'clear',
      ])
    }
  },
}

function mostNamed(codes: readonly (string | null)[]): string | null {
  const counts = new Map<string, number>()
  for (const code of codes) if (code !== null) counts.set(code, (counts.get(code) ?? 0) + 1)
  return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0] ?? null
}
