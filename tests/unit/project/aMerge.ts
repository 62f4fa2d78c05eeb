import type { Merge } from '../../../src/table/merge.ts'

/** Row 1 was merged into `keep`. */
export const aMerge = (id: string, keep = 0): Merge => ({
  id,
  at: '2026-01-03T00:00:00.000Z',
  keep,
  rows: [1],
  after: [keep],
  cells: [],
  override: null,
})
