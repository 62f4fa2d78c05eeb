import type { GridColumn, GridWords } from './source.ts'

/** What to say of another order, however it was asked for; null = the order is as before. */
export function sortingSaid(
  before: readonly GridColumn[],
  after: readonly GridColumn[],
  words: GridWords,
): string | null {
  const earlier = new Map(before.map((column) => [column.id, column.sort]))
  const others = after.filter(({ id, sort }) => earlier.has(id) && earlier.get(id) !== sort)
  const column = others.find(({ sort }) => sort !== null) ?? others[0]
  return column ? words.sorted(column.title, column.sort) : null
}
