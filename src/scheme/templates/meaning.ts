import type { ColumnRole, ReadingId } from '../../table/column.ts'
import type { Direction } from '../scoring/scoring.ts'

/** What is known of a column before its cells are looked at. */
export interface ColumnFacts {
  readonly role: ColumnRole
  readonly reading: ReadingId
  readonly name: string
}

/** What a column measures, in the words of the field. */
export type Meaning =
  | 'frequency' // purchases per time
  | 'orderCount'
  | 'spendPerOrder'
  | 'lifetimeValue'
  | 'totalSpend'
  | 'annualPurchase'
  | 'monthlyCharge'
  | 'lastPurchase' // a date, or days since then
  | 'tenure' // how long a customer; since when
  | 'potential'
  | 'paymentDays'
  | 'overdue'
  | 'complaints'
  | 'returns'
  | 'satisfaction'
  | 'recommendation' // NPS
  | 'churn'
  | 'assets'
  | 'products'
  | 'activity'

interface Rule {
  readonly meaning: Meaning
  readonly header: RegExp // on the header in NFKC, lower case, without blanks, _ and -
  readonly direction: Direction
}

/** In order: the first that fits counts. Words from spec/glossary.md and the header aliases of spec/value-parsing.md. */
const rules: readonly Rule[] = [
  { meaning: 'overdue', header: /逾期|欠款|坏账|overdue|arrears/, direction: 'lower' },
  {
    meaning: 'paymentDays',
    header: /账期|回款.*(天|周期)|付款.*(天|周期)|paymentdays|daystopay|dso/,
    direction: 'lower',
  },
  { meaning: 'complaints', header: /投诉|客诉|complain/, direction: 'lower' },
  { meaning: 'returns', header: /退货|退款|退单|returnrate|returns|refund/, direction: 'lower' },
  { meaning: 'churn', header: /流失|churn|attrition/, direction: 'lower' },
  {
    meaning: 'recommendation',
    header: /nps|推荐(意愿|指数|值|分)|净推荐|promoter/,
    direction: 'higher',
  },
  { meaning: 'satisfaction', header: /满意|csat|satisf|评价|好评/, direction: 'higher' },
  {
    meaning: 'potential',
    header: /潜力|潜在(采购|需求|价值|金额)|potential|钱包/,
    direction: 'higher',
  },
  {
    meaning: 'lifetimeValue',
    header: /生命周期价值|终身价值|lifetimevalue|^(c?ltv|clv)|(c?ltv|clv)$/,
    direction: 'higher',
  },
  {
    meaning: 'monthlyCharge',
    header: /月租|月均(消费|话费|账单|收入)|月消费|月费|arpu|monthlycharge|monthlyfee/,
    direction: 'higher',
  },
  {
    meaning: 'spendPerOrder',
    header:
      /单次.*(消费|金额|采购)|客单价|笔单价|单均|每单|平均订单|件单价|aov|averageorder|spendperorder|orderaverage/,
    direction: 'higher',
  },
  {
    meaning: 'lastPurchase',
    header:
      /(最近|最后|上次|末次).*(购买|下单|消费|交易|采购|订单|登录)|未(购买|下单|消费).*天|距今|recency|mostrecent|last.*(order|purchase|buy|visit|transaction)|dayssince/,
    direction: 'lower',
  },
  { meaning: 'frequency', header: /频率|频次|frequency/, direction: 'higher' },
  {
    meaning: 'orderCount',
    header:
      /(购买|下单|消费|交易|订单|采购|成交)(次数|数|笔数|单数)|numberof(orders|purchases)|(order|purchase|transaction)s?(count|number)|ordercount|^orders$|noof(orders|purchases)|numberoforders|totalorders/,
    direction: 'higher',
  },
  {
    meaning: 'annualPurchase',
    header:
      /年.*(采购|消费|销售|交易|购买|成交|营业).*额?|annual.*(purchase|spend|revenue|sales)|yearly.*(purchase|spend|sales|revenue)|revenue.*year/,
    direction: 'higher',
  },
  { meaning: 'assets', header: /资产|存款|余额|理财|aum|balance|deposit/, direction: 'higher' },
  {
    meaning: 'products',
    header:
      /(持有|产品|业务|套餐)数|产品.*(数量|个数)|products?(count|number|held)|numberofproducts|交叉/,
    direction: 'higher',
  },
  {
    meaning: 'tenure',
    header:
      /在网|网龄|开户|合作(年限|时长|年数)|客龄|年限|首次(购买|下单|合作)|注册|tenure|since|customerage|first.*(order|purchase)/,
    direction: 'higher',
  },
  {
    meaning: 'totalSpend',
    header:
      /累计|总(金额|消费|额|采购|支出|交易|收入|销售)|(消费|采购|成交|交易|销售|订单|购买)(总?额|金额)|金额|total(spen[dt]|charges?|amount|revenue|sales|value|purchase)|monetary|^(amount|revenue|sales|spend|turnover)$/,
    direction: 'higher',
  },
  {
    meaning: 'activity',
    header: /活跃|互动|登录|访问|拜访|activ|visits|engagement|logins?/,
    direction: 'higher',
  },
]

/** Headers that ask for low values though their meaning is not known. */
const lowerWords =
  /逾期|投诉|天数|退|流失|成本|风险|拖欠|欠|延迟|complain|days|churn|cost|risk|refund|return|overdue|debt|late/

const measuring: readonly ColumnRole[] = ['measure', 'other', 'group']

/** Null: not known, or not something to be measured. A tier given before is never an input. */
export function meaningOf(column: ColumnFacts): Meaning | null {
  if (!measuring.includes(column.role) || !readable.has(column.reading)) return null
  const header = plain(column.name)
  const isTime = column.reading === 'date' || timeWords.test(header)
  const rule = rules.find(
    (candidate) =>
      candidate.header.test(header) && (isTime || candidate.meaning !== 'lastPurchase'),
  )
  return rule?.meaning ?? (column.reading === 'frequency' ? 'frequency' : null)
}

/** 最近一年购买次数 is a count: the last purchase is a date or a number of days. */
const timeWords = /天|日期|时间|距今|recency|days/

const readable = new Set<ReadingId>([
  'number',
  'money',
  'percent',
  'discount',
  'frequency',
  'rating',
  'date',
  'boolean',
  'category',
])

/** What is better, by what the column measures; dates are scored as days ago. */
export function directionOf(column: ColumnFacts): Direction {
  const meaning = meaningOf(column)
  const known = rules.find((rule) => rule.meaning === meaning)
  if (known) return known.direction
  return column.reading === 'date' || lowerWords.test(plain(column.name)) ? 'lower' : 'higher'
}

export function plain(header: string): string {
  return header
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s_\-·./()（）]+/g, '')
}
