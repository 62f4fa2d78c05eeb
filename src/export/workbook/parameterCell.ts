import type { Expression } from '../../expression/expression.ts'
import type { SheetCell } from '../xlsx/xml.ts'
import type { CriterionFace } from './faces.ts'
import type { MainPlaces } from './mainPlaces.ts'
import { type CriteriaRefs, printed } from './place.ts'

/** A criterion's parameter: a number, or the formula that finds it in the list. NaN = empty. */
export function parameterCell(
  face: CriterionFace,
  { value, formula }: { readonly value: number; readonly formula: Expression | null },
  refs: CriteriaRefs,
  main: MainPlaces,
): SheetCell {
  if (Number.isNaN(value)) return null
  const source = face.column ? main.rangeOf(face.column.id) : null
  if (formula === null || source === null) return value
  const column = main.preparedRange(face.index) ?? source
  return { formula: printed(formula, face, refs, { column, source }), value }
}
