import { finish, type Steps } from '../core/steps.ts'
import { select } from '../math/select.ts'
import { matchForm } from '../table/parse/normalise.ts'
import { columnById, type RowIndex } from '../table/table.ts'
import { numbersOf } from './columnFilter.ts'
import { isCovered, shownOf } from './covering.ts'
import { orderOf } from './order.ts'
import { valuesQuery } from './ordering.ts'
import type { ValueCount } from './qualityViews.ts'
import type { Session } from './session.ts'
import { showTexts } from './shownTexts.ts'
import type { Views } from './views.ts'

type Args = Views['values']['args']
type ValueList = Views['values']['out']

const listed = 500
const block = 65_536 // rows, or texts, between yields
const collator = new Intl.Collator('zh', { numeric: true })

/** Lists of the rows of an order, which goes when the document changes. */
const known = new WeakMap<RowIndex, Map<string, ValueList>>()

/** At once. */
export function valuesOf(session: Session, args: Args): ValueList {
  return finish(listValues(session, args))
}

/**
 * The different texts of a column with their counts, among the rows that the other filters leave: the most frequent
 * 500, in the order of their values. Kept, but for columns of the result, which change in a drag while orders stay.
 */
export function* listValues(session: Session, args: Args): Steps<ValueList> {
  const order = orderOf(session, valuesQuery(args))
  if (args.column.startsWith('$')) return yield* listOf(session, order, args)
  const own = known.get(order) ?? new Map<string, ValueList>()
  known.set(order, own)
  const key = JSON.stringify([args.column, args.search, session.uncovered])
  const before = own.get(key)
  if (before) return before
  const list = yield* listOf(session, order, args)
  own.set(key, list)
  return list
}

function* listOf(session: Session, { rows }: RowIndex, args: Args): Steps<ValueList> {
  const { column } = args
  const { codes, dictionary } = yield* showTexts(session, column)
  const counts = new Uint32Array(dictionary.length)
  const firsts = new Uint32Array(dictionary.length)
  for (let at = 0; at < rows.length; at++) {
    const row = rows[at] as number
    const code = codes[row] ?? 0
    const count = counts[code] as number
    if (count === 0) firsts[code] = row
    counts[code] = count + 1
    if (at % block === block - 1) yield
  }
  const numbers = numbersOf(session, column)
  const sought = numbers ? args.search.replace(/[,，]/gu, '') : args.search // 78,600 as cells show it
  const met = yield* metOf(dictionary, counts, matchForm(sought))
  const shown = yield* mostFrequent(met, counts)
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

/** The codes of texts that are met and hold the needle. */
function* metOf(
  dictionary: readonly string[],
  counts: Uint32Array,
  needle: string,
): Steps<Uint32Array> {
  const met = new Uint32Array(dictionary.length)
  let length = 0
  for (let code = 0; code < dictionary.length; code++) {
    if (counts[code] !== 0 && (needle === '' || matchForm(dictionary[code] ?? '').includes(needle)))
      met[length++] = code
    if (code % block === block - 1) yield
  }
  return met.subarray(0, length)
}

/** At most `listed` of the codes; of those equally frequent the first met. */
function* mostFrequent(codes: Uint32Array, counts: Uint32Array): Steps<number[]> {
  if (codes.length <= listed) return [...codes]
  const frequent = Float64Array.from(codes, (code) => counts[code] as number)
  yield
  const least = select(frequent, codes.length - listed)
  yield
  const above = codes.filter((code) => (counts[code] as number) > least)
  const left = listed - above.length
  const equal: number[] = []
  for (const code of codes) {
    if (equal.length === left) break
    if (counts[code] === least) equal.push(code)
  }
  return [...above, ...equal]
}
