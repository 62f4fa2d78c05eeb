import { finish, type ToldSteps } from '../../core/steps.ts'
import { type Rereading, rereading } from '../../project/commands/readColumn.ts'
import { scoringPart } from '../../scheme/scoring/index.ts'
import { markCode } from '../../table/column.ts'
import { writeValue } from '../../table/parse/cell.ts'
import { columnById } from '../../table/table.ts'
import type { RetypingView } from '../columnViews.ts'
import { shownOf } from '../covering.ts'
import { failedCells } from '../flags.ts'
import type { Session } from '../session.ts'
import { filledIn } from '../totals.ts'
import type { Views } from '../views.ts'

const shown = 5
const block = 65_536 // rows, or texts, between yields
const looked = 10_000 // texts among which examples are looked for

export const retyping = (...of: Parameters<typeof previewRetyping>): RetypingView | null =>
  finish(previewRetyping(...of))

/** As the command will do it; each different text is looked at once. In turns with other work. */
export function* previewRetyping(
  session: Session,
  { column: id, reading }: Views['retyping']['args'],
): ToldSteps<RetypingView | null> {
  const { document, table } = session
  const before = columnById(table, id)
  if (!before) return null
  const { texts, words } = yield* rereading(before, reading, document.scheme.asOf)
  const { codes, dictionary } = texts
  const counts = new Uint32Array(dictionary.length)
  for (let at = 0; at < table.order.length; at++) {
    counts[codes[table.order[at] as number] as number]!++
    if (at % block === block - 1) yield
  }
  const isFilled = filledIn(words)
  const isFailed = (code: number) => words.marks?.[code] === markCode.error
  const failures = new Frequent(counts)
  let filled = 0
  let failed = 0
  let emptied = 0
  for (let code = 1; code < dictionary.length; code++) {
    const count = counts[code] as number
    if (count === 0) continue
    filled += count
    if (isFailed(code)) {
      failed += count
      failures.add(code)
    } else if (!isFilled(code)) emptied += count
    if (code % block === 0) yield
  }
  const cover = shownOf(session, before)
  const textOf = (code: number) => cover(dictionary[code] ?? '')
  return {
    type: words.type,
    filled,
    read: filled - failed - emptied,
    failed,
    emptied,
    failedNow: failedCells(before),
    examples: examplesOf({ texts, words }, (code) => counts[code] !== 0 && !isFailed(code)).map(
      (code) => ({ before: textOf(code), after: cover(writeValue(words, code)) }),
    ),
    failures: failures.codes.map((code) => ({ text: textOf(code), count: counts[code] ?? 0 })),
    rescored: document.scheme.criteria
      .filter(({ column, scoring }) => {
        return column === id && !scoringPart(scoring).types.includes(words.type)
      })
      .map(({ name }) => name),
  }
}

/** Those first that will be written in another way. */
function examplesOf({ texts, words }: Rereading, isRead: (code: number) => boolean) {
  const { dictionary } = texts
  const other: number[] = []
  const same: number[] = []
  const last = Math.min(dictionary.length, looked)
  for (let code = 1; code < last && other.length < shown; code++) {
    if (!isRead(code)) continue
    const differs = writeValue(words, code) !== dictionary[code]
    ;(differs ? other : same).push(code)
  }
  return [...other, ...same].slice(0, shown)
}

/** The codes with the highest counts; of those that are equal the first. */
class Frequent {
  readonly codes: number[] = []
  readonly #counts: Uint32Array

  constructor(counts: Uint32Array) {
    this.#counts = counts
  }

  add(code: number): void {
    const { codes } = this
    const count = this.#counts[code] ?? 0
    if (codes.length === shown && count <= this.#of(shown - 1)) return
    let at = codes.length
    while (at > 0 && this.#of(at - 1) < count) at--
    codes.splice(at, 0, code)
    codes.length = Math.min(codes.length, shown)
  }

  #of(at: number): number {
    return this.#counts[this.codes[at] ?? 0] ?? 0
  }
}
