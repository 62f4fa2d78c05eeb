import type { Detail } from '../../core/error.ts'
import { many } from './facts.ts'

/** Words of the forecast and of the value by formula. */
export const forecasts = {
  models: {
    bgNbd: 'BG/NBD：每次购买之后都可能不再来',
    paretoNbd: 'Pareto/NBD：随时都可能不再来',
    nbd: '负二项：记录里看不出谁已离开，按各自的频率一直买下去',
  },
}

/** Fields of their forms, by model and name. */
export const forecastFields = {
  'prediction.months': {
    name: '往后看几个月',
    help: '一个月按 30 天算。看得越远越不准，最好不超过已有记录的长度。',
  },
  'prediction.discount': {
    name: '每年折现率',
    help: '明年的钱不如今年的钱值钱：填 10%，一年后的 110 元今天算 100 元。填 0% 就是不折现。',
  },
  'prediction.model': {
    name: '怎么估计',
    help: '一般不用改：先用 BG/NBD，它看不出谁已离开时改用 Pareto/NBD。',
    options: { auto: '自动', bgNbd: 'BG/NBD', paretoNbd: 'Pareto/NBD' },
  },
  'value.margin': {
    name: '毛利率',
    help: '留空时按销售额算，不是利润。',
    empty: '未填（按销售额算）',
  },
  'value.method': {
    name: '算多久',
    help: '按固定的年限，或按每年留下多少客户。',
    options: { years: '固定年限', retention: '按留存率' },
  },
  'value.years': { name: '年限', help: '客户还会来往几年。“算多久”选固定年限时用。' },
  'value.retention': {
    name: '每年留存率',
    help: '一年后还在的客户占多少：80% 就是每年流失两成。第一笔毛利算在一年后。“算多久”选按留存率时用。',
  },
  'value.discount': { name: '每年折现率', help: '填 0% 就是不折现。折现时每年的钱算在年底。' },
}

export const forecastIssues = {
  'prediction.fewRepeaters': (d: Detail) => ({
    title: `回头客只有 ${many(d)} 位，不够预测`,
    help: `至少要 ${many(d, 'least')} 位客户在不同的日子买过两次以上，否则算出来的数没有意义。`,
  }),
  'prediction.oneTime': (d: Detail) => ({
    title: `${many(d)} 位客户只在一天买过，没有预测`,
    help: '只买过一次，看不出他是暂时没来还是不再来了，所以留空，不当作 0，也不当作 100%。',
  }),
  'prediction.noDropout': () => ({
    title: '记录里看不出谁已经离开，不给活跃概率',
    help: '假设没人离开，也能同样好地解释这些购买。预计购买次数按“都还在”算，可能偏多。',
  }),
  'prediction.pareto': () => ({
    title: '改用了 Pareto/NBD',
    help: 'BG/NBD 看不出谁已经离开；另一种算法看得出。',
  }),
  'prediction.notConverged': () => ({
    title: '没有算到最合适的一组参数，结果只供参考',
    help: '常见原因是回头客太少，或购买日期有误。',
  }),
  'prediction.farAhead': (d: Detail) => ({
    title: `往后看 ${many(d, 'days')} 天，记录只有 ${many(d, 'observed')} 天`,
    help: '看得比已有的记录还远，结果会不可靠。可以缩短预测的月数。',
  }),
  'prediction.fewSpenders': (d: Detail) => ({
    title: '带金额的回头客太少，不预测金额',
    help: `现在 ${many(d)} 位，至少要 ${many(d, 'least')} 位。预计购买次数不受影响。`,
  }),
  'prediction.spendUnbounded': () => ({
    title: '客户之间的金额相差太大，不预测金额',
    help: '少数极大的金额让平均数没有意义。可以检查金额是否有误，或把大客户分开看。',
  }),
  'prediction.spendDependent': (d: Detail) => ({
    title:
      Number(d['correlation'] ?? 0) > 0
        ? '买得勤的客户每次也花得多，预测金额会有偏差'
        : '买得勤的客户每次花得少，预测金额会有偏差',
    help: `算法假设两者无关，这份记录里相关系数是 ${Number(d['correlation'] ?? 0).toFixed(2)}（超过 ±0.3）。`,
  }),
  'value.noMargin': () => ({
    title: '没有填毛利率：这里的价值是销售额，不是利润',
    help: '在设置里填上毛利率，就按毛利算。',
  }),
}
