import type { TotalKind } from '../engine/views.ts'

/** Columns as somebody left them: which are out of sight, in which order they stand, and what is said of them. Ids of sheet columns. */
export interface ColumnLayout {
  readonly hidden: readonly string[]
  readonly order: readonly string[] // empty = as the sheet has them
  readonly shown: readonly string[] // of those that are out of sight unless asked for
  /** The last column that stands still; null = none does, absent = the one that says whose row it is. */
  readonly frozen?: string | null
  readonly groups: readonly (readonly [string, string])[] // own headers above columns
  readonly totals: readonly (readonly [string, TotalKind])[] // what columns come to, where that is not as usual
  readonly isTotalled: boolean // the row of totals is on show
}

export const asGiven: ColumnLayout = {
  hidden: [],
  order: [],
  shown: [],
  groups: [],
  totals: [],
  isTotalled: false,
}

/** There is no room for them beside score, tier and notes. */
const unlessAsked: readonly string[] = ['$completeness', '$settled']

export function isHidden({ hidden, shown }: ColumnLayout, id: string): boolean {
  return hidden.includes(id) || (unlessAsked.includes(id) && !shown.includes(id))
}

export function withHidden(layout: ColumnLayout, id: string): ColumnLayout {
  const { hidden, shown } = layout
  return unlessAsked.includes(id)
    ? { ...layout, shown: shown.filter((one) => one !== id) }
    : { ...layout, hidden: [...hidden, id] }
}

/** null = all of them. */
export function withShown(layout: ColumnLayout, id: string | null): ColumnLayout {
  if (id === null) return { ...layout, hidden: [], shown: unlessAsked }
  const hidden = layout.hidden.filter((one) => one !== id)
  return unlessAsked.includes(id)
    ? { ...layout, hidden, shown: [...layout.shown.filter((one) => one !== id), id] }
    : { ...layout, hidden }
}

/** In the order that was wanted; columns that came later stand after their neighbour in the sheet. */
export function ordered(ids: readonly string[], wanted: readonly string[]): readonly string[] {
  const here = new Set(ids)
  const result = wanted.filter((id) => here.has(id))
  if (result.length === 0) return ids
  const placed = new Set(result)
  for (const [at, id] of ids.entries()) {
    if (placed.has(id)) continue
    const before = ids[at - 1]
    result.splice(before === undefined ? 0 : result.indexOf(before) + 1, 0, id)
    placed.add(id)
  }
  return result
}

/** These stand before `before` afterwards, in the order that they have; null = at the end. */
export function movedBefore(
  ids: readonly string[],
  moved: readonly string[],
  before: string | null,
): readonly string[] {
  if (before !== null && moved.includes(before)) return ids
  const own = ids.filter((one) => moved.includes(one))
  const rest = ids.filter((one) => !moved.includes(one))
  const at = before === null ? rest.length : rest.indexOf(before)
  return [...rest.slice(0, at), ...own, ...rest.slice(at)]
}

/** With another word for one column; null = as usual again. */
export function withPair<T>(
  pairs: readonly (readonly [string, T])[],
  id: string,
  value: T | null,
): readonly (readonly [string, T])[] {
  const others = pairs.filter(([one]) => one !== id)
  return value === null ? others : [...others, [id, value]]
}

export function readLayout(text: string | null): ColumnLayout {
  try {
    const value: unknown = JSON.parse(text ?? '{}')
    if (typeof value !== 'object' || value === null) return asGiven
    return {
      hidden: texts(value, 'hidden'),
      order: texts(value, 'order'),
      shown: texts(value, 'shown'),
      ...('frozen' in value && (value.frozen === null || typeof value.frozen === 'string')
        ? { frozen: value.frozen }
        : {}),
      groups: pairs(value, 'groups'),
      totals: pairs(value, 'totals').filter(isTotal),
      isTotalled: 'isTotalled' in value && value.isTotalled === true,
    }
  } catch {
    return asGiven // written by something else
  }
}

const totalKinds: ReadonlySet<string> = new Set<TotalKind>([
  ...(['sum', 'mean', 'count', 'min', 'max', 'distinct', 'none'] as const),
])
const isTotal = (pair: readonly [string, string]): pair is readonly [string, TotalKind] =>
  totalKinds.has(pair[1])

function pairs(value: object, name: keyof ColumnLayout): readonly (readonly [string, string])[] {
  const list: unknown = name in value ? (value as Record<typeof name, unknown>)[name] : []
  if (!Array.isArray(list)) return []
  return list.filter(
    (pair): pair is readonly [string, string] =>
      Array.isArray(pair) && typeof pair[0] === 'string' && typeof pair[1] === 'string',
  )
}

function texts(value: object, name: keyof ColumnLayout): readonly string[] {
  const list: unknown = name in value ? (value as Record<typeof name, unknown>)[name] : []
  return Array.isArray(list) ? list.filter((one): one is string => typeof one === 'string') : []
}
