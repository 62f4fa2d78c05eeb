/** FNV-1a over UTF-16 units. */
export const hashStart = 0x811c9dc5 | 0

export function hashWith(hash: number, letter: number): number {
  return Math.imul(hash ^ letter, 0x01000193)
}

export function hashOf(text: string, from = 0, to = text.length): number {
  let hash = hashStart
  for (let at = from; at < to; at++) hash = hashWith(hash, text.charCodeAt(at))
  return hash
}
