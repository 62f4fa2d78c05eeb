import type { Words } from '../../i18n/translate.ts'
import type { ReadingId } from '../../table/column.ts'
import type { IconName } from '../controls/icons.ts'

export const readingIcons: Record<ReadingId, IconName> = {
  number: 'number',
  money: 'money',
  percent: 'percent',
  discount: 'percent',
  frequency: 'clock',
  rating: 'chart',
  date: 'calendar',
  boolean: 'toggle',
  category: 'list',
  tier: 'star',
  text: 'file',
  phone: 'phone',
  code: 'tag',
  identity: 'person',
  tags: 'tag',
}

const numeric = new Set<ReadingId>([
  'number',
  'money',
  'percent',
  'discount',
  'frequency',
  'rating',
])
export const isNumeric = (reading: ReadingId) => numeric.has(reading)

/** 金额（元）, 评分 0–10, 日期 */
export function readingName(
  words: Words['importing'],
  reading: ReadingId,
  unit: string | null,
): string {
  const name = words.readings[reading]
  if (unit === null) return name
  if (reading === 'money') return words.withUnit(name, words.currencies[unit] ?? unit)
  if (reading === 'rating') return words.upTo(name, unit)
  return name
}

/** Whole 100 % only when every cell was read: 99.97 % shows as 99.9 %. */
export function successShare(success: number): { share: number; digits: number } {
  return success >= 1
    ? { share: 1, digits: 0 }
    : { share: Math.floor(success * 1000) / 1000, digits: 1 }
}
