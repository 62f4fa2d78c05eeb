/** Columns as somebody left them: which are out of sight, and in which order they stand. Ids of sheet columns. */
export interface ColumnLayout {
  readonly hidden: readonly string[]
  readonly order: readonly string[] // empty = as the sheet has them
  readonly shown: readonly string[] // of those that are out of sight unless asked for
}

export const asGiven: ColumnLayout = { hidden: [], order: [], shown: [] }

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

/** `id` stands before `before` afterwards; null = at the end. */
export function movedBefore(
  ids: readonly string[],
  id: string,
  before: string | null,
): readonly string[] {
  if (id === before) return ids
  const rest = ids.filter((one) => one !== id)
  const at = before === null ? rest.length : rest.indexOf(before)
  return [...rest.slice(0, at), id, ...rest.slice(at)]
}

export function readLayout(text: string | null): ColumnLayout {
  try {
    const value: unknown = JSON.parse(text ?? '{}')
    if (typeof value !== 'object' || value === null) return asGiven
    return {
      hidden: texts(value, 'hidden'),
      order: texts(value, 'order'),
      shown: texts(value, 'shown'),
    }
  } catch {
    return asGiven // written by something else
  }
}

function texts(value: object, name: keyof ColumnLayout): readonly string[] {
  const list: unknown = name in value ? (value as Record<typeof name, unknown>)[name] : []
  return Array.isArray(list) ? list.filter((one): one is string => typeof one === 'string') : []
}
