import type { AggregationId, ConditionId, EffectId, TieringId } from '../../scheme/scheme.ts'

/** How a score is made, how tiers are set, and rules: the parts of the form that are one choice each. */
export const rules = {
  // tiering methods
  methods: {
    cutoffs: { name: '按分数线', says: '到线就进这一级' },
    quota: { name: '按比例', says: '得分最高的百分之几进这一级' },
    topN: { name: '按名额', says: '得分最高的多少位进这一级' },
    valueShare: { name: '按金额占比（ABC）', says: '金额最大的客户合起来占到多少，进这一级' },
    naturalBreaks: { name: '自动找断层（自然断点）', says: '在得分隔得最开的地方分级' },
  } satisfies Record<TieringId, { name: string; says: string }>,
  countOf: (tier: string) => `${tier} 级的名额`,
  countUnit: '位',
  valueShareOf: (tier: string) => `${tier} 级占金额的比例`,
  valueColumn: '按哪一列的金额',
  valueColumnDefault: (name: string) => `金额列（${name}）`,
  valueColumnNone: '请选一列',
  breaksNote: '分数线自动算出，松手后更新',
  foundCutoff: (points: string) => `≥ ${points}`,

  // aggregation
  aggregation: '各项得分怎样合成',
  aggregationNow: (name: string) => `合成得分：${name}`,
  aggregations: {
    weightedSum: { name: '按权重相加', says: '一项低可以由别项补上（加权求和）' },
    weightedProduct: { name: '按权重相乘', says: '短板影响大，一项很低就很难高分（加权乘积）' },
    topsis: { name: '比离满分有多近', says: '离满分客户越近、离零分越远，得分越高（TOPSIS）' },
  } satisfies Record<AggregationId, { name: string; says: string }>,

  // explanation
  startLine: '从满分算起',
  sharedLines: '按占比分摊',
  lostPoints: (name: string, points: string) => `${name} 扣 ${points} 分`,
  sharedPoints: (name: string, points: string) => `${name} 分得 ${points} 分`,
  clampLine: '得分限在 0 到 100',
  ruledSays: (tier: string, computed: string, rules: string) =>
    `${tier} 级，规则“${rules}”；按得分是 ${computed} 级。`,
  ruledCell: (tier: string, computed: string) => `按规则是 ${tier}，按得分是 ${computed}`,
  hits: '符合的规则',

  // rules
  heading: '规则',
  help: '满足条件的客户加减分，或直接定级。',
  none: '还没有规则',
  add: '添加规则',
  edit: (rule: string) => `修改规则：${rule}`,
  more: (rule: string) => `${rule}：更多`,
  change: '修改…',
  remove: '删除规则',
  removed: '已删除规则',
  moveUp: '上移',
  moveDown: '下移',
  use: (rule: string) => `启用规则：${rule}`,
  hit: (count: string) => `${count} 位`,
  off: '停用',
  rests: '不起作用：列或等级已不在',
  titleAdd: '添加规则',
  titleEdit: '修改规则',
  when: '什么样的客户',
  whenHelp: '几个条件要同时满足。',
  column: '列',
  operator: '比较',
  value: '数值',
  valueDays: '天数',
  daysAgo: '距今天数',
  categories: '类别',
  categoriesNone: '请至少选一个类别',
  addCondition: '再加一个条件',
  removeCondition: '删除这个条件',
  then: '怎样处理',
  points: '加减分',
  pointsHelp: '负数是减分，总分仍在 0 到 100 之间',
  tier: '等级',
  save: '保存规则',
  noColumns: '表里没有可用的列',
  order: '先加减分，再依次保底、封顶、一票否决；人工调级最后。',
  effects: {
    bonus: { name: '加减分', says: '先加到得分里，再定级' },
    floor: { name: '保底', says: '等级不低于' },
    cap: { name: '封顶', says: '等级不高于' },
    veto: { name: '一票否决', says: '直接到最后一级' },
  } satisfies Record<EffectId, { name: string; says: string }>,
  conditions: { compare: '比较', among: '是其中之一', missing: '空缺' } satisfies Record<
    ConditionId,
    string
  >,
  operators: { '<': '<', '<=': '≤', '=': '=', '>=': '≥', '>': '>', '<>': '≠' },
  asks: { among: '是', notAmong: '不是', missing: '空缺', present: '有数' },

  // a rule in words: 投诉 ≥ 3 次，最高 B 级
  and: '，且 ',
  comparison: (column: string, operator: string, value: string) => `${column} ${operator} ${value}`,
  comparisonOfDate: (column: string, operator: string, days: string) =>
    `${column}距今 ${operator} ${days} 天`,
  among: (column: string, categories: string) => `${column}是${categories}`,
  notAmong: (column: string, categories: string) => `${column}不是${categories}`,
  missing: (column: string) => `${column}空缺`,
  present: (column: string) => `${column}有数`,
  or: '或',
  columnGone: '（已不在的列）',
  tierGone: '（已不在的等级）',
  yes: '是',
  no: '否',
  gains: (points: string) => `加 ${points} 分`,
  loses: (points: string) => `减 ${points} 分`,
  atLeast: (tier: string) => `最低 ${tier} 级`,
  atMost: (tier: string) => `最高 ${tier} 级`,
  straightTo: (tier: string) => `直接 ${tier} 级`,
  whole: (conditions: string, effect: string) => `${conditions}，${effect}`,

  // in the workbook
  bookNote: (rules: string) => `规则（在公式里，先后为加减分、保底、封顶、一票否决）：${rules}`,
  bookJoin: '；',
  bookBreaks: '分数线按自然断点算好，是固定值；得分变了不会重算。',
  bookFixedTiers: '等级按金额占比定，写成了固定值（客户超过 2,000 位或只导出一部分）。',
  bookCount: '累计名额',
  bookValueShare: '累计金额占比',
}
