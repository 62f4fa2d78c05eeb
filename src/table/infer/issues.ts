import type { Detail } from '../../core/error.ts'
import type { Issue, IssueCode } from '../../core/issue.ts'
import type { ColumnRole, ReadingId } from '../column.ts'
import type { InferChoice } from './choice.ts'
import { plain } from '../parse/normalise.ts'
import { rawText } from '../parse/rawText.ts'
import type { ReadContext } from '../parse/reading.ts'
import { tierName } from '../parse/tier.ts'
import type { Cells } from '../raw.ts'
import { orderIsPlain, tierOrder } from '../tierOrder.ts'
import { decisionsIn } from './decided.ts'
import type { Evidence } from './evidence.ts'
import type { Sample } from './sample.ts'
import type { Group, Tally, TallyGroup } from './tally.ts'

const of: readonly (readonly [TallyGroup, IssueCode, Issue['level']])[] = [
  ['unreadable', 'column.unreadable', 'warning'],
  ['tooLarge', 'column.tooLarge', 'warning'],
  ['vague', 'column.vagueFrequency', 'warning'],
  ['cellError', 'column.cellErrors', 'warning'],
  ['approximate', 'column.approximate', 'info'],
  ['range', 'column.range', 'info'],
  ['assumed', 'column.assumed', 'info'],
  ['masked', 'column.masked', 'info'],
  ['digitsLost', 'column.digitsLost', 'warning'],
  ['future', 'column.future', 'warning'],
]

const mostWords = 50 // that are offered to be given a number

export interface ReadAs {
  readonly column: string // its header
  readonly tallied: Tally
  readonly role: ColumnRole
  readonly reading: ReadingId
  readonly rules: ReadContext
  readonly choice: InferChoice
  readonly found: Evidence
  readonly sample: Sample
  readonly cells: Cells
}

/** What the user should know about a column, and what can be decided. Rows are positions in the cells. */
export function columnIssues(read: ReadAs): Issue[] {
  const { column, tallied, role } = read
  const issues: Issue[] = []
  for (const [name, code, level] of of) {
    const group = tallied.groups.get(name)
    if (group && !(name === 'assumed' && allRated(read, group)))
      issues.push(groupIssue(read, name, code, level, group))
  }
  if (tallied.currencies.length > 1)
    issues.push({
      code: 'column.mixedCurrency',
      level: 'warning',
      detail: { column, currencies: tallied.currencies },
    })
  issues.push(...rateIssue(read), ...decidedIssue(read))
  if (role === 'measure' && tallied.missing > 0 && tallied.filled > 0)
    issues.push({
      code: 'column.missing',
      level: 'info',
      detail: { column, count: tallied.missing },
    })
  issues.push(...orderIssue(read), ...identityIssue(read))
  if (role === 'tier' && tallied.filled > 0)
    issues.push({ code: 'column.hasTiers', level: 'info', detail: { column } })
  return issues
}

/** Cells with a rate among plain amounts: `column.rates` says it already. */
function allRated({ found }: ReadAs, { examples }: Group): boolean {
  const rated = new Set(found.quantities.flatMap(({ per, text }) => (per === null ? [] : [text])))
  return examples.every((text) => rated.has(plain(text)))
}

function groupIssue(
  read: ReadAs,
  name: TallyGroup,
  code: IssueCode,
  level: Issue['level'],
  group: Group,
): Issue {
  const { column, reading, rules } = read
  const { count, examples, rows } = group
  const facts = { column, count, examples }
  const issue = (code: IssueCode, level: Issue['level'], more: Detail = {}): Issue => ({
    code,
    level,
    detail: { ...facts, ...more },
    rows,
  })
  if (name === 'assumed' && rules.dateOrderSure === false)
    return issue('column.dateOrderUnsure', 'warning')
  if (name === 'assumed' && reading === 'percent')
    return issue('column.barePercents', 'warning', { bare: rules.percentColumn?.bare ?? '' })
  if (name === 'assumed' && reading === 'frequency')
    return issue('column.ambiguousFrequency', 'warning', { words: wordsAt(read.cells, rows) })
  if (name === 'unreadable' || name === 'vague')
    return issue(code, level, { words: wordsAt(read.cells, rows) })
  return issue(code, level)
}

/** The different texts in these rows. */
function wordsAt(cells: Cells, rows: readonly number[]): readonly string[] {
  const words = new Set<string>()
  for (const row of rows) {
    if (words.size === mostWords) break
    words.add(rawText(cells.at(row) ?? null))
  }
  return [...words]
}

/** Amounts per month and so on, as far as the sample shows them: to be turned into a year's, or left. */
function rateIssue({ column, reading, rules, found }: ReadAs): Issue[] {
  if (rules.yearly || (reading !== 'money' && reading !== 'number')) return []
  const rated = found.quantities.filter(({ per }) => per !== null && per !== 'year')
  if (rated.length === 0) return []
  const examples = rated.slice(0, 5).map(({ text }) => text)
  return [{ code: 'column.rates', level: 'warning', detail: { column, examples } }]
}

function decidedIssue({ column, choice }: ReadAs): Issue[] {
  const what = decisionsIn(choice)
  if (what.length === 0) return []
  const words = (choice.words ?? []).map(([text, value]) => `${text} = ${value ?? ''}`.trim())
  return [{ code: 'column.decided', level: 'info', detail: { column, what, words } }]
}

const mostTiers = 12

/** Own names of tiers: which is better is asked once. `words` best first, as told or as proposed. */
function orderIssue({ column, reading, role, rules, sample }: ReadAs): Issue[] {
  if (reading !== 'tier' && role !== 'tier') return []
  const names = [...new Set(sample.cells.map(({ cell }) => tierName(rawText(cell))))]
  if (names.length < 2 || names.length > mostTiers || orderIsPlain(names)) return []
  const words = tierOrder(names, rules.tiers)
  const told = Number(names.every((name) => rules.tiers?.includes(name)))
  return [
    {
      code: 'column.tierOrder',
      level: told ? 'info' : 'warning',
      detail: { column, words, told },
    },
  ]
}

/** Numbers of ID cards are personal data that no grade needs. */
function identityIssue({ column, reading, tallied, found }: ReadAs): Issue[] {
  const isText = reading === 'code' || reading === 'text'
  const isTold = reading === 'identity' && tallied.filled > 0
  if (!isTold && !(isText && found.cards > 0 && found.cards * 2 >= found.filled)) return []
  return [{ code: 'column.identity', level: 'info', detail: { column } }]
}
