import * as edit from '../../scheme/edit.ts'
import { conditionsFor } from '../../scheme/rules/condition.ts'
import { rulesOf } from '../../scheme/rules/index.ts'
import type { Condition } from '../../scheme/scheme.ts'
import { customersOf } from '../customersOf.ts'
import type { Document } from '../document.ts'
import { columnOf, refuse, type CommandOf, type Plan } from './contract.ts'
import { schemeChange } from './scheme.ts'

export const addRule: Plan<CommandOf<'addRule'>> = (document, { rule }, { newId }) => {
  checkColumns(document, rule.conditions)
  return schemeChange(document, edit.addRule(document.scheme, { ...rule, id: newId('rule') }))
}

export const setRule: Plan<CommandOf<'setRule'>> = (document, { rule, set }) => {
  checkColumns(document, set.conditions ?? [])
  return schemeChange(document, edit.setRule(document.scheme, rule, set))
}

export const removeRule: Plan<CommandOf<'removeRule'>> = (document, { rule }) =>
  schemeChange(document, edit.removeRule(document.scheme, rule))

export const moveRule: Plan<CommandOf<'moveRule'>> = (document, { rule, to }) =>
  rulesOf(document.scheme).length === 0
    ? refuse('not found')
    : schemeChange(document, edit.moveRule(document.scheme, rule, to))

/** Each condition must be one that its column can be asked. */
function checkColumns(document: Document, conditions: readonly Condition[]): void {
  for (const { id, column: asked } of conditions) {
    const column = columnOf(customersOf(document), asked)
    if (!conditionsFor[column.type].includes(id))
      refuse('a condition that this column cannot be asked', { column: column.name })
  }
}
