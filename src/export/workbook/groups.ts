import { type Expression, reference, text } from '../../expression/expression.ts'
import { subscore } from '../../grading/axes.ts'
import { termsOf } from '../../grading/terms.ts'
import type {
  AggregationPart,
  WorkbookGroup,
  WorkbookTerm,
} from '../../scheme/aggregation/aggregation.ts'
import { groupScore } from '../../scheme/aggregation/grouped.ts'
import type { RowId } from '../../table/column.ts'
import type { ExportInput } from '../exporter.ts'
import { rowMark, type SheetCell } from '../xlsx/xml.ts'
import type { GroupFace } from './groupFaces.ts'
import type { MainPlaces } from './mainPlaces.ts'
import type { CriteriaRefs } from './place.ts'

/** Stands before the place of a group whose cell is meant: `#2`, `#2:weight`, `#2:cap`. */
export const groupMark = '#'

export function workbookGroups(
  groups: readonly GroupFace[],
  terms: readonly WorkbookTerm[],
  part: AggregationPart,
): readonly WorkbookGroup[] {
  return groups.map(({ index, faces }) => ({
    terms: faces.flatMap((face) => terms[face.index] ?? []),
    score: reference(`${groupMark}${index}`),
    weight: reference(`${groupMark}${index}:weight`),
    cap: part.caps ? reference(`${groupMark}${index}:cap`) : null,
  }))
}

export function groupName(name: string, main: MainPlaces, refs: CriteriaRefs): string {
  const [place = '', what] = name.slice(groupMark.length).split(':')
  const at = Number(place)
  if (what === 'weight') return refs.groupWeight(at)
  if (what === 'cap') return refs.groupCap(at)
  return `${groupLetter(main, at) ?? ''}${rowMark}`
}

export const groupLetter = (main: MainPlaces, group: number): string | null =>
  main.letter((purpose) => purpose.kind === 'group' && purpose.group === group)

/** The formula of a group's cell: its score by its criteria alone. */
export function groupCell(
  groups: readonly WorkbookGroup[],
  faces: readonly GroupFace[],
  index: number,
  part: AggregationPart,
): Expression {
  const own = groups[faces.findIndex((face) => face.index === index)]
  return own ? groupScore(own.terms, part.workbook(own.terms)) : text('')
}

/** What the cell holds now. */
export function groupValue({ document, result }: ExportInput, { group }: GroupFace) {
  const { scheme } = document
  const values = subscore(scheme, termsOf(scheme, result.utilities), group.id)
  return (row: RowId): Extract<SheetCell, string | number> => {
    const value = values?.[row] ?? NaN
    return Number.isNaN(value) ? '' : value
  }
}
