import type { Issue } from '../../core/issue.ts'
import type { Job } from '../../core/job.ts'
import { columnById, columnByRole } from '../../table/table.ts'
import { type Period, periodStarts } from '../records/calendar.ts'
import { Latest } from '../records/dates.ts'
import type { Figure, LinkedRecords, Model, ModelInput } from '../model.ts'
import { numbersOf } from '../records/rows.ts'
import { eachSheet, latestAnswers } from './latest.ts'
import { groupOf, groups } from './measures.ts'
import {
  type Asked,
  asked,
  type Question,
  type QuestionSettings,
  questionsOf,
} from './questions.ts'
import { isOn, scaleIds } from './scale.ts'
import { type CsatFacts, type NpsFacts, Tally } from './tally.ts'

export interface SurveySettings extends QuestionSettings {
  readonly period: Period
}

export interface SurveyFacts {
  readonly from: 'answers' | 'list' // answer sheets, or columns of the customers' own list
  readonly period: Period
  readonly nps: NpsFacts | null
  readonly csat: CsatFacts | null
}

/** What customers say: how many would recommend, how many are satisfied, and each one's latest answer. */
export const survey: Model<SurveySettings, SurveyFacts> = {
  id: 'survey',
  usual: ['survey.nps', 'survey.csat', 'survey.last'],
  fields: [
    { kind: 'column', name: 'nps', table: 'survey' },
    { kind: 'column', name: 'csat', table: 'survey' },
    { kind: 'choice', name: 'scale', options: ['auto', ...scaleIds] },
    { kind: 'choice', name: 'period', options: ['month', 'quarter'] },
  ],
  defaults: () => ({ nps: null, csat: null, scale: 'auto', period: 'month' }),
  usuallyOn: ({ records, own }) =>
    records.survey !== undefined ||
    own.recommendation !== undefined ||
    own.satisfaction !== undefined,
  needs: ({ records, own }, settings) => {
    if (!records.survey) return own.recommendation || own.satisfaction ? [] : ['survey']
    const { nps, csat } = questionsOf(records.survey.table, settings)
    return nps || csat ? [] : ['survey.answer']
  },
  reads: (input) => (input.records.survey ? [] : inList(input)),
  run: (input, settings, job) =>
    input.records.survey
      ? fromAnswers(input, input.records.survey, settings, job)
      : Promise.resolve(fromList(input, settings)),
}

async function fromAnswers(
  { customers, asOf }: ModelInput,
  records: LinkedRecords,
  settings: SurveySettings,
  job: Job,
) {
  const questions = questionsOf(records.table, settings)
  const count = customers.rowCount
  const starts = await periodsAsked(records, asOf, settings.period, job)
  const tallies = talliesOf(questions, starts)
  const latest = new Latest(count)
  await eachSheet(records, asOf, job, (row, customer, day) => {
    tallies.nps?.add(row, day)
    tallies.csat?.add(row, day)
    if (customer >= 0) latest.add(customer, day)
  })
  const figures: Figure[] = []
  if (questions.nps) {
    const { answers } = await latestAnswers(records, questions.nps, count, asOf, job)
    figures.push(answerFigure('survey.nps', questions.nps, answers), groupFigure(answers))
  }
  if (questions.csat) {
    const { answers } = await latestAnswers(records, questions.csat, count, asOf, job)
    figures.push(answerFigure('survey.csat', questions.csat, answers))
  }
  if (columnByRole(records.table, 'when'))
    figures.push({ id: 'survey.last', reading: 'date', unit: null, values: latest.span.last })
  const facts = factsOf('answers', settings.period, tallies)
  return { figures, facts, notes: notesOf(questions, facts) }
}

/** Answers that stand in the customers' own list, one each: it has them already, so only the group is added. */
function fromList(input: ModelInput, settings: SurveySettings) {
  const { customers, own } = input
  const find = (id: string | undefined) =>
    id === undefined ? undefined : columnById(customers, id)
  const questions = asked(find(own.recommendation), find(own.satisfaction), settings)
  const tallies = talliesOf(questions, new Float64Array(0))
  for (const row of customers.order) {
    tallies.nps?.add(row, NaN)
    tallies.csat?.add(row, NaN)
  }
  const { nps } = questions
  const figures = nps
    ? [groupFigure(nps.answers.map((answer) => (isOn(nps.scale, answer) ? answer : NaN)))]
    : []
  const facts = factsOf('list', settings.period, tallies)
  return { figures, facts, notes: notesOf(questions, facts) }
}

function inList({ own, customers }: ModelInput) {
  return [own.recommendation, own.satisfaction].flatMap((id) => {
    const column = id === undefined ? undefined : columnById(customers, id)
    return column ? [column] : []
  })
}

const periodsShown = 13

async function periodsAsked(records: LinkedRecords, asOf: number, period: Period, job: Job) {
  if (!numbersOf(columnByRole(records.table, 'when'))) return new Float64Array(0)
  let [first, last] = [Infinity, -Infinity]
  await eachSheet(records, asOf, job, (_row, _customer, day) => {
    if (day < first) first = day
    if (day > last) last = day
  })
  return last === -Infinity ? new Float64Array(0) : periodStarts(first, last, period, periodsShown)
}

function talliesOf({ nps, csat }: Asked, starts: Float64Array) {
  return {
    nps: nps && new Tally(nps, starts, true),
    csat: csat && new Tally(csat, starts, false),
  }
}

function factsOf(
  from: SurveyFacts['from'],
  period: Period,
  { nps, csat }: ReturnType<typeof talliesOf>,
): SurveyFacts {
  return {
    from,
    period,
    nps: nps?.nps ?? null,
    csat: csat ? csat.csat(from === 'list' ? csat.column.id : 'survey.csat') : null,
  }
}

function answerFigure(id: 'survey.nps' | 'survey.csat', question: Question, values: Float64Array) {
  const rated = question.column.reading === 'rating'
  const reading = rated ? ('rating' as const) : ('number' as const)
  return { id, reading, unit: rated ? question.column.unit : null, values }
}

function groupFigure(answers: Float64Array): Figure {
  const codes = Uint32Array.from(answers, (answer) =>
    Number.isNaN(answer) ? 0 : groupOf(answer) + 1,
  )
  const labels = groups.map((word) => ({ word }))
  return { id: 'survey.group', reading: 'category', unit: null, codes, labels }
}

const few = 30 // answers; below this chance decides

function notesOf({ notNps }: Asked, { nps, csat }: SurveyFacts): readonly Issue[] {
  const notes: Issue[] = []
  if (notNps)
    notes.push({
      code: 'survey.notNps',
      level: 'warning',
      detail: { column: notNps.column.name, scale: notNps.scale.id },
    })
  for (const facts of [nps, csat]) {
    if (!facts) continue
    const { column, leftOut, total } = facts
    if (leftOut > 0)
      notes.push({ code: 'survey.leftOut', level: 'info', detail: { column, count: leftOut } })
    if (total.answers < few)
      notes.push({ code: 'survey.few', level: 'info', detail: { column, count: total.answers } })
  }
  if (csat)
    notes.push({
      code: 'survey.scale',
      level: 'info',
      detail: { column: csat.column, scale: csat.scale, from: csat.satisfiedFrom },
    })
  return notes
}
