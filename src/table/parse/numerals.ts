import { exact } from './exact.ts'

const digitRows = [
  '〇零○',
  '一壹',
  '二贰两貳',
  '三叁',
  '四肆',
  '五伍',
  '六陆',
  '七柒',
  '八捌',
  '九玖',
]
const digits = new Map(digitRows.flatMap((row, value) => [...row].map((sign) => [sign, value])))
const units = new Map([
  ['十', 10],
  ['拾', 10],
  ['百', 100],
  ['佰', 100],
  ['千', 1000],
  ['仟', 1000],
  ['万', 1e4],
  ['萬', 1e4],
  ['亿', 1e8],
  ['億', 1e8],
])

/** All signs of a numeral but 0–9, for use inside a character class. */
export const numeralSigns = [...digits.keys(), ...units.keys()].join('')

const d = `[${[...digits.keys()].join('')}]`
const token = new RegExp(`${d}+(?:点${d}+)?|\\d[\\d.,'’ ]*|[^\\d]`, 'g')

export interface Numeral {
  readonly value: number
  /** 3万5 was read as 35,000 by the spoken rule: a last digit counts in the next lower place. */
  readonly spoken: boolean
  /** The bare unit at the end, which in 1-3万 belongs to both numbers; 1 = none. */
  readonly scale: number
}

/**
 * A Chinese numeral, also mixed with digits: 三千五, 1亿2000万, 3万零50, 两百; digit by digit 九五, 二〇二四.
 * `number` reads runs of plain digits. Null = not a numeral.
 */
export function numeral(text: string, number: (run: string) => number | null): Numeral | null {
  let total = 0 // before the last 万 or 亿
  let section = 0 // since then
  let place = Infinity // of the last 十百千 in the section
  let unit = 0 // the last unit of all
  let current: number | null = null
  let zero = false // 零 stood before it: no spoken rule
  let single = 0 // the number, if it is the only one and stands first
  const tokens = text.match(token) ?? []
  for (const [at, part] of tokens.entries()) {
    const size = units.get(part)
    if (size === undefined) {
      if (current !== null) return null
      const isHan = digits.has(part[0] ?? '')
      if (!isHan && !/^\d/.test(part)) return null
      // 七八千 is 7,000 to 8,000, not 78 thousands
      if (isHan && run(part) > 1 && (unit > 0 || at < tokens.length - 1) && !/[〇零○点]/.test(part))
        return null
      zero ||= isHan && digits.get(part[0] ?? '') === 0 && unit > 0
      if (zero && isHan && /^[〇零○]$/.test(part) && at < tokens.length - 1) continue
      current = isHan ? byDigit(part) : number(part)
      if (current === null || current < 0) return null
      single = at === 0 ? current : 0
      continue
    }
    if (size < 1e4) {
      if (size >= place || (current === null && (size > 10 || section > 0))) return null
      section += (current ?? 1) * size
      place = size
    } else {
      const counted = section + (current ?? 0)
      const nothing = current === null && section === 0 && (size === 1e4 || total === 0)
      if (nothing) return null
      total = size === 1e4 ? total + counted * size : (total + counted) * size
      section = 0
      place = Infinity
    }
    unit = size
    current = null
    zero = false
  }
  const value = exact(total + section)
  if (current === null) {
    if (unit === 0) return null
    return { value, spoken: false, scale: single > 0 ? exact(value / single) : 1 }
  }
  if (unit > 0 && !Number.isInteger(current)) return null
  const spoken = unit >= 100 && !zero && current > 0 && current < 10
  return { value: value + (spoken ? (current * unit) / 10 : current), spoken, scale: 1 }
}

const run = (part: string) => [...part].length

const neighbours = new RegExp(
  `^(.*?)([一二两三四五六七八])([二两三四五六七八九])((?:[十百千万亿]|[^\\d${numeralSigns}点]).*)?$`,
)

/** 七八千 → 七千 and 八千, 十七八 → 十七 and 十八, 三五次 → 三次 and 五次; null = two digits in a row say something else. */
export function spokenSpan(text: string): readonly [string, string] | null {
  const [, front = '', low = '', high = '', rest = ''] = neighbours.exec(text) ?? []
  if (low === '' || (front === '' && rest === '')) return null
  if (front !== '' && !/[十百千万]$/.test(front)) return null
  return [front + low + rest, front + high + rest]
}

/** 九五 → 95, 三点五 → 3.5 */
function byDigit(run: string): number {
  return Number([...run].map((sign) => (sign === '点' ? '.' : String(digits.get(sign)))).join(''))
}

/** A small count in words or digits: 两, 十二, 3, 2.5. */
export function smallNumber(text: string): number | null {
  if (/^\d+(?:\.\d+)?$/.test(text)) return Number(text)
  return numeral(text, Number)?.value ?? null
}
