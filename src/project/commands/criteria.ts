import * as edit from '../../scheme/edit.ts'
import { groupsOf } from '../../scheme/groups.ts'
import { preparedDirection } from '../../scheme/scoring/decay.ts'
import { scoringPart, scorings } from '../../scheme/scoring/index.ts'
import { scoringProblem } from '../../scheme/scoring/valid.ts'
import { criterionFor } from '../../scheme/templates/criterion.ts'
import { usualGroup } from '../../scheme/templates/usualGroups.ts'
import { templates } from '../../scheme/templates/index.ts'
import { columnById } from '../../table/table.ts'
import { customersOf } from '../customersOf.ts'
import { columnOf, refuse, type CommandOf, type Plan } from './contract.ts'
import { schemeChange } from './scheme.ts'

/** Scored by what the column's header and values say. */
export const addCriterion: Plan<CommandOf<'addCriterion'>> = (document, command) => {
  const { scheme } = document
  const table = customersOf(document)
  const column = columnOf(table, command.column)
  if (column.role === 'tier') refuse('a tier given before is no input', { column: column.name })
  if (scheme.criteria.some((criterion) => criterion.column === column.id))
    refuse('criterion exists', { column: column.name })
  const criterion = criterionFor(column, table, scheme.asOf)
  const group = groupsOf(scheme).find(({ id }) => id === usualGroup(column))
  const placed = group ? { ...criterion, group: group.id } : criterion
  return schemeChange(document, edit.addCriterion(scheme, placed))
}

export const setCriterion: Plan<CommandOf<'setCriterion'>> = (document, command) => {
  const { criterion, set } = command
  const problem = set.scoring === undefined ? null : scoringProblem(set.scoring)
  if (problem !== null) refuse(problem)
  const next = edit.setCriterion(document.scheme, criterion, set)
  const { column: id, scoring } = next.criteria.find(({ id }) => id === criterion) ?? refuse('')
  const column = columnById(customersOf(document), id)
  if (set.column !== undefined && !column) refuse('no such column', { column: id })
  const types = scoringPart(scoring).types
  if (column && (set.column ?? set.scoring) !== undefined && !types.includes(column.type))
    refuse('scoring does not read this column', { column: column.name, scoring: scoring.id })
  if (set.prepare?.decay && column && column.type !== 'date')
    refuse('decay of a column that holds no dates', { column: column.name })
  return schemeChange(document, next)
}

/** Another way of giving points, as it begins on this column. */
export const chooseScoring: Plan<CommandOf<'chooseScoring'>> = (document, command) => {
  const { scheme } = document
  const { criterion: id, scoring: chosen } = command
  const part = scorings.find(chosen) ?? refuse('unknown scoring', { scoring: chosen })
  const criterion = scheme.criteria.find((one) => one.id === id) ?? refuse('not found')
  const table = customersOf(document)
  const column = columnOf(table, criterion.column)
  if (!part.types.includes(column.type))
    refuse('scoring does not read this column', { column: column.name, scoring: chosen })
  const { prepare = null } = criterion
  const direction = preparedDirection(criterion)
  const scoring = part.defaults({ column, table, asOf: scheme.asOf, direction, prepare })
  return schemeChange(document, edit.setCriterion(scheme, id, { scoring }))
}

/** Criteria and tiers anew from the template; the labels of tiers, being the user's words, stay. */
export const useTemplate: Plan<CommandOf<'useTemplate'>> = (document, command) => {
  const template =
    templates.find(command.template) ?? refuse('no such template', { template: command.template })
  const { asOf, tiers } = document.scheme
  const name = command.name ?? document.scheme.name
  const labels = [...tiers.map(({ label }) => label), ...(command.labels ?? []).slice(tiers.length)]
  return schemeChange(document, template.build(customersOf(document), asOf, { labels, name }))
}
