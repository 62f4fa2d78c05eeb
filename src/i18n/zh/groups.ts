import type { Detail } from '../../core/error.ts'
import { many, name } from './facts.ts'

/** Criteria in groups, tiers by two sides, tiers within a column. */
export const groups = {
  usual: ['行为', '贡献', '忠诚度', '互动'], // what `useGroups` begins with

  // in the workbook
  book: {
    title: '评分维度',
    group: '维度',
    weight: '权重',
    share: '占比',
    cap: '最多几分',
    counted: '合计',
    scoreOf: (name: string) => `${name}（维度分）`,
    matrix: (down: string, across: string) => `矩阵：${down} × ${across}，每一格是哪一级`,
    corner: (down: string, across: string) => `${down} ↓ ${across} →`,
    classNth: (nth: number) => `第 ${nth} 档`,
    lines: (name: string, lower: boolean) => `${name}：各档${lower ? '不高于' : '不低于'}`,
    matrixNote: '等级按矩阵定：两个方面各落在第几档，就取那一格的等级；没有数的算最低一档。',
    count: (column: string) => `同${column}客户数`,
    above: (column: string) => `同${column}得分更高的人数`,
    aboveValue: (column: string) => `同${column}金额更大的客户占的金额（十亿分之几）`,
    within: (column: string) => `等级在每个${column}之内分别定；${column}空缺的客户自成一组。`,
    withinFixed: (column: string) =>
      `等级在每个${column}之内分别定，写成了固定值（客户超过 2,000 位、只导出一部分，或断层是算好的）。`,
  },
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
