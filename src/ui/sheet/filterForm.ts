import type { ColumnFilter, SheetColumn } from '../../engine/views.ts'
import {
  conditionOf,
  conditions,
  type Condition,
  type FilterFields,
  measuredOf,
  type TypedField,
  usual,
  wholeOf,
} from './filterConditions.ts'
import { valuesFilter, type FoundValues } from './filterSearch.ts'

/** What the form of a filter holds: values, or a condition, which reads its own fields. */
export interface FilterForm extends FilterFields {
  readonly kind: 'values' | 'condition'
  /** The values that are ticked, or with `except` those that are not. */
  readonly values: ReadonlySet<string>
  readonly except: boolean
  readonly found: FoundValues | null // values are looked for: only those found are ticked
  readonly condition: Condition
}

/** The form as it is opened. `asOf`: YYYY-MM-DD. */
export function formOf(filter: ColumnFilter | null, column: SheetColumn, asOf: string): FilterForm {
  const empty: FilterForm = {
    kind: 'values',
    values: new Set(),
    except: true,
    found: null,
    condition: usual[measuredOf(column)],
    text: '',
    from: '',
    to: '',
    count: '10',
    percent: false,
    unit: 'month',
    back: 0,
    year: asOf.slice(0, 4),
    days: '90',
  }
  if (filter === null) return empty
  if (filter.kind === 'values')
    return { ...empty, values: new Set(filter.values), except: filter.except }
  return { ...empty, kind: 'condition', ...conditionOf(filter) }
}

export const fieldsOf = ({ kind, condition }: FilterForm): readonly TypedField[] =>
  kind === 'values' ? [] : conditions[condition].fields

const wholes = { count: [1, 10_000_000], year: [1, 9999], days: [0, 1_000_000] } as const

/** The bounds of a field of whole numbers that holds something else; null = it can be read. Bounds of values the column reads. */
export function notWhole(
  form: FilterForm,
  field: TypedField,
): readonly [from: number, to: number] | null {
  if (field !== 'count' && field !== 'year' && field !== 'days') return null
  const [least, most] = field === 'count' && form.percent ? [1, 100] : wholes[field]
  const text = form[field].trim()
  const value = wholeOf(text)
  return text === '' || (Number.isInteger(value) && value >= least && value <= most)
    ? null
    : [least, most]
}

/** Whether the form says a filter. */
export function filled(form: FilterForm): boolean {
  if (form.kind === 'values') return valuesFilter(form) !== 'unknown'
  return fieldsOf(form).every(
    (field) => form[field].trim() !== '' && notWhole(form, field) === null,
  )
}

/** null = everything is kept. The form must be filled. */
export function filterMade(form: FilterForm, column: string): ColumnFilter | null {
  if (form.kind === 'condition') return { column, ...conditions[form.condition].filter(form) }
  const way = valuesFilter(form)
  return way === null || way === 'unknown' ? null : { column, ...way }
}
