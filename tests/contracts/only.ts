import type { Cells, Value } from './evaluate.ts'

/** Cells and ranges by the names that a face may use; any other name is a mistake of the face. */
export const only = (
  values: Readonly<Record<string, Value>>,
  ranges: Readonly<Record<string, readonly Value[]>> = {},
): Cells => ({
  value: (name) => named(values, name),
  range: (name) => named(ranges, name),
})

function named<T>(of: Readonly<Record<string, T>>, name: string): T {
  if (!Object.hasOwn(of, name)) throw new Error(`no name ${name}`)
  return of[name] as T
}
