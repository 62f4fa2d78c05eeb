import type { SchemeView } from '../../engine/views.ts'
import type { Words } from '../../i18n/translate.ts'
import type { Axis } from '../../scheme/scheme.ts'
import { unitAfter } from './criterionWords.ts'

type Choices = Pick<SchemeView, 'groups' | 'axisColumns'> | null

/** The name of a group or a column; asks for one where it is gone. */
export function axisName(axis: Axis, view: Choices, words: Words['groups']): string {
  const found =
    axis.of === 'group'
      ? view?.groups.find(({ group }) => group.id === axis.group)?.group.name
      : view?.axisColumns.find(({ column }) => column === axis.column)?.name
  return found ?? words.gone
}

/** How numbers of a side are read and named: a sub-score in points, a date in days. */
export function axisUnit(axis: Axis, view: Choices, words: Words) {
  const column =
    axis.of === 'column' ? view?.axisColumns.find((each) => each.column === axis.column) : undefined
  const reading = column?.reading ?? null
  const scale = reading === 'percent' ? 100 : 1
  const after = column ? unitAfter(column, words) : ` ${words.scheme.points}`
  return { isDate: reading === 'date', scale, after }
}
