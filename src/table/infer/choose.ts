import type { ReadingId } from '../column.ts'
import type { HeaderMeaning } from '../roles.ts'
import type { Evidence, Seen } from './evidence.ts'

/** Shares of the filled cells that must look alike: without and with a header that says so. */
const most = 0.8
const half = 0.5

/** The reading that fits the cells best. The header decides between readings that fit, and lowers the bar for its own. */
export function chooseReading(found: Evidence, header: HeaderMeaning): ReadingId {
  if (found.filled === 0) return header.reading ?? 'text'
  const share = (count: number) => count / found.filled
  const wants = (...ids: ReadingId[]) => header.reading !== null && ids.includes(header.reading)
  const needed = (...ids: ReadingId[]) => (wants(...ids) ? half : most)
  const isMeasure = header.role === 'measure'

  // 客户编号 may be the number of an ID card
  if ((header.reading === null || wants('code')) && share(found.cards) >= most) return 'identity'
  if (wants('phone', 'code', 'identity', 'tags', 'text')) return header.reading ?? 'text'
  if (isFrequency(found, share, wants('frequency'))) return 'frequency'
  if (!isMeasure || wants('rating')) {
    if (share(found.stars) >= needed('rating')) return 'rating'
    if (share(found.outOf) >= needed('rating') && share(found.dates) < half && !wants('date'))
      return 'rating'
  }
  if (share(found.discounts) >= half) return 'discount'
  if (!isMeasure && share(found.phones) >= 0.6) return 'phone'
  if (!isMeasure && share(found.longDigits) >= half) return 'code'
  if (share(found.tooLarge) >= (isMeasure ? most : 0.2)) return 'code'
  if (!isMeasure && share(found.leadingZeros) >= 0.02 && share(found.numbers) >= half) return 'code'
  if (wants('tier') || share(found.tierLetters) >= most) return 'tier'
  if (isBoolean(found, share, header)) return 'boolean'
  if (share(found.dates) >= needed('date')) return 'date'
  if (wants('date') && share(found.dates + found.maybeDates) >= half) return 'date'
  if (header.reading === null && share(found.compactDates) >= 0.95) return 'date'
  // 50-99人 under 公司规模 is the name of a class
  if (wants('category') && share(found.inexact) >= half) return 'category'
  const numbers = share(found.numbers + found.notNumeric)
  if (numbers >= needed('number', 'money', 'percent', 'rating', 'discount', 'frequency'))
    return chooseNumber(found, header)
  if (share(found.codes) >= 0.9 && found.distinct >= found.filled * 0.9) return 'code'
  return isCategory(found, wants('category')) ? 'category' : 'text'
}

/** Words for rates, with plain numbers among them. Vague words (偶尔) belong to such a column too. */
function isFrequency(found: Evidence, share: (count: number) => number, wanted: boolean): boolean {
  if (found.frequencies === 0) return false
  const words = share(found.frequencies)
  const all = share(found.frequencies + found.vagueFrequencies + found.numbers)
  return wanted ? all >= half : words >= half && all >= most
}

function isBoolean(
  found: Evidence,
  share: (count: number) => number,
  header: HeaderMeaning,
): boolean {
  if (share(found.booleans) < (header.reading === 'boolean' ? most : 0.95)) return false
  if (header.reading === 'boolean') return true
  if (header.reading !== null && header.reading !== 'category') return false
  // 0 and 1 may as well be counts: only where there are enough to see that nothing else comes
  if (found.zeroOrOne > 0)
    return found.zeroOrOne === found.booleans && found.filled >= 200 && found.distinct === 2
  return found.booleanPairs === 1
}

function chooseNumber(found: Evidence, header: HeaderMeaning): ReadingId {
  const { quantities } = found
  if (found.percents >= found.numbers * half) return 'percent'
  const fractions = quantities.every(({ value }) => value >= 0 && value <= 1)
  if (header.reading === 'percent' && (found.percents > 0 || header.unit === '%' || fractions))
    return 'percent'
  if (header.reading === 'discount' && quantities.every(({ value }) => value >= 0 && value < 100))
    return 'discount'
  if (header.reading === 'rating') return scaleOf(found, header) === null ? 'number' : 'rating'
  if (header.reading === 'money') return 'money'
  const priced = countOf(quantities.filter(({ currency }) => currency !== null))
  return priced > 0 && priced >= found.numbers * 0.1 ? 'money' : 'number'
}

/** The scale that holds nearly all values; the header's own counts first. Null = no scale of ours. */
export function scaleOf(found: Evidence, header: HeaderMeaning): string | null {
  if (header.unit === null && found.scaleTop > 0 && found.stars + found.outOf >= found.numbers)
    return String(found.scaleTop)
  const fits = (top: string) =>
    countOf(found.quantities.filter(({ value }) => value >= 0 && value <= Number(top))) >=
    found.numbers * (top === header.unit ? half : 0.9)
  const tops = header.unit === null ? ['5', '10', '100'] : [header.unit]
  return tops.find(fits) ?? null
}

const countOf = (seen: readonly Seen[]) => seen.reduce((sum, { count }) => sum + count, 0)

/** Few different words that come back. With a header such as 地区 also in a short list where all differ. */
function isCategory(found: Evidence, wanted: boolean): boolean {
  const repeats = found.distinct / found.filled
  if (found.letters / found.filled > 40) return false
  if (wanted) return found.filled <= 200 || repeats <= 0.6
  if (found.filled < 8) return false
  return found.distinct <= 20 ? repeats <= 0.5 : repeats <= 0.2
}
