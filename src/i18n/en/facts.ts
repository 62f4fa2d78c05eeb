import type { Detail } from '../../core/error.ts'
import { list } from '../detail.ts'
import { count } from '../format.ts'

/** Facts of an error or issue as pieces of a sentence. */

export const many = (detail: Detail, key = 'count') => count('en', Number(detail[key] ?? 0))
export const name = (detail: Detail, key = 'column') => String(detail[key] ?? '')
/** “about 30k”, “n/a” */
export const quoted = (detail: Detail, key = 'examples', most = 3) =>
  list(detail, key)
    .slice(0, most)
    .map((text) => `“${text}”`)
    .join(', ')
export const such = (detail: Detail) => (quoted(detail) === '' ? '' : `Such as ${quoted(detail)}. `)
export const one = (detail: Detail, single: string, several: string, key = 'count') =>
  Number(detail[key] ?? 0) === 1 ? `1 ${single}` : `${many(detail, key)} ${several}`

/** Words that need no facts. */
export const plain = (title: string, help: string) => () => ({ title, help })
