import { type SqlDialect, sqlNumber } from '../../sqlDialect.ts'
import type { Formula, FormulaType } from '../formula.ts'
import type { Argument, FormulaPart, Printed, Refusal } from '../part.ts'
import { type Numbers, stepOf, whyAt } from '../vectors.ts'

const number: Argument = { id: 'number', type: 'number' }
const digits: Argument = { id: 'digits', type: 'number' }
const value: Argument = { id: 'value', type: 'any' }

/** A whole number as it is written, also below 0; null = not written out. */
export function literal(formula: Formula | undefined): number | null {
  if (formula?.kind === 'number') return formula.value
  if (formula?.kind !== 'call' || formula.name !== 'negative') return null
  const of = literal(formula.of[0])
  return of === null ? null : -of
}

const mostDigits = 9
/**
 * 2.675·100 is 267.49999999999994: a last bit of the product is taken back before it is cut, as Excel does, and in the same
 * operations as SQL.
 */
const lastBit = 2 ** -51
const exact = 1e15 // above, there is nothing behind the point

type Way = 'ROUND' | 'ROUNDUP' | 'ROUNDDOWN'
const cut: Readonly<Record<Way, (scaled: number) => number>> = {
  ROUND: (scaled) => Math.floor(scaled + 0.5 + scaled * lastBit),
  ROUNDUP: (scaled) => Math.ceil(scaled - scaled * lastBit),
  ROUNDDOWN: (scaled) => Math.floor(scaled + scaled * lastBit),
}

function rounding(id: Way): FormulaPart {
  return {
    id,
    kind: 'number',
    signature: { first: [number, digits] },
    type([, places]): FormulaType | Refusal {
      const count = literal(places)
      return count !== null && Number.isInteger(count) && Math.abs(count) <= mostDigits
        ? 'number'
        : { code: 'formula.literal', argument: 1, detail: { name: id } }
    },
    one: (x: number, places: number) => {
      const factor = 10 ** Math.abs(places)
      const scaled = places < 0 ? Math.abs(x) / factor : Math.abs(x) * factor
      if (scaled >= exact) return x
      const whole = Math.sign(x) * cut[id](scaled)
      return places < 0 ? whole * factor : whole / factor
    },
    excel: ({ of: [x, places] }) => `${id}(${x},${places})`,
    sql: ({ of: [x], formulas }, dialect) => {
      const say = (value: number) => sqlNumber(value, dialect)
      const places = literal(formulas[1]) ?? 0
      const factor = say(10 ** Math.abs(places))
      const scaled = `(abs(${x}) ${places < 0 ? '/' : '*'} ${factor})`
      const bit = `${scaled} * ${say(lastBit)}`
      const whole = {
        ROUND: `floor(${scaled} + ${say(0.5)} + ${bit})`,
        ROUNDUP: `ceil(${scaled} - ${bit})`,
        ROUNDDOWN: `floor(${scaled} + ${bit})`,
      }[id]
      const back = `${sign(x, dialect)} * ${whole} ${places < 0 ? '*' : '/'} ${factor}`
      return `CASE WHEN ${scaled} >= ${say(exact)} THEN ${x} ELSE ${back} END`
    },
    repeats: true,
  }
}

const sign = (x: string | undefined, dialect: SqlDialect) =>
  `CASE WHEN ${x} < ${sqlNumber(0, dialect)} THEN ${sqlNumber(-1, dialect)} ELSE ${sqlNumber(1, dialect)} END`

function plain(id: 'INT' | 'ABS', one: (x: number) => number, sql: 'floor' | 'abs'): FormulaPart {
  return {
    id,
    kind: 'number',
    signature: { first: [number] },
    type: 'number',
    one: one,
    excel: ({ of: [x] }) => `${id}(${x})`,
    sql: ({ of: [x] }) => `${sql}(${x})`,
  }
}

/** Numbers or dates of one type, in a row: what has no value is left out, as Excel leaves out empty cells. */
const several = { first: [], repeated: [value] }

function oneKind(name: string, dates: boolean) {
  return (of: readonly Formula[]): FormulaType | Refusal => {
    const first = of[0]?.type ?? 'number'
    const wanted = dates && first === 'date' ? 'date' : 'number'
    const at = of.findIndex(({ type }) => type !== wanted)
    if (at < 0) return wanted
    const given = of[at]?.type ?? wanted
    return { code: 'formula.type', argument: at, detail: { name, wanted, given } }
  }
}

interface Taking {
  readonly id: 'SUM' | 'AVERAGE' | 'MIN' | 'MAX'
  readonly dates: boolean
  readonly take: (so: number, value: number) => number
  readonly end: (so: number, count: number) => number
  readonly excel: (printed: Printed) => string
  readonly sql: (printed: Printed, dialect: SqlDialect) => string
}

