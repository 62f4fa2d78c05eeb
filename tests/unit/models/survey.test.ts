import { describe, expect, test } from 'vitest'
import type { ModelInput } from '../../../src/models/model.ts'
import { groups } from '../../../src/models/survey/measures.ts'
import { scaleOf } from '../../../src/models/survey/scale.ts'
import { survey, type SurveySettings } from '../../../src/models/survey/survey.ts'
import { day, inputOf, job, recordsOf, tableWith } from './history.ts'

const run = (input: ModelInput, settings: Partial<SurveySettings> = {}) =>
  survey.run(input, { ...survey.defaults(), ...settings }, job)

const asOf = '2024-07-01'

describe('scales', () => {
  const scale = (values: number[], header = '打分', recommends = false) =>
    scaleOf(header, Float64Array.from(values), recommends).id
  test.each([
    ['1-5', [1, 3, 5, 5, NaN]],
    ['1-7', [2, 7, 6]],
    ['1-10', [2, 8, 10]],
    ['0-10', [0, 8, 10]],
    ['0-100', [85, 100, 60]],
  ])('%s is told by its answers', (id, values) => expect(scale(values)).toBe(id))
  test('a code for “no answer” and a slip do not widen the scale', () => {
    const answers = Array.from({ length: 99 }, (_, at) => (at % 5) + 1)
    expect(scale([...answers, 99])).toBe('1-5')
    expect(scale([...answers, 7])).toBe('1-5')
  })
  test('a question for a recommendation is 0–10 also where nobody chose 0', () =>
    expect([scale([6, 9, 10], 'NPS', true), scale([0, 3], 'NPS', true)]).toEqual(['0-10', '0-10']))
  test.each([
    ['满意度（1-10分）', '1-10'],
    ['您的评价(1~7)', '1-7'],
    ['Rating 0 to 10', '0-10'],
    ['满意度 0-100', '0-100'],
  ])('%s says it itself', (header, id) => expect(scale([3, 4, 5], header)).toBe(id))
  test('years and other numbers in a header are no scale', () =>
    expect(scale([3, 4, 5], '2021-10 满意度')).toBe('1-5'))
})

describe('answer sheets', () => {
  const records = recordsOf(
    [
      [
        'when',
        'date',
        '时间',
        [
          '2024-04-02',
          '2024-05-10',
          '2024-05-20',
          '2024-06-01',
          '2024-08-01',
          '2024-06-02',
          '2024-06-03',
        ],
      ],
      ['answer', 'number', 'NPS', ['10', '6', '8', '11', '9', '', '-1']],
      [
        'answer',
        'category',
        '满意度',
        ['非常满意', '满意', '一般', '不满意', '非常满意', '说不清', '很好'],
      ],
    ],
    [0, 0, 1, 1, 2, 2, -1],
  )
  const input = inputOf({ customers: 3, asOf, records: { survey: records } })

  test('answers off the scale, blank, or later than the as-of date are no responses', async () => {
    const { facts, notes } = await run(input)
    expect(facts.nps?.total).toMatchObject({
      promoters: 1,
      passives: 1,
      detractors: 1,
      answers: 3,
      score: 0,
    })
    expect(facts.nps?.leftOut).toBe(2) // 11 and −1
    // 5 4 3 2 · 5: of 5 answers 3 satisfied; 说不清 cannot be read
    expect(facts.csat).toMatchObject({ scale: '1-5', leftOut: 1 })
    expect(facts.csat?.total).toMatchObject({ answers: 5, satisfied: 3, poor: 1, share: 0.6 })
    expect(notes.map(({ code }) => code)).toEqual([
      'survey.leftOut',
      'survey.few',
      'survey.leftOut',
      'survey.few',
      'survey.scale',
    ])
  })
  test('by month, also those without answers', async () => {
    const { facts } = await run(input)
    expect(facts.nps?.trend.map(({ start, answers, score }) => [start, answers, score])).toEqual([
      [day('2024-04-01'), 1, 100],
      [day('2024-05-01'), 2, -50],
      [day('2024-06-01'), 0, NaN],
    ])
    const quarters = await run(input, { period: 'quarter' })
    expect(quarters.facts.nps?.trend.map(({ answers }) => answers)).toEqual([3])
  })
  test('each customer has the latest answer that counts', async () => {
    const { figures } = await run(input)
    const nps = figures.find(({ id }) => id === 'survey.nps')
    const group = figures.find(({ id }) => id === 'survey.group')
    expect(nps?.reading === 'number' && [...nps.values]).toEqual([6, 8, NaN])
    expect(
      group?.reading === 'category' && [...group.codes].map((code) => groups[code - 1] ?? ''),
    ).toEqual(['survey.detractor', 'survey.passive', ''])
    const last = figures.find(({ id }) => id === 'survey.last')
    expect(last?.reading === 'date' && [...last.values]).toEqual(
      ['2024-05-10', '2024-06-01', '2024-06-02'].map(day),
    )
  })
})

test('a recommendation on 1–5 gives no NPS: it says so and counts the satisfied', async () => {
  const records = recordsOf([['answer', 'number', '推荐意愿', ['5', '4', '2', '1']]], [0, 1, 2, 3])
  const { facts, notes, figures } = await run(
    inputOf({ customers: 4, asOf, records: { survey: records } }),
  )
  expect(facts.nps).toBeNull()
  expect(facts.csat?.total.share).toBe(0.5)
  expect(notes[0]).toMatchObject({
    code: 'survey.notNps',
    detail: { column: '推荐意愿', scale: '1-5' },
  })
  expect(figures.map(({ id }) => id)).toEqual(['survey.csat'])
})

test('yes and no are a scale', async () => {
  const records = recordsOf(
    [['answer', 'boolean', '是否满意', ['是', '否', '是', '']]],
    [0, 1, 2, 3],
  )
  const { facts } = await run(inputOf({ customers: 4, asOf, records: { survey: records } }))
  expect(facts.csat).toMatchObject({ scale: 'yesNo', total: { answers: 3, satisfied: 2 } })
})

test('columns of the list stand in where there are no sheets; only the group is added', async () => {
  const list = tableWith('customers', [
    ['measure', 'rating', 'NPS', ['9', '10', '3', ''], '10'],
    ['measure', 'rating', '满意度', ['5', '3', '4', '1'], '5'],
  ])
  const own = { recommendation: 'NPS', satisfaction: '满意度' }
  const { facts, figures } = await run(inputOf({ customers: 4, asOf, list, own }))
  expect(facts.from).toBe('list')
  expect(facts.nps?.total.score).toBeCloseTo(100 / 3, 12)
  expect(facts.csat?.total.share).toBe(0.5)
  expect(figures.map(({ id }) => id)).toEqual(['survey.group'])
})
