import type { ModelId } from '../models/figureIds.ts'
import type { ModelField } from '../models/model.ts'
import type { Words } from './translate.ts'
import type { FieldWords } from './fieldWords.ts'

/** A model with the settings that it ran with. */
export interface Settled {
  readonly id: ModelId
  readonly fields: readonly ModelField[]
  readonly settings: Readonly<Record<string, unknown>>
  readonly found: Readonly<Record<string, number>> // what fields left empty came to
}

type NumberOf = Extract<ModelField, { kind: 'number' }>
type Decimal = (value: number, digits?: number) => string

export function fieldWords(model: Settled, field: ModelField, words: Words): FieldWords {
  return words.modelFields[`${model.id}.${field.name}`] ?? { name: field.name }
}

/** As it stands in its field: shares in percent. */
export function shownNumber(value: number, { unit }: NumberOf): number {
  return unit === 'percent' ? Number((value * 100).toFixed(8)) : value
}

/** 90 天, 10%, 1.5 倍. */
export function amountWords(value: number, field: NumberOf, words: Words, decimal: Decimal) {
  const unit = words.modelForm.units[field.unit]
  const number = decimal(shownNumber(value, field), 2)
  return unit === '' || unit === '%' ? number + unit : `${number} ${unit}`
}

/** The settings of a model in one line: what each field says, also where the value was found. */
export function settingsLine(model: Settled, words: Words, decimal: Decimal): string {
  const say = words.modelForm
  const parts = model.fields.flatMap((field) => {
    const own = fieldWords(model, field, words)
    const text = valueWords(field, model, words, decimal, own)
    return text === null ? [] : [say.setting(own.name, text)]
  })
  return say.settingsJoined(parts)
}

/** null = it cannot be said in a word. */
function valueWords(
  field: ModelField,
  { settings, found }: Settled,
  words: Words,
  decimal: Decimal,
  { options, empty }: FieldWords,
): string | null {
  const say = words.modelForm
  const value = settings[field.name]
  switch (field.kind) {
    case 'number': {
      if (typeof value === 'number') return amountWords(value, field, words, decimal)
      const own = found[field.name]
      return own === undefined
        ? (empty ?? say.auto)
        : say.autoFound(amountWords(own, field, words, decimal))
    }
    case 'choice':
      return typeof value === 'string' ? (options?.[value] ?? value) : null
    case 'switch':
      return value === true ? say.on : say.off
    case 'column':
    case 'own':
      return null
  }
}
