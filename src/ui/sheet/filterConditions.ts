import type { ColumnFilter, PeriodUnit, SheetColumn } from '../../engine/views.ts'

/** What conditions read, as typed. */
export interface FilterFields {
  readonly text: string
  readonly from: string
  readonly to: string
  readonly count: string
  readonly percent: boolean
  readonly unit: PeriodUnit
  readonly back: number
  readonly year: string
  readonly days: string
}

/** The fields that are typed. */
export type TypedField = 'text' | 'from' | 'to' | 'count' | 'year' | 'days'

export type Measured = 'texts' | 'numbers' | 'dates'

export function measuredOf({ type }: SheetColumn): Measured {
  if (type === 'date') return 'dates'
  return type === 'number' || type === 'score' ? 'numbers' : 'texts'
}

export type Condition =
  | 'contains'
  | 'lacks'
  | 'starts'
  | 'startsNot'
  | 'ends'
  | 'endsNot'
  | 'equals'
  | 'equalsNot'
  | 'is'
  | 'isNot'
  | 'more'
  | 'least'
  | 'less'
  | 'most'
  | 'between'
  | 'inside'
  | 'outside'
  | 'largest'
  | 'smallest'
  | 'aboveMean'
  | 'belowMean'
  | 'period'
  | 'year'
  | 'recent'
  | 'longAgo'
  | 'missing'
  | 'filled'

const orders = ['is', 'isNot', 'more', 'least', 'less', 'most', 'between', 'outside'] as const
const last = ['missing', 'filled'] as const

const byMeasure: Readonly<Record<Measured, readonly Condition[]>> = {
  texts: [
    ...(['contains', 'lacks', 'starts', 'startsNot', 'ends', 'endsNot'] as const),
    ...(['equals', 'equalsNot'] as const),
    ...last,
  ],
  numbers: [...orders, 'largest', 'smallest', 'aboveMean', 'belowMean', ...last],
  dates: [
    ...(['period', 'year', 'recent', 'longAgo'] as const),
    ...orders,
    ...(['largest', 'smallest'] as const),
    ...last,
  ],
}

/** What the form begins with. */
export const usual: Readonly<Record<Measured, Condition>> = {
  texts: 'contains',
  numbers: 'least',
  dates: 'period',
}

/** In the order in which they are offered; what is set already is among them, however it came about. */
export function conditionsFor(column: SheetColumn, set: Condition): readonly Condition[] {
  const own = byMeasure[measuredOf(column)]
  return own.includes(set) ? own : [set, ...own]
}

/** A filter without its column. */
export type FilterWay = ColumnFilter extends infer One
  ? One extends ColumnFilter
    ? Omit<One, 'column'>
    : never
  : never

interface Part {
  readonly fields: readonly TypedField[]
  readonly filter: (form: FilterFields) => FilterWay
}

type Place = 'start' | 'end' | 'all' | null

const text = (at: Place, not: boolean): Part => ({
  fields: ['text'],
  filter: (form) => ({
    kind: 'contains',
    text: form.text.trim(),
    ...(at && { at }),
    ...(not && { not }),
  }),
})

const bounds = (
  fields: readonly ('from' | 'to')[],
  more: { readonly open?: true; readonly not?: true } = {},
): Part => {
  const bound = (form: FilterFields, field: 'from' | 'to') =>
    fields.includes(field) ? form[field].trim() : null
  return {
    fields,
    filter: (form) => ({
      kind: 'range',
      from: bound(form, 'from'),
      to: bound(form, 'to'),
      ...more,
    }),
  }
}

const equal = (not: boolean): Part => ({
  fields: ['from'],
  filter: ({ from }) => ({
    kind: 'range',
    from: from.trim(),
    to: from.trim(),
    ...(not && { not }),
  }),
})

const top = (smallest: boolean): Part => ({
  fields: ['count'],
  filter: ({ count, percent }) => ({
    kind: 'top',
    count: wholeOf(count),
    smallest,
    ...(percent && { percent }),
  }),
})

const plain = (way: FilterWay): Part => ({ fields: [], filter: () => way })

const sinceThen = (longer: boolean): Part => ({
  fields: ['days'],
  filter: ({ days }) => ({ kind: 'days', days: wholeOf(days), longer }),
})

/** 10 as 10, as ten is typed in full width too. */
export const wholeOf = (typed: string): number => Number(typed.trim().normalize('NFKC'))

export const conditions: Readonly<Record<Condition, Part>> = {
  contains: text(null, false),
  lacks: text(null, true),
  starts: text('start', false),
  startsNot: text('start', true),
  ends: text('end', false),
  endsNot: text('end', true),
  equals: text('all', false),
  equalsNot: text('all', true),
  is: equal(false),
  isNot: equal(true),
  more: bounds(['from'], { open: true }),
  least: bounds(['from']),
  less: bounds(['to'], { open: true }),
  most: bounds(['to']),
  between: bounds(['from', 'to']),
  inside: bounds(['from', 'to'], { open: true }),
  outside: bounds(['from', 'to'], { not: true }),
  largest: top(false),
  smallest: top(true),
  aboveMean: plain({ kind: 'average', above: true }),
  belowMean: plain({ kind: 'average', above: false }),
  period: { fields: [], filter: ({ unit, back }) => ({ kind: 'period', unit, back }) },
  year: { fields: ['year'], filter: ({ year }) => ({ kind: 'year', year: wholeOf(year) }) },
  recent: sinceThen(false),
  longAgo: sinceThen(true),
  missing: plain({ kind: 'missing', missing: true }),
  filled: plain({ kind: 'missing', missing: false }),
}

/** The condition that makes such a filter, and its fields. */
export function conditionOf(
  filter: Exclude<ColumnFilter, { readonly kind: 'values' }>,
): Partial<FilterFields> & { readonly condition: Condition } {
  switch (filter.kind) {
    case 'contains':
      return {
        condition: textNames[filter.at ?? 'anywhere'][filter.not ? 1 : 0],
        text: filter.text,
      }
    case 'range': {
      const [from, to] = [filter.from ?? '', filter.to ?? '']
      return { condition: rangeName(filter), from, to }
    }
    case 'top': {
      const { count, smallest, percent = false } = filter
      return { condition: smallest ? 'smallest' : 'largest', count: String(count), percent }
    }
    case 'average':
      return { condition: filter.above ? 'aboveMean' : 'belowMean' }
    case 'period':
      return { condition: 'period', unit: filter.unit, back: filter.back }
    case 'year':
      return { condition: 'year', year: String(filter.year) }
    case 'days':
      return { condition: filter.longer ? 'longAgo' : 'recent', days: String(filter.days) }
    case 'missing':
      return { condition: filter.missing ? 'missing' : 'filled' }
  }
}

const textNames = {
  anywhere: ['contains', 'lacks'],
  start: ['starts', 'startsNot'],
  end: ['ends', 'endsNot'],
  all: ['equals', 'equalsNot'],
} as const

function rangeName({
  from,
  to,
  open,
  not,
}: Extract<ColumnFilter, { readonly kind: 'range' }>): Condition {
  if (from !== null && from === to) return not ? 'isNot' : 'is'
  if (not) return 'outside'
  if (from === null) return open ? 'less' : 'most'
  if (to === null) return open ? 'more' : 'least'
  return open ? 'inside' : 'between'
}
