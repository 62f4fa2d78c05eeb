import { excelFormula } from '../../expression/excel.ts'
import { reference } from '../../expression/expression.ts'
import { tierings } from '../../scheme/tiering/index.ts'
import type { ExportInput } from '../exporter.ts'
import { type RowFormula, rowFormula, rowMark } from '../xlsx/xml.ts'
import { givenCell } from './cutoffs.ts'
import { type MainPlaces, valueLetter } from './mainPlaces.ts'
import { matrixTier } from './matrix.ts'
import type { CriteriaRefs } from './place.ts'
import { cellMark, ruledTier } from './rules.ts'
import { withinReached } from './within.ts'
import { withinFace } from './withinFace.ts'

/** The tier by the tiering alone; null = it stands as a value. */
export function computedTier(
  input: ExportInput,
  main: MainPlaces,
  refs: CriteriaRefs,
): RowFormula | null {
  const { document, rows, whole } = input
  const { tiers, tiering, valueColumn } = document.scheme
  const score = `${main.letter(({ kind }) => kind === 'score') ?? ''}${rowMark}`
  const face = tierings.get(tiering.id).workbook(tiering, rows.length)
  /** The first tier that is reached; the last takes the rest. */
  const chain = (reached: (tier: number) => string) =>
    tiers.reduceRight(
      (rest, _, tier) =>
        tier === tiers.length - 1
          ? refs.tierName(tier)
          : `IF(${reached(tier)},${refs.tierName(tier)},${rest})`,
      '',
    )
  const graded = (tier: string) => rowFormula(`IF(${score}="","",${tier})`)
  const own = withinFace(input)
  if (own) return own.kind === 'fixed' ? null : graded(chain(withinReached(input, own, main, refs)))
  if (tiering.id === 'matrix') return graded(matrixTier(input, tiering, main, refs))
  if (face.kind === 'cutoffs') return graded(chain((tier) => `${score}>=${refs.cutoff(tier)}`))
  if (face.kind !== 'rows' || !whole) return null
  const column = face.column ?? valueColumn
  const letter = column === null ? null : valueLetter(main.letter, column)
  const values = column === null ? null : main.rangeOf(column)
  if (letter === null || values === null) return null
  return graded(
    chain((tier) =>
      excelFormula(face.reached, (name) => {
        if (name === 'x') return `${letter}${rowMark}`
        if (name === 'values') return values
        return name === 'scores' ? main.scores : givenCell(tiering, tier, refs)
      }),
    ),
  )
}

/** Rules act on the settled tier, which is the computed one where nothing holds customers. */
const settledLetter = ({ letter }: MainPlaces): string =>
  letter(({ kind }) => kind === 'settled') ?? letter(({ kind }) => kind === 'computed') ?? ''

/** The tier by hand, else the settled one after the rules. */
export function finalTier(input: ExportInput, main: MainPlaces, refs: CriteriaRefs): RowFormula {
  const cell = (kind: 'override') =>
    `${main.letter((purpose) => purpose.kind === kind) ?? ''}${rowMark}`
  const { tiers } = input.document.scheme
  const ruled = ruledTier(input, reference('number'))
  const number = ruled && excelFormula(ruled, (name) => ruleName(name, input, main, refs))
  const names = refs.tierNames(tiers.length)
  const computed = `${settledLetter(main)}${rowMark}`
  const after = number === null ? computed : `IF(${computed}="","",INDEX(${names},${number}))`
  return rowFormula(`IF(${cell('override')}<>"",${cell('override')},${after})`)
}

/** What a name in a rule's expression stands for. */
export function ruleName(
  name: string,
  input: ExportInput,
  main: MainPlaces,
  refs: CriteriaRefs,
): string {
  if (name === 'asOf') return refs.asOf
  if (name.startsWith(cellMark))
    return `${valueLetter(main.letter, name.slice(cellMark.length)) ?? ''}${rowMark}`
  return refs.tierNumber(`${settledLetter(main)}${rowMark}`, input.document.scheme.tiers.length)
}
