import type { Words } from '../../i18n/translate.ts'
import type { ColumnChoice } from '../../import/plan.ts'
import type { ColumnRole, ReadingId } from '../../table/column.ts'
import { readingName } from './readings.ts'

export interface Option<T extends string = string> {
  readonly value: T
  readonly label: string
}

export const roleOptions = (words: Words['importing']) =>
  (Object.keys(words.roles) as ColumnRole[]).map((value) => ({ value, label: words.roles[value] }))

export const readingOptions = (
  words: Words['importing'],
  readings: readonly ReadingId[],
  chosen: ReadingId,
  unit: string | null,
): readonly Option<ReadingId>[] =>
  readings.map((value) => ({
    value,
    label: readingName(words, value, value === chosen ? unit : null),
  }))

const orders = ['ymd', 'dmy', 'mdy'] as const

/** In the preview a date can also be told its order: `date:dmy`. */
export function previewReadingOptions(
  words: Words['importing'],
  readings: readonly ReadingId[],
  chosen: ReadingId,
  unit: string | null,
): readonly Option[] {
  const plain: readonly Option[] = readingOptions(words, readings, chosen, unit)
  if (chosen !== 'date') return plain
  return plain.flatMap((option) =>
    option.value === 'date'
      ? [
          option,
          ...orders.map((order) => ({
            value: `date:${order}`,
            label: words.withUnit(option.label, words.dateOrders[order]),
          })),
        ]
      : [option],
  )
}

export function readingChoice(value: string): ColumnChoice {
  const [reading, order] = value.split(':') as [ReadingId, (typeof orders)[number]?]
  return order ? { reading, dateOrder: order } : { reading }
}
