import type { GridEditor, OptionMatch } from './source.ts'

export interface Offer {
  readonly options: readonly string[]
  readonly matches?: OptionMatch
}

/** The texts that an editor offers; null = it offers none. */
export function offered(editor: GridEditor): Offer | null {
  switch (editor.kind) {
    case 'list':
    case 'tags':
      return editor
    case 'toggle':
      return { options: [editor.on, editor.off] }
    default:
      return null
  }
}
