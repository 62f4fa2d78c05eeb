import type { Issue } from '../../core/issue.ts'
import type { Criterion, Scoring } from '../../scheme/scheme.ts'
import { numbersOf } from '../../scheme/scoring/input.ts'
import { prepared } from '../../scheme/scoring/prepared.ts'
import { columnById } from '../../table/table.ts'
import { countingOf, type LintCheck, type LintSubject } from './lint.ts'

type Bands = Extract<Scoring, { id: 'bands' }>

const many = 0.5 // of the customers with a value

/** Bands with holes or overlaps, as a reader sees them: that turn back, give what their neighbour gives, or hold nobody. */
export const bands: LintCheck = {
  id: 'bands',
  *run(subject) {
    const found: Issue[] = []
    for (const { criterion, utilities } of countingOf(subject)) {
      const { scoring } = criterion
      if (scoring.id !== 'bands' || scoring.bands.length === 0 || !isAscending(scoring)) continue
      const held = countsOf(subject, criterion, scoring, utilities.bounds)
      yield
      found.push(...turns(criterion, scoring), ...same(criterion, scoring))
      if (held) found.push(...empty(criterion, held), ...below(criterion, scoring, held))
    }
    return found
  },
}

/** What is out of order is reported by the check of the scheme. */
const isAscending = ({ bands: list }: Bands) =>
  list.every(({ from }, at) => at === 0 || from > (list[at - 1]?.from ?? NaN))

/** Customers below the first band, then in each. */
function countsOf(
  { table, scheme }: LintSubject,
  { column: id, prepare }: Criterion,
  { bands: list }: Bands,
  bounds: readonly [number, number] | null,
): Uint32Array | null {
  const column = columnById(table, id)
  const numbers = column && numbersOf(column, table, scheme.asOf)
  if (!numbers) return null
  const { values } = prepared(numbers, prepare, bounds)
  const counts = new Uint32Array(list.length + 1)
  for (let row = 0; row < values.length; row++) {
    const x = values[row] as number
    if (x !== x) continue
    let at = list.length
    while (at > 0 && x < (list[at - 1]?.from ?? NaN)) at--
    counts[at] = (counts[at] as number) + 1
  }
  return counts
}

const levelsOf = ({ below: least, bands: list }: Bands) => [
  least,
  ...list.map(({ utility }) => utility),
]

/** Points that rise and later fall, or fall and later rise: more of it is once better and once worse. */
function turns({ id, name }: Criterion, scoring: Bands): readonly Issue[] {
  const levels = levelsOf(scoring)
  const steps = levels.slice(1).map((level, at) => Math.sign(level - (levels[at] ?? level)))
  const first = steps.find((step) => step !== 0) ?? 0
  const at = steps.findIndex((step) => step === -first && first !== 0)
  if (at < 0) return []
  const detail = { criterion: name, nth: at + 1 }
  return [{ code: 'lint.bandsTurn', level: 'warning', detail, about: id }]
}

/** The first of two neighbours with the same points. */
function same({ id, name }: Criterion, scoring: Bands): readonly Issue[] {
  const levels = levelsOf(scoring).slice(1)
  const at = levels.findIndex((level, i) => i > 0 && level === levels[i - 1])
  if (at < 0) return []
  const detail = { criterion: name, nth: at, next: at + 1 }
  return [{ code: 'lint.bandsSame', level: 'info', detail, about: id }]
}

function empty({ id, name }: Criterion, held: Uint32Array): readonly Issue[] {
  const places = Array.from(held.subarray(1), (count, at) => (count === 0 ? at + 1 : 0))
  const nths = places.filter((nth) => nth > 0)
  if (nths.length === 0) return []
  const detail = { criterion: name, bands: nths.map(String) }
  return [{ code: 'lint.bandsEmpty', level: 'info', detail, about: id }]
}

function below({ id, name }: Criterion, scoring: Bands, held: Uint32Array): readonly Issue[] {
  const count = held[0] ?? 0
  const share = count / held.reduce((sum, each) => sum + each, 0)
  if (!(share > many)) return []
  const detail = { criterion: name, count, share, points: 100 * scoring.below }
  return [{ code: 'lint.bandsBelow', level: 'warning', detail, about: id }]
}
