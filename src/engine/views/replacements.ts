import { AppError } from '../../core/error.ts'
import { columnById } from '../../table/table.ts'
import { shownOf } from '../covering.ts'
import { orderOf } from '../order.ts'
import type { Session } from '../session.ts'
import { shownTexts } from '../shownTexts.ts'
import { spansOf } from './stats.ts'
import { customerName } from '../customerName.ts'
import type { Replacement, Views } from '../views.ts'

const mostCells = 100_000 // of one command
const examples = 3

/**
 * What replacing a text in blocks would write, no cell twice, as it would be typed; result columns are left out. Each different text
 * is looked at once.
 */
export function replacements(
  session: Session,
  args: Views['replacements']['args'],
): Views['replacements']['out'] {
  const { query, find, replace, whole, list, at } = args
  const none = { count: 0, examples: [], cells: [] }
  if (find === '') return none
  const order = orderOf(session, query).rows
  const replaced = replacer(find, replace, whole)
  const cells: { row: number; column: string; text: string }[] = []
  const met = new Map<string, string>()
  let one: Replacement | null = null
  let count = 0
  for (const [column, spans] of spansOf([args, ...(args.also ?? [])])) {
    const own = columnById(session.table, column)
    if (!own) continue
    const shown = shownOf(session, own)
    const { codes, dictionary } = shownTexts(session, column)
    const texts = dictionary.map(replaced)
    for (const place of placesIn(spans, order.length)) {
      const row = order[place] as number
      const code = codes[row] ?? 0
      const text = texts[code] ?? null
      if (text === null) continue
      if (count++ === at)
        one = {
          ...{ row, viewRow: place, column, text },
          name: customerName(session.table, row),
          before: shown(dictionary[code] ?? ''),
          after: shown(text),
        }
      if (met.size < examples) met.set(shown(dictionary[code] ?? ''), shown(text))
      if (list && count <= mostCells) cells.push({ row, column, text })
    }
  }
  if (list && count > mostCells)
    throw new AppError('command.invalid', { cells: count, limit: mostCells })
  const examplesMet = [...met].map(([before, after]) => ({ before, after }))
  return { count, examples: examplesMet, cells, ...(at === undefined ? {} : { one }) }
}

/** Each row of the spans, which do not overlap. */
function* placesIn(
  spans: readonly { readonly from: number; readonly to: number }[],
  count: number,
): Iterable<number> {
  for (const { from, to } of spans)
    for (let place = Math.max(0, from); place < Math.min(to, count); place++) yield place
}

/** The text with every find replaced; null = it stays. Letters are found in either case, as spreadsheets do. */
function replacer(find: string, replace: string, whole: boolean): (text: string) => string | null {
  const pattern = find.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
  const sought = new RegExp(whole ? `^${pattern}$` : pattern, 'giu')
  return (text) => {
    const next = text.replace(sought, () => replace)
    return next === text ? null : next
  }
}
