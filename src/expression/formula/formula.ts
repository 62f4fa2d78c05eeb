import type { Span } from './problem.ts'

/** What a formula of a calculated column works with. Dates are day numbers since 1970-01-01. */
export const formulaTypes = ['number', 'date', 'text', 'boolean'] as const
export type FormulaType = (typeof formulaTypes)[number]

/** As read: operators are calls, by their sign; a column by what stands between its brackets. */
export type Node = Span &
  (
    | { readonly kind: 'number'; readonly value: number }
    | { readonly kind: 'text'; readonly value: string }
    | { readonly kind: 'boolean'; readonly value: boolean }
    | { readonly kind: 'column'; readonly name: string }
    | { readonly kind: 'call'; readonly name: string; readonly of: readonly Node[] }
  )

/** As checked: every part known, with its type; `column` is an id. */
export type Formula = { readonly type: FormulaType } & (
  | { readonly kind: 'number'; readonly value: number }
  | { readonly kind: 'text'; readonly value: string }
  | { readonly kind: 'boolean'; readonly value: boolean }
  | { readonly kind: 'column'; readonly column: string }
  | { readonly kind: 'call'; readonly name: string; readonly of: readonly Formula[] }
)

/** The columns that a formula reads, each once. */
export function columnsRead(formula: Formula, found = new Set<string>()): ReadonlySet<string> {
  if (formula.kind === 'column') found.add(formula.column)
  if (formula.kind === 'call') for (const of of formula.of) columnsRead(of, found)
  return found
}

/** Whether a part of this name is in it. */
export function calls(formula: Formula, wanted: (name: string, args: number) => boolean): boolean {
  if (formula.kind !== 'call') return false
  return wanted(formula.name, formula.of.length) || formula.of.some((of) => calls(of, wanted))
}
