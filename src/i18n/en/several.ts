import type { Detail } from '../../core/error.ts'
import { list } from '../detail.ts'
import { count } from '../format.ts'

const one = (detail: Detail, single: string, more: string) => {
  const value = Number(detail['count'] ?? 0)
  return `${count('en', value)} ${value === 1 ? single : more}`
}

/** Several files and sheets in one import: facts about them. */
export const severalIssues = {
  'parts.once': (d: Detail) => ({
    title: `${one(d, 'row stands', 'rows stand')} in several parts and is taken once`,
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
