import type { Scoring } from '../../scheme/scheme.ts'
import type { Field } from '../../scheme/scoring/scoring.ts'

/** Parts name their fields; here alone a scoring is read and written by such a name. */
type Named = Readonly<Record<string, unknown>>
export type NumberEntry = Extract<Field, { kind: 'number' }>
export type PointsEntry = Extract<Field, { kind: 'points' }>
export interface Point {
  readonly x: number
  readonly utility: number
}

export function numberOf(scoring: Scoring, { name }: NumberEntry): number | null {
  const value = (scoring as unknown as Named)[name]
  return typeof value === 'number' ? value : null
}

export function withNumbers(
  scoring: Scoring,
  values: readonly (readonly [NumberEntry, number | null])[],
): Scoring {
  const set = Object.fromEntries(values.map(([{ name }, value]) => [name, value]))
  return { ...scoring, ...set }
}

export function pointsOf(scoring: Scoring, { name, x, y }: PointsEntry): readonly Point[] {
  const list = (scoring as unknown as Named)[name]
  if (!Array.isArray(list)) return []
  return list.map((one: Named) => ({ x: Number(one[x]), utility: Number(one[y]) }))
}

export function withPoints(
  scoring: Scoring,
  { name, x, y }: PointsEntry,
  points: readonly Point[],
): Scoring {
  const list = points.map((point) => ({ [x]: point.x, [y]: point.utility }))
  return { ...(scoring as unknown as Named), [name]: list } as unknown as Scoring
}
