import type { Detail } from '../../core/error.ts'
import type { Words } from '../zh.ts'

export const tables: Words['tables'] = {
  systems: {
    'shopify.orders': 'Shopify orders',
    'shopify.customers': 'Shopify customers',
    'zoho.accounts': 'Zoho CRM accounts',
    'zoho.contacts': 'Zoho CRM contacts',
    'hubspot.companies': 'HubSpot companies',
    'hubspot.contacts': 'HubSpot contacts',
    'hubspot.deals': 'HubSpot deals',
    'salesforce.account': 'Salesforce accounts',
    'salesforce.report': 'Salesforce account report',
    'fxiaoke.customers': 'Fxiaoke customers',
    'fxiaoke.orders': 'Fxiaoke orders',
  },
  groups: {
    orders: 'Orders',
    interactions: 'Interactions',
    service: 'Service',
    survey: 'Survey',
  },
  calculated: {
    'orders.count': 'Number of orders',
    'orders.amount': 'Total amount',
    'orders.first': 'First purchase date',
    'orders.last': 'Last purchase date',
    'interactions.count': 'Engagements',
    'interactions.last': 'Last engagement date',
    'service.count': 'Service records',
    'service.complaints': 'Complaints',
    'service.last': 'Last service date',
    'survey.nps': 'NPS',
    'survey.csat': 'Satisfaction',
    'survey.last': 'Last answer date',
  },
}

export const tableIssues = {
  'system.recognised': (d: Detail) => ({
    title: `Recognised as an export of ${systemName(d)}`,
    help: 'Its columns are mapped by their known names; each can be changed.',
  }),
  'system.unverified': (d: Detail) => ({
    title: `Looks like an export of ${systemName(d)}`,
    help: 'We have not seen its official template: check the columns against your own.',
  }),
  'records.noCustomer': () => ({
    title: 'Nothing says whose these records are',
    help: 'Use a column as ID, name, phone or email; otherwise no row finds its customer.',
  }),
}

function systemName(d: Detail): string {
  return tables.systems[String(d['system'] ?? '')] ?? 'another system'
}
