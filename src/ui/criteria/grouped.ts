import type { GroupSummary } from '../../engine/tieringViews.ts'
import type { CriterionSummary } from '../../engine/views.ts'

/** The list of a scheme with groups as it stands on the page: each head, then its criteria. */
export type GroupedItem =
  | { readonly kind: 'head'; readonly group: GroupSummary; readonly index: number }
  | {
      readonly kind: 'criterion'
      readonly summary: CriterionSummary
      readonly place: number // in the scheme's order
      readonly group: GroupSummary
    }

/** A criterion that names none of the groups is in the first. */
export function groupedItems(
  groups: readonly GroupSummary[],
  criteria: readonly CriterionSummary[],
): readonly GroupedItem[] {
  const idOf = ({ criterion }: CriterionSummary) =>
    groups.find(({ group }) => group.id === criterion.group)?.group.id ?? groups[0]?.group.id
  return groups.flatMap((group, index): GroupedItem[] => [
    { kind: 'head', group, index },
    ...criteria.flatMap((summary, place): GroupedItem[] =>
      idOf(summary) === group.group.id ? [{ kind: 'criterion', summary, place, group }] : [],
    ),
  ])
}

/** Where an item of the list goes that is put at a place of the list without it: the group, and the place in it. */
export function placeIn(
  items: readonly GroupedItem[],
  from: number,
  to: number,
): { readonly group: string; readonly to: number } | null {
  const before = items.toSpliced(from, 1).slice(0, Math.max(1, to)) // the first head stays first
  const head = before.findLastIndex(({ kind }) => kind === 'head')
  const found = before[head]
  return found?.kind === 'head'
    ? { group: found.group.group.id, to: before.length - 1 - head }
    : null
}
