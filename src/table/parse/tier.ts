import { plain } from './normalise.ts'
import { noted, said } from './outcome.ts'
import type { Reading } from './reading.ts'
import { readText } from './text.ts'

const letter =
  /^(?:客户)?(?:等级|级别|tier |grade |class |level )?[\s:]*([a-z](?:[+-]|\d)?)\s*(?:级|类|等|档)?(?:别|客户|会员)?$/i

const vip = /^s?vip\d{0,2}$/i

/** The tier that a text names: A级, Ａ, a, A类, A级客户, 等级A, (A) are all A; vip is VIP; other names stay as they are. */
export function tierName(text: string): string {
  const form = plain(text).replace(/^[([【"'](.+)[)\]】"']$/, '$1')
  if (/^[\u2160-\u217f]/.test(text)) return text // Ⅰ级 beside Ⅱ级
  const named = letter.exec(form)?.[1] ?? vip.exec(form)?.[0]
  return named?.toUpperCase() ?? text
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
