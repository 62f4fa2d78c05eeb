import { excelFormula } from '../../expression/excel.ts'
import type { Tiering } from '../../scheme/scheme.ts'
import { tierings } from '../../scheme/tiering/index.ts'
import { beyond } from '../../scheme/tiering/tiering.ts'
import type { ExportInput } from '../exporter.ts'
import type { SheetCell } from '../xlsx/xml.ts'
import type { MainPlaces } from './mainPlaces.ts'
import type { CriteriaRefs } from './place.ts'

/**
 * The cut-off cells, best tier first: given numbers, or formulas over the scores. Values where only a part is exported;
 * none where tiers follow something else than the score.
 */
export function cutoffCells(
  { document, result, rows, whole }: ExportInput,
  main: MainPlaces,
  refs: CriteriaRefs,
): readonly SheetCell[] {
  const { tiering } = document.scheme
  const part = tierings.get(tiering.id)
  const face = part.workbook(tiering, rows.length)
  const rule = whole && face.kind === 'cutoffs' && part.field?.of !== 'score' ? face.cutoff : null
  return Array.from(result.cutoffs, (cutoff, tier) => {
    const value = Number.isFinite(cutoff) ? cutoff : beyond
    if (rule === null) return value
    const formula = excelFormula(rule, (name) =>
      name === 'given' ? givenCell(tiering, tier, refs) : main.scores,
    )
    return { formula, value }
  })
}

/** The number of the list for a tier, as the rules count it: shares stand as percentages and count in hundredths of one. */
export function givenCell(tiering: Tiering, tier: number, refs: CriteriaRefs): string {
  const cell = refs.given(tier)
  return tierings.get(tiering.id).field?.of === 'share' ? `ROUND(${cell}*10000,0)` : cell
}
