import type { SheetPart } from './views.ts'

interface Span {
  readonly from: number
  readonly to: number
}

/** The rows of each column, where blocks overlap once. */
export function spansOf(blocks: readonly SheetPart[]): ReadonlyMap<string, readonly Span[]> {
  const spans = new Map<string, Span[]>()
  for (const { from, to, columns } of [...blocks].sort((a, b) => a.from - b.from))
    for (const id of columns) {
      const own = spans.get(id) ?? []
      const last = own.at(-1)
      if (last && from <= last.to)
        own[own.length - 1] = { from: last.from, to: Math.max(last.to, to) }
      else own.push({ from, to })
      spans.set(id, own)
    }
  return spans
}
