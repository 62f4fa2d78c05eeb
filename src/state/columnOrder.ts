/** Columns as somebody left them: which are out of sight, and in which order they stand. Ids of sheet columns. */
export interface ColumnLayout {
  readonly hidden: readonly string[]
  readonly order: readonly string[] // empty = as the sheet has them
}

export const asGiven: ColumnLayout = { hidden: [], order: [] }

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
    return { hidden: texts(value, 'hidden'), order: texts(value, 'order') }
  } catch {
    return asGiven // written by something else
  }
}

function texts(value: object, name: 'hidden' | 'order'): readonly string[] {
  const list: unknown = name in value ? (value as Record<typeof name, unknown>)[name] : []
  return Array.isArray(list) ? list.filter((one): one is string => typeof one === 'string') : []
}
