import type { Cell, Mark } from '../column.ts'
import { exact } from './exact.ts'
import { noteQuantity, readQuantity, simpleNumber, writeNumber } from './number.ts'
import { numeralSigns, smallNumber } from './numerals.ts'
import { failed, noted } from './outcome.ts'
import { hanPeriods, latinPeriods, perYear, periodOf, shortPeriods } from './period.ts'
import type { Reading } from './reading.ts'

/** How often: times per year. Plain numbers are times per year already. */
export const frequency: Reading = {
  id: 'frequency',
  type: 'number',
  read: (cell, context) =>
    simpleNumber(cell, context) ??
    readQuantity(
      cell,
      context,
      (read, text) =>
        read.currency !== null || read.percent || read.counter !== null || read.per !== null
          ? null
          : noteQuantity(read, text, context, false),
      frequencyWords,
    ),
  write: (value) => writeNumber(value),
}

/** The rate that a `plain` text says in words; null = none. Vague words are known, and have no rate. */
export function frequencyWords(text: string, original: string): Cell | null {
  if (/^[\d.,-]*$/.test(text)) return null
  if (isVagueFrequency(text)) return failed(original)
  const exactly = text.toLowerCase().replace(about, '')
  const rate =
    hanRate(
      exactly
        .replace(/\s/g, '')
        .replace(fillers, '')
        .replace(/^天天$/, '每天')
        .replace(/^(双[月周]|半月|半年)$/, '每$1')
        .replace(/双(?=[月周])/, '2个'),
    ) ?? latinRate(exactly)
  if (!rate) return null
  const mark: Mark = rate.range
    ? 'range'
    : exactly !== text.toLowerCase()
      ? 'approximate'
      : rate.assumed
        ? 'assumed'
        : 'plain'
  return noted(exact(rate.value), original, mark)
}

const vague =
  /^(?:偶尔|经常|从不|从未|没有|不定期|不固定|不一定|很少|极少|较少|较多|有时|时常|常常|频繁|随机|按需|看情况|首次|第一次|(?:仅|只|就)?(?:有|买过|购买过?)?[一1]次|\d+次|[一二两三四五六七八九十]+次|每.{1,2}[多数几]次|rarely|seldom|often|sometimes|occasionally|occasional|frequently|irregular(?:ly)?|never|once|first time|as needed|on demand|ad hoc)$/i

/** 偶尔, 经常, 首次, 1次: words for how often that say no rate. Never turned into a number without being asked. */
export function isVagueFrequency(text: string): boolean {
  if (text.length > 14) return false
  return vague.test(text) || vague.test(text.replace(fillers, ''))
}

interface Rate {
  readonly value: number // per year
  readonly range: boolean
  readonly assumed: boolean
}

const about =
  /大约|大概|差不多|约|左右|以上|至少|至多|近|about |around |approximately |approx\.? |at least |\+$/g
const fillers =
  /平均|均|购买|采购|下单|消费|复购|回购|到店|光顾|交易|拜访|进货|订货|补货|来|[购买]|订(?=[\d一二两三四五六七八九十])/g

const n = `(?:\\d+(?:\\.\\d+)?|[${numeralSigns}]+)`
const span = `(${n}(?:[-~至到]${n})?)`
const times = `${span}(?:次|回|趟|单|笔|遍|批|x|times)`
const everyHan = new RegExp(
  `^(每隔|每|隔|按)?${span}?个?(${hanPeriods})(?:${times}|(?:一|1)?(?:次|回|趟|单|笔|遍|批)?)$`,
)
const timesPer = new RegExp(
  `^${span}(?:次|回|趟|单|笔|遍|批|x|times)?(?:/|每|per)${span}?个?(${hanPeriods}|${latinPeriods}|${shortPeriods})$`,
)

/** 每月一次, 半年2次, 两个月一次, 隔周, 季度; 3次/季, 5次每季度. Blanks are gone. */
function hanRate(text: string): Rate | null {
  const per = timesPer.exec(text)
  if (per) return rateOf(per[1], per[2], per[3])
  const every = everyHan.exec(text)
  if (!every) return null
  const [, word, length, period, count] = every
  const said = count !== undefined || text.endsWith('次') || /[回趟单笔遍批]$/.test(text)
  if (word === undefined && !said && !(length === undefined && /度$/.test(period ?? '')))
    return null
  // 隔月 and 每隔一个月 leave one out
  if (word === '隔' && length === undefined) return rateOf(count, '2', period)
  if (word?.endsWith('隔') && spanOf(length ?? '1')?.middle === 1)
    return withAssumed(rateOf(count, '2', period))
  // 每隔两个月 is said both for every two and for every three months
  const rate = rateOf(count, length, period)
  return word?.endsWith('隔') ? withAssumed(rate) : rate
}

