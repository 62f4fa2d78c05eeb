import type { Expression, Taken } from './expression.ts'

/** What stands behind a name: `$B$4`, `Criteria!$C$9:$C$12`. */
export type Resolve = (name: string) => string

/**
 * Formula text without the leading `=`. Only functions that Excel 2003, WPS and LibreOffice know (no `_xlfn.`), and commas
 * between arguments, as files store them whatever the reader's locale. A range stands for a column or row of cells.
 */
export function excelFormula(expression: Expression, resolve: Resolve): string {
  const print = (e: Expression): string => excelFormula(e, resolve)
  const list = (of: readonly Expression[]) => of.map(print).join(',')
  switch (expression.kind) {
    case 'number':
      return excelNumber(expression.value)
    case 'text':
      return excelText(expression.value)
    case 'reference':
      return resolve(expression.name)
    case 'arithmetic':
    case 'compare': {
      const [left, right] = expression.of
      return `(${print(left)}${expression.operator}${print(right)})`
    }
    case 'and':
    case 'or':
      return `${expression.kind.toUpperCase()}(${list(expression.of)})`
    case 'not':
      return `NOT(${print(expression.of)})`
    case 'if':
      return `IF(${list([expression.condition, expression.then, expression.otherwise])})`
    case 'isMissing':
      return expression.type === 'number'
        ? `NOT(ISNUMBER(${print(expression.of)}))`
        : `(LEN(${print(expression.of)})=0)`
    case 'min':
    case 'max':
      return `${expression.kind.toUpperCase()}(${list(expression.of)})`
    case 'clamp':
      return `MEDIAN(${excelNumber(expression.low)},${excelNumber(expression.high)},${print(expression.of)})`
    case 'floor':
      return `INT(${print(expression.of)})`
    case 'ln':
    case 'sqrt':
      return `${expression.kind.toUpperCase()}(${print(expression.of)})`
    case 'sumSquares':
      return `SUMSQ(${list(expression.of)})`
    case 'same':
      return `EXACT(${list(expression.of)})`
    case 'sumAbove': {
      // as SUMPRODUCT, which compares numbers as they are (SUMIF would compare 15 digits); texts count nothing
      const values = resolve(expression.values)
      return `SUMPRODUCT((${values}>${print(expression.x)})*ISNUMBER(${resolve(expression.among)}),${values})`
    }
    case 'middle':
      return `MEDIAN(${list(expression.of)})`
    case 'exp':
      return `EXP(${print(expression.of)})`
    case 'log': {
      const x = print(expression.of)
      return `(SIGN(${x})*LN(1+ABS(${x})))`
    }
    case 'over':
      return `${overFunction[expression.take]}(${resolve(expression.range)})`
    case 'largest':
      return `LARGE(${resolve(expression.range)},${print(expression.k)})`
    case 'smallest':
      return `SMALL(${resolve(expression.range)},${print(expression.k)})`
    case 'item':
      return `INDEX(${resolve(expression.range)},${print(expression.at)})`
    case 'countOf': {
      const { range, operator, x } = expression
      return `SUMPRODUCT((${resolve(range)}${operator}${print(x)})*1)`
    }
    case 'bands': {
      const x = print(expression.x)
      const from = resolve(expression.from)
      const found = `LOOKUP(${x},${from},${resolve(expression.values)})`
      return `IF(${x}<INDEX(${from},1),${print(expression.below)},${found})`
    }
    case 'match': {
      const hits = `EXACT(${resolve(expression.keys)},${print(expression.x)})`
      const found = `SUMPRODUCT(${hits}*${resolve(expression.values)})`
      return `IF(SUMPRODUCT(${hits}*1)>0,${found},${print(expression.other)})`
    }
    case 'percentRank': {
      const x = print(expression.x)
      const range = resolve(expression.range)
      const twice = `RANK(${x},${range},1)-RANK(${x},${range},0)+COUNT(${range})-1`
      return `IF(COUNT(${range})=1,0.5,(${twice})/(2*(COUNT(${range})-1)))`
    }
  }
}

const overFunction: Readonly<Record<Taken, string>> = {
  min: 'MIN',
  max: 'MAX',
  count: 'COUNT',
  mean: 'AVERAGE',
  sd: 'STDEVP',
}

/** The shortest decimal that reads back as the same number (≤ 17 digits), with `.` whatever the locale. */
export function excelNumber(value: number): string {
  if (!Number.isFinite(value)) throw new Error(`a workbook has no number ${value}`)
  return String(value + 0)
    .replace('e+', 'E+')
    .replace('e-', 'E-')
}

/** Quotes doubled; a text over 255 characters is joined from pieces, which is the limit of one literal. */
export function excelText(value: string): string {
  const pieces = value.match(/[^]{1,250}/gu) ?? ['']
  const quoted = pieces.map((piece) => `"${piece.replaceAll('"', '""')}"`)
  return quoted.length === 1 ? (quoted[0] as string) : `(${quoted.join('&')})`
}
