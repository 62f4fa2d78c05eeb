import { plain } from './normalise.ts'
import { failed, noted, said } from './outcome.ts'
import { opened, rawText } from './rawText.ts'
import type { Reading } from './reading.ts'

/** Pairs of words, true first, in `plain` form and lower case. */
const pairs: readonly (readonly [string, string])[] = [
  ['是', '否'],
  ['√', '×'],
  ['✓', '✗'],
  ['✔', '✘'],
  ['y', 'n'],
  ['yes', 'no'],
  ['true', 'false'],
  ['t', 'f'],
  ['1', '0'],
  ['有', '无'],
  ['对', '错'],
  ['真', '假'],
  ['on', 'off'],
  ['有效', '无效'],
  ['启用', '停用'],
  ['开启', '关闭'],
  ['通过', '不通过'],
  ['合格', '不合格'],
  ['✅', '❌'],
  ['☑', '☐'],
  ['enabled', 'disabled'],
  ['active', 'inactive'],
]
interface Word {
  readonly value: boolean
  readonly pair: number
}
const words = new Map<string, Word>()
for (const [pair, [yes, no]] of pairs.entries()) {
  words.set(yes, { value: true, pair })
  words.set(no, { value: false, pair })
}
const alike = [
  ['是的', '是'],
  ['不是', '否'],
  ['没有', '无'],
  ['無', '无'],
  ['對', '对'],
  ['錯', '错'],
  ['禁用', '停用'],
] as const
for (const [word, usual] of alike) words.set(word, words.get(usual) as Word)

/** Which pair a `plain` text belongs to, and which side of it. */
export function booleanWord(text: string): Word | null {
  return text.length > 8 ? null : (words.get(text.toLowerCase()) ?? null)
}

/** The other word of the pair that a text belongs to: 有 → 无, Yes → No, TRUE → FALSE; null = it is none of them. */
export function otherWord(text: string): string | null {
  const form = plain(text)
  const word = booleanWord(form)
  const pair = word && pairs[word.pair]
  if (!pair) return null
  const other = pair[word.value ? 1 : 0]
  if (form === form.toLowerCase()) return other
  return form.length > 1 && form === form.toUpperCase()
    ? other.toUpperCase()
    : other.slice(0, 1).toUpperCase() + other.slice(1)
}

/** Yes or no. The word itself is kept: 有 and 是 are both true, and are shown as written. */
export const boolean: Reading = {
  id: 'boolean',
  type: 'boolean',
  read(cell, context) {
    if (typeof cell === 'boolean') return said(cell)
    const original = rawText(cell)
    const form = plain(original)
    const word = booleanWord(/^[01]\.0$/.test(form) ? form.slice(0, 1) : form) // of a floating-point table
    if (word)
      return original === writeBoolean(word.value) ? said(word.value) : noted(word.value, original)
    const text = opened(cell, context)
    return typeof text === 'string' ? failed(text) : text
  },
  write: (value) => (typeof value === 'boolean' ? writeBoolean(value) : ''),
}

/** As spreadsheets write it in any language's file. */
function writeBoolean(value: boolean): string {
  return value ? 'TRUE' : 'FALSE'
}
