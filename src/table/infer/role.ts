import type { ColumnRole, ReadingId } from '../column.ts'
import type { HeaderMeaning } from '../roles.ts'
import type { Tally } from './tally.ts'

/** The header's role where the cells bear it out, else what a column of this reading usually is. */
export function roleOf(reading: ReadingId, header: HeaderMeaning, tallied: Tally): ColumnRole {
  switch (header.role) {
    case null:
      return usual(reading, tallied)
    case 'key':
      return namesEachRow(tallied) ? 'key' : 'other'
    case 'tier':
      return reading === 'tier' || reading === 'category' ? 'tier' : 'other'
    case 'measure':
      return isMeasurable(reading) || tallied.filled === 0 ? 'measure' : usual(reading, tallied)
    default:
      return header.role
  }
}

function isMeasurable(reading: ReadingId): boolean {
  return (
    reading !== 'text' &&
    reading !== 'phone' &&
    reading !== 'code' &&
    reading !== 'identity' &&
    reading !== 'tags'
  )
}

function usual(reading: ReadingId, tallied: Tally): ColumnRole {
  switch (reading) {
    case 'number':
    case 'money':
    case 'percent':
    case 'discount':
    case 'frequency':
    case 'rating':
    case 'date':
      return tallied.distinct > 0 ? 'measure' : 'other'
    case 'boolean':
      return 'group'
    case 'category':
      return tallied.distinct <= 50 ? 'group' : 'other'
    case 'tier':
      return 'tier'
    case 'phone':
      return 'phone'
    case 'text':
    case 'code':
    case 'identity':
    case 'tags':
      return 'other'
  }
}

/** Nearly every row has one, and nearly all differ; some blanks and doubles are the user's to mend. */
function namesEachRow({ filled, missing, distinct }: Tally): boolean {
  if (filled === 0) return true
  return missing <= filled * 0.2 && distinct >= Math.min(filled, 1000) * 0.9
}
