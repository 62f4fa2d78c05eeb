import { modelOf } from '../../models/figureIds.ts'
import { models } from '../../models/index.ts'
import type { ModelChoice } from '../../models/model.ts'
import type { ColumnId } from '../../table/column.ts'
import type { Change } from '../change.ts'
import type { Document } from '../document.ts'
import type { CommandOf, Plan } from './contract.ts'

/** A figure that is not to be among the customers' columns any more; no changes for other columns. */
export function withoutFigure({ models: choices }: Document, column: ColumnId): readonly Change[] {
  const model = modelOf(column)
  if (model === null) return []
  const before = choices?.[model]
  const wanted = before?.columns ?? models.get(model).usual
  const columns = wanted.filter((id) => id !== column)
  return [{ kind: 'setModel', model, choice: { ...before, columns } }]
}

/** Decides something about a model; what it then comes to is worked out in the same step by the engine. */
export const setModel: Plan<CommandOf<'setModel'>> = ({ models: choices }, { model, set }) => {
  const before = choices?.[model] ?? null
  const choice: ModelChoice | null = set && {
    ...before,
    ...set,
    ...(set.settings && { settings: { ...before?.settings, ...set.settings } }),
  }
  return JSON.stringify(before) === JSON.stringify(choice)
    ? []
    : [{ kind: 'setModel', model, choice }]
}
