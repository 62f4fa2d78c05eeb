import type { SheetLayout } from '../project/layout.ts'

/** Before the engine has answered, and where nobody has changed anything. */
export const asGiven: SheetLayout = {
  order: [],
  hidden: [],
  shown: [],
  widths: [],
  groups: [],
  totals: [],
  isTotalled: false,
}

/** What hiding and showing sets of a layout. */
type Sight = Pick<SheetLayout, 'hidden' | 'shown'>

/** There is no room for them beside score, tier and notes. */
const unlessAsked: readonly string[] = ['$completeness', '$settled']

export function isHidden({ hidden, shown }: Sight, id: string): boolean {
  return hidden.includes(id) || (unlessAsked.includes(id) && !shown.includes(id))
}

export function withHidden({ hidden, shown }: Sight, ids: readonly string[]): Sight {
  const usual = ids.filter((id) => !unlessAsked.includes(id))
  return {
    hidden: [...new Set([...hidden, ...usual])],
    shown: shown.filter((one) => !ids.includes(one)),
  }
}

/** null = all of them. */
export function withShown({ hidden, shown }: Sight, id: string | null): Sight {
  if (id === null) return { hidden: [], shown: unlessAsked }
  return {
    hidden: hidden.filter((one) => one !== id),
    shown: unlessAsked.includes(id) ? [...new Set([...shown, id])] : shown,
  }
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
