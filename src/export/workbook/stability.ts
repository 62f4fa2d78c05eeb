import { excelFormula } from '../../expression/excel.ts'
import { customersOf } from '../../project/customersOf.ts'
import { pendingExpressions, settledExpression } from '../../scheme/stability/expression.ts'
import { aboutReference, entryAt, stateFor } from '../../grading/reference.ts'
import { referencePlaces } from '../../grading/referenceRows.ts'
import { dayOf } from '../../scheme/day.ts'
import type { Tier } from '../../scheme/scheme.ts'
import type { RowId } from '../../table/column.ts'
import type { ExportInput } from '../exporter.ts'
import { actingOn, referenceOf, showsStability, stabilityTexts } from '../stability.ts'
import { type RowFormula, rowFormula, rowMark, type SheetCell } from '../xlsx/xml.ts'
import type { MainPlaces } from './mainPlaces.ts'
import type { CriteriaRefs } from './place.ts'
import { serialOf } from './serial.ts'
import { type EarlierKind, type SettledKind, settledKinds } from './stabilityKinds.ts'

/** Names of the settings' numbers, each with a cell on the criteria sheet; `reviewed` = the day of the last review. */
export function stabilityParameters(
  input: ExportInput,
): readonly { readonly name: string; readonly value: number | null }[] {
  if (!showsStability(input)) return []
  const reviewed = reviewedDay(input)
  return [
    ...actingOn(input).flatMap(({ part, stability }) => part.parameters(stability)),
    { name: 'reviewed', value: Number.isNaN(reviewed) ? null : serialOf(reviewed) },
  ]
}

function reviewedDay(input: ExportInput): number {
  const reference = referenceOf(input)
  const state = reference && stateFor(reference, dayOf(input.document.scheme.asOf))
  return state?.reviewed ?? (reference ? aboutReference(reference).reviewed : NaN)
}

/** What the last review left of a customer, as it is compared with; the number is a formula. */
export function earlierCells(
  input: ExportInput,
  kind: EarlierKind,
  main: MainPlaces,
  refs: CriteriaRefs,
): (row: RowId) => SheetCell {
  const { tiers } = input.document.scheme
  const { at, state } = earlier(input)
  const place = (row: RowId) => tiers.findIndex(({ id }) => id === at(row)?.tier)
  switch (kind) {
    case 'earlierTier':
      return (row) => named(tiers, at(row)?.tier)
    case 'earlierNumber': {
      const formula = rowFormula(
        refs.tierNumber(
          `${main.letter((purpose) => purpose.kind === 'earlierTier') ?? ''}${rowMark}`,
          tiers.length,
        ),
      )
      return (row) => ({ formula, value: place(row) + 1 })
    }
    case 'earlierSince':
      return (row) => {
        const since = place(row) < 0 ? NaN : (at(row)?.since ?? NaN)
        return Number.isNaN(since) ? null : serialOf(since)
      }
    case 'earlierPending':
      return (row) => (place(row) < 0 ? null : named(tiers, at(row)?.pending))
    case 'earlierReviews':
      return (row) => (state && place(row) >= 0 ? at(row)?.reviews || null : null)
  }
}

const named = (tiers: readonly Tier[], id: string | null | undefined): string | null =>
  tiers.find((tier) => tier.id === id)?.name ?? null

function earlier(input: ExportInput) {
  const reference = referenceOf(input)
  const state = reference && stateFor(reference, dayOf(input.document.scheme.asOf))
  const places = reference && referencePlaces(customersOf(input.document), reference)
  return {
    state,
    at: (row: RowId) => {
      const place = places?.[row] ?? -1
      return state && place >= 0 ? entryAt(state, place) : null
    },
  }
}

/** A buffer against the cut-offs of each category, which stand in no cell, leaves settled tiers as values. */
export const settledIsLive = (input: ExportInput): boolean =>
  input.result.within === null || !actingOn(input).some(({ part }) => part.id === 'buffer')

/** The cells of this review, with their present values. */
export function settledCells(
  input: ExportInput,
  kind: SettledKind,
  main: MainPlaces,
  refs: CriteriaRefs,
): (row: RowId) => SheetCell {
  const formula = settledIsLive(input) ? settledFormulas(input, main, refs)[kind] : null
  const texts = stabilityTexts(input, customersOf(input.document))
  const at = settledKinds.indexOf(kind)
  return (row) => {
    const text = texts(row)[at] ?? ''
    const isDay = (kind === 'since' || kind === 'reviewed') && text !== ''
    const value = isDay ? serialOf(dayOf(text)) : text
    return formula === null ? value : { formula, value }
  }
}

function settledFormulas(
  input: ExportInput,
  main: MainPlaces,
  refs: CriteriaRefs,
): Readonly<Record<SettledKind, RowFormula>> {
  const { tiers } = input.document.scheme
  const cell = (kind: string) =>
    `${main.letter((purpose) => purpose.kind === kind) ?? ''}${rowMark}`
  const resolve = (name: string): string => {
    switch (name) {
      case 'computed':
        return refs.tierNumber(cell('computed'), tiers.length)
      case 'pending':
        return refs.tierNumber(cell('earlierPending'), tiers.length)
      case 'reference':
        return cell('earlierNumber')
      case 'since':
        return cell('earlierSince')
      case 'reviews':
        return cell('earlierReviews')
      case 'score':
        return cell('score')
      case 'asOf':
        return refs.asOf
      case 'counted':
        return `(${refs.stability('reviewed')}>=${refs.asOf})`
      default:
        return name.startsWith('cutoff.')
          ? refs.cutoff(Number(name.slice('cutoff.'.length)) - 1)
          : refs.stability(name)
    }
  }
  const names = refs.tierNames(tiers.length)
  const acting = actingOn(input)
  const settled = settledExpression(acting, tiers.length)
  const pending = pendingExpressions(acting, tiers.length)
  const [computed, is, was, since] = [
    cell('computed'),
    cell('settled'),
    cell('earlierTier'),
    cell('earlierSince'),
  ]
  const stays = `EXACT(${is},${was})`
  const way = pending && excelFormula(pending.tier, resolve)
  const times = pending && excelFormula(pending.reviews, resolve)
  return {
    settled: rowFormula(
      settled
        ? `IF(${computed}="","",INDEX(${names},${excelFormula(settled, resolve)}))`
        : computed,
    ),
    since: rowFormula(`IF(${is}="","",IF(${stays},IF(${since}="","",${since}),${refs.asOf}))`),
    pending: rowFormula(
      way && times
        ? `IF(${is}="","",IF(AND(${stays},${way}<>${cell('earlierNumber')}),INDEX(${names},${way})&"×"&${times},""))`
        : '""',
    ),
    reviewed: rowFormula(`IF(${is}="","",${refs.asOf})`),
  }
}
