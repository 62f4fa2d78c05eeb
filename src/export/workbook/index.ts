import { customersOf } from '../../project/customersOf.ts'
import type { Exporter, ExportInput } from '../exporter.ts'
import { hiddenInSheet } from '../hidden.ts'
import { inSheetOrder } from '../inSheetOrder.ts'
import { countPhones, plainText } from '../texts.ts'
import { writeBook } from '../xlsx/book.ts'
import { Styles } from '../xlsx/styles.ts'
import { besides } from './besides.ts'
import { tierColors } from './colors.ts'
import { bookColumns } from './columns.ts'
import { criteriaSheet } from './criteriaSheet.ts'
import { cutoffCells } from './cutoffs.ts'
import { criterionFaces } from './faces.ts'
import { groupFaces } from './groupFaces.ts'
import { rowFormulas } from './formulas.ts'
import { mainPlaces } from './mainPlaces.ts'
import { mainSheet } from './mainSheet.ts'
import { modelsSheet } from './modelsSheet.ts'
import { criteriaPlaces, criteriaRefs } from './place.ts'
import { showsStability } from '../stability.ts'
import { groupsOf } from '../../scheme/groups.ts'
import { stabilityParameters } from './stability.ts'
import { saysToNext } from '../toNext.ts'
import { withinFace } from './withinFace.ts'
import { summarySheet } from './summarySheet.ts'

const packedShare = 0.28 // of the texts' length once compressed, measured on the bundled lists

/** The graded template as a workbook that keeps calculating in Excel, WPS and LibreOffice (spec/grading.md §8). */
export const workbook: Exporter = {
  id: 'workbook',
  extension: 'xlsx',

  estimate(input) {
    const faces = criterionFaces(input)
    const formulas =
      4 +
      (saysToNext(input) && !withinFace(input) ? 1 : 0) +
      (showsStability(input) ? 5 : 0) +
      (input.options.details ? faces.length : 0)
    return {
      rows: input.rows.length,
      bytes: 6000 + Math.round(input.rows.length * rowLength(input) * packedShare),
      formulas: input.rows.length * formulas,
      fixedCriteria: faces
        .filter((face) => face.utility === null)
        .map(({ criterion }) => criterion.name),
      phones: countPhones(input, customersOf(input.document).columns),
      hidden: hiddenInSheet(input).length,
    }
  },

  async write(input, job) {
    const { scheme } = input.document
    const { tiers } = scheme
    const styles = new Styles()
    const faces = criterionFaces(input)
    const given = bookColumns(input, faces, groupFaces(input, faces))
    const columns = inSheetOrder(given, besides, input.document.layout)
    const main = mainPlaces(columns, input.rows.length, input.words.workbook.sheets.main)
    const places = criteriaPlaces(faces, tiers.length, input.words.workbook.sheets.criteria, {
      groups: groupsOf(scheme).length,
      matrix:
        scheme.tiering.id === 'matrix'
          ? { down: scheme.tiering.cells.length, across: scheme.tiering.cells[0]?.length ?? 1 }
          : null,
      stability: stabilityParameters(input).map(({ name }) => name),
    })
    const refs = criteriaRefs(places)
    const colors = tierColors(tiers.length).map((color) =>
      styles.difference({ ...color, bold: true }),
    )
    const conditions = (first: string) =>
      colors.slice(0, tiers.length).map((difference, tier) => ({
        formula: `EXACT(${first},${refs.tierName(tier)})`,
        difference,
      }))
    const counted = { formulas: 0, cut: 0 }
    const about = modelsSheet(input, styles)
    const parts = await writeBook(
      [
        mainSheet(
          input,
          columns,
          faces,
          main,
          refs,
          rowFormulas(input, faces, main, refs),
          styles,
          (letter) => conditions(`${letter}3`),
          counted,
        ),
        criteriaSheet(
          input,
          faces,
          places,
          main,
          refs,
          cutoffCells(input, main, refs),
          styles,
          conditions('A16'),
        ),
        summarySheet(input, main, refs, styles, conditions('A4')),
        ...(about ? [about] : []),
      ],
      styles,
      job,
    )
    return {
      name: input.fileName,
      type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
      parts,
      rows: input.rows.length,
      formulas: counted.formulas,
      guarded: 0,
      cut: counted.cut,
    }
  },
}

/** Rough characters of XML per row: a frame per cell, the texts, the formulas. */
function rowLength(input: ExportInput): number {
  const { columns } = customersOf(input.document)
  const sampled = Math.min(50, input.rows.length)
  let length = 0
  for (let i = 0; i < sampled; i++)
    for (const column of columns)
      length += 45 + plainText(column, input.rows[i] ?? 0, input).length * 2
  return (sampled === 0 ? 0 : length / sampled) + 60 * criterionFaces(input).length
}
