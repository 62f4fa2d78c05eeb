import type { Mark } from '../column.ts'
import { dayOfIso } from '../parse/calendar.ts'
import { takeCurrency } from '../parse/currency.ts'
import { isVagueFrequency } from '../parse/frequency.ts'
import { memoRead } from '../parse/memo.ts'
import { isCellError } from '../parse/missing.ts'
import { plain } from '../parse/normalise.ts'
import { rawText } from '../parse/rawText.ts'
import type { ReadContext, Reading } from '../parse/reading.ts'
import type { Cells, RawCell } from '../raw.ts'

const fewExamples = 5
const distinctCap = 1000
const rowCap = 1000

/** A kind of cell: how many, a few different texts, the first rows. */
export interface Group {
  count: number
  readonly examples: string[]
  readonly rows: number[]
}

/** What reading every cell of a column came to. */
export interface Tally {
  readonly filled: number
  readonly missing: number
  readonly failed: number
  readonly distinct: number // capped at 1,000
  readonly examples: readonly string[]
  readonly failures: readonly string[]
  readonly groups: ReadonlyMap<TallyGroup, Group>
  readonly currencies: readonly string[] // ISO codes written in the cells, when not the column's alone
}
export type TallyGroup =
  Exclude<Mark, 'plain' | 'error'> | 'unreadable' | 'vague' | 'cellError' | 'future'

export function tally(cells: Cells, reading: Reading, context: ReadContext): Tally {
  const read = memoRead(reading, context)
  const asOf = dayOfIso(context.asOf)
  const groups = new Map<TallyGroup, Group>()
  const texts = new Set<string | number>()
  const examples: string[] = []
  const currencies = new Set<string>()
  let filled = 0
  let failed = 0
  const note = (name: TallyGroup, row: number, text: string) => {
    let group = groups.get(name)
    if (!group) groups.set(name, (group = { count: 0, examples: [], rows: [] }))
    group.count++
    if (group.examples.length < fewExamples && !group.examples.includes(text))
      group.examples.push(text)
    if (group.rows.length < rowCap) group.rows.push(row)
  }
  for (let row = 0; row < cells.length; row++) {
    const cell = cells.at(row) ?? null
    const { value, mark, original } = read(cell)
    if (value === null && mark !== 'error') continue
    filled++
    if (texts.size < distinctCap)
      texts.add(typeof cell === 'string' || typeof cell === 'number' ? cell : rawText(cell))
    if (examples.length < fewExamples && mark !== 'error') {
      const text = rawText(cell)
      if (!examples.includes(text)) examples.push(text)
    }
    if (mark === 'error') {
      failed++
      const text = original ?? rawText(cell)
      note(kindOfFailure(text, cell, reading), row, text)
    } else if (mark !== 'plain') note(mark, row, rawText(cell))
    if (reading.type === 'date' && typeof value === 'number' && value > asOf)
      note('future', row, rawText(cell))
    if (mark === 'assumed' && reading.id === 'money' && original !== null) {
      const code = currencyIn(original)
      if (code !== null && code !== context.unit) currencies.add(code)
    }
  }
  const failures = ['unreadable', 'vague', 'cellError'] as const
  return {
    filled,
    missing: cells.length - filled,
    failed,
    distinct: texts.size,
    examples,
    failures: failures.flatMap((name) => groups.get(name)?.examples ?? []).slice(0, fewExamples),
    groups,
    currencies:
      currencies.size > 0 && context.unit !== null
        ? [context.unit, ...currencies]
        : [...currencies],
  }
}

function kindOfFailure(text: string, cell: RawCell, reading: Reading): TallyGroup {
  if (isCellError(text) || (typeof cell === 'object' && cell?.kind === 'error')) return 'cellError'
  return reading.id === 'frequency' && isVagueFrequency(plain(text)) ? 'vague' : 'unreadable'
}

function currencyIn(text: string): string | null {
  const form = plain(text).replace(/^[^\d]*?(?=[a-z¥$€£₩₹₽฿₫])/i, '')
  return (
    takeCurrency(form, 'before')?.code ??
    takeCurrency(form.replace(/^.*[\d万亿千百kmw]\s*/i, ''), 'after')?.code ??
    null
  )
}
