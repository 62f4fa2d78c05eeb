import { AppError } from '../../core/error.ts'
import { finish, type Steps } from '../../core/steps.ts'
import type { Column } from '../../table/column.ts'
import { columnById } from '../../table/table.ts'
import { shownOf } from '../covering.ts'
import { orderOf } from '../order.ts'
import type { Session } from '../session.ts'
import { showTexts } from '../shownTexts.ts'
import { spansOf } from './stats.ts'
import { customerName } from '../customerName.ts'
import type { Replacement, Views } from '../views.ts'

const mostCells = 100_000 // of one command
const examples = 3

const block = 16_384 // rows, or texts, between yields

export const replacements = (
  ...of: Parameters<typeof findReplacements>
): Views['replacements']['out'] => finish(findReplacements(...of))

/**
 * What replacing a text in blocks would write, no cell twice, as it would be typed; result columns are left out. Each different text
 * is looked at once, in turns with other work.
 */
export function* findReplacements(
  session: Session,
  args: Views['replacements']['args'],
): Steps<Views['replacements']['out']> {
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
    if (!own || !mayHold(own, find)) continue
    const shown = shownOf(session, own)
    const { codes, dictionary } = yield* showTexts(session, column)
    const texts = yield* replacedTexts(dictionary, replaced)
    if (texts.size === 0) continue
    for (const place of placesIn(spans, order.length)) {
      const row = order[place] as number
      const code = codes[row] ?? 0
      if (place % block === 0) yield
      const text = texts.get(code)
      if (text === undefined) continue
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

/** Numbers and days are written with few letters: what has others is not looked for among a million of them. */
function mayHold({ type, originals }: Column, find: string): boolean {
  if (originals || (type !== 'number' && type !== 'date')) return true
  return /^[-+.%e\d]+$/iu.test(find)
}

/** By code, those that become others. */
function* replacedTexts(
  texts: readonly string[],
  replaced: (text: string) => string | null,
): Steps<ReadonlyMap<number, string>> {
  const others = new Map<number, string>()
  for (let code = 0; code < texts.length; code++) {
    const text = replaced(texts[code] ?? '')
    if (text !== null) others.set(code, text)
    if (code % block === block - 1) yield
  }
  return others
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
