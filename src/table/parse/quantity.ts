import { type Amount, amount } from './amount.ts'
import { exact } from './exact.ts'
import { halves, mixedYears } from './duration.ts'
import { spokenSpan } from './numerals.ts'
import { type Period, hanPeriods, latinPeriods, periodOf, shortPeriods } from './period.ts'

/** A number as people write it. */
export interface Quantity extends Amount {
  readonly per: Period | null // 500元/月
  readonly approximate: boolean // 约500, 500+
  readonly range: boolean // 500-1000: the middle
}

const simple = /^-?(?:\d+(?:\.\d+)?|\.\d+)$/
const scientific = /^[+-]?\d+(?:\.\d+)?e[+-]?\d{1,3}$/i

/** Most names and sentences end here: four letters begin no amount but these. */
const mayBegin = /^(?:about|approx|around|circa|over|under|more|less|up to|(?![a-z_]{4})[^])/i

const rate = new RegExp(
  `\\s*(?:(?:/|每)\\s*个?(${hanPeriods}|${latinPeriods}|${shortPeriods})|(?:\\s(?:per|a|an|each|every)|/)\\s*(${latinPeriods}))$`,
  'i',
)
/** What every rate holds; asked first, since `rate` looks from every letter on. */
const mayBeRate = /[/每]|\s(?:per|an?|each|every)\s/i
const leadingRate = new RegExp(`^(?:每个?|平均每|)(${hanPeriods})(?:均|平均)?\\s*(?=[\\d¥约$])`)
const aboutBefore =
  /^(?:大约|大約|大概|约为|约|約|将近|接近|差不多|近|超过|超|大于|高于|不少于|不低于|至少|最少|最低|小于|低于|少于|不到|不足|不超过|至多|最多|最高|about|approximately|approx\.?|around|circa|ca\.?|over|under|more than|less than|at least|at most|up to|[~≈≥≤><]=?)\s*/i
const aboutBehind =
  /\s*(?:(?:及|或|含)?以上|(?:及|或|含)?以下|左右|上下|以内|之间|起|有余|or more|or less)$/i
const aboutInside = /(?<=[\d十百千万亿kw])(?:多|余|来|\+)(?=[^\d]|$)/i
const tax = /^(?:含税|不含税|税前|税后)\s*|\s*\(?(?:含税|不含税|未税|税前|税后)价?\)?$/g
const between = /^(.+?)\s*(?:-|~|至|到|\bto\b)\s*(.+)$/i

/** 约500元左右 → 500元. The cheap looks come first: most texts have no such words. */
function withoutHedges(text: string): string {
  let rest = text.replace(aboutBefore, '')
  if (/[右下上内间起余es]$/i.test(rest)) rest = rest.replace(aboutBehind, '')
  return /[多余来+]/.test(rest) ? rest.replace(aboutInside, '') : rest
}

/** The quantity that a `plain` text says; null = none. Never throws. */
export function quantity(text: string, decimal: '.' | ','): Quantity | null {
  return (decimal === '.' ? usual(text) : null) ?? carefully(text, decimal)
}

/** ¥1,200.50, 500元, 12%, 3次, 2.5万: most cells of most lists, at a tenth of the time. */
const common =
  /^([¥$€£])?(-?\d+(?:\.\d+)?|-?[1-9]\d{0,2}(?:,\d{3})+(?:\.\d+)?)(万)?([元%次天个年人岁])?$/
const currencies = new Map([
  ['¥', 'CNY'],
  ['元', 'CNY'],
  ['$', 'USD'],
  ['€', 'EUR'],
  ['£', 'GBP'],
])

function usual(text: string): Quantity | null {
  const found = common.exec(text)
  if (!found) return null
  const [, front, written = '', wan, behind] = found
  if (front !== undefined && behind !== undefined) return null
  const percent = behind === '%'
  if (percent && wan !== undefined) return null
  const digits = written.includes(',') ? written.replaceAll(',', '') : written
  const power = percent ? 'e-2' : wan === undefined ? '' : 'e4'
  const value = Number(digits + power)
  if (!Number.isFinite(value) || (value === 0 && wan !== undefined)) return null
  const currency = currencies.get(front ?? behind ?? '') ?? null
  return {
    value: value === 0 ? 0 : value,
    scale: wan === undefined ? 1 : 1e4,
    currency,
    percent,
    counter: behind === undefined || percent || currency !== null ? null : behind,
    spoken: false,
    assumed: false,
    per: null,
    approximate: false,
    range: false,
  }
}

/** As `quantity`, for all that people write. */
export function carefully(text: string, decimal: '.' | ','): Quantity | null {
  if (simple.test(text) && decimal === '.') return bare(Number(text))
  if (text.length > 60) return null
  if (scientific.test(text)) {
    const value = Number(text)
    return Number.isFinite(value) ? bare(value) : null
  }
  if (!mayBegin.test(text)) return null
  let rest = text.includes('税') ? text.replace(tax, '') : text
  const taxed = rest !== text
  let per: Period | null = null
  const behind = mayBeRate.test(rest) ? rate.exec(rest) : null
  const before = behind ? null : leadingRate.exec(rest)
  if (behind) {
    per = periodOf((behind[1] ?? behind[2] ?? '').toLowerCase())
    rest = rest.slice(0, behind.index)
  } else if (before && /^每|均/.test(before[0])) {
    per = periodOf(before[1] ?? '')
    rest = rest.slice(before[0].length)
  }
  const exactly = withoutHedges(rest)
  const approximate = exactly !== rest
  rest = exactly.trim()
  const one = amount(rest, decimal)
  if (one) return finite({ ...one, assumed: one.assumed || taxed, per, approximate, range: false })
  const half = halves(rest)
  if (half) return { ...bare(half.value), counter: half.counter, spoken: true, approximate }
  const years = mixedYears(rest)
  if (years !== null) return { ...bare(years), counter: '年', spoken: true, approximate }
  const span = spokenSpan(rest)
  const ends = span ? [rest, ...span] : between.exec(rest)
  const low = ends && amount(ends[1] ?? '', decimal)
  const high = ends && amount(ends[2] ?? '', decimal)
  if (!low || !high || /^0\d/.test(ends[1] ?? '') || /^0\d/.test(ends[2] ?? '')) return null
  const middle = middleOf(low, high)
  return middle && finite({ ...middle, per, approximate, range: true })
}

/** The middle of 1-3万: scale, currency, percent sign and counter of the upper end hold for both. */
function middleOf(low: Amount, high: Amount): Amount | null {
  let from = low.value
  if (low.scale === 1 && high.scale > 1 && from * high.scale <= high.value) from *= high.scale
  if (high.percent && !low.percent) from /= 100
  if (low.percent && !high.percent) return null
  if (from >= high.value) return null
  if (low.currency !== null && high.currency !== null && low.currency !== high.currency) return null
  return {
    value: exact((from + high.value) / 2),
    scale: 1,
    currency: high.currency ?? low.currency,
    percent: high.percent,
    counter: high.counter ?? low.counter,
    spoken: false,
    assumed: low.assumed || high.assumed,
  }
}

function bare(value: number): Quantity {
  return {
    value: value === 0 ? 0 : value,
    scale: 1,
    currency: null,
    percent: false,
    counter: null,
    spoken: false,
    assumed: false,
    per: null,
    approximate: false,
    range: false,
  }
}

function finite(read: Quantity): Quantity | null {
  return Number.isFinite(read.value) ? read : null
}
