import type { Steps } from '../core/steps.ts'

const shortest = 6 // characters: in shorter names one character is another name
const longest = 60
const crowd = 16 // names that share a form with one left out, beyond which none is paired
const block = 8192
const numeral = /[\d零〇一二三四五六七八九十百千两壹贰叁肆伍陆柒捌玖拾甲乙丙丁东西南北]/

/**
 * Pairs of names that differ by one character, found through the forms with one character left out that both share
 * (deletion neighbourhood; Garbe 2012, "SymSpell"), so that no pair is missed and no two names are compared in vain.
 * `words[0]` is ''. Each pair once, smaller code first.
 */
export function* nearNames(words: readonly string[]): Steps<[number, number][]> {
  if (words.length > 2 ** 21) return [] // the code no longer fits beside the hash
  const takesPart = (text: string) => text.length >= shortest && text.length <= longest
  const count = words.reduce((sum, text) => sum + (takesPart(text) ? text.length + 1 : 0), 0)
  const keys = new Float64Array(count)
  let at = 0
  for (let word = 1; word < words.length; word++) {
    if (word % block === 0) yield
    const text = words[word] as string
    if (!takesPart(text)) continue
    for (let left = -1; left < text.length; left++)
      keys[at++] = hashWithout(text, left) * 2 ** 21 + word
  }
  yield
  const sorted = keys.sort()
  yield
  const pairs = new Map<number, [number, number]>()
  for (let from = 0, to = 0; from < sorted.length; from = to) {
    const hash = hashOf(sorted[from] as number)
    while (to < sorted.length && hashOf(sorted[to] as number) === hash) to++
    if (to - from < 2 || to - from > crowd) continue
    for (let i = from; i < to; i++)
      for (let j = i + 1; j < to; j++) {
        const a = wordOf(sorted[i] as number)
        const b = wordOf(sorted[j] as number)
        if (a === b || pairs.has(a * 2 ** 26 + b)) continue
        if (isNear(words[a] as string, words[b] as string)) pairs.set(a * 2 ** 26 + b, [a, b])
      }
  }
  return [...pairs.values()]
}

const hashOf = (key: number) => Math.floor(key / 2 ** 21)
const wordOf = (key: number) => key % 2 ** 21

/** FNV-1a, 32 bits, of the text without one of its code units (−1 = with all). */
function hashWithout(text: string, left: number): number {
  let value = 0x811c9dc5
  for (let i = 0; i < text.length; i++)
    if (i !== left) value = Math.imul(value ^ text.charCodeAt(i), 0x01000193)
  return value >>> 0
}

/**
 * One character more or less, two neighbours exchanged, or another Latin letter. Another Chinese character is another
 * firm as often as a slip (恒达, 恒大), and so is another numeral (一分店, 二分店): such names are not near.
 */
export function isNear(a: string, b: string): boolean {
  const [short, long] = a.length <= b.length ? [a, b] : [b, a]
  if (short === long || long.length - short.length > 1) return false
  let from = 0
  while (from < short.length && short[from] === long[from]) from++
  let ends = 0
  while (ends < short.length - from && short.at(-1 - ends) === long.at(-1 - ends)) ends++
  const restShort = short.slice(from, short.length - ends)
  const restLong = long.slice(from, long.length - ends)
  if (numeral.test(restShort + restLong)) return false
  if (restShort === '') return restLong.length === 1
  if (restShort.length === 1) return /^[a-z]$/.test(restShort) && /^[a-z]$/.test(restLong)
  return restShort.length === 2 && restShort === `${restLong[1]}${restLong[0]}`
}
