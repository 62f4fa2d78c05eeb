import type { Job } from '../../core/job.ts'
import { columnById } from '../../table/table.ts'
import type { ModelInput } from '../model.ts'
import { latestAnswers } from '../survey/latest.ts'
import { asked, questionsOf, type Asked, type Question } from '../survey/questions.ts'
import { isOn } from '../survey/scale.ts'

const fresh = 365 // days: older answers say nothing of today

/**
 * 1 per customer whose latest answer is poor: a detractor, or in the lowest two fifths of the scale of satisfaction; null =
 * nobody was asked. From answer sheets, else from the customers' own list. Yields.
 */
export async function poorAnswers(input: ModelInput, job: Job): Promise<Uint8Array | null> {
  const { nps, csat } = questions(input)
  if (!nps && !csat) return null
  const poor = new Uint8Array(input.customers.rowCount)
  if (nps) await mark(poor, input, nps, 6, job)
  if (csat) await mark(poor, input, csat, csat.scale.poor, job)
  return poor
}

const asFound = { nps: null, csat: null, scale: 'auto' } as const

function questions({ records, customers, own }: ModelInput): Asked {
  if (records.survey) return questionsOf(records.survey.table, asFound)
  const find = (id: string | undefined) =>
    id === undefined ? undefined : columnById(customers, id)
  return asked(find(own.recommendation), find(own.satisfaction), asFound)
}

async function mark(
  poor: Uint8Array,
  { records, asOf }: ModelInput,
  question: Question,
  upTo: number,
  job: Job,
): Promise<void> {
  const latest = records.survey
    ? await latestAnswers(records.survey, question, poor.length, asOf, job)
    : { answers: question.answers, days: null }
  for (let row = 0; row < poor.length; row++) {
    const answer = latest.answers[row] ?? NaN
    const age = asOf - (latest.days?.[row] ?? asOf)
    if (isOn(question.scale, answer) && answer <= upTo && !(age > fresh)) poor[row] = 1
  }
}
