import type { Column } from '../../table/column.ts'
import { periodOf } from '../records/calendar.ts'
import {
  groupOf,
  netPromoterScore,
  type Recommendations,
  satisfiedShare,
  scoreMargin,
} from './measures.ts'
import { isAnswer, isLeftOut, type Question } from './questions.ts'
import type { ScaleId } from './scale.ts'

export interface NpsFacts {
  readonly column: string // its header
  readonly total: NpsTally
  readonly leftOut: number // answers outside 0–10, or that cannot be read
  readonly trend: readonly (NpsTally & { readonly start: number })[] // by period, first days
}
export interface NpsTally extends Recommendations {
  readonly answers: number
  readonly score: number // −100..100; NaN = no answers
  readonly margin: number // points either way that chance alone may do
}

export interface CsatFacts {
  readonly column: string
  readonly source: string // figure, or column of the list, that has each customer's answer
  readonly scale: ScaleId
  readonly least: number
  readonly most: number
  readonly satisfiedFrom: number // answers from here on are satisfied
  readonly total: CsatTally
  readonly leftOut: number
  readonly trend: readonly (CsatTally & { readonly start: number })[]
}
export interface CsatTally {
  readonly answers: number
  readonly satisfied: number
  readonly poor: number
  readonly share: number // satisfied ÷ answers; NaN = no answers
  readonly mean: number
}

/** Counts of three kinds of answers in all and by period, filled row by row. */
export class Tally {
  readonly question: Question
  readonly #starts: Float64Array
  readonly #kind: (answer: number) => 0 | 1 | 2
  readonly #counts: Float64Array // period × (three kinds, sum of answers), then the whole
  #leftOut = 0

  constructor(question: Question, starts: Float64Array, forNps: boolean) {
    this.question = question
    this.#starts = starts
    const { satisfied, poor } = question.scale
    this.#kind = forNps ? groupOf : (answer) => (answer >= satisfied ? 0 : answer <= poor ? 2 : 1)
    this.#counts = new Float64Array(Math.max(1, starts.length) * 4)
  }

  add(row: number, day: number): void {
    if (isLeftOut(this.question, row)) this.#leftOut++
    if (!isAnswer(this.question, row)) return
    const answer = this.question.answers[row] ?? NaN
    this.#count(this.#last, answer)
    const period = periodOf(this.#starts, day)
    if (period >= 0) this.#count(period, answer)
  }

  get nps(): NpsFacts {
    return { ...this.#base, total: npsTally(this.#kinds(this.#last)), trend: this.#trend(npsTally) }
  }

  csat(source: string): CsatFacts {
    const { id, satisfied, least, most } = this.question.scale
    const total = csatTally(this.#kinds(this.#last))
    return {
      ...this.#base,
      source,
      scale: id,
      least,
      most,
      satisfiedFrom: satisfied,
      total,
      trend: this.#trend(csatTally),
    }
  }

  get column(): Column {
    return this.question.column
  }

  get #base() {
    return { column: this.question.column.name, leftOut: this.#leftOut }
  }
  get #last(): number {
    return Math.max(1, this.#starts.length) - 1
  }
  #count(period: number, answer: number) {
    const at = period * 4 + this.#kind(answer)
    this.#counts[at] = (this.#counts[at] ?? 0) + 1
    this.#counts[period * 4 + 3] = (this.#counts[period * 4 + 3] ?? 0) + answer
  }
  #kinds(period: number): readonly [number, number, number, number] {
    const at = (place: number) => this.#counts[period * 4 + place] ?? 0
    return [at(0), at(1), at(2), at(3)]
  }
  #trend<T>(tally: (kinds: readonly [number, number, number, number]) => T) {
    return [...this.#starts.subarray(0, this.#last)].map((start, at) => ({
      start,
      ...tally(this.#kinds(at)),
    }))
  }
}

function npsTally([promoters, passives, detractors]: readonly [
  number,
  number,
  number,
  number,
]): NpsTally {
  const own = { promoters, passives, detractors }
  return {
    ...own,
    answers: promoters + passives + detractors,
    score: netPromoterScore(own),
    margin: scoreMargin(own),
  }
}

function csatTally([satisfied, between, poor, sum]: readonly [
  number,
  number,
  number,
  number,
]): CsatTally {
  const answers = satisfied + between + poor
  return {
    answers,
    satisfied,
    poor,
    share: satisfiedShare(satisfied, answers),
    mean: sum / answers,
  }
}
