import type { CellState, SheetColumn, SheetWindow } from '../engine/views.ts'
import type { GridCell } from '../grid/source.ts'
import type { Words } from '../i18n/translate.ts'

/** What a cell needs to know besides its own text. */
export interface CellContext {
  readonly words: Words
  readonly decimal: (value: number, digits: number) => string
  readonly score: (value: number, digits: number) => string
  readonly cutoffs: readonly number[] // best first
  readonly tiers: readonly string[] // names, best first
  readonly search: string // folded; '' = no search
}

/** Texts are compared without case, width and blanks. */
export const fold = (text: string) => text.normalize('NFKC').toLocaleLowerCase().replace(/\s/g, '')

/** One decimal; more only where a rounded score would seem to reach a cut-off that it misses. */
export function scoreDigits(score: number, cutoffs: readonly number[]): number {
  for (let digits = 1; digits < 9; digits++) {
    const shown = Number(score.toFixed(digits))
    if (!cutoffs.some((cutoff) => score < cutoff && shown >= cutoff)) return digits
  }
  return 9
}

const plainNumber = /^-?\d+(?:\.(\d+))?$/

/** 12400.5 → 12,400.5; texts that are no plain number stay as they were written. */
export function numberText(text: string, decimal: CellContext['decimal']): string {
  const match = plainNumber.exec(text)
  return match ? decimal(Number(text), Math.min(match[1]?.length ?? 0, 6)) : text
}

const plain: Pick<GridCell, 'hint' | 'changed' | 'hit'> = { hint: null, changed: false, hit: false }

export function gridCell(
  column: SheetColumn,
  cells: SheetWindow['cells'][number] | undefined,
  window: SheetWindow,
  index: number,
  context: CellContext,
): GridCell {
  if (column.id === '$score') return scoreCell(window, index, context)
  if (column.id === '$tier') return tierCell(window, index, context)
  const shown = cells?.texts[index] ?? ''
  const raw = cells?.inputs?.[index] ?? shown
  const state: CellState = cells?.states[index] ?? (raw === '' ? 'missing' : 'plain')
  const isBad = state === 'error' || state === 'tooLarge'
  const words = context.words.sheet
  const check = cells?.checks?.[index]
  if (raw === '' && check) return { ...plain, text: '', state: 'plain', check }
  if (raw === '') {
    // an empty note is nothing to remark on; a missing measure is
    const remark = column.role === 'measure' || column.group === 'criteria'
    return remark
      ? { ...plain, text: '', state: 'missing', hint: words.states.missing }
      : { ...plain, text: '', state: 'plain' }
  }
  const text =
    !isBad && column.type === 'number'
      ? numberText(raw, context.decimal)
      : column.type === 'boolean' && !isBad
        ? yesNo(raw, words)
        : shown
  const covered = shown === raw ? null : context.words.personal.cell
  return {
    text,
    ...(text === raw ? {} : { input: raw }),
    state: isBad ? 'bad' : state === 'plain' || state === 'masked' ? 'plain' : 'flagged',
    hint:
      errorHint(column, shown, context) ??
      hintOf(column, state, shown, cells?.taken?.[index] ?? null, context) ??
      covered,
    changed: false,
    hit: context.search !== '' && fold(raw).includes(context.search),
    ...(check ? { check } : {}),
  }
}

/** 1 and TRUE are numbers and code to many readers; other words stay as written. */
function yesNo(text: string, words: Words['sheet']): string {
  const word = text.toLowerCase()
  if (word === 'true' || word === '1') return words.yes
  return word === 'false' || word === '0' ? words.no : text
}

function hintOf(
  { type }: SheetColumn,
  state: CellState,
  text: string,
  value: string | null,
  { words: { sheet: words }, decimal }: CellContext,
): string | null {
  const taken = value !== null && type === 'number' ? numberText(value, decimal) : value
  switch (state) {
    case 'plain':
      return null
    case 'missing':
    case 'masked':
      return words.states[state]
    case 'error':
    case 'tooLarge':
    case 'digitsLost':
      return words.states[state](text)
    case 'assumed':
      if (type === 'date' && taken !== null)
        return isWithoutYear(text) ? words.states.yearless(taken) : words.states.otherDay(taken)
      return words.states.assumed(text, taken)
    case 'approximate':
    case 'range':
    case 'coarse':
      return words.states[state](text, taken)
  }
}

/** 3/5, 3月5日, 昨天: what is left out is that of the as-of date; 3/5/2024 and 45356 leave nothing out. */
const isWithoutYear = (text: string) => !/\d{4}|\d\D+\d+\D+\d/.test(text)

/** Why a calculated cell has no value; what is wrong with the formula itself is said at once. */
function errorHint(column: SheetColumn, shown: string, { words }: CellContext): string | null {
  if (column.formula === null || !shown.startsWith('#')) return null
  const { problems, cellErrors } = words.formulas
  const { formulaProblem: problem } = column
  const errors: Readonly<Record<string, string>> = cellErrors
  return problem ? problems[problem.code](problem.detail) : (errors[shown] ?? null)
}

function scoreCell(window: SheetWindow, index: number, context: CellContext): GridCell {
  const score = window.scores[index] ?? NaN
  if (Number.isNaN(score)) return { ...plain, text: context.words.sheet.ungraded, state: 'missing' }
  return {
    ...plain,
    text: context.score(score, scoreDigits(score, context.cutoffs)),
    state: 'plain',
    bar: { share: score / 100, step: (window.tiers[index] ?? 0) + 1 },
  }
}

function tierCell(window: SheetWindow, index: number, context: CellContext): GridCell {
  const tier = window.tiers[index] ?? -1
  const computed = window.computedTiers[index] ?? tier
  const name = context.tiers[tier]
  const words = context.words.sheet
  if (name === undefined) return { ...plain, text: '', state: 'missing' }
  const was = computed === tier ? null : (context.tiers[computed] ?? words.ungraded)
  const isByHand = was !== null && window.byHand[index] === true
  const isHeld = window.settledTiers[index] === tier
  const say = isByHand ? words.byHand : isHeld ? words.heldCell : context.words.rules.ruledCell
  return {
    text: name,
    state: 'plain',
    hint: was === null ? null : say(name, was),
    badge: {
      text: [...name].slice(0, 2).join(''),
      step: tier + 1,
      was: was === null ? null : [...was].slice(0, 2).join(''),
      name: was === null ? words.tierCell(name) : say(name, was),
    },
    changed: isByHand,
    hit: false,
    data: { tier: name },
  }
}
