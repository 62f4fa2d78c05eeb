import { plain } from './normalise.ts'
import { noted, said } from './outcome.ts'
import type { Reading } from './reading.ts'
import { readText } from './text.ts'

const letter =
  /^(?:客户)?(?:等级|级别)?[\s:]*([a-z](?:[+-]|\d)?)\s*(?:级|类|等|档)?(?:别|客户|会员)?$/i

/** The tier that a text names: A级, Ａ, a, A类, A级客户, 等级A are all A; other names stay as they are. */
export function tierName(text: string): string {
  return letter.exec(plain(text))?.[1]?.toUpperCase() ?? text
}

/** A tier given before us. */
export const tier: Reading = {
  id: 'tier',
  type: 'category',
  read(cell, context) {
    const read = readText(cell, context)
    if (typeof read.value !== 'string') return read
    const value = tierName(read.value)
    return value === read.value ? said(value) : noted(value, read.value)
  },
  write: (value) => (value === null ? '' : String(value)),
}
