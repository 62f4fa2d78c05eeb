import type { ColumnFilter, SheetColumn } from '../../engine/views.ts'

export type FilterKind = 'values' | 'range' | 'contains' | 'top' | 'bottom' | 'missing' | 'filled'

/** What the form of a filter holds; each kind reads its own fields. */
export interface FilterForm {
  readonly kind: FilterKind
  readonly values: ReadonlySet<string>
  readonly except: boolean
  readonly from: string
  readonly to: string
  readonly text: string
  readonly count: number
}

/** The ways in which a column of this type can be filtered. */
export function kindsOf({ type }: SheetColumn): readonly FilterKind[] {
  const measured = type === 'number' || type === 'date' || type === 'score'
  return measured
    ? ['values', 'range', 'top', 'bottom', 'missing', 'filled']
    : ['values', 'contains', 'missing', 'filled']
}

const empty: FilterForm = {
  kind: 'values',
  values: new Set(),
  except: true,
  from: '',
  to: '',
  text: '',
  count: 10,
}

export function formOf(filter: ColumnFilter | null): FilterForm {
  switch (filter?.kind) {
    case undefined:
    case 'average':
    case 'period':
    case 'year':
    case 'days':
      return empty
    case 'values':
      return { ...empty, values: new Set(filter.values), except: filter.except }
    case 'range':
      return { ...empty, kind: 'range', from: filter.from ?? '', to: filter.to ?? '' }
    case 'contains':
      return { ...empty, kind: 'contains', text: filter.text }
    case 'top':
      return { ...empty, kind: filter.smallest ? 'bottom' : 'top', count: filter.count }
    case 'missing':
      return { ...empty, kind: filter.missing ? 'missing' : 'filled' }
  }
}

/** Whether the form says a filter. */
export function filled(form: FilterForm): boolean {
  if (form.kind === 'range') return form.from.trim() !== '' || form.to.trim() !== ''
  if (form.kind === 'contains') return form.text.trim() !== ''
  if (form.kind === 'top' || form.kind === 'bottom') return form.count >= 1
  return true
}

/** null = everything is kept. */
export function filterMade(form: FilterForm, column: string): ColumnFilter | null {
  const bound = (text: string) => (text.trim() === '' ? null : text.trim())
  switch (form.kind) {
    case 'values':
      if (form.except && form.values.size === 0) return null
      return { column, kind: 'values', values: [...form.values], except: form.except }
    case 'range':
      return { column, kind: 'range', from: bound(form.from), to: bound(form.to) }
    case 'contains':
      return { column, kind: 'contains', text: form.text.trim() }
    case 'top':
    case 'bottom':
      return { column, kind: 'top', count: form.count, smallest: form.kind === 'bottom' }
    case 'missing':
    case 'filled':
      return { column, kind: 'missing', missing: form.kind === 'missing' }
  }
}
