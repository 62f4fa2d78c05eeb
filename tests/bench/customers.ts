import { seeded } from '../../src/core/random.ts'

const regions = ['华东', '华北', '华南', '华中', '西南', '西北', '东北']
const industries = ['制造', '零售', '互联网', '餐饮', '教育', '医疗', '物流']
const channels = ['线上商城', '门店', '电话销售', '转介绍']
const surnames = [...'王李张刘陈杨赵黄周吴徐孙胡朱高']
const given = [...'伟芳娜敏静秀丽强磊军洋勇艳杰涛明超霞平刚']
const firms = ['机械', '贸易', '食品', '建材', '科技', '服装', '物流', '电子']

/**
 * A made-up customer list as CSV: the columns of the shop lists that people bring, heavy-tailed amounts, 6 % of the survey
 * answers missing. The same seed gives the same list.
 */
export function customersCsv(rows: number, seed = 1): string {
  const random = seeded(seed)
  const pick = <T>(list: readonly T[]) => list[Math.floor(random() * list.length)] as T
  const day = (back: number) =>
    new Date(Date.UTC(2026, 10, 20) - back * 86_400_000).toISOString().slice(0, 10)
  const lines = [
    '客户编号,客户名称,地区,行业,来源渠道,首次购买日期,最近购买日期,购买次数,累计金额,NPS评分,投诉次数,备注',
  ]
  for (let row = 1; row <= rows; row++) {
    const orders = 1 + Math.floor(-Math.log(1 - random()) * 4)
    const amount = orders * Math.exp(4.5 + 1.3 * normal(random))
    const last = Math.floor(-Math.log(1 - random()) * 120)
    const name =
      random() < 0.5
        ? pick(surnames) + pick(given) + pick(given)
        : `${pick(surnames)}${pick(given)}${pick(firms)}有限公司`
    lines.push(
      [
        `C${String(row).padStart(7, '0')}`,
        name,
        pick(regions),
        pick(industries),
        pick(channels),
        day(last + Math.floor(random() * 900)),
        day(last),
        orders,
        amount.toFixed(2),
        random() < 0.06 ? '' : Math.min(10, Math.floor(random() * 7 + random() * 6)),
        random() < 0.7 ? 0 : 1 + Math.floor(random() * 3),
        random() < 0.1 ? '重点跟进' : '',
      ].join(','),
    )
  }
  return `\ufeff${lines.join('\n')}\n`
}

/** Box–Muller. */
function normal(random: () => number): number {
  return Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random())
}
