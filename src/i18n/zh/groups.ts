import type { Detail } from '../../core/error.ts'
import { many, name } from './facts.ts'

/** Criteria in groups, tiers by two sides, tiers within a column. */
export const groups = {
  usual: ['行为', '贡献', '忠诚度', '互动'], // what `useGroups` begins with

  // criteria in groups
  use: '按维度分组',
  useHelp: '把指标分到几个维度里，先定维度的权重，再定维度里每项的权重',
  used: '已按维度分组；数据齐全的客户得分不变',
  add: '添加维度',
  newName: (nth: number) => `维度 ${nth}`,
  nameOf: (group: string) => `${group}：维度名称`,
  nameTaken: '已有这个名称',
  weightOf: (group: string) => `${group}维度的权重`,
  capOf: (group: string) => `${group}维度最多几分`,
  share: (share: string) => `占总分 ${share}`,
  shareHint: (share: string, own: string) => `占总分 ${share}，占本维度 ${own}`,
  capFrom: '最多',
  capTo: '分',
  capNone: '不限',
  capRests: '封顶只在“按权重相加”时起作用',
  empty: '还没有指标：把指标拖到这里，或在指标的菜单里选“移到”',
  more: (group: string) => `${group}维度：更多`,
  moveUp: '上移',
  moveDown: '下移',
  remove: '删除维度',
  removeLast: '删除维度，不再分组',
  removed: (group: string) => `已删除维度“${group}”，指标还在`,
  moveTo: (group: string) => `移到“${group}”`,
  capLine: (group: string) => `${group}封顶，超出的不计`,

  // tiers by two sides
  side: (nth: number): string => (nth === 0 ? '竖着看' : '横着看'),
  sideOf: (nth: number): string => (nth === 0 ? '竖着的一面' : '横着的一面'),
  gone: '请选一个',
  groupHeading: (group: string) => `维度：${group}`,
  better: (axis: string) => `${axis}：越高越好还是越低越好`,
  higher: '越高越好',
  lower: '越低越好',
  higherDate: '越久越好',
  lowerDate: '越近越好',
  line: (axis: string, nth: number) => `${axis}第 ${nth} 档的线`,
  from: '≥',
  upTo: '≤',
  restClass: '其余',
  nth: (nth: number) => `${nth} 档`,
  addClass: (axis: string) => `${axis}多分一档`,
  removeClass: (axis: string) => `${axis}少分一档`,
  cells: '每一格是哪一级',
  cell: (down: string, first: number, across: string, second: number) =>
    `${down}第 ${first} 档、${across}第 ${second} 档是哪一级`,
  cellCount: (count: string) => `${count} 位`,
  matrixHelp: '先看一位客户两个方面各在第几档，再取交叉那一格的等级。得分和名次不变。',
  missing: (axis: string, count: string) => `${axis}：${count} 位没有数，算最低一档`,
  lineOrder: '这条线要比上一档差',

  // explanation of a cell, and of a category
  inCell: (axis: string, value: string, nth: number, of: number) =>
    `${axis} ${value}，第 ${nth} 档（共 ${of} 档）`,
  noValue: '没有数',
  step: (axis: string, value: string, tier: string) => `${axis}到 ${value}，就是 ${tier} 级`,
  stepDown: (axis: string, value: string, tier: string) =>
    `${axis}降到 ${value} 以内，就是 ${tier} 级`,
  bestCell: '单改一个方面，等级不会更高',
  byMatrix: '等级看矩阵里的格子，得分只用来排名。',
  category: (column: string, name: string, rank: string, of: string) =>
    `在${column}“${name}”的 ${of} 位里排第 ${rank}`,
  categoryNone: (column: string, rank: string, of: string) =>
    `在没填${column}的 ${of} 位里排第 ${rank}`,

  // tiers within a column
  within: '比较范围',
  all: '全部客户一起比',
  each: (column: string) => `每个${column}各自比`,
  withinSays: (column: string) => `每个${column}各自划线，都有自己的 A、B、C；没填的客户自成一组。`,
  withinRests: '现在的定级方法是看绝对的线，分开比和一起比结果一样。',
  seeCategories: '看各组人数',
  categoriesOf: (column: string) => `每个${column}的人数`,
  noCategory: '（没填）',
  customers: '客户',
  ungraded: '未评级',
  page: (from: string, to: string, total: string) => `第 ${from}–${to} 组，共 ${total} 组`,
  previous: '上一页',
  next: '下一页',
  close: '关闭',

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
    toNextFixed: (column: string, title: string) =>
      `“${title}”按各${column}自己的分数线来算，是导出时的值，不随权重变化。`,
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
