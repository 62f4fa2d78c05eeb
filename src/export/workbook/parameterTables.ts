import type { ExportInput } from '../exporter.ts'
import type { CellGrid } from './cellGrid.ts'
import type { CriteriaLooks } from './criteriaLooks.ts'
import type { CriterionFace } from './faces.ts'
import type { MainPlaces } from './mainPlaces.ts'
import { parameterCell } from './parameterCell.ts'
import type { CriteriaPlaces, CriteriaRefs } from './place.ts'
import { stabilityParameters } from './stability.ts'

/** A table for each criterion that has more parameters than its ends. */
export function putParameters(
  grid: CellGrid,
  { words }: ExportInput,
  places: CriteriaPlaces,
  main: MainPlaces,
  refs: CriteriaRefs,
  look: CriteriaLooks,
): void {
  const label = (name: string) =>
    words.workbook.parameters[name as keyof typeof words.workbook.parameters] ?? name
  for (const block of places.blocks) {
    const { face } = block
    grid.put(
      0,
      block.titleRow,
      words.workbook.criteria.table(
        face.criterion.name,
        words.scheme.scorings[face.criterion.scoring.id].name,
      ),
      look.strong,
    )
    for (const parameter of face.parameters) {
      const row = block.cellRows.get(parameter.name)
      if (row === undefined || parameter.kind !== 'cell') continue
      grid.put(0, row, label(parameter.name), look.text)
      grid.put(1, row, parameterCell(face, parameter, refs, main), look.input)
    }
    for (const [column, { name, values, formulas }] of block.ranges.entries()) {
      grid.put(column, block.headRow, label(name), look.headCenter)
      for (const [index, value] of values.entries())
        grid.put(
          column,
          block.firstRow + index,
          typeof value === 'string'
            ? asShown(face, value, words)
            : parameterCell(face, { value, formula: formulas?.[index] ?? null }, refs, main),
          typeof value === 'string' ? look.inputText : look.input,
        )
    }
  }
}

/** The numbers that hold customers in their tier. */
export function putStability(
  grid: CellGrid,
  input: ExportInput,
  { stability: place }: CriteriaPlaces,
  look: CriteriaLooks,
): void {
  const { words } = input
  const steady = stabilityParameters(input)
  if (steady.length > 0) grid.put(0, place.titleRow, words.stability.heading, look.strong)
  for (const { name, value } of steady) {
    const row = place.rows.get(name) ?? 0
    const label = words.workbook.stability[name as keyof typeof words.workbook.stability]
    grid.put(0, row, label, look.text)
    grid.put(1, row, value, name === 'reviewed' ? look.date : look.input)
  }
}

/** Booleans are looked up as the words that the main sheet shows. */
function asShown(face: CriterionFace, value: string, words: ExportInput['words']): string {
  if (face.column?.type !== 'boolean') return value
  const { yes, no } = words.workbook.validation
  return value === 'true' ? yes : value === 'false' ? no : value
}
