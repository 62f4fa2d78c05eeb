import type { SheetColumn } from '../engine/views.ts'
import type { GridEditor, OptionMatch } from '../grid/source.ts'
import { initials } from '../i18n/initials.ts'
import type { Words } from '../i18n/translate.ts'

/** 上海 is meant by sh as well. */
export const byInitials: OptionMatch = (option, typed) =>
  /^[a-z]+$/.test(typed) && initials(option).includes(typed)

/** The editors that are more than a line of text; null for the others. */
export function editorByType(column: SheetColumn, words: Words): GridEditor | null {
  if (column.id === '$tier') return { kind: 'own' }
  if (!column.editable) return null
  if (column.tags) {
    const { known, separators } = column.tags
    return {
      kind: 'tags',
      options: known,
      separators,
      joiner: words.results.list,
      matches: byInitials,
    }
  }
  if (column.type === 'category')
    return { kind: 'list', options: column.categories ?? [], matches: byInitials }
  if (column.type !== 'boolean') return null
  const { yes, no } = words.sheet
  const read = (typed: string) => {
    const word = typed.trim().toLowerCase()
    if (word === 'y' || word === '1') return yes
    return word === 'n' || word === '0' ? no : typed
  }
  return { kind: 'toggle', on: yes, off: no, read }
}
