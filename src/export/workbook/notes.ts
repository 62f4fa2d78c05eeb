import { type RuleNames, ruleText } from '../../i18n/ruleText.ts'
import { customersOf } from '../../project/customersOf.ts'
import { tierings } from '../../scheme/tiering/index.ts'
import { columnById } from '../../table/table.ts'
import type { ExportInput } from '../exporter.ts'
import { actingOn, showsStability } from '../stability.ts'
import { saysToNext } from '../toNext.ts'
import { formulaNotes } from './calculated.ts'
import type { CriterionFace } from './faces.ts'
import { actingRules } from './rules.ts'
import { settledIsLive } from './stability.ts'
import { withinFace } from './withinFace.ts'

/** All that is said below the tables: what stands as a value, what is scored in other units, rules and settings in words. */
export function schemeNotes(
  input: ExportInput,
  faces: readonly CriterionFace[],
): readonly string[] {
  const say = input.words.workbook.criteria
  const fixedNames = faces
    .filter((face) => face.utility === null)
    .map(({ criterion }) => criterion.name)
  const logNames = faces
    .filter(({ criterion, reads }) => reads === 'numbers' && criterion.prepare?.log)
    .map(({ criterion }) => criterion.name)
  const decayNames = faces
    .filter(({ criterion, reads }) => reads === 'numbers' && criterion.prepare?.decay)
    .map(({ criterion }) => criterion.name)
  return [
    ...(fixedNames.length > 0
      ? [say.fixedNote(fixedNames.join(input.words.workbook.listJoin))]
      : []),
    ...(logNames.length > 0 ? [say.logNote(logNames.join(input.words.workbook.listJoin))] : []),
    ...(decayNames.length > 0
      ? [say.decayNote(decayNames.join(input.words.workbook.listJoin))]
      : []),
    ...calculatedNotes(input),
    ...(input.whole ? [] : [say.partNote]),
    ...tieringNotes(input),
    ...ruleNotes(input),
    ...stabilityNotes(input),
  ]
}

/** The formulas of calculated columns in words, and how they take empty cells. */
function calculatedNotes(input: ExportInput): readonly string[] {
  const formulas = formulaNotes(input)
  if (formulas.length === 0) return []
  return [input.words.formulas.bookNote(formulas.join(input.words.rules.bookJoin))]
}

/** What the sheet says of tiers that its formulas do not draw anew. */
function tieringNotes(input: ExportInput): readonly string[] {
  const { document, words, rows, whole } = input
  const { tiering } = document.scheme
  const own = withinFace(input)
  if (own) {
    const say = words.groups.book
    const { name } = own.column
    return [
      own.kind === 'live' ? say.within(name) : say.withinFixed(name),
      ...(saysToNext(input) ? [say.toNextFixed(name, words.workbook.columns.toNext)] : []),
    ]
  }
  if (tiering.id === 'matrix') return [words.groups.book.matrixNote]
  const face = tierings.get(tiering.id).workbook(tiering, rows.length)
  if (face.kind === 'cutoffs') return face.cutoff === null ? [words.rules.bookBreaks] : []
  return face.kind === 'fixed' || !whole ? [words.rules.bookFixedTiers] : []
}

/** What holds customers in their tier, and what of it the formulas leave out. */
function stabilityNotes(input: ExportInput): readonly string[] {
  if (!showsStability(input)) return []
  const { words } = input
  const acting = actingOn(input).map(({ part }) => words.stability.parts[part.id].name)
  return acting.length === 0
    ? []
    : [
        words.workbook.stabilityNote(acting.join(words.workbook.listJoin)),
        ...(settledIsLive(input) ? [] : [words.workbook.stabilityFixed]),
      ]
}

/** The rules in words, since they stand inside the formulas. */
function ruleNotes(input: ExportInput): readonly string[] {
  const { document, words } = input
  const table = customersOf(input.document)
  const names: RuleNames = {
    tiers: document.scheme.tiers,
    column: (id) => {
      const column = columnById(table, id)
      if (!column) return null
      const write = (value: number) =>
        column.reading === 'percent' ? `${Number((value * 100).toPrecision(12))}%` : String(value)
      return { name: column.name, type: column.type, write }
    },
    decimal: String,
  }
  const texts = actingRules(input).map((rule) => ruleText(rule, names, words))
  return texts.length === 0 ? [] : [words.rules.bookNote(texts.join(words.rules.bookJoin))]
}
