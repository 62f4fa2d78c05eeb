import {
  add,
  choose,
  compare,
  divide,
  type Expression,
  isMissing,
  multiply,
  number,
} from '../../expression/expression.ts'
import type { WorkbookGroup, WorkbookTerm } from './aggregation.ts'
import { countedWeight, weightOf } from './graded.ts'

/** Formulas of schemes with groups: what of a group counts for the customer's row. */

const nothing = ({ score }: WorkbookGroup): Expression => isMissing(score, 'number')

/** `weight` where anything of the group counts, else 0. */
export const weightHere = (group: WorkbookGroup, weight: Expression): Expression =>
  choose(nothing(group), number(0), weight)

/** The group's score, or a number that says nothing where there is none. */
export const scoreHere = (group: WorkbookGroup, score: Expression, otherwise = 0): Expression =>
  choose(nothing(group), number(otherwise), score)

/** Σ of the weights of the groups with something that counts. */
export const countedGroups = (groups: readonly WorkbookGroup[]): Expression =>
  add(...groups.map((group) => weightHere(group, group.weight)))

/** Weight of the group ÷ what counts in it: times a criterion's weight its share, up to a scale that all have. */
export const factorOf = (group: WorkbookGroup): Expression =>
  choose(nothing(group), number(0), divide(group.weight, countedWeight(group.terms)))

/** Share of a criterion in the whole for the customer's row; 0 where it is left out. */
export const rowShare = (
  groups: readonly WorkbookGroup[],
  group: WorkbookGroup,
  term: WorkbookTerm,
): Expression => divide(multiply(weightOf(term), factorOf(group)), countedGroups(groups))

/** The score cell of a group by its criteria alone, 0..100; an empty text where nothing of it counts. */
export const groupScore = (terms: readonly WorkbookTerm[], aggregated: Expression): Expression =>
  choose(compare('>', countedWeight(terms), number(0)), aggregated, { kind: 'text', value: '' })
