import type { App } from '../../state/app.svelte.ts'
import type { MenuItem } from '../controls/menu.ts'

/** Of what is selected. What is pasted is always values: a calculated column takes none. */
export function clipboardItems(app: App): readonly MenuItem[] {
  const { sheet, locale } = app
  const { sheet: words, sheetTools: tools } = locale.words
  return [
    {
      id: 'cut',
      label: tools.clipboard.cut,
      icon: 'cut',
      key: 'Ctrl X',
      run: () => sheet.grid?.cut?.(),
    },
    {
      id: 'copy',
      label: words.copy,
      icon: 'duplicate',
      key: 'Ctrl C',
      run: () => sheet.grid?.copy(),
    },
    {
      id: 'copyHeaders',
      label: tools.clipboard.copyHeaders,
      run: () => sheet.grid?.copy(true),
    },
    { id: 'paste', label: words.paste, icon: 'paste', key: 'Ctrl V', run: () => void paste(app) },
  ]
}

/** Of a whole column; of those selected with it, where it is one of them. */
export function columnClipboardItems(app: App, column: number): readonly MenuItem[] {
  return clipboardItems(app).map((item) => ({
    ...item,
    run: () => {
      app.sheet.grid?.selectColumn?.(column)
      item.run()
    },
  }))
}

/** Some browsers let a page read the clipboard after a question, some never. */
async function paste({ sheet, notices, locale }: App): Promise<void> {
  try {
    const text = await navigator.clipboard.readText()
    sheet.grid?.paste?.(text)
  } catch {
    notices.hint(locale.words.sheetTools.clipboard.notAllowed)
  }
}
