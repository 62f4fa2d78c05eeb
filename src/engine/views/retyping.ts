import { rereadColumn } from '../../project/commands/readColumn.ts'
import { scoringPart } from '../../scheme/scoring/index.ts'
import { type Column, markCode, type ReadingId } from '../../table/column.ts'
import { writeCell, writeValue } from '../../table/parse/cell.ts'
import { columnById } from '../../table/table.ts'
import type { RetypingView } from '../columnViews.ts'
import { shownOf } from '../covering.ts'
import { failedCells } from '../flags.ts'
import { once } from '../once.ts'
import type { Session } from '../session.ts'
import { shownTexts } from '../shownTexts.ts'
import type { Views } from '../views.ts'

const shown = 5

/** As the command will do it; each different text is looked at once. */
export function retyping(
  session: Session,
  { column: id, reading }: Views['retyping']['args'],
): RetypingView | null {
  const { document, table } = session
  const before = columnById(table, id)
  if (!before) return null
  const after = reread(before, reading, document.scheme.asOf)
  const { codes, dictionary } = shownTexts(session, id)
  const counts = new Uint32Array(dictionary.length)
  const firstRows = new Uint32Array(dictionary.length)
  for (const row of table.order) {
    const code = codes[row] ?? 0
    if (counts[code] === 0) firstRows[code] = row
    counts[code] = (counts[code] ?? 0) + 1
  }
  const met = [...counts.keys()].filter((code) => code > 0 && (counts[code] ?? 0) > 0)
  const isFailed = (code: number) => after.marks?.[firstRows[code] ?? 0] === markCode.error
  const countOf = (some: readonly number[]) =>
    some.reduce((sum, code) => sum + (counts[code] ?? 0), 0)
  const failures = met.filter(isFailed).sort((a, b) => (counts[b] ?? 0) - (counts[a] ?? 0))
  const cover = shownOf(session, before)
  const textOf = (code: number) => cover(dictionary[code] ?? '')
  const filled = countOf(met)
  const failed = countOf(failures)
  const emptied = countOf(met.filter((code) => writeCell(after, firstRows[code] ?? 0) === ''))
  return {
    type: after.type,
    filled,
    read: filled - failed - emptied,
    failed,
    emptied,
    failedNow: failedCells(before),
    examples: examplesOf(met, isFailed).map((code) => ({
      before: textOf(code),
      after: cover(writeValue(after, firstRows[code] ?? 0)),
    })),
    failures: failures
      .slice(0, shown)
      .map((code) => ({ text: textOf(code), count: counts[code] ?? 0 })),
    rescored: document.scheme.criteria
      .filter(({ column, scoring }) => {
        return column === id && !scoringPart(scoring).types.includes(after.type)
      })
      .map(({ name }) => name),
  }

  /** Those first that will be written in another way. */
  function examplesOf(codesMet: readonly number[], fails: (code: number) => boolean) {
    const good: number[] = []
    const same: number[] = []
    for (const code of codesMet) {
      if (fails(code)) continue
      const differs = writeValue(after, firstRows[code] ?? 0) !== dictionary[code]
      ;(differs ? good : same).push(code)
      if (good.length === shown) break
    }
    return [...good, ...same].slice(0, shown)
  }
}

const known = once((_: Column) => new Map<string, Column>())

/** Kept with the column: the types of a list are tried one after another. */
function reread(column: Column, reading: ReadingId, asOf: string): Column {
  if (reading === column.reading) return column
  const own = known(column)
  const key = `${reading} ${asOf}`
  const before = own.get(key)
  if (before) return before
  if (own.size > 3) own.clear()
  const made = rereadColumn(column, reading, asOf)
  own.set(key, made)
  return made
}
