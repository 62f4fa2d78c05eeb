import { matchForm } from '../../table/parse/normalise.ts'

const enough = 0.8 // names that two lists of one shape share, of the wider one

/** Whether two lists hold the same columns, a few more or fewer aside, in whatever order. */
export function sameShape(one: readonly string[] | null, other: readonly string[] | null): boolean {
  if (!one || !other) return false
  const ones = formsOf(one)
  const others = formsOf(other)
  let common = 0
  for (const name of ones) if (others.has(name)) common++
  return common > 0 && common >= enough * Math.max(ones.size, others.size)
}

const formsOf = (names: readonly string[]) =>
  new Set(names.map(matchForm).filter((name) => name !== ''))
