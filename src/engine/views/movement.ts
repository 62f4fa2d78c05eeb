import { compareTiers, placeOf, type Tiers } from '../../grading/compare.ts'
import { ungraded } from '../../grading/result.ts'
import { referenceRows } from '../../grading/referenceRows.ts'
import { dayOf } from '../../scheme/day.ts'
import { kappa } from '../../math/kappa.ts'
import type { Tier } from '../../scheme/scheme.ts'
import type { CategoryColumn } from '../../table/column.ts'
import { columnByRole, type Table } from '../../table/table.ts'
import { tierOrder } from '../../table/tierOrder.ts'
import { customerName } from '../customerName.ts'
import type { Session } from '../session.ts'
import type { MovementBase, MovementView } from '../views.ts'

const listed = 50

/** Who would move, against the kept scheme or against the tiers that the file came with. */
export function movement(session: Session, { against }: { against: MovementBase }): MovementView {
  const { document, table, result } = session
  const { kept } = session.grade
  const given = columnByRole(table, 'tier')
  const column = given?.type === 'category' ? given : null
  const now: Tiers = { tiers: document.scheme.tiers, tier: result.final }
  const bases: Record<MovementBase, () => Tiers | null> = {
    kept: () => keptTiers(session),
    column: () => column && givenTiers(column, now.tiers),
    reference: () => referenceTiers(session),
  }
  const base = bases[against]()
  const available = {
    kept: kept !== null,
    column: column?.name ?? null,
    reference: session.reference !== null,
  }
  if (base === null) return { available, ...nothing, to: namesOf(now) }

  const { up, down, same, matrix } = compareTiers(base, now, table.order)
  return {
    available,
    from: namesOf(base),
    to: namesOf(now),
    matrix,
    up,
    down,
    same,
    kappa: sameNames(base, now) ? kappa(matrix.slice(0, -1).map((row) => row.slice(0, -1))) : null,
    largest: largestMoves(table, base, now, result.score),
  }
}

const nothing = { from: [], matrix: [], up: 0, down: 0, same: 0, kappa: null, largest: [] }

/** The last one, '', are those without a tier. */
const namesOf = ({ tiers }: Tiers) => [...tiers.map(({ name }) => name), '']

const sameNames = (a: Tiers, b: Tiers) =>
  a.tiers.length === b.tiers.length && a.tiers.every(({ name }, at) => name === b.tiers[at]?.name)

function keptTiers({ document, result, grade }: Session): Tiers {
  return { tiers: document.keptScheme.tiers, tier: (grade.kept ?? result).final }
}

/** As this review is compared with them: of who is new none. */
function referenceTiers({ document, table, reference }: Session): Tiers | null {
  const { tiers, asOf } = document.scheme
  const rows = reference && referenceRows(table, reference, tiers, dayOf(asOf))
  return rows && { tiers, tier: rows.tier }
}

/**
 * The tiers of a column: those named as ours in our order, then its own in theirs (`tierOrder`).
 * Beyond nine it is no column of tiers; what comes after counts as none.
 */
function givenTiers(column: CategoryColumn, ours: readonly Tier[]): Tiers {
  const words = tierOrder(column.dictionary.slice(1), column.rules?.tiers)
  const known = ours.filter(({ name }) => words.includes(name))
  const other = words
    .filter((word) => !known.some(({ name }) => name === word))
    .map((name): Tier => ({ id: `given:${name}`, name, label: '' }))
  const tiers = (known.length === 0 ? other : [...ours, ...other]).slice(0, 9 + ours.length)
  const indexes = column.dictionary.map((word) => {
    const at = tiers.findIndex(({ name }) => name === word)
    return word === '' || at < 0 ? ungraded : at
  })
  return { tiers, tier: Uint8Array.from(column.codes, (code) => indexes[code] ?? ungraded) }
}

function largestMoves(
  table: Table,
  base: Tiers,
  now: Tiers,
  score: Float64Array,
): MovementView['largest'] {
  const places = base.tiers.map((tier, at) => placeOf(tier, at, now.tiers))
  const moves: { row: number; from: number; to: number; steps: number }[] = []
  const bySteps: (typeof moves)[] = []
  for (const row of table.order) {
    const from = base.tier[row] ?? ungraded
    const to = now.tier[row] ?? ungraded
    const place = places[from]
    if (place === undefined || to >= now.tiers.length) continue
    const steps = Math.abs(place - to)
    if (steps === 0) continue
    const alike = (bySteps[steps] ??= [])
    if (alike.length < listed) alike.push({ row, from, to, steps })
  }
  for (const alike of bySteps.reverse()) moves.push(...(alike ?? []))
  return moves.slice(0, listed).map(({ row, from, to }) => ({
    row,
    name: customerName(table, row),
    from: base.tiers[from]?.name ?? '',
    to: now.tiers[to]?.name ?? '',
    score: score[row] ?? NaN,
  }))
}
