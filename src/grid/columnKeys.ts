import { widthOf } from './columns.ts'
import { reveal } from './reveal.ts'
import type { Surface } from './surface.ts'

const widthStep = 16 // px

export function widen(surface: Surface, column: number, way: 1 | -1): void {
  surface.resize(column, widthOf(surface.layout, column) + way * widthStep)
  surface.resized(column)
  reveal(surface, { column })
}

/** Past its neighbour, where both may be moved. */
export function shift({ source, edits }: Surface, column: number, way: 1 | -1): void {
  const isMovable = (at: number) => source.columns[at]?.movable ?? false
  if (isMovable(column) && isMovable(column + way))
    edits.move?.(column, way === 1 ? column + 2 : column - 1)
}
