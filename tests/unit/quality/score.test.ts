import { expect, test } from 'vitest'
import { finish } from '../../../src/core/steps.ts'
import { analyse } from '../../../src/quality/analyse.ts'
import type { Subject } from '../../../src/quality/check.ts'
import { columnNamed, subjectOf } from './lists.ts'

const scoreOf = (subject: Subject, name: string) =>
  finish(analyse(subject)).columns.find(
    ({ column }) => column === columnNamed(subject.table, name).id,
  )

const list = [
  '客户名称,累计金额,购买次数,备注',
  '甲,100,1,',
  '乙,面议,2,好',
  '丙,-5,3,',
  '丁,,4,',
  '戊,200,,',
].join('\n')

test('a column scores the share of its cells that are filled, read and without a finding', async () => {
  const subject = await subjectOf(list, { criteria: ['累计金额', '购买次数'] })
  // 累计金额: 甲 and 戊 of five are good; 乙 was not read, 丙 is negative, 丁 is empty
  expect(scoreOf(subject, '累计金额')).toMatchObject({
    score: 40,
    filled: 4,
    parsed: 3,
    against: { completeness: 1, validity: 1, plausibility: 1, consistency: 0, uniqueness: 0 },
  })
  expect(scoreOf(subject, '购买次数')).toMatchObject({ score: 80, filled: 4, parsed: 4 })
  // notes may be empty: of the one that is filled
  expect(scoreOf(subject, '备注')).toMatchObject({ score: 100, filled: 1, weight: 0 })
})

test('the list scores the mean by the weights of criteria, names a quarter of them', async () => {
  const subject = await subjectOf(list, { criteria: ['累计金额', '购买次数'] })
  // both criteria weigh ½, the name ¼: (½·40 + ½·80 + ¼·100) ÷ 1.25 = 68
  expect(finish(analyse(subject)).score).toBeCloseTo(68, 10)
  const [first, second] = subject.scheme.criteria
  if (!first || !second) throw new Error('two criteria')
  const scheme = {
    ...subject.scheme,
    criteria: [
      { ...first, weight: 3 },
      { ...second, weight: 1 },
    ],
  }
  // ¾·40 + ¼·80 + ¼·100 = 75, ÷ 1.25 = 60
  expect(finish(analyse({ ...subject, scheme })).score).toBeCloseTo(60, 10)
})

test('nobody in the list, nothing to score', async () => {
  const subject = await subjectOf(list)
  const table = { ...subject.table, order: new Uint32Array(0) }
  expect(finish(analyse({ ...subject, table })).score).toBeNull()
})
