import { present } from '../../math/present.ts'
import { matchForm } from '../../table/parse/normalise.ts'

/** What answers to a question range over. */
export const scaleIds = ['0-10', '1-10', '1-7', '1-5', '0-100', 'yesNo'] as const
export type ScaleId = (typeof scaleIds)[number]

export interface Scale {
  readonly id: ScaleId
  readonly least: number
  readonly most: number
  readonly satisfied: number // from here on: the top two answers, of 0–100 the top fifth
  readonly poor: number // up to here: the lowest two fifths
}

export const scales: Readonly<Record<ScaleId, Scale>> = {
  '0-10': { id: '0-10', least: 0, most: 10, satisfied: 9, poor: 4 },
  '1-10': { id: '1-10', least: 1, most: 10, satisfied: 9, poor: 4 },
  '1-7': { id: '1-7', least: 1, most: 7, satisfied: 6, poor: 2 },
  '1-5': { id: '1-5', least: 1, most: 5, satisfied: 4, poor: 2 },
  '0-100': { id: '0-100', least: 0, most: 100, satisfied: 80, poor: 40 },
  yesNo: { id: 'yesNo', least: 0, most: 1, satisfied: 1, poor: 0 },
}

const enough = 0.95 // of the answers: the others are slips

/**
 * From the header where it says so (满意度（1-5分）). Else 0–100 where most answers are above 10; what is above 10 elsewhere
 * is a code for "no answer", and the smallest scale that nearly all of the rest lie on is taken. A question for a
 * recommendation is asked on 0–10, also where nobody chose 0; where somebody did, it cannot be another. `values`: numbers as answered, NaN = none.
 */
export function scaleOf(header: string, values: Float64Array, recommends: boolean): Scale {
  const said = scaleSaid(header)
  if (said) return scales[said]
  const answers = present(values)
  const upTo = (most: number) => {
    let count = 0
    for (const answer of answers) if (answer <= most) count++
    return count
  }
  const points = upTo(10)
  if (2 * points < answers.length) return scales['0-100']
  if (recommends && answers.includes(0)) return scales['0-10']
  if (upTo(5) >= enough * points) return scales['1-5']
  if (upTo(7) >= enough * points) return scales['1-7']
  return scales[recommends || answers.includes(0) ? '0-10' : '1-10']
}

const written = /(?<!\d)([01])(?:分)?[-–—~～至到](10{1,2}|[57])(?!\d)/

function scaleSaid(header: string): ScaleId | null {
  const found = written.exec(
    matchForm(header).replace(/\s|to/g, (text) => (text === 'to' ? '-' : '')),
  )
  const id = found ? `${found[1] ?? ''}-${found[2] ?? ''}` : ''
  return scaleIds.find((known) => known === id) ?? null
}

export function isOn({ least, most }: Scale, answer: number): boolean {
  return answer >= least && answer <= most
}
