import type { PackedTexts } from '../engine/views.ts'

/** Texts of a block row by row in one string; rows are of one length. */
export function packTexts(texts: readonly (readonly string[])[]): PackedTexts {
  const wide = texts[0]?.length ?? 0
  const ends = new Uint32Array(texts.length * wide)
  const pieces: string[] = []
  let end = 0
  let at = 0
  for (const line of texts)
    for (const text of line) {
      pieces.push(text)
      end += text.length
      ends[at++] = end
    }
  return { wide, joined: pieces.join(''), ends }
}
