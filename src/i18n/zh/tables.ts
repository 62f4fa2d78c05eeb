import type { SystemId } from '../../import/kinds/systems/system.ts'
import type { Detail } from '../../core/error.ts'

/** Tables beside the customers: orders, interactions, service, survey. */
export const tables = {
  systems: {
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
  /** Columns that customers get from their records, and the group that they stand in. */
  groups: { orders: '订单', interactions: '往来', service: '服务', survey: '问卷' },
  calculated: {
    'orders.count': '订单数',
    'orders.amount': '累计金额',
    'orders.first': '首次购买日期',
    'orders.last': '最近购买日期',
    'interactions.count': '互动次数',
    'interactions.last': '最近互动日期',
    'service.count': '服务单数',
    'service.complaints': '投诉次数',
    'service.last': '最近服务日期',
    'survey.nps': '推荐指数（NPS）',
    'survey.csat': '满意度',
    'survey.last': '最近答卷日期',
  },
}

export const tableIssues = {
  'system.recognised': (d: Detail) => ({
    title: `认出是${systemName(d)}的导出`,
    help: '各列已按它的字段对上，可以逐列改。',
  }),
  'system.unverified': (d: Detail) => ({
    title: `看起来是${systemName(d)}的导出`,
    help: '我们没有见过它的正式模板：请对照您自己的模板核对各列的用途。',
  }),
  'records.noCustomer': () => ({
    title: '看不出这些记录是哪位客户的',
    help: '请把一列用作编号、名称、电话或邮箱，否则对不上客户。',
  }),
}

function systemName(d: Detail): string {
  return tables.systems[String(d['system'] ?? '')] ?? '其他系统'
}
