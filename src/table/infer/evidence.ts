import { booleanWord } from '../parse/boolean.ts'
import { readDate } from '../parse/dateForms.ts'
import { discountWords } from '../parse/discount.ts'
import { frequencyWords, isVagueFrequency } from '../parse/frequency.ts'
import { isIdentityNumber } from '../parse/identity.ts'
import { isMissingNumber } from '../parse/missing.ts'
import { isTooLarge } from '../parse/tooLarge.ts'
import { isMasked } from '../parse/phone.ts'
import { type Quantity, quantity } from '../parse/quantity.ts'
import { ratingWords } from '../parse/rating.ts'
import type { ReadContext } from '../parse/reading.ts'
import type { Sample, SampledCell } from './sample.ts'

export interface Seen extends Quantity {
  readonly text: string
  readonly count: number
}

/** What the sampled texts look like. Counts are cells; a text may count in several. */
export interface Evidence {
  readonly filled: number
  readonly distinct: number
  readonly numbers: number
  readonly quantities: readonly Seen[] // one per distinct number
  readonly percents: number
  readonly leadingZeros: number // 00123
  readonly longDigits: number // 12 digits and more
  readonly tooLarge: number // that no column of numbers holds: 1234567890123456789, 1.23E+18
  readonly zeroOrOne: number
  readonly cards: number // numbers of ID cards
  readonly phones: number
  readonly dates: number // that can be nothing else
  readonly maybeDates: number
  readonly compactDates: number // 20240305
  readonly frequencies: number
  readonly vagueFrequencies: number
  readonly stars: number // stars and phrases of satisfaction
  readonly outOf: number // 4.5/5
  readonly scaleTop: number // of stars and shares: the highest named
  readonly discounts: number
  readonly booleans: number
  readonly booleanPairs: number // different pairs met
  readonly tierLetters: number // A级, B类
  readonly codes: number // C0000001
  readonly letters: number // texts' total length, for how wordy they are
  readonly inexact: number // ranges and approximations
  readonly notNumeric: number // NaN, None: missing in a column of numbers
}

/** Area code and number with a sign between; without one it could be any number. */
const landline = /^(?:\(0\d{2,3}\) ?|0\d{2,3}[- ])\d{4}[- ]?\d{3,4}$/
const mobile = /^(?:'|\+86|0086)?1[3-9]\d{9}(?:[/、,;\s]\s?1[3-9]\d{9})*$/
/** Each letter has one place in it: on other ways of writing it the search would double with each letter. */
const codeLike = /^[a-z]{0,6}[-_]?\d{3}[a-z\d]*(?:[-_][a-z\d]+)*$/i
const tierLike = /^[a-e]\+?(?:级|类|等)(?:客户)?$/i

export function evidenceOf(sample: Sample, context: ReadContext): Evidence {
  const quantities: Seen[] = []
  const pairs = new Set<number>()
  const counts = new Map<string, number>()
  let scaleTop = 0
  const add = (name: string, { count }: SampledCell) =>
    counts.set(name, (counts.get(name) ?? 0) + count)
  for (const item of sample.cells) {
    const { text, cell } = item
    counts.set('letters', (counts.get('letters') ?? 0) + text.length * item.count)
    if (typeof cell === 'object' && cell?.kind === 'date') {
      add('dates', item)
      continue
    }
    if (typeof cell === 'boolean') {
      add('booleans', item)
      pairs.add(6)
      continue
    }
    if (isMissingNumber(text)) add('notNumeric', item)
    const digits = /^\d+$/.test(text)
    if (digits && text.length > 1 && text.startsWith('0')) add('leadingZeros', item)
    if (digits && text.length >= 12) add('longDigits', item)
    if (text.length >= 15 && isIdentityNumber(text)) add('cards', item)
    if (mobile.test(text) || landline.test(text) || isMasked(text)) add('phones', item)
    if (text === '0' || text === '1') add('zeroOrOne', item)
    if (tierLike.test(text)) add('tierLetters', item)
    if (codeLike.test(text)) add('codes', item)
    const word = booleanWord(text)
    if (word) {
      add('booleans', item)
      pairs.add(word.pair)
    }
    const amount = quantity(text, context.decimal)
    if (amount) {
      add('numbers', item)
      if (isTooLarge(amount.value)) add('tooLarge', item)
      if (amount.range || amount.approximate) add('inexact', item)
      quantities.push({ ...amount, text, count: item.count })
      if (
        amount.percent ||
        (typeof cell === 'object' && cell?.kind === 'number' && cell.text.includes('%'))
      )
        add('percents', item)
    }
    if (!amount || digits || amount.range || /\./.test(text)) {
      const date = readDate(text, context)
      if (date) add(date.form === 'strong' ? 'dates' : 'maybeDates', item)
      if (date && digits && text.length === 8) add('compactDates', item)
    }
    if (digits) continue
    if (isVagueFrequency(text)) add('vagueFrequencies', item)
    else if (text.length < 40 && frequencyWords(text, text)) add('frequencies', item)
    const rated = ratingWords(text)
    if (rated) {
      add(rated.words ? 'stars' : 'outOf', item)
      scaleTop = Math.max(scaleTop, rated.top)
    }
    if (discountWords(text, text)) add('discounts', item)
  }
  const count = (name: string) => counts.get(name) ?? 0
  return {
    filled: sample.filled,
    distinct: sample.cells.length,
    quantities,
    scaleTop,
    booleanPairs: pairs.size,
    numbers: count('numbers'),
    percents: count('percents'),
    leadingZeros: count('leadingZeros'),
    longDigits: count('longDigits'),
    tooLarge: count('tooLarge'),
    zeroOrOne: count('zeroOrOne'),
    cards: count('cards'),
    phones: count('phones'),
    dates: count('dates'),
    maybeDates: count('maybeDates'),
    compactDates: count('compactDates'),
    frequencies: count('frequencies'),
    vagueFrequencies: count('vagueFrequencies'),
    stars: count('stars'),
    outOf: count('outOf'),
    discounts: count('discounts'),
    booleans: count('booleans'),
    tierLetters: count('tierLetters'),
    codes: count('codes'),
    letters: count('letters'),
    inexact: count('inexact'),
    notNumeric: count('notNumeric'),
  }
}
