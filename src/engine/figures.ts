import type { Job } from '../core/job.ts'
import type { Language } from '../i18n/language.ts'
import { type Words, wordsOf } from '../i18n/translate.ts'
import { isFigure, measures, type ModelId } from '../models/figureIds.ts'
import type { Label } from '../models/labels.ts'
import type { Figure } from '../models/model.ts'
import { applyAll } from '../project/apply.ts'
import type { Change } from '../project/change.ts'
import { withoutColumnChanges } from '../project/commands/columns.ts'
import { customersId, type Document } from '../project/document.ts'
import { withCells } from '../table/cell.ts'
import type { Column, NumberColumn } from '../table/column.ts'
import { writeNumber } from '../table/parse/number.ts'
import { failed } from '../table/parse/outcome.ts'
import { isTooLarge } from '../table/parse/tooLarge.ts'
import { columnById, type Table } from '../table/table.ts'
import { modelStates } from './modelRuns.ts'

/**
 * The changes, and those that bring what customers get from models up to date with them: one undo step.
 * `language`: of the names of columns that are new.
 */
export async function withFigures(
  document: Document,
  changes: readonly Change[],
  language: Language,
  job: Job,
): Promise<readonly Change[]> {
  const { next } = applyAll(document, changes)
  return [...changes, ...(await figureChanges(next, await wordsOf(language), job))]
}

interface Given {
  readonly model: ModelId
  readonly figure: Figure
}

/** Columns of customers that models give; those that they no longer give go, with their criteria. */
async function figureChanges(
  document: Document,
  words: Words,
  job: Job,
): Promise<readonly Change[]> {
  const customers = document.tables[customersId]
  if (!customers) return []
  const figures = await figuresOf(document, job)
  const kept = new Set<string>(figures.map(({ figure }) => figure.id))
  const gone = customers.columns.flatMap(({ id }) => (isFigure(id) && !kept.has(id) ? [id] : []))
  const removed = removals(document, gone)
  const table = applyAll(document, removed).next.tables[customersId] ?? customers
  let end = table.columns.length
  const set = figures.flatMap(({ model, figure }): readonly Change[] => {
    const before = columnById(table, figure.id)
    const column = columnOf(figure, model, before, table, words)
    if (before && isSame(before, column)) return []
    const at = before ? table.columns.indexOf(before) : end++
    return [{ kind: 'setColumn', table: customersId, id: figure.id, at, column }]
  })
  return [...removed, ...set]
}

/** Of what the models give, the columns that are wanted. */
async function figuresOf(document: Document, job: Job): Promise<readonly Given[]> {
  const states = await modelStates(document, job)
  return states.flatMap(({ model, run }) => {
    const wanted = document.models?.[model.id]?.columns ?? model.usual
    const figures = run?.figures.filter(({ id }) => wanted.includes(id)) ?? []
    return figures.map((figure) => ({ model: model.id, figure }))
  })
}

function removals(document: Document, ids: readonly string[]): readonly Change[] {
  const changes: Change[] = []
  let next = document
  for (const id of ids) {
    const table = next.tables[customersId]
    const column = table && columnById(table, id)
    if (!table || !column) continue
    const more = withoutColumnChanges(next, table, column)
    next = applyAll(next, more).next
    changes.push(...more)
  }
  return changes
}

function isSame(before: Column, next: Column): boolean {
  if (before.type !== next.type || before.reading !== next.reading || before.unit !== next.unit)
    return false
  if (before.originals || before.marks || before.rules?.rounded !== next.rules?.rounded)
    return false
  if (before.type === 'category' && next.type === 'category')
    return isEqual(before.codes, next.codes) && isEqual(before.dictionary, next.dictionary)
  return 'values' in before && 'values' in next && isEqual(before.values, next.values)
}

function isEqual<T>(before: ArrayLike<T>, next: ArrayLike<T>): boolean {
  if (before.length !== next.length) return false
  for (let at = 0; at < next.length; at++) if (!Object.is(before[at], next[at])) return false
  return true
}

function columnOf(
  figure: Figure,
  model: ModelId,
  before: Column | undefined,
  table: Table,
  words: Words,
): Column {
  const { calculated, calculatedBeside, groups } = words.models
  const { id, reading, unit } = figure
  const isTaken = table.columns.some(({ name }) => name === calculated[id])
  const name = isTaken ? calculatedBeside(calculated[id], groups[model]) : calculated[id]
  const base = {
    id,
    name: before?.name ?? name,
    group: before?.group ?? groups[model],
    role: before?.role ?? (measures.has(id) ? ('measure' as const) : ('calculated' as const)),
    reading,
    unit,
    revision: (before?.revision ?? 0) + 1,
    originals: null,
    marks: null,
  }
  if (figure.reading === 'category') {
    const dictionary = ['', ...figure.labels.map((label) => labelText(label, words))]
    return { ...base, type: 'category', codes: figure.codes, dictionary }
  }
  if (figure.reading === 'date') return { ...base, type: 'date', values: figure.values }
  return held({ ...base, type: 'number', values: figure.values, rules: { rounded: true } })
}

/** Sums that no column holds are errors, as where they are typed. */
function held(column: NumberColumn): Column {
  const rows: number[] = []
  for (const [row, value] of column.values.entries()) if (isTooLarge(value)) rows.push(row)
  if (rows.length === 0) return column
  const cells = rows.map((row) => failed(writeNumber(column.values[row] ?? null)))
  return { ...withCells(column, rows, cells), revision: column.revision }
}

function labelText(label: Label, words: Words): string {
  return 'text' in label ? label.text : words.models.labels[label.word]
}
