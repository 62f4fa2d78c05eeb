import { columnById } from '../../table/table.ts'
import { select } from '../../math/select.ts'
import { matchForm } from '../../table/parse/normalise.ts'
import { numbersOf } from '../columnFilter.ts'
import { isCovered, shownOf } from '../covering.ts'
import { orderOf } from '../order.ts'
import { valuesQuery } from '../ordering.ts'
import type { ValueCount } from '../qualityViews.ts'
import type { Session } from '../session.ts'
import { shownTexts } from '../shownTexts.ts'
import type { Views } from '../views.ts'

const listed = 500

const collator = new Intl.Collator('zh', { numeric: true })

/**
 * The different texts of a column with their counts, among the rows that the other filters leave: the most frequent
 * 500, in the order of their values.
 */
export function values(session: Session, args: Views['values']['args']): Views['values']['out'] {
  const { column } = args
  const { rows } = orderOf(session, valuesQuery(args))
  const { codes, dictionary } = shownTexts(session, column)
  const counts = new Uint32Array(dictionary.length)
  const firsts = new Uint32Array(dictionary.length)
  for (const row of rows) {
    const code = codes[row] ?? 0
    if (counts[code] === 0) firsts[code] = row
    counts[code] = (counts[code] ?? 0) + 1
  }
  const numbers = numbersOf(session, column)
  const needle = matchForm(numbers ? args.search.replace(/[,，]/gu, '') : args.search) // 78,600 as cells show it
  const met: number[] = []
  counts.forEach((count, code) => {
    if (count > 0 && (needle === '' || matchForm(dictionary[code] ?? '').includes(needle)))
      met.push(code)
  })
  const shown = mostFrequent(met, counts)
  const numberOf = (code: number) => numbers?.[firsts[code] ?? 0] ?? NaN
  shown.sort((a, b) => {
    if ((a === 0) !== (b === 0)) return a === 0 ? 1 : -1 // empty cells last
    const difference = numberOf(a) - numberOf(b)
    if (!Number.isNaN(difference) && difference !== 0) return difference
    return collator.compare(dictionary[a] ?? '', dictionary[b] ?? '')
  })
  const own = columnById(session.table, column)
  const cover = isCovered(session, own) ? shownOf(session, own) : null
  return {
    values: shown.map((code): ValueCount => {
      const text = dictionary[code] ?? ''
      return { text, ...(cover && { shown: cover(text) }), count: counts[code] ?? 0 }
    }),
    more: met.length - shown.length,
  }
}

/** At most `listed` of the codes; of those equally frequent the first met. */
function mostFrequent(codes: readonly number[], counts: Uint32Array): number[] {
  if (codes.length <= listed) return [...codes]
  const least = select(
    Float64Array.from(codes, (code) => counts[code] as number),
    codes.length - listed,
  )
  const above = codes.filter((code) => (counts[code] as number) > least)
  const equal = codes.filter((code) => counts[code] === least)
  return [...above, ...equal.slice(0, listed - above.length)]
}
