/** 权重助手: proposals of weights, and what they would change. */
export const weighing = {
  title: '权重助手',
  open: '权重助手…',
  helper: '怎样定权重',
  helpers: {
    equal: {
      name: '一样重',
      says: '每一项同样重要',
      assumes: '说不出哪一项更重要时用它。简单、好解释，是比较其他办法的起点。',
    },
    pairwise: {
      name: '两两比较',
      says: '逐对回答哪一项更重要',
      assumes:
        '把您的经验变成权重（层次分析法 AHP）。前提是您说得出两项哪一项更重要；回答前后矛盾时会指出来。不看客户的数据。',
    },
    entropy: {
      name: '看差别（熵权法）',
      says: '客户得分越参差，权重越大',
      assumes:
        '只看数据：客户之间差别大的指标更能分出高低，所以权重大。前提是“差别大就重要”，这不一定成立：少数客户特别高的指标会得到很大的权重。',
    },
    critic: {
      name: '看差别和重复（CRITIC）',
      says: '差别大、又不重复的权重大',
      assumes:
        '只看数据：得分差别大、又和其他指标不重复的，权重大；两项说同一件事，就分摊权重。它不知道生意上哪一项要紧。',
    },
  },
  scope: '给什么定权重',
  scopes: {
    all: '所有指标',
    groups: '各组之间',
    group: (name: string) => `“${name}”组里的指标`,
  },
  now: '现在',
  proposed: '建议',
  item: '指标',
  group: '组',
  share: '占比',
  table: '现在的权重和建议的权重',
  noProposal: '这些指标在客户之间没有差别，无法从数据定权重。',
  tooMany: (most: number) => `最多比较 ${most} 项。请先分组，再在组里比较。`,
  few: '至少要有两项，才需要定权重。',
  constant: '所有客户得分一样，分不出高低，权重 0',
  noValues: '没有可用的值，权重 0',
  missing: (count: string) => `缺 ${count} 位，只看有值的客户`,
  ofCustomers: (count: string) => `根据 ${count} 位客户现在的得分`,
  why: {
    spread: (value: string) => `差别程度 ${value}`,
    critic: (deviation: string, conflict: string) => `得分参差 ${deviation} · 不重复 ${conflict}`,
  },
  groupsToo: '各组的权重也会改成组里指标的合计，这样每项的占比正好是建议值。',
  // pairwise
  questions: '逐对比较',
  progress: (answered: number, pairs: number) => `已回答 ${answered}/${pairs}`,
  unanswered: '没有回答的，按同样重要算',
  question: (first: string, second: string) => `${first}与${second}，哪个更重要？`,
  same: '同样重要',
  notYet: '还没有回答',
  stronger: (name: string, words: string, times: string) => `${name}${words}（${times}）`,
  strengths: [
    '同样重要',
    '略微重要',
    '稍微重要',
    '比较重要',
    '明显重要',
    '重要得多',
    '非常重要',
    '极为重要',
    '绝对重要',
  ] as readonly string[], // by the number of times, from 1
  times: (value: string) => `${value} 倍`,
  consistent: (ratio: string) => `前后一致（一致性比率 ${ratio}，不超过 0.10 就可以）`,
  inconsistentOverall: (ratio: string) =>
    `前后矛盾较多（一致性比率 ${ratio}，最好不超过 0.10），请再看看回答。`,
  inconsistent: (ratio: string) =>
    `前后矛盾较多（一致性比率 ${ratio}，最好不超过 0.10），建议重看一对：`,
  reconsider: (first: string, second: string, given: string, fits: string) =>
    `${first}与${second}：现在是“${given}”，和其他回答最合的是“${fits}”`,
  reconsiderAfter: (ratio: string) => `改了以后一致性比率是 ${ratio}`,
  adopt: '改成它',
  look: '去看这一对',
  clear: '清空回答',
  keeps: '应用时，回答和方案一起保存。',
  // effect
  effect: '对等级的影响',
  moves: (up: string, down: string, same: string) => `${up} 位升级，${down} 位降级，${same} 位不变`,
  nobody: '没有客户换等级',
  matrix: '换等级的客户：行是现在的等级，列是建议的等级',
  from: '现在',
  to: '建议以后',
  none: '未评级',
  apply: '应用',
  applied: '已换用建议的权重',
  unchanged: '和现在的权重一样',
  working: '正在计算…',
}
