import { customersOf } from '../../project/customersOf.ts'
import { sheetGroups } from '../../scheme/sheetGroups.ts'
import type { ExportInput } from '../exporter.ts'
import { showsStability } from '../stability.ts'
import type { BookColumn } from './bookColumn.ts'
import { day } from './columnLooks.ts'
import type { CriterionFace } from './faces.ts'
import { gradeColumns } from './gradeColumns.ts'
import type { GroupFace } from './groupFaces.ts'
import { sourceColumns } from './sourceColumns.ts'
import { earlierKinds } from './stabilityKinds.ts'

/** The columns of the main sheet, from the left. */
export function bookColumns(
  input: ExportInput,
  faces: readonly CriterionFace[],
  groups: readonly GroupFace[] = [],
): readonly BookColumn[] {
  const { document, options } = input
  return [
    ...sheetGroups(customersOf(document), document.scheme).flatMap((each) =>
      each.column === null ? gradeColumns(input, faces, groups) : sourceColumns(each, input),
    ),
    ...(showsStability(input) ? earlierColumns(input) : []),
    ...(options.details ? pointsColumns(input, faces) : []),
  ]
}

function earlierColumns({ words }: ExportInput): readonly BookColumn[] {
  return earlierKinds.map((kind) => ({
    purpose: { kind },
    group: 'stability',
    header: words.workbook.columns[kind],
    width: 12,
    look: kind === 'earlierSince' ? day : { align: 'center' },
  }))
}

function pointsColumns(
  { words }: ExportInput,
  faces: readonly CriterionFace[],
): readonly BookColumn[] {
  return faces.map(({ criterion, index }) => ({
    purpose: { kind: 'points', criterion: index },
    group: 'details',
    header: words.workbook.columns.pointsOf(criterion.name),
    width: 12,
    look: { align: 'right', format: '0.00' },
  }))
}
