import { AppError } from '../core/error.ts'
import { migrations, type Json, type Migration } from './migrations/index.ts'
import { checkStored, currentFormat, isRecord, type StoredDocument } from './stored.ts'

/**
 * A stored document of any shipped format in today's form. The argument is never changed.
 * Throws `storage.newer` { format, supported } for a later format, `storage.damaged` for what is no document.
 */
export function migrate(stored: unknown): StoredDocument {
  if (!isRecord(stored)) throw new AppError('storage.damaged', { parts: ['document'] })
  return checkStored(walk(stored, migrations, currentFormat))
}

/** Applies the steps that lead from the form's own format to `to`. */
export function walk(stored: Json, steps: readonly Migration[], to: number): Json {
  let form = stored
  let format = formatOf(form)
  if (format > to) throw new AppError('storage.newer', { format, supported: to })
  while (format < to) {
    const step = steps.find(({ from }) => from === format)
    if (step === undefined) throw new AppError('storage.damaged', { parts: ['format'] })
    form = step.step(form)
    format = formatOf(form)
  }
  return form
}

function formatOf(form: Json): number {
  const format = form['format']
  if (typeof format !== 'number' || !Number.isInteger(format) || format < 1)
    throw new AppError('storage.damaged', { parts: ['format'] })
  return format
}
