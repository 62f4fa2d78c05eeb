import type { ExportInput } from '../exporter.ts'
import { showsStability } from '../stability.ts'
import { saysToNext } from '../toNext.ts'
import type { Look } from '../xlsx/styles.ts'
import type { BookColumn, ResultKind } from './bookColumn.ts'
import { day, gap } from './columnLooks.ts'
import type { CriterionFace } from './faces.ts'
import type { GroupFace } from './groupFaces.ts'
import { withinFace } from './withinFace.ts'

/** What the grade brings: utilities that need a column of their own, scores, tiers, and what is filled in by hand. */
export function gradeColumns(
  input: ExportInput,
  faces: readonly CriterionFace[],
  groups: readonly GroupFace[],
): readonly BookColumn[] {
  const { words } = input
  const names = words.workbook.columns
  return [
    ...utilityColumns(input, faces),
    ...groups.map(({ index, group }): BookColumn => ({
      purpose: { kind: 'group', group: index },
      group: 'result',
      header: words.groups.book.scoreOf(group.name),
      width: 12,
      look: { align: 'right', format: '0.0' },
    })),
    result('score', names.score, 9, { align: 'right', format: '0.0', bold: true }),
    result('final', names.tier, 8, { align: 'center', bold: true }),
    result('computed', names.computedTier, 10, { align: 'center' }),
    ...(saysToNext(input) ? [result('toNext', names.toNext, 12, gap)] : []),
    ...(showsStability(input)
      ? [
          result('settled', names.settledTier, 10, { align: 'center' }),
          result('since', names.since, 12, day),
          result('pending', names.pending, 8, { align: 'center' }),
          result('reviewed', names.reviewed, 12, day),
        ]
      : []),
    ...withinColumns(input),
    result('override', names.override, 10, { align: 'center', fill: 'FFF6D6', locked: false }),
    result('reason', names.reason, 18, { align: 'left', locked: false }),
    result('completeness', names.completeness, 12, { align: 'right', format: '0.0%' }),
  ]
}

function result(kind: ResultKind, header: string, width: number, look: Look): BookColumn {
  return { purpose: { kind }, group: 'result', header, width, look }
}

function utilityColumns(
  { words }: ExportInput,
  faces: readonly CriterionFace[],
): readonly BookColumn[] {
  const names = words.workbook.columns
  const beside = (kind: 'prepared' | 'utility', criterion: number, header: string): BookColumn => ({
    purpose: { kind, criterion },
    group: 'criteria',
    header,
    width: 14,
    look: { align: 'right', format: '0.0000' },
  })
  return [
    ...faces
      .filter((face) => face.prepared !== null)
      .map(({ index, criterion }) => beside('prepared', index, names.preparedOf(criterion.name))),
    ...faces
      .filter((face) => face.utility === null || face.apart)
      .map(({ index, criterion, utility }) =>
        beside(
          'utility',
          index,
          utility === null ? names.utilityOf(criterion.name) : names.partOf(criterion.name),
        ),
      ),
  ]
}

/** What live tiers within a column are found by. */
function withinColumns(input: ExportInput): readonly BookColumn[] {
  const face = withinFace(input)
  if (face?.kind !== 'live') return []
  const say = input.words.groups.book
  const { name } = face.column
  const shared = { group: 'result', width: 13, look: { align: 'right', format: '#,##0' } } as const
  const above = face.above === 'customers' ? say.above(name) : say.aboveValue(name)
  return [
    { ...shared, purpose: { kind: 'withinCount' }, header: say.count(name) },
    { ...shared, purpose: { kind: 'withinAbove' }, header: above },
  ]
}
