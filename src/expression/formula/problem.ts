import type { Detail } from '../../core/error.ts'

/** What can be wrong with a formula as it is written. Each has its words in `i18n/*\/formulas.ts`. */
export const formulaProblems = [
  'formula.empty',
  'formula.unclosedText', // a quote without its partner
  'formula.unclosedName', // [ without ]
  'formula.unclosedBracket', // ( without )
  'formula.strayBracket', // ) without (
  'formula.strayMark', // { mark } a sign that nothing here begins with
  'formula.missingValue', // { before } something is to stand here
  'formula.missingOperator', // two values beside each other
  'formula.noColumn', // { name, near? } no column is called so
  'formula.severalColumns', // { name } more than one is
  'formula.goneColumn', // the column that stood here was deleted
  'formula.noFunction', // { name, near? }
  'formula.tooFew', // { name, least }
  'formula.tooMany', // { name, most }
  'formula.type', // { name, wanted, given } of one argument
  'formula.addText', // { operator } texts are joined by &
  'formula.joinOther', // { given } only texts and numbers are joined
  'formula.compareTypes', // { left, right }
  'formula.orderText', // { operator } texts are equal or not, neither is less
  'formula.branches', // { left, right } the values of IF are of two types
  'formula.addDates',
  'formula.literal', // { name } an argument that has to be written out
  'formula.circle', // { names } columns that read each other
  'formula.otherType', // { wanted, given } the values are no longer of the column's type
  'formula.naming', // { name } what names customers is not calculated
  'formula.figure', // { name } of a model: it is calculated already
  'formula.tooLong', // { limit }
  'formula.tooDeep', // { limit }
] as const
export type FormulaCode = (typeof formulaProblems)[number]

/** `from`, `to`: the place in the text as typed, in UTF-16 units, `to` exclusive. */
export interface FormulaProblem {
  readonly code: FormulaCode
  readonly detail: Detail
  readonly from: number
  readonly to: number
}

export class FormulaError extends Error {
  readonly problem: FormulaProblem
  constructor(code: FormulaCode, { from, to }: Span, detail: Detail = {}) {
    super(code)
    this.name = 'FormulaError'
    this.problem = { code, detail, from, to }
  }
}

export interface Span {
  readonly from: number
  readonly to: number
}
