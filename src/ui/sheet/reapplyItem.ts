import type { App } from '../../state/app.svelte.ts'
import { isArranged } from '../../state/sheetQuery.ts'
import type { MenuItem } from '../controls/menu.ts'

/** Sort and filters over the cells as they are now; none = there are none. */
export function reapplyItem({ sheet, locale }: App): readonly MenuItem[] {
  if (!isArranged(sheet.query)) return []
  const label = locale.words.sheetTools.reapply.item
  return [
    { id: 'reapply', label, icon: 'reapply', key: 'Ctrl Alt L', run: () => void sheet.reapply() },
  ]
}

/** Excel's key for it, and its key for "work out anew". AltGr may be Ctrl and Alt: what it types is another key. */
export const isReapplyKey = ({
  key,
  ctrlKey,
  metaKey,
  altKey,
  shiftKey,
}: KeyboardEvent): boolean =>
  key === 'F9'
    ? !(ctrlKey || metaKey || altKey || shiftKey)
    : (key.toLowerCase() === 'l' || key === '¬') && (ctrlKey || metaKey) && altKey && !shiftKey
