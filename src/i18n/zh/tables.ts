import type { SystemId } from '../../import/kinds/systems/system.ts'
import type { Detail } from '../../core/error.ts'
import { many } from './facts.ts'

/** Tables beside the customers: orders, interactions, service, survey. */
export const tables = {
  systems: {
    tiersheet: 'Tiersheet 分级表',
    'shopify.orders': 'Shopify 订单',
    'shopify.customers': 'Shopify 客户',
    'zoho.accounts': 'Zoho CRM 客户（Accounts）',
    'zoho.contacts': 'Zoho CRM 联系人（Contacts）',
    'hubspot.companies': 'HubSpot 公司',
    'hubspot.contacts': 'HubSpot 联系人',
    'hubspot.deals': 'HubSpot 交易（Deals）',
    'salesforce.account': 'Salesforce 客户（Account）',
    'salesforce.report': 'Salesforce 客户报表',
    'fxiaoke.customers': '纷享销客客户',
    'fxiaoke.orders': '纷享销客订单',
  } satisfies Record<SystemId, string> as Readonly<Record<string, string>>,
  /** Why a column of figures takes no typing. */
  calculatedHint: '由订单等记录算出，不能直接改',
  pane: {
    title: '订单等其他表',
    emptyTitle: '还没有订单、服务、问卷等其他表',
    emptyHint:
      '加一份订单、工单、问卷或拜访记录：按编号、邮箱、电话或名称对上客户，算出订单数、累计金额、最近购买、投诉次数、推荐指数，直接拿来评分。',
    add: '添加一张表',
    addHint: '选一份订单、服务、问卷或往来记录的文件',
    table: '表',
    rows: '行数',
    matched: '对上客户',
    how: '怎样对上',
    unmatched: '对不上',
    gives: '客户得到的列',
    more: '更多',
    moreOf: (name: string) => `${name}：更多`,
    by: { key: '编号', email: '邮箱', phone: '电话', name: '名称' },
    byCount: (by: string, count: string) => `${by} ${count}`,
    list: (parts: readonly string[]) => parts.join('，'),
    none: '无',
    rowsOf: (count: string) => `${count} 行`,
    showUnmatched: (name: string, count: string) => `看${name}里对不上的 ${count} 行`,
    changeTo: (name: string) => `改作${name}`,
    remove: '移除这张表',
    removed: (name: string) => `已移除${name}`,
    changed: (name: string) => `已改作${name}`,
    which: '哪些行',
    all: (count: string) => `全部 ${count}`,
    unmatchedRows: (count: string) => `对不上的 ${count}`,
    adopt: (count: string) => `把 ${count} 行里的人加为新客户`,
    adoptHint: '同一个人的几行只加一位；名称或电话有两位客户相同的行不加',
    adopted: (count: string) => `已加入 ${count} 位客户`,
    customer: '客户',
    reasons: {
      unnamed: '没写是谁',
      unknown: '名单里没有',
      ambiguous: '有几位同名或同号',
    },
    reasonHints: {
      unnamed: '这一行没有可用的编号、邮箱、电话或名称（打星号的电话不算）',
      unknown: '名单里没有这个编号、邮箱、电话或名称',
      ambiguous: '名单里有几位客户用同一个名称或电话，不猜是哪一位',
    },
    roleOf: (name: string) => `“${name}”用作`,
    range: (from: string, to: string, all: string) => `第 ${from}–${to} 行，共 ${all} 行`,
    before: '上一页',
    after: '下一页',
    nothing: '没有这样的行',
    allMatched: '每一行都对上了客户',
  },
}

export const tableIssues = {
  'system.own': () => ({
    title: '这是本工具导出的表',
    help: '得分、系统等级等结果列照样导入，放在备注里，不再用来评分；可以逐列改。',
  }),
  'system.recognised': (d: Detail) => ({
    title: `认出是${systemName(d)}的导出`,
    help: '各列已按它的字段对上，可以逐列改。',
  }),
  'system.unverified': (d: Detail) => ({
    title: `看起来是${systemName(d)}的导出`,
    help: '我们没有见过它的正式模板：请对照您自己的模板核对各列的用途。',
  }),
  'records.asOfLast': (d: Detail) => ({
    title: `分析基准日是 ${String(d['asOf'] ?? '—')}，记录的最后一天`,
    help: '未购买天数、生命周期、流失都从这一天往回算；要从别的日子看，改分析基准日。',
  }),
  'records.unmatched': (d: Detail) => ({
    title: `${String(d['table'] ?? '其他表')}：${many(d)} 行对不上客户`,
    help: '它们没有算进任何客户；可以看原因，或把里面的人加为新客户。',
  }),
  'records.noCustomer': () => ({
    title: '看不出这些记录是哪位客户的',
    help: '请把一列用作编号、名称、电话或邮箱，否则对不上客户。',
  }),
}

function systemName(d: Detail): string {
  return tables.systems[String(d['system'] ?? '')] ?? '其他系统'
}
