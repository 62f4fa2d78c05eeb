import type { ModelField } from '../models/model.ts'

/**
 * What a model found for numbers that may be left empty: in its facts, or in an object right below, numbers of the
 * fields' names.
 */
export function foundValues(
  fields: readonly ModelField[],
  facts: unknown,
): Readonly<Record<string, number>> {
  if (!isObject(facts)) return {}
  const places = [facts, ...Object.values(facts).filter(isObject)]
  const found: Record<string, number> = {}
  for (const field of fields) {
    if (field.kind !== 'number' || !field.auto) continue
    const value = places.map((place) => place[field.name]).find((one) => typeof one === 'number')
    if (typeof value === 'number') found[field.name] = value
  }
  return found
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
