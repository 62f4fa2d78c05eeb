import { FunctionArgumentType, FunctionPlugin, HyperFormula, SimpleRangeValue } from 'hyperformula'
import * as xlsx from 'xlsx'

type Run = Parameters<FunctionPlugin['runFunction']>
type State = Run[1]
interface Tree {
  readonly args: Run[0]
}

/**
 * What HyperFormula has not: RANK and LOOKUP as Excel documents them. RANK counts numbers alone, from 1, and gives ties the
 * first place of theirs; LOOKUP finds the last entry ≤ x of an ascending range and gives the value beside it. ROW of a
 * range gives the first row alone there, and all rows in Excel wherever arrays are reckoned with: it goes by ROWSOF here.
 */
class Missing extends FunctionPlugin {
  static override implementedFunctions = {
    RANK: {
      method: 'rank',
      parameters: [
        { argumentType: FunctionArgumentType.NUMBER },
        { argumentType: FunctionArgumentType.RANGE },
        { argumentType: FunctionArgumentType.NUMBER, defaultValue: 0 },
      ],
    },
    LOOKUP: {
      method: 'lookup',
      parameters: [
        { argumentType: FunctionArgumentType.NUMBER },
        { argumentType: FunctionArgumentType.RANGE },
        { argumentType: FunctionArgumentType.RANGE },
      ],
    },
    ROWSOF: { method: 'rowsOf', parameters: [{ argumentType: FunctionArgumentType.RANGE }] },
  }

  rank(tree: Tree, state: State) {
    const of = (x: number, range: SimpleRangeValue, ascending: number) =>
      1 +
      range.data.flat().filter((v) => typeof v === 'number' && (ascending === 0 ? v > x : v < x))
        .length
    return this.runFunction(tree.args, state, this.metadata('RANK'), of)
  }

  rowsOf(tree: Tree, state: State) {
    const of = (range: SimpleRangeValue) => {
      const first = (range.range?.start.row ?? 0) + 1
      return SimpleRangeValue.onlyNumbers(range.data.map((_, at) => [first + at]))
    }
    return this.runFunction(tree.args, state, this.metadata('ROWSOF'), of)
  }

  lookup(tree: Tree, state: State) {
    const of = (x: number, from: SimpleRangeValue, values: SimpleRangeValue) => {
      const at = from.data.flat().findLastIndex((v) => typeof v === 'number' && v <= x)
      return values.data.flat()[at] ?? ''
    }
    return this.runFunction(tree.args, state, this.metadata('LOOKUP'), of)
  }
}
const words = { RANK: 'RANK', LOOKUP: 'LOOKUP', ROWSOF: 'ROWSOF' }
HyperFormula.registerFunctionPlugin(Missing, { enGB: words })

export type CellValue = number | string | boolean | null

/** A workbook calculated from its formulas alone; cells of each sheet by its name. An error is its text, as `#DIV/0!`. */
export function calculated(
  book: Uint8Array,
): ReadonlyMap<string, readonly (readonly CellValue[])[]> {
  const { SheetNames, Sheets } = xlsx.read(book, { cellFormula: true, cellDates: false })
  const contents = SheetNames.map((name) => [name, contentOf(Sheets[name] ?? {})] as const)
  const engine = HyperFormula.buildFromSheets(Object.fromEntries(contents), {
    licenseKey: 'gpl-v3',
    caseSensitive: true,
    smartRounding: false, // it would take 1e-10 for nothing
    useArrayArithmetic: true, // as SUMPRODUCT reckons in Excel
  })
  const values = SheetNames.map((name) => {
    const cells = engine.getSheetValues(engine.getSheetId(name) ?? 0)
    const rows = cells.map((row) =>
      row.map((cell): CellValue => (typeof cell === 'object' && cell ? cell.value : cell)),
    )
    return [name, rows] as const
  })
  engine.destroy()
  return new Map(values)
}

function contentOf(sheet: xlsx.WorkSheet): (string | number | boolean | null)[][] {
  const { e: end } = xlsx.utils.decode_range(sheet['!ref'] ?? 'A1')
  return Array.from({ length: end.r + 1 }, (_row, r) =>
    Array.from({ length: end.c + 1 }, (_cell, c) => {
      const cell = sheet[xlsx.utils.encode_cell({ r, c })] as xlsx.CellObject | undefined
      if (!cell) return null
      if (cell.f !== undefined) return `=${readable(cell.f)}`
      const { v = null } = cell
      return typeof v === 'string' ? `'${v}` : v instanceof Date ? null : v // ': a text, whatever it looks like
    }),
  )
}

/** Excel reads 1E9 and 1E-9, HyperFormula only digits; and ROW by another name (see above). */
function readable(formula: string): string {
  return formula
    .replaceAll(/\bROW\(/g, 'ROWSOF(')
    .replaceAll(/\b\d+(?:\.\d+)?E[+-]?\d+\b/g, (text) => {
      const value = Number(text)
      return Number.isInteger(value) ? String(BigInt(value)) : value.toFixed(60)
    })
}
