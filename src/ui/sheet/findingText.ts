import type { FilterId } from '../../engine/views.ts'
import type { CheckId } from '../../quality/check.ts'
import type { App } from '../../state/app.svelte.ts'

type FindingFilter = Extract<FilterId, `finding:${string}`>

export const isFinding = (id: FilterId): id is FindingFilter => id.startsWith('finding:')

/** 金额：读不出来. The id is `finding:check:column,column`; a check of a later version is nameless. */
export function findingText({ locale, sheet }: App, id: FindingFilter): string {
  const [, check = '', columns = ''] = id.split(':')
  const words = locale.words.quality
  const what = words.shorts[check as CheckId] ?? words.findings
  const [column = ''] = columns.split(',')
  return words.filter(what, column === '' ? '' : sheet.columns.title(column))
}
