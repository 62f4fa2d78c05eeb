import { tierings } from '../../scheme/tiering/index.ts'
import type { ExportInput } from '../exporter.ts'
import type { SheetCell } from '../xlsx/xml.ts'
import type { CellGrid } from './cellGrid.ts'
import type { CriteriaLooks } from './criteriaLooks.ts'
import { rowOf } from './place.ts'

/** The tiers, best first: name, words, where each begins, and how many it takes where the tiering says so. */
export function putTiers(
  grid: CellGrid,
  { document, words }: ExportInput,
  cutoffs: readonly SheetCell[],
  look: CriteriaLooks,
): void {
  const { tiers, tiering } = document.scheme
  const say = words.workbook.criteria
  const part = tierings.get(tiering.id)
  const of = part.field === null || part.field.of === 'score' ? null : part.field.of
  const given = part.given(tiering)
  const list =
    of === 'count'
      ? words.rules.bookCount
      : part.measure === 'value'
        ? words.rules.bookValueShare
        : say.quota
  const heads = [say.tier, say.label, say.cutoff, ...(of === null ? [] : [list])]
  for (const [column, head] of heads.entries())
    grid.put(column, rowOf.tierHeads, head, look.headCenter)
  for (const [index, tier] of tiers.entries()) {
    const row = rowOf.firstTier + index
    const rest = index === tiers.length - 1
    grid.put(0, row, tier.name, look.tier)
    grid.put(1, row, tier.label, look.text)
    grid.put(
      2,
      row,
      rest ? say.rest : (cutoffs[index] ?? null),
      rest || tiering.id !== 'cutoffs' ? look.number : look.input,
    )
    if (of === 'share')
      grid.put(3, row, (given[index] ?? 10_000) / 10_000, rest ? look.share : look.inputShare)
    if (of === 'count')
      grid.put(3, row, rest ? null : (given[index] ?? null), rest ? look.number : look.input)
  }
}
