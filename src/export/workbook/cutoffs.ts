import { excelFormula } from '../../expression/excel.ts'
import { tierings } from '../../scheme/tiering/index.ts'
import type { ExportInput } from '../exporter.ts'
import type { SheetCell } from '../xlsx/xml.ts'
import type { MainPlaces } from './mainPlaces.ts'
import type { CriteriaRefs } from './place.ts'

/** Above every score: nobody reaches a tier with a share of 0. */
const beyond = 1000

/** The cut-off cells, best tier first: given numbers, or formulas over the scores. Values where only a part is exported. */
export function cutoffCells(
  { document, result, whole }: ExportInput,
  main: MainPlaces,
  refs: CriteriaRefs,
): readonly SheetCell[] {
  const { tiering } = document.scheme
  const part = tierings.get(tiering.id)
  return Array.from(result.cutoffs, (cutoff, tier) => {
    const value = Number.isFinite(cutoff) ? cutoff : beyond
    if (tiering.id === 'cutoffs' || !whole) return value
    const formula = excelFormula(part.workbook(), (name) =>
      // the list holds shares as percentages there; the rule counts in hundredths of a percent
      name === 'given' ? `(${refs.quota(tier)}*10000)` : main.scores,
    )
    return { formula, value }
  })
}
