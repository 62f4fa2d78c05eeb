import type { GridEditor } from './source.ts'

type Tags = Extract<GridEditor, { kind: 'tags' }>

/** The words of a text, each once, as its separators part them. */
export function tagsOf(text: string, separators: string): string[] {
  const words = new Set<string>()
  let word = ''
  for (const character of text) {
    if (separators.includes(character)) {
      words.add(word.trim())
      word = ''
    } else word += character
  }
  words.add(word.trim())
  words.delete('')
  return [...words]
}

/** Words as a text: parted as the text before was, where that had a separator. */
function joined(words: readonly string[], before: string, { separators, joiner }: Tags) {
  const used = [...before].find((character) => separators.includes(character))
  return words.join(used ?? joiner)
}

/** What stands before the last separator, and what is still being typed behind it; null = there is none. */
export function partedOff(
  text: string,
  separators: string,
): { readonly words: readonly string[]; readonly rest: string } | null {
  const characters = [...text]
  const last = characters.findLastIndex((character) => separators.includes(character))
  if (last < 0) return null
  return {
    words: tagsOf(characters.slice(0, last).join(''), separators),
    rest: characters.slice(last + 1).join(''),
  }
}

/** The text of the cell that was typed, chosen or put together. `before`: the text that its words came from. */
export function written(
  editor: GridEditor,
  typed: string,
  words: readonly string[],
  before: string,
): string {
  switch (editor.kind) {
    case 'tags': {
      const last = tagsOf(typed, editor.separators)
      return joined([...new Set([...words, ...last])], before, editor)
    }
    case 'toggle':
      return editor.read?.(typed) ?? typed
    default:
      return typed
  }
}
