import type { Detail } from '../../core/error.ts'
import { one } from './facts.ts'
import type { Words } from '../zh.ts'

export const tables: Words['tables'] = {
  systems: {
    tiersheet: 'a graded sheet of Tiersheet',
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
  calculatedHint: 'Calculated from orders and other records; cannot be typed',
  pane: {
    title: 'Orders and other tables',
    emptyTitle: 'No orders, service, survey or other tables yet',
    emptyHint:
      'Add a file of orders, tickets, answers or visits: rows find their customers by ID, email, phone or name, and give number of orders, total amount, last purchase, complaints and NPS, ready to be scored.',
    add: 'Add a table',
    addHint: 'Choose a file of orders, service records, answers or interactions',
    table: 'Table',
    rows: 'Rows',
    matched: 'Matched',
    how: 'Matched by',
    unmatched: 'Unmatched',
    gives: 'Columns that customers get',
    more: 'More',
    moreOf: (name) => `${name}: more`,
    by: { key: 'ID', email: 'email', phone: 'phone', name: 'name' },
    byCount: (by, count) => `${by} ${count}`,
    list: (parts) => parts.join(', '),
    none: 'None',
    rowsOf: (count) => `${count} rows`,
    showUnmatched: (name, count) => `Show ${count} unmatched rows of ${name}`,
    changeTo: (name) => `Use as ${name}`,
    remove: 'Remove this table',
    removed: (name) => `${name} removed`,
    changed: (name) => `Now used as ${name}`,
    which: 'Which rows',
    all: (count) => `All ${count}`,
    unmatchedRows: (count) => `Unmatched ${count}`,
    adopt: (count) => `Add customers from ${count} rows`,
    adoptHint:
      'Several rows of one person add one customer; rows whose name or phone two customers share are left out',
    adopted: (count) => `${count} customers added`,
    customer: 'Customer',
    reasons: {
      unnamed: 'Names nobody',
      unknown: 'Not on the list',
      ambiguous: 'Several share it',
    },
    reasonHints: {
      unnamed: 'This row has no usable ID, email, phone or name (a masked phone is none)',
      unknown: 'Nobody on the list has this ID, email, phone or name',
      ambiguous: 'Several customers share this name or phone; none is guessed',
    },
    roleOf: (name) => `Use “${name}” as`,
    range: (from, to, all) => `Rows ${from}–${to} of ${all}`,
    before: 'Previous page',
    after: 'Next page',
    nothing: 'No such rows',
    allMatched: 'Every row has found its customer',
  },
}

export const tableIssues = {
  'system.own': () => ({
    title: 'This file was exported here',
    help: 'Score, computed tier and other results are kept as notes; nobody is graded by them. Each column can be changed.',
  }),
  'system.recognised': (d: Detail) => ({
    title: `Recognised as an export of ${systemName(d)}`,
    help: 'Its columns are mapped by their known names; each can be changed.',
  }),
  'system.unverified': (d: Detail) => ({
    title: `Looks like an export of ${systemName(d)}`,
    help: 'We have not seen its official template: check the columns against your own.',
  }),
  'records.asOfLast': (d: Detail) => ({
    title: `The as-of date is ${String(d['asOf'] ?? '—')}, the last day of the records`,
    help: 'Days without purchase, lifecycle and churn are counted back from that day; change the as-of date to look from another one.',
  }),
  'records.unmatched': (d: Detail) => ({
    title: `${String(d['table'] ?? 'Other tables')}: ${one(d, 'row', 'rows')} without a customer`,
    help: 'They count for nobody; see why, or add the people in them as new customers.',
  }),
  'records.noCustomer': () => ({
    title: 'Nothing says whose these records are',
    help: 'Use a column as ID, name, phone or email; otherwise no row finds its customer.',
  }),
}

function systemName(d: Detail): string {
  return tables.systems[String(d['system'] ?? '')] ?? 'another system'
}
