import { beyond } from '../../scheme/tiering/tiering.ts'
import type { ExportInput } from '../exporter.ts'
import { type RowFormula, rowFormula, rowMark } from '../xlsx/xml.ts'
import type { MainPlaces } from './mainPlaces.ts'
import type { CriteriaRefs } from './place.ts'
import { withinFace } from './withinFace.ts'

/**
 * Points up to the nearest cut-off of a better tier, by the cells of the cut-offs; null = it stands as a value, since each
 * category of a column has cut-offs of its own, which are in no cell.
 */
export function toNextFormula(
  input: ExportInput,
  main: MainPlaces,
  refs: CriteriaRefs,
): RowFormula | null {
  if (withinFace(input)) return null
  const score = `${main.letter(({ kind }) => kind === 'score') ?? ''}${rowMark}`
  const lines = input.document.scheme.tiers.length - 1
  const nearest = Array.from({ length: lines }, (_, at) => at).reduceRight(
    (rest, at) =>
      at === 0
        ? `IF(${score}>=${refs.cutoff(0)},${beyond},${rest})`
        : `IF(${score}>=${refs.cutoff(at)},MIN(${refs.cutoffs(at)}),${rest})`,
    `MIN(${refs.cutoffs(lines)})`,
  )
  return rowFormula(`IF(${score}="","",IF(${nearest}>100,"",${nearest}-${score}))`)
}
