import * as edit from '../../scheme/edit.ts'
import type { Scheme } from '../../scheme/scheme.ts'
import { setWeights as weighed } from '../../scheme/setWeights.ts'
import { tierings } from '../../scheme/tiering/index.ts'
import { scoringProblem } from '../../scheme/scoring/valid.ts'
import type { Change } from '../change.ts'
import { customersOf } from '../customersOf.ts'
import type { Document } from '../document.ts'
import { checkAxes } from './axes.ts'
import { columnOf, refuse, type CommandOf, type Plan } from './contract.ts'

/** The scheme as edited; nothing where it is the same. */
export function schemeChange(document: Document, scheme: Scheme): readonly Change[] {
  return isSame(scheme, document.scheme) ? [] : [{ kind: 'setScheme', scheme }]
}

export const removeCriterion: Plan<CommandOf<'removeCriterion'>> = (document, { criterion }) =>
  schemeChange(document, edit.removeCriterion(document.scheme, criterion))

export const moveCriterion: Plan<CommandOf<'moveCriterion'>> = (document, { criterion, to }) =>
  schemeChange(document, edit.moveCriterion(document.scheme, criterion, to))

export const setWeight: Plan<CommandOf<'setWeight'>> = (document, { criterion, weight }) =>
  schemeChange(document, edit.setWeight(document.scheme, criterion, weight))

export const setWeights: Plan<CommandOf<'setWeights'>> = (document, command) => {
  const { criteria, groups, judgements = null } = command
  return schemeChange(document, weighed(document.scheme, { criteria, groups, judgements }))
}

export const setTiering: Plan<CommandOf<'setTiering'>> = (document, { tiering }) => {
  if (tiering.id === 'valueShare' && tiering.column !== null)
    if (columnOf(customersOf(document), tiering.column).type !== 'number')
      refuse('not a column of numbers', { column: tiering.column })
  if (tiering.id === 'matrix') checkAxes(document, tiering)
  return schemeChange(document, edit.setTiering(document.scheme, tiering))
}

export const chooseTiering: Plan<CommandOf<'chooseTiering'>> = (document, { method }) => {
  const part = tierings.find(method) ?? refuse('no such tiering', { method })
  const { scheme } = document
  const start = part.start?.(scheme, customersOf(document)) ?? part.defaults(scheme.tiers.length)
  return schemeChange(document, edit.setTiering(scheme, start))
}

export const setAggregation: Plan<CommandOf<'setAggregation'>> = (document, { aggregation }) =>
  schemeChange(document, edit.setAggregation(document.scheme, aggregation))

export const setStability: Plan<CommandOf<'setStability'>> = (document, { id, set }) =>
  schemeChange(document, edit.setStability(document.scheme, id, set))

export const addTier: Plan<CommandOf<'addTier'>> = (document, { label }) =>
  schemeChange(document, edit.addTier(document.scheme, label))

/** Overrides to the tier stay: the grade reports them (`override.tierGone`), and undo gives them their tier back. */
export const removeTier: Plan<CommandOf<'removeTier'>> = (document, { tier }) =>
  schemeChange(document, edit.removeTier(document.scheme, tier))

export const setTier: Plan<CommandOf<'setTier'>> = (document, { tier, set }) =>
  schemeChange(document, edit.setTier(document.scheme, tier, set))

export const setScheme: Plan<CommandOf<'setScheme'>> = (document, { scheme }) => {
  if (scheme.format !== document.scheme.format) refuse('another format', { format: scheme.format })
  for (const { scoring } of scheme.criteria) {
    const problem = scoringProblem(scoring)
    if (problem !== null) refuse(problem)
  }
  return schemeChange(document, scheme)
}

export const setAsOf: Plan<CommandOf<'setAsOf'>> = (document, { asOf }) =>
  schemeChange(document, edit.setAsOf(document.scheme, asOf))

export const setValueColumn: Plan<CommandOf<'setValueColumn'>> = (document, { column }) => {
  if (column !== null && columnOf(customersOf(document), column).type !== 'number')
    refuse('not a column of numbers', { column })
  return schemeChange(document, edit.setValueColumn(document.scheme, column))
}

export const keepScheme: Plan<CommandOf<'keepScheme'>> = ({ scheme, keptScheme }) =>
  isSame(scheme, keptScheme) ? [] : [{ kind: 'setKeptScheme', scheme }]

export const revertScheme: Plan<CommandOf<'revertScheme'>> = (document) =>
  schemeChange(document, document.keptScheme)

function isSame(a: Scheme, b: Scheme): boolean {
  return JSON.stringify(a) === JSON.stringify(b)
}
