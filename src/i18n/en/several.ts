import type { Detail } from '../../core/error.ts'
import { list } from '../detail.ts'
import { count } from '../format.ts'
import type { Words } from '../zh.ts'

export const several: Words['several'] = {
  use: 'Import as',
  off: 'Not imported',
  entry: (kind, rows, size) => `${kind} · ${rows} rows · ${size}`,
  entryOff: (rows) => `${rows} rows · not imported`,
  files: (kinds) => `${kinds} files in one table`,
  joined: (kinds, name) => `${kinds} files with one header are now one table: ${name}`,
  part: 'Separate',
  partRows: (rows) => `${rows} rows`,
  takeOut: (name) => `Take “${name}” out`,
  unite: (name) => `Join with “${name}”`,
  clash: (kind, name) => `Only one table of this kind (${kind}) is taken, now “${name}”.`,
  clashHint:
    'To take this one instead, choose “Import as”. To take both, join them: columns by name, one row per customer.',
  alike: (sheets) => `Import the ${sheets} sheets with this header together`,
  partsTitle: 'This table is made of',
  repeats: 'In several of them',
  repeatsCustomers: (rows) => ({ once: `${rows}, one row each`, keep: `${rows}, all rows kept` }),
  repeatsRecords: (rows) => ({
    once: `${rows} equal rows, counted once`,
    keep: `${rows} equal rows, all kept`,
  }),
  latestWins: 'Ordered by the dates in their names; later cells win, empty ones erase nothing.',
  origin: 'Add a column “Source”',
  originName: 'Source',
  link: {
    title: 'Finding the customers',
    by: (kinds, by) => `${kinds.join(', ')}: matched by ${by.join(', ')}`,
    names: { key: 'number', email: 'e-mail', phone: 'phone', name: 'name' },
    matched: (kind) => `${kind} matched`,
    unmatched: (rows) => `${rows} rows without a customer`,
    show: 'Show',
    hide: 'Hide',
    reasons: {
      unnamed: 'names no customer',
      unknown: 'not in the list',
      ambiguous: 'several in the list',
    },
    noName: '(empty)',
    made: (customers, kind) => `No list of customers: ${customers} are made from the ${kind}`,
    merge: (kind, added, updated, same) =>
      `${kind}: ${added} rows new, ${updated} updated, ${same} already there`,
    busy: 'Finding the customers…',
  },
  kinds: {
    customers: 'Customers',
    orders: 'Orders',
    interactions: 'Contacts',
    service: 'Service',
    survey: 'Survey',
  },
  counted: {
    customers: (rows) => `${rows} customers`,
    orders: (rows) => `${rows} order rows`,
    interactions: (rows) => `${rows} contacts`,
    service: (rows) => `${rows} service rows`,
    survey: (rows) => `${rows} answers`,
  },
  confirm: (parts) => `Import ${both(parts)}`,
  confirmUpdate: (parts) => `Update the list and import ${both(parts)}`,
  nothing: 'Nothing to import',
  compare: {
    page: (from, to, all) => `${from}–${to} of ${all}`,
    earlier: 'Earlier',
    later: 'Later',
    edited: 'edited by hand',
    editedTitle: 'Cells edited by hand',
    editedCells: (cells) => `Edited by hand and different in the file: ${cells}`,
    editedHint: 'Edited here since the last import; all other cells are updated as usual.',
    editedTake: 'Take the file’s',
    editedKeep: 'Keep what was typed',
  },
}

function both(parts: readonly string[]): string {
  const last = parts[parts.length - 1] ?? ''
  return parts.length < 2 ? last : `${parts.slice(0, -1).join(', ')} and ${last}`
}

const one = (detail: Detail, single: string, more: string) => {
  const value = Number(detail['count'] ?? 0)
  return `${count('en', value)} ${value === 1 ? single : more}`
}

/** Several files and sheets in one import: facts about them. */
export const severalIssues = {
  'parts.once': (d: Detail) => ({
    title: `${one(d, 'row stands in several parts and is', 'rows stand in several parts and are')} taken once`,
    help: 'A customer becomes one row: later cells win, empty ones erase nothing; equal records count once.',
  }),
  'parts.kept': (d: Detail) => ({
    title: `${one(d, 'row stands', 'rows stand')} in several parts; all are imported`,
    help: 'The same customer then has several rows; choose “one row each” to merge them.',
  }),
  'parts.gaps': (d: Detail) => ({
    title: `${one(d, 'part lacks', 'parts lack')} some columns`,
    help: `${list(d, 'parts').join(', ')}: no ${list(d, 'columns').join(', ')}; those cells stay empty.`,
  }),
}
