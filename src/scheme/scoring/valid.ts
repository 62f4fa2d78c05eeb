import { scorings } from './index.ts'
import type { Field } from './scoring.ts'

/** What keeps a value from being a scoring: a word for the reason, null = nothing. Order of points is a matter of `check`. */
export function scoringProblem(value: unknown): string | null {
  if (!isRecord(value)) return 'no scoring'
  const { id } = value
  const part = typeof id === 'string' ? scorings.find(id) : undefined
  if (!part) return `unknown scoring ${typeof id === 'string' ? id : ''}`.trim()
  const wrong = part.fields.find((field) => !fits(field, value[field.name]))
  return wrong ? `${part.id} ${wrong.name}` : null
}

function fits(field: Field, value: unknown): boolean {
  switch (field.kind) {
    case 'number':
      if (value === null) return field.auto
      return (
        isNumber(value) &&
        value >= (field.least ?? -Infinity) &&
        value <= (field.most ?? Infinity) &&
        (field.of !== 'count' || Number.isInteger(value))
      )
    case 'points':
      return isListOf(value, (one) => isNumber(one[field.x]) && isNumber(one[field.y]))
    case 'list':
      return isListOf(value, (one) => typeof one[field.key] === 'string' && isNumber(one[field.y]))
  }
}

type Entry = Readonly<Record<string, unknown>>

function isListOf(value: unknown, fitsOne: (one: Entry) => boolean): boolean {
  return Array.isArray(value) && value.every((one) => isRecord(one) && fitsOne(one))
}

function isNumber(value: unknown): value is number {
  return typeof value === 'number' && Number.isFinite(value)
}

function isRecord(value: unknown): value is Entry {
  return typeof value === 'object' && value !== null
}
