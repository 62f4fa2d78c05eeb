import type { Detail } from '../../core/error.ts'
import { list } from '../detail.ts'
import { count } from '../format.ts'

/** Facts of an error or issue as pieces of a sentence. */

export const many = (detail: Detail, name = 'count') => count('zh', Number(detail[name] ?? 0))
export const name = (detail: Detail, key = 'column') => String(detail[key] ?? '')
/** “3万左右”“面议” */
export const quoted = (detail: Detail, key = 'examples', most = 3) =>
  list(detail, key)
    .slice(0, most)
    .map((text) => `“${text}”`)
    .join('')
export const such = (detail: Detail) => (quoted(detail) === '' ? '' : `如${quoted(detail)}。`)

/** Words that need no facts. */
export const plain = (title: string, help: string) => () => ({ title, help })