const withAssumed = (rate: Rate | null) => rate && { ...rate, assumed: true }

const adverbs = new Map<string, readonly [number, boolean]>(
  Object.entries({
    daily: [365, false],
    weekly: [52, false],
    fortnightly: [26, false],
    biweekly: [26, true], // twice a week, or every two weeks
    semiweekly: [104, false],
    monthly: [12, false],
    bimonthly: [6, true], // twice a month, or every two months
    semimonthly: [24, false],
    quarterly: [4, false],
    halfyearly: [2, false],
    semiannually: [2, false],
    semiannual: [2, false],
    biannually: [2, true],
    biannual: [2, true],
    yearly: [1, false],
    annually: [1, false],
    annual: [1, false],
    biennially: [0.5, false],
  } as const),
)
const latinNumbers = [
  'zero',
  'one',
  'two',
  'three',
  'four',
  'five',
  'six',
  'seven',
  'eight',
  'nine',
  'ten',
  'eleven',
  'twelve',
]
const latinCounts = new Map([
  ['once', '1'],
  ['twice', '2'],
  ['thrice', '3'],
  ['other', '2'],
  ...latinNumbers.map((word, value) => [word, String(value)] as const),
])
const latinSpan = `\\d+(?:\\.\\d+)?(?: ?(?:-|~|to) ?\\d+(?:\\.\\d+)?)?`
const everyLatin = new RegExp(
  `^(?:(${latinSpan}) ?(?:x|times?|orders?|purchases?)? ?)?(?:/|per|a|an|each|every|in) ?(?:(${latinSpan}) )?(${latinPeriods}|fortnight)s?$`,
)

/** monthly, once a month, twice a year, every 2 weeks, every other month, 3x/yr. Lower case. */
function latinRate(text: string): Rate | null {
  const adverb = adverbs.get(text.replace(/[\s-]/g, ''))
  if (adverb) return { value: adverb[0], range: false, assumed: adverb[1] }
  const inDigits = text
    .replace(/[a-z]+/g, (word) => latinCounts.get(word) ?? word)
    .replace(/^(\d+) every/, '$1 per')
    .replace(/\s+/g, ' ')
  const often = new RegExp(`^(${latinSpan}) ?(?:x|times?)? ([a-z]+)$`).exec(inDigits)
  const base = adverbs.get(often?.[2] ?? '')
  const counted = base && !base[1] && rateOf(often?.[1], '1', 'year')
  if (counted) return { ...counted, value: counted.value * base[0] }
  const found = everyLatin.exec(inDigits)
  if (!found) return null
  if (found[3] === 'fortnight') return rateOf(found[1], '2', 'week')
  return rateOf(found[1], found[2], found[3])
}

function rateOf(
  count: string | undefined,
  length: string | undefined,
  period: string | undefined,
): Rate | null {
  const often = spanOf(count ?? '1')
  const long = spanOf(length ?? '1')
  const name = periodOf(period ?? '')
  if (!often || !long || !name || long.middle === 0) return null
  return {
    value: (often.middle * perYear[name]) / long.middle,
    range: often.range || long.range,
    assumed: false,
  }
}

/** 2, 两, 2-3, 两三 (two or three). */
function spanOf(text: string): { middle: number; range: boolean } | null {
  const neighbours = /^([一二两三四五六七八九])([二两三四五六七八九])$/.exec(text)
  const ends = neighbours
    ? [neighbours[1] ?? '', neighbours[2] ?? '']
    : text.split(/ ?(?:[-~至到]|to) ?/)
  const numbers = ends.map(smallNumber)
  const [low, high] = numbers
  if (low === undefined || low === null || high === null) return null
  if (high === undefined) return { middle: low, range: false }
  return low < high ? { middle: (low + high) / 2, range: true } : null
}
