import { categoriesOf } from '../../grading/within.ts'
import * as edit from '../../scheme/groupEdits.ts'
import { usualGroup, usualGroups } from '../../scheme/templates/usualGroups.ts'
import { columnById } from '../../table/table.ts'
import { customersOf } from '../customersOf.ts'
import { columnOf, refuse, type CommandOf, type Plan } from './contract.ts'
import { schemeChange } from './scheme.ts'

/** The usual groups, each criterion where it belongs by what its column measures. */
export const useGroups: Plan<CommandOf<'useGroups'>> = (document, { names }) => {
  const table = customersOf(document)
  const groups = usualGroups.map((id, at) => ({ id, name: names[at] ?? refuse('four names') }))
  return schemeChange(
    document,
    edit.useGroups(document.scheme, groups, ({ column }) => usualGroup(columnById(table, column))),
  )
}

export const addGroup: Plan<CommandOf<'addGroup'>> = (document, { name }, { newId }) =>
  schemeChange(
    document,
    edit.addGroup(document.scheme, { id: newId('g'), name, weight: 10, cap: null }),
  )

export const setGroup: Plan<CommandOf<'setGroup'>> = (document, { group, set }) =>
  schemeChange(document, edit.setGroup(document.scheme, group, set))

export const moveGroup: Plan<CommandOf<'moveGroup'>> = (document, { group, to }) =>
  schemeChange(document, edit.moveGroup(document.scheme, group, to))

export const removeGroup: Plan<CommandOf<'removeGroup'>> = (document, { group }) =>
  schemeChange(document, edit.removeGroup(document.scheme, group))

export const placeCriterion: Plan<CommandOf<'placeCriterion'>> = (document, command) => {
  const { criterion, group, to } = command
  return schemeChange(document, edit.placeCriterion(document.scheme, criterion, group, to))
}

/** Only a column of categories, yes and no, or few different texts. */
export const setWithin: Plan<CommandOf<'setWithin'>> = (document, { column }) => {
  if (column !== null) {
    const table = customersOf(document)
    const { name } = columnOf(table, column)
    if (categoriesOf(table, column) === null) refuse('not a column of categories', { column: name })
  }
  return schemeChange(document, edit.setWithin(document.scheme, column))
}
