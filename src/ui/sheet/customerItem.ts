import type { SheetColumn } from '../../engine/views.ts'
import type { App } from '../../state/app.svelte.ts'
import { numberText, scoreDigits } from '../../state/sheetCell.ts'

export interface CustomerItem {
  readonly name: string
  readonly about: string // 上海 · 138****6021
  readonly tier: number // −1 = not graded
  readonly score: number // 0 where not graded
  readonly scoreText: string
  readonly remark: { readonly level: 'info' | 'warning'; readonly text: string } | null
}

const nearBy = 5 // points: a gap that is worth a line

/** One customer as the phone's list shows it; undefined = not here yet. */
export function customerItem(app: App, row: number): CustomerItem | undefined {
  const place = app.sheet.pages.at(row)
  const columns = app.sheet.pages.view?.columns
  if (!place || !columns) return undefined
  const { window, index } = place
  const textOf = (column: SheetColumn) => window.cells[columns.indexOf(column)]?.texts[index] ?? ''
  const stateOf = (column: SheetColumn) =>
    window.cells[columns.indexOf(column)]?.states[index] ?? 'plain'
  const first = (role: SheetColumn['role']) => columns.find((column) => column.role === role)
  const nameColumn = first('name') ?? columns[0]
  const about = [first('group'), first('phone')]
    .map((column) => (column ? textOf(column) : ''))
    .filter((text) => text !== '')
  const score = window.scores[index] ?? NaN
  const cutoffs = app.project.summary.current?.cutoffs ?? []
  return {
    name: (nameColumn && textOf(nameColumn)) || `#${row + 1}`,
    about: about.join(' · '),
    tier: window.tiers[index] ?? -1,
    score: Number.isNaN(score) ? 0 : score,
    scoreText: Number.isNaN(score) ? '—' : app.locale.score(score, scoreDigits(score, cutoffs)),
    remark: remark(app, columns, textOf, stateOf, score, cutoffs),
  }
}

function remark(
  app: App,
  columns: readonly SheetColumn[],
  textOf: (column: SheetColumn) => string,
  stateOf: (column: SheetColumn) => string,
  score: number,
  cutoffs: readonly number[],
): CustomerItem['remark'] {
  const { words, decimal } = app.locale
  const criteria = app.project.scheme.current?.criteria ?? []
  const measured = criteria.flatMap(({ criterion }) => {
    const column = columns.find(({ id }) => id === criterion.column)
    return column && criterion.enabled ? [{ criterion, column }] : []
  })
  const bad = measured.find(({ column }) => ['error', 'tooLarge'].includes(stateOf(column)))
  if (bad) {
    const text = numberText(textOf(bad.column), decimal)
    return { level: 'warning', text: words.sheet.noteError(bad.criterion.name, text) }
  }
  const missing = measured.find(({ column }) => textOf(column) === '')
  if (missing) {
    const policy = words.scheme.policies[missing.criterion.missing.id]
    return { level: 'info', text: words.sheet.noteMissing(missing.criterion.name, policy) }
  }
  const next = cutoffs.findLastIndex((cutoff) => cutoff > score)
  const gap = (cutoffs[next] ?? NaN) - score
  const tier = app.project.scheme.current?.scheme.tiers[next]
  return tier && gap <= nearBy
    ? { level: 'info', text: words.results.toNext(decimal(gap, gap < 0.05 ? 3 : 1), tier.name) }
    : null
}
