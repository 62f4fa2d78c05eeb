import type { Words } from '../../i18n/translate.ts'
import type { ColumnChoice } from '../../import/plan.ts'
import type { ColumnRole, ReadingId } from '../../table/column.ts'
import type { TableKind } from '../../table/kind.ts'
import { readingName } from './readings.ts'
import { rolesOfKind } from './rolesOfKind.ts'

export interface Option<T extends string = string> {
  readonly value: T
  readonly label: string
}

/** The roles of a kind of table; one that a column has besides stays on the list. */
export const roleOptions = (
  words: Words['importing'],
  kind: TableKind = 'customers',
  chosen: ColumnRole | null = null,
): readonly Option<ColumnRole>[] => {
  const roles: readonly ColumnRole[] = rolesOfKind[kind]
  const all = chosen === null || roles.includes(chosen) ? roles : [...roles, chosen]
  return all.map((value) => ({ value, label: words.roles[value] }))
}

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
