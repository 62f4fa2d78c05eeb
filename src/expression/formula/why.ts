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
  const none = values instanceof Float64Array ? Number.isNaN : (value: number) => value === 2
  const told = of.some(({ why }) => why !== null)
  if (!told && fails === '') return null
  const own = errorCode[fails]
  let why: Uint8Array | null = null
  for (let i = 0; i < values.length; i++) {
    if (!none(values[i] ?? 0)) continue
    const lacking = of.find((vector) => isNone(vector, i))
    const code = lacking ? whyAt(lacking, i) : own
    if (code !== 0) (why ??= new Uint8Array(values.length))[i] = code
  }
  return why
}
