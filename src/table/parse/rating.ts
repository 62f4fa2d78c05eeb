import type { Cell } from '../column.ts'
import { exact } from './exact.ts'
import { noteQuantity, readQuantity, writeNumber } from './number.ts'
import { smallNumber } from './numerals.ts'
import { failed, noted, said } from './outcome.ts'
import type { ReadContext, Reading } from './reading.ts'

const levels = [
  /^(?:非常|很|极其?|十分)不(?:满意|同意|赞同|认可)$|^(?:强烈|非常)反对$|^(?:很差|非常差|极差)$|^(?:very|extremely|completely) (?:dissatisfied|unsatisfied|poor|bad)$|^strongly disagree$/i,
  /^(?:比较|较)?不(?:太)?(?:满意|同意|赞同|认可)$|^反对$|^(?:较差|差)$|^(?:somewhat )?(?:dissatisfied|unsatisfied|disagree)$|^(?:poor|bad)$/i,
  /^(?:一般般?|中立|中等|不确定|普通|尚可|还行|还可以|neutral|average|ok|fair|neither agree nor disagree|neither satisfied nor dissatisfied)$/i,
  /^(?:比较|较|基本)?(?:满意|同意|赞同|认可)$|^(?:较好|好|良好)$|^(?:somewhat )?(?:satisfied|agree)$|^good$/i,
  /^(?:非常|很|极其?|十分)(?:满意|同意|赞同|认可)$|^(?:很好|非常好|极好|优秀)$|^(?:very|extremely|completely) (?:satisfied|good)$|^(?:strongly agree|excellent)$/i,
] as const
const stars = /^(?:[★⭐*]+[☆✩]*|[☆✩]+)$/u
const starCount = /^(\d(?:\.\d)?|[一二两三四五])\s*-?(?:颗?星级?|stars?)$/i
const outOf = /^(\d+(?:\.\d+)?)\s*(?:\/|out of)\s*(5|10|100)(?:\s*分)?$/i

/** Points on a scale from 0 to the unit ('5', '10', '100'): NPS, satisfaction, stars. Outside the scale = error. */
export const rating: Reading = {
  id: 'rating',
  type: 'number',
  read: (cell, context) =>
    readQuantity(
      cell,
      context,
      (read, text) => {
        if (read.currency !== null || read.percent || read.per !== null) return null
        if (read.counter !== null && !/^(?:分|点|points?|pts)$/i.test(read.counter)) return null
        return onScale(read.value, context)
          ? noteQuantity(read, text, context, false)
          : failed(text)
      },
      (text, original) => {
        const found = ratingWords(text)
        return found && placed(found, original, context)
      },
    ),
  write: (value) => writeNumber(value),
}

export interface OnScale {
  readonly value: number
  readonly top: number
  readonly words: boolean // stars and phrases; not 4.5/5
}

/** A rating that names its scale: ★★★★☆, 4星, 4.5/5, 非常满意. Null = none. */
export function ratingWords(text: string): OnScale | null {
  const level = levels.findIndex((pattern) => pattern.test(text))
  if (level >= 0) return { value: level + 1, top: 5, words: true }
  if (stars.test(text)) return { value: text.replace(/[☆✩]/gu, '').length, top: 5, words: true }
  const count = starCount.exec(text)
  if (count) return { value: smallNumber(count[1] ?? '') ?? 0, top: 5, words: true }
  const share = outOf.exec(text)
  if (share) return { value: Number(share[1]), top: Number(share[2]), words: false }
  return null
}

function placed(found: OnScale, original: string, context: ReadContext): Cell {
  if (found.value > found.top) return failed(original)
  const unit = context.unit === null ? null : Number(context.unit)
  if (unit === found.top) return found.words ? noted(found.value, original) : said(found.value)
  if (unit === null)
    return noted(found.words ? found.value : exact(found.value / found.top), original)
  return noted(exact((found.value / found.top) * unit), original, 'assumed')
}

function onScale(value: number, context: ReadContext): boolean {
  return value >= 0 && (context.unit === null || value <= Number(context.unit))
}
