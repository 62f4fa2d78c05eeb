import type { Detail } from '../../core/error.ts'
import { list } from '../detail.ts'
import { many } from './facts.ts'

/** What models could not look at in orders, engagements and service records. */
export const recordNotes = {
  'orders.afterAsOf': (d: Detail) => ({
    title: `${many(d)} 个订单在分析基准日之后，没有算进来`,
    help: '要算进来，把分析基准日改晚。',
  }),
  'orders.undated': (d: Detail) =>
    d['windowed'] === 1
      ? {
          title: `${many(d)} 个订单没有日期，没有算进统计期`,
          help: '不知道它们在不在这段时间里；补上日期，或把统计期留空。',
        }
      : {
          title: `${many(d)} 个订单没有日期`,
          help: '订单数和金额算上了它们；日期、购买间隔和近期变化没有。',
        },
  'orders.unpriced': (d: Detail) => ({
    title: `${many(d)} 个订单没有金额`,
    help: '订单数算上了它们；金额和客单价没有。',
  }),
  'orders.currencies': (d: Detail) => ({
    title: `订单里有几种货币：${list(d, 'currencies').slice(0, 5).join('、')}`,
    help: '金额按数字直接相加，没有换算。请先换成一种货币，再放入订单。',
  }),
  'contribution.costUnknown': (d: Detail) => ({
    title: `${many(d)} 个订单不知道毛利`,
    help: '它们没有算进毛利；补上成本，或填一个毛利率。',
  }),
  'contribution.referrerUnknown': (d: Detail) => ({
    title: `${many(d)} 位客户的推荐人在名单里找不到`,
    help: '推荐人要写名单里的编号、电话或名称；几位客户同名同号时不算任何一位的。',
  }),
  'contribution.ownReferrer': (d: Detail) => ({
    title: `${many(d)} 位客户的推荐人写的是自己`,
    help: '这样的推荐不算。',
  }),
  'records.afterAsOf': (d: Detail) => ({
    title: `${many(d)} 条记录在分析基准日之后，没有算进来`,
    help: '要算进来，把分析基准日改晚。',
  }),
  'records.undated': (d: Detail) => ({
    title: `${many(d)} 条记录没有日期`,
    help: '总次数算上了它们；近期次数、最近日期和各月的数没有。',
  }),
  'service.closedBefore': (d: Detail) => ({
    title: `${many(d)} 张服务单的办结日期早于提出日期`,
    help: '它们没有算进处理天数；请核对这两列。',
  }),
}

/** Fields of the models of orders, engagements and service records. */
export const recordFields = {
  'behaviour.window': {
    name: '统计期',
    help: '只算最近几个月的订单；首次、最近购买日期、购买间隔和近期变化总看全部订单。',
    empty: '全部订单',
  },
  'behaviour.trend': {
    name: '近期变化的一期',
    help: '拿最近这几个月和再往前的同样几个月比。',
  },
  'behaviour.halfLife': {
    name: '消费减半的天数',
    help: '近期消费热度里，过这么多天，一笔消费只算一半。',
  },
  'contribution.marginRate': {
    name: '毛利率',
    help: '用在没有成本也没有毛利的订单上；有的照订单里的算。',
    empty: '不知道',
  },
  'interactions.halfLife': {
    name: '互动减半的天数',
    help: '近期互动热度里，过这么多天，一次往来只算一半。',
  },
  'interactions.days': {
    name: '近期是多少天',
    help: '到分析基准日为止的这些天里的往来算近期互动。',
  },
}
