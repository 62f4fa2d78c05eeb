/** Words inside exported SQL. */
export const sql = {
  title: (name: string, dialect: string) => `客户分级：${name}（${dialect}）`,
  dialects: { postgres: 'PostgreSQL', duckdb: 'DuckDB', clickhouse: 'ClickHouse' },
  asOf: (day: string) => `分析基准日：${day}`,
  holds:
    '这里只有算法：权重、分数线、类别名，以及名单的汇总数（最小值、最大值、平均数、分位点等）。没有客户数据。',
  how: (table: string) =>
    `怎么用：先把客户名单放进数据库的表 ${table}，再分段运行下面的语句。语句只读，不改任何表。`,
  first: '第一段：用数据库里现在的客户重新算参数，每行一个。',
  second: '第二段：按导出时的参数给每位客户打分、定级，每行一位。',
  held: '第二段里的参数是导出时的固定值，下个月的新客户也用同一把尺子。想换成新参数，请在 Tiersheet 里导入新名单再导出。百分位是例外：没有固定时按数据库里现在的名次算。',
  noParameters: '没有需要从数据计算的参数。',
  columns: (table: string) => `表 ${table} 要有这些列（列名要和名单一样，空缺写成 NULL）：`,
  share: '百分数写成小数，5% 是 0.05',
  overrides: (table: string) =>
    `人工调级另放一张表 ${table}，每位客户一行，由您自己准备；没有的话建一张空表。列：客户编号、等级名、失效日期（长期有效写 NULL）：`,
  overridesLost: '名单没有客户编号列，人工调级无法对上客户，没有写进来。',
  reference: (table: string) =>
    `上次评定的等级放在表 ${table}，每位客户一行，由您自己准备。列：客户编号、等级名、从哪天起、正在变往哪级（没有写空文字）、连续几次、上次评定日：`,
  noReference: '方案设了稳定规则，但还没有上次评定的等级，这里按系统等级算。',
  breaks: '自然断点的分数线是导出时的固定值。',
  median: '空缺时用的中位得分是导出时的固定值。',
  result:
    '结果的列：score 得分（0 至 100），score_rank 名次，computed_tier 系统等级，settled_tier 评定等级，tier 最终等级，completeness 数据完整度（0 至 1）。未评级的客户得分和等级是 NULL。',
  steps: {
    source: '读取名单，日期换成距分析基准日的天数',
    prepared: '给分前的处理',
    utilities: '每项指标的得分，0 至 1',
    filled: '空缺时的得分',
    weights: '有数据的权重之和',
    shares: '每项指标的占比',
    score: '合成得分',
    snap: '得分精确到十亿分之一，没有依据的不评级',
    axes: '两个维度各自的档次，0 最好',
    ranks: '名次',
    tiers: '系统等级，1 最好',
    reference: '上次评定的等级',
    settled: '评定等级：稳定规则之后',
    rules: '保底、封顶、一票否决',
  },
  parameters: {
    worst: '得 0 分的值',
    best: '得满分的值',
    count: '有数据的客户数',
  },
}