function taking({ id, dates, take, end, excel, sql }: Taking): FormulaPart {
  return {
    id,
    kind: 'number',
    needs: 'none',
    signature: several,
    type: oneKind(id, dates),
    lacks: (of) => of.every(Boolean),
    all(of, { count }) {
      const numbers = of as readonly Numbers[]
      const step = stepOf(of)
      const values = new Float64Array(step === 0 ? 1 : count)
      let why: Uint8Array | null = null
      for (let i = 0; i < values.length; i++) {
        let so = NaN
        let found = 0
        for (const { values: each, step: s } of numbers) {
          const value = each[s * i] ?? NaN
          if (value !== value) continue
          so = found++ === 0 ? value : take(so, value)
        }
        const result = found === 0 ? NaN : end(so, found)
        values[i] = result - result === 0 ? result : NaN
        if (found > 0) continue
        const code = of.map((each) => whyAt(each, i)).find((each) => each !== 0) ?? 0
        if (code !== 0) (why ??= new Uint8Array(values.length))[i] = code
      }
      return { kind: 'numbers', values, why, step }
    },
    excel: (printed) =>
      printed.lacks.some(Boolean) ? excel(printed) : `${id}(${printed.of.join(',')})`,
    sql: (printed, dialect) =>
      printed.of.length === 1 ? (printed.of[0] ?? '') : sql(printed, dialect),
    repeats: true,
  }
}

const here = ({ of, lacks }: Printed) =>
  of.map((x, at) => (lacks[at] ? `ISNUMBER(${x})` : 'TRUE()'))
const some = (printed: Printed) => `OR(${here(printed).join(',')})`
const orNothing = ({ of, lacks }: Printed, nothing: string) =>
  of.map((x, at) => (lacks[at] ? `IFERROR(${x},${nothing})` : x)).join(',')
const mayBeNone = ({ lacks }: Printed) => lacks.every(Boolean)
const guarded = (printed: Printed, formula: string) =>
  mayBeNone(printed) ? `IF(${some(printed)},${formula},NA())` : formula

const isThere = (x: string) => `${x} IS NOT NULL`
const none = ({ of }: Printed) => of.map((x) => `${x} IS NULL`).join(' AND ')
/** From left to right, as the app adds. */
const sum = ({ of }: Printed, dialect: SqlDialect) =>
  `(${of.map((x) => `COALESCE(${x}, ${sqlNumber(0, dialect)})`).join(' + ')})`
const counted = ({ of }: Printed, dialect: SqlDialect) =>
  `(${of.map((x) => `CASE WHEN ${isThere(x)} THEN ${sqlNumber(1, dialect)} ELSE ${sqlNumber(0, dialect)} END`).join(' + ')})`

/** LEAST without what is missing, whatever an engine makes of NULL there: it stands as a number beyond all others. */
function extreme(printed: Printed, dialect: SqlDialect, least: boolean): string {
  const beyond = sqlNumber(least ? 1e300 : -1e300, dialect)
  const of = printed.of.map((x) => `COALESCE(${x}, ${beyond})`)
  return `NULLIF(${least ? 'LEAST' : 'GREATEST'}(${of.join(', ')}), ${beyond})`
}

export const numbers: readonly FormulaPart[] = [
  rounding('ROUND'),
  rounding('ROUNDUP'),
  rounding('ROUNDDOWN'),
  plain('INT', Math.floor, 'floor'),
  plain('ABS', Math.abs, 'abs'),
  taking({
    id: 'SUM',
    dates: false,
    take: (a, b) => a + b,
    end: (so) => so,
    excel: (printed) => guarded(printed, `SUM(${orNothing(printed, '0')})`),
    sql: (printed, dialect) =>
      `CASE WHEN ${none(printed)} THEN NULL ELSE ${sum(printed, dialect)} END`,
  }),
  taking({
    id: 'AVERAGE',
    dates: false,
    take: (a, b) => a + b,
    end: (so, count) => so / count,
    excel: (printed) => {
      const count = here(printed).map((one) => `(${one})*1`)
      return guarded(printed, `SUM(${orNothing(printed, '0')})/(${count.join('+')})`)
    },
    sql: (printed, dialect) =>
      `(${sum(printed, dialect)} / NULLIF(${counted(printed, dialect)}, ${sqlNumber(0, dialect)}))`,
  }),
  taking({
    id: 'MIN',
    dates: true,
    take: Math.min,
    end: (so) => so,
    excel: (printed) => guarded(printed, `MIN(${orNothing(printed, '1E+300')})`),
    sql: (printed, dialect) => extreme(printed, dialect, true),
  }),
  taking({
    id: 'MAX',
    dates: true,
    take: Math.max,
    end: (so) => so,
    excel: (printed) => guarded(printed, `MAX(${orNothing(printed, '-1E+300')})`),
    sql: (printed, dialect) => extreme(printed, dialect, false),
  }),
  {
    id: 'COUNT',
    kind: 'number',
    needs: 'none',
    signature: several,
    type: (of) => {
      const refused = oneKind('COUNT', true)(of)
      return typeof refused === 'string' ? 'number' : refused
    },
    lacks: () => false,
    all(of, { count }) {
      const values = new Float64Array(stepOf(of) === 0 ? 1 : count)
      for (const each of of as readonly Numbers[])
        for (let i = 0; i < values.length; i++) {
          const value = each.values[each.step * i] ?? NaN
          if (value === value) values[i] = (values[i] ?? 0) + 1
        }
      return { kind: 'numbers', values, why: null, step: stepOf(of) }
    },
    excel: (printed) =>
      `(${here(printed)
        .map((one) => `(${one})*1`)
        .join('+')})`,
    sql: (printed, dialect) => counted(printed, dialect),
    repeats: true,
  },
]
