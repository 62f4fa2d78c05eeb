import { excelNumber, excelText } from '../excel.ts'
import type { Formula } from './formula.ts'
import { formulaParts } from './functions/index.ts'
import type { CellError } from './vectors.ts'

/** What stands where in a workbook. */
export interface ExcelPlaces {
  readonly column: (id: string) => string // the cell of the same row
  readonly asOf: string
  readonly yes: string // what a yes / no cell holds
  readonly no: string
}

export interface ExcelFormula {
  readonly text: string // without its `=`
  /** What the cell shows where there is no value, other than an empty text. */
  readonly shows: CellError
}

/**
 * A formula of a workbook's cell: '' where there is no value, so that what reads the cell goes on. Excel takes an empty
 * cell for 0; columns that a value cannot do without are counted first, others turn into #N/A where they are read.
 */
export function excelFormulaOf(formula: Formula, places: ExcelPlaces): ExcelFormula {
  const needed = neededColumns(formula)
  const sure = new Set(needed.keys())
  const printer = new Printer(places, sure)
  const body = printer.body(formula)
  const shows = printer.lacks(formula) ? shownFor(formula, printer, sure) : ''
  const kept = printer.lacks(formula) ? `IFERROR(${body},${excelText(shows)})` : body
  if (sure.size === 0) return { text: kept, shows }
  const cells = [...sure].map(places.column)
  return { text: `IF(COUNT(${cells.join(',')})<${cells.length},"",${kept})`, shows }
}

class Printer {
  readonly #places: ExcelPlaces
  readonly #sure: ReadonlySet<string>

  constructor(places: ExcelPlaces, sure: ReadonlySet<string>) {
    this.#places = places
    this.#sure = sure
  }

  /** Yes and no as the words that cells hold. */
  body(formula: Formula): string {
    const { yes, no } = this.#places
    const printed = unbracketed(formula, this.print(formula))
    return formula.type === 'boolean'
      ? `IF(${printed},${excelText(yes)},${excelText(no)})`
      : printed
  }

  print(formula: Formula): string {
    switch (formula.kind) {
      case 'number':
        return excelNumber(formula.value)
      case 'text':
        return excelText(formula.value)
      case 'boolean':
        return formula.value ? 'TRUE()' : 'FALSE()'
      case 'column':
        return this.#cell(formula)
      case 'call': {
        const part = formulaParts.get(formula.name)
        return part.excel({
          of: formula.of.map((of) => this.print(of)),
          formulas: formula.of,
          lacks: formula.of.map((of) => this.lacks(of)),
          type: formula.type,
          asOf: this.#places.asOf,
        })
      }
    }
  }

  #cell({ column, type }: Formula & { kind: 'column' }): string {
    const cell = this.#places.column(column)
    const { yes, no } = this.#places
    if (type === 'text') return `T(${cell})`
    if (type === 'boolean')
      return `IF(EXACT(${cell},${excelText(yes)}),TRUE(),IF(EXACT(${cell},${excelText(no)}),FALSE(),NA()))`
    return this.#sure.has(column) ? cell : `IF(ISNUMBER(${cell}),${cell},NA())`
  }

  lacks(formula: Formula): boolean {
    if (formula.kind === 'column') return formula.type !== 'text' && !this.#sure.has(formula.column)
    if (formula.kind !== 'call') return false
    const part = formulaParts.get(formula.name)
    const of = formula.of.map((one) => this.lacks(one))
    return part.lacks?.(of) ?? (part.fails !== undefined || of.some(Boolean))
  }
}

/** The whole formula needs no brackets around it. */
function unbracketed(formula: Formula, printed: string): string {
  const isBracketed =
    formula.kind === 'call' &&
    formula.name !== '^' &&
    formulaParts.get(formula.name).kind === 'operator'
  return isBracketed ? printed.slice(1, -1) : printed
}

/** Numbers and dates without which the whole has no value. */
function neededColumns(formula: Formula, found = new Map<string, true>()): Map<string, true> {
  if (formula.kind === 'column') {
    if (formula.type === 'number' || formula.type === 'date') found.set(formula.column, true)
    return found
  }
  if (formula.kind !== 'call') return found
  const { needs } = formulaParts.get(formula.name)
  const of = needs === 'none' ? [] : needs === 'first' ? formula.of.slice(0, 1) : formula.of
  for (const one of of) neededColumns(one, found)
  return found
}

/** The error itself, where nothing else can leave the cell without a value and it holds a number or date. */
function shownFor(formula: Formula, printer: Printer, sure: ReadonlySet<string>): CellError {
  if (formula.type === 'text' || formula.type === 'boolean') return ''
  const errors = new Set<CellError>()
  let open = false
  const look = (one: Formula): void => {
    if (one.kind === 'column') open ||= one.type !== 'text' && !sure.has(one.column)
    if (one.kind !== 'call') return
    const { fails, needs, id } = formulaParts.get(one.name)
    open ||= needs !== undefined && id !== 'ISBLANK' && printer.lacks(one)
    if (fails && !(id === '+' || id === '-' || id === '*')) errors.add(fails)
    one.of.forEach(look)
  }
  look(formula)
  const [only] = errors
  return !open && only && errors.size === 1 ? only : ''
}
