import type { Column } from '../../table/column.ts'
import { markCode } from '../../table/column.ts'
import { matchForm } from '../../table/parse/normalise.ts'
import { ratingWords } from '../../table/parse/rating.ts'
import { columnById, type Table } from '../../table/table.ts'
import { isOn, type Scale, type ScaleId, scaleOf, scales } from './scale.ts'

export interface Question {
  readonly column: Column
  readonly scale: Scale
  readonly answers: Float64Array // per row id, as answered; NaN = none. May lie outside the scale
  readonly unread: Uint8Array | null // 1 = something was answered that cannot be read
}

export interface Asked {
  readonly nps: Question | null
  readonly csat: Question | null
  /** The question for a recommendation where it is not asked on 0–10: its answers give no NPS. */
  readonly notNps: Question | null
}

export interface QuestionSettings {
  readonly nps: string | null // column; null = as found
  readonly csat: string | null
  readonly scale: ScaleId | 'auto' // of the satisfaction question
}

/**
 * The questions of a survey: the first that asks for a recommendation, and the first other one. A recommendation that was
 * not asked on 0–10 is taken for the question of satisfaction where there is no other.
 */
export function questionsOf(records: Table, settings: QuestionSettings): Asked {
  const answers = records.columns.filter(({ role }) => role === 'answer')
  const given = (id: string | null) => (id === null ? undefined : columnById(records, id))
  const nps = given(settings.nps) ?? answers.find((column) => recommends(column))
  const csat =
    given(settings.csat) ?? answers.find((column) => column !== nps && !recommends(column))
  return asked(nps, csat, settings)
}

export function asked(
  nps: Column | undefined,
  csat: Column | undefined,
  { scale }: QuestionSettings,
): Asked {
  const recommendation = nps ? questionOf(nps, 'auto', true) : null
  const satisfaction = csat ? questionOf(csat, scale, false) : null
  if (recommendation?.scale.id === '0-10')
    return { nps: recommendation, csat: satisfaction, notNps: null }
  return { nps: null, csat: satisfaction ?? recommendation, notNps: recommendation }
}

/** Columns that can hold answers. */
function questionOf(
  column: Column,
  scale: ScaleId | 'auto',
  recommendation: boolean,
): Question | null {
  const read = answersOf(column)
  if (!read) return null
  const found =
    scale === 'auto'
      ? (read.scale ?? scaleOf(column.name, read.answers, recommendation))
      : scales[scale]
  return { column, answers: read.answers, unread: read.unread, scale: found }
}

/** Whether an answer counts: on the scale, not blank. */
export function isAnswer({ answers, scale }: Question, row: number): boolean {
  return isOn(scale, answers[row] ?? NaN)
}

/** Whether something was answered that does not count. */
export function isLeftOut(question: Question, row: number): boolean {
  const answer = question.answers[row] ?? NaN
  return Number.isNaN(answer) ? question.unread?.[row] === 1 : !isOn(question.scale, answer)
}

const asksToRecommend = /nps|推荐|promoter|recommend/
function recommends({ name }: Column): boolean {
  return asksToRecommend.test(matchForm(name))
}

interface Read {
  readonly answers: Float64Array
  readonly unread: Uint8Array | null
  readonly scale: Scale | null // where the column itself says it
}

function answersOf(column: Column): Read | null {
  switch (column.type) {
    case 'number': {
      const error = markCode.error
      const unread = column.marks?.includes(error)
        ? column.marks.map((mark) => (mark === error ? 1 : 0))
        : null
      if (column.reading === 'percent')
        return {
          answers: column.values.map((value) => value * 100),
          unread,
          scale: scales['0-100'],
        }
      return { answers: column.values, unread, scale: null }
    }
    case 'boolean':
      return {
        answers: Float64Array.from(column.values, (value) => (value === 2 ? NaN : value)),
        unread: null,
        scale: scales.yesNo,
      }
    case 'category': {
      const worth = column.dictionary.map((word) => ratingWords(word)?.value ?? NaN)
      if (worth.every((value) => Number.isNaN(value))) return null
      const answers = Float64Array.from(column.codes, (code) => worth[code] ?? NaN)
      const unread = Uint8Array.from(answers, (answer, row) =>
        Number.isNaN(answer) && (column.codes[row] ?? 0) > 0 ? 1 : 0,
      )
      return { answers, unread, scale: scales['1-5'] }
    }
    case 'date':
    case 'text':
      return null
  }
}
