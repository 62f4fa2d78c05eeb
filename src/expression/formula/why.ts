import { type CellError, errorCode, type Vector, whyAt, isNone } from './vectors.ts'

/**
 * Causes of a strict part's rows without a value: that of the first argument without one, else what the part itself fails
 * with. Null where all causes are missing inputs.
 */
export function joinedWhy(
  values: Float64Array | Uint8Array,
  of: readonly Vector[],
  fails: CellError,
): Uint8Array | null {
  const isTruths = values instanceof Uint8Array
  const told = of.some(({ why }) => why !== null)
  if (!told && fails === '') return null
  const own = errorCode[fails]
  let why: Uint8Array | null = null
  for (let i = 0; i < values.length; i++) {
    const value = values[i] ?? 0
    if (isTruths ? value !== 2 : value === value) continue
    const code = causeOf(of, i) ?? own
    if (code !== 0) (why ??= new Uint8Array(values.length))[i] = code
  }
  return why
}

/** Of the first argument without a value; null = all have one. */
export function causeOf(of: readonly Vector[], at: number): number | null {
  for (const vector of of) if (isNone(vector, at)) return whyAt(vector, at)
  return null
}
