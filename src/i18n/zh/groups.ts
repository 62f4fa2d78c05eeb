import type { Detail } from '../../core/error.ts'
import { many, name } from './facts.ts'

/** Criteria in groups, tiers by two sides, tiers within a column. */
export const groups = {
  usual: ['行为', '贡献', '忠诚度', '互动'], // what `useGroups` begins with
}

export const groupIssues = {
  'tiering.axisGone': () => ({
    title: '矩阵的一个方面已不在了。',
    help: '所有客户在这一面都算最低一档；请另选一个维度或一列。',
  }),
  'tiering.axisWithoutValue': (d: Detail) => ({
    title: `${name(d, 'axis')}：${many(d)} 位客户没有数`,
    help: '按矩阵定级时，他们在这一面算最低一档。',
  }),
  'tiering.axisCrossed': (d: Detail) => ({
    title: `${name(d, 'axis')}：各档的线没有按从好到差排`,
    help: '请让每一档的线比上一档差一些，否则有的档没有人。',
  }),
  'tiering.withinGone': () => ({
    title: '各组分别定级所用的列不能用了。',
    help: '现在所有客户放在一起定级；请另选一列，或选“全部客户一起”。',
  }),
}
