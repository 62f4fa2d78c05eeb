import type { Job } from '../core/job.ts'
import { finishInTurns, type Steps } from '../core/steps.ts'
import { writtenChanges, type ColumnTexts } from '../project/writing.ts'
import type { Column } from '../table/column.ts'
import { columnById } from '../table/table.ts'
import { orderOf } from './order.ts'
import { ordered } from './ordering.ts'
import { runChanges } from './running.ts'
import type { Session } from './session.ts'
import { showTexts } from './shownTexts.ts'
import { spansOf } from './spans.ts'
import type { Views } from './views.ts'

type Args = Views['replacements']['args']

/** What replacing would write into one column; of result columns nothing. */
export interface Replaced {
  readonly column: Column
  readonly places: Uint32Array // view rows, in the order of the blocks
  readonly codes: Uint32Array // per row id, into both
  readonly before: readonly string[]
  readonly after: readonly (string | null)[] // as it would be typed; null = it stays
}

const block = 16_384 // cells between pauses

/** Column by column, no cell twice; each different text is looked at once. */
export function* eachReplaced(
  session: Session,
  args: Args,
  visit: (replaced: Replaced) => void,
): Steps<void> {
  if (args.find === '') return
  const replaced = replacer(args.find, args.replace, args.whole)
  for (const [id, spans] of spansOf([args, ...(args.also ?? [])])) {
    const column = columnById(session.table, id)
    if (!column || !mayHold(column, args.find)) continue
    const { codes, dictionary } = yield* showTexts(session, id)
    const after = yield* eachOf(dictionary, replaced)
    if (after.every((text) => text === null)) continue
    const order = orderOf(session, args.query).rows
    const places: number[] = []
    for (const { from, to } of spans)
      for (let place = Math.max(0, from); place < Math.min(to, order.length); place++) {
        if (place % block === 0) yield
        if (after[codes[order[place] as number] ?? 0] !== null) places.push(place)
      }
    visit({ column, places: Uint32Array.from(places), codes, before: dictionary, after })
  }
}

/** Replaces a text in blocks of the view, as typing would; gives the number of cells that held it. */
export async function replaceTexts(session: Session, args: Args, job: Job): Promise<number> {
  await ordered(session, args.query, job)
  const { document, table } = session
  const order = orderOf(session, args.query).rows
  const writes: ColumnTexts[] = []
  await finishInTurns(
    eachReplaced(session, args, ({ column, places, codes, after }) => {
      const rows = places.map((place) => order[place] as number)
      const text = (at: number) => after[codes[rows[at] as number] ?? 0] ?? ''
      writes.push({ column: column.id, rows, text })
    }),
    job,
  )
  const changes = await writtenChanges(document, table, writes, 0, job)
  await runChanges(session, 'editCells', changes, job)
  return writes.reduce((sum, { rows }) => sum + rows.length, 0)
}

/** Numbers and days are written with few letters: what has others is not looked for among a million of them. */
function mayHold({ type, originals }: Column, find: string): boolean {
  if (originals || (type !== 'number' && type !== 'date')) return true
  return /^[-+.%e\d]+$/iu.test(find)
}

function* eachOf(
  texts: readonly string[],
  replaced: (text: string) => string | null,
): Steps<readonly (string | null)[]> {
  const after: (string | null)[] = []
  for (const text of texts) {
    after.push(replaced(text))
    if (after.length % block === 0) yield
  }
  return after
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
