/** Signs and names of currencies with their ISO 4217 codes, in `plain` form; the first fit counts. */
const names: readonly (readonly [string, readonly string[]])[] = [
  ['HKD', ['HK$', '港元', '港币', '港幣']],
  ['TWD', ['NT$', '新台币', '台币']],
  ['USD', ['US$', 'USD', '美元', '美金', '$']],
  ['EUR', ['€', 'EUR', '欧元']],
  ['GBP', ['£', 'GBP', '英镑']],
  ['JPY', ['JPY', '日元', '円']],
  ['KRW', ['₩', 'KRW', '韩元', '韩币']],
  ['AUD', ['A$', 'AU$', 'AUD', '澳元']],
  ['CAD', ['C$', 'CA$', 'CAD', '加元']],
  ['SGD', ['S$', 'SGD', '新加坡元', '新元']],
  ['CHF', ['CHF', '瑞士法郎']],
  ['INR', ['₹', 'INR', '卢比']],
  ['RUB', ['₽', 'RUB', '卢布']],
  ['THB', ['฿', 'THB', '泰铢']],
  ['VND', ['₫', 'VND', '越南盾']],
  ['MYR', ['MYR', '林吉特']],
  ['MOP', ['MOP', '澳门元']],
  ['HKD', ['HKD']],
  ['TWD', ['TWD']],
  ['CNY', ['人民币', 'RMB', 'CNY', '¥', '元人民币', '元', '圆', '块钱', '块']],
]

const codes = new Map(
  names.flatMap(([code, words]) => words.map((word) => [word.toUpperCase(), code])),
)
const alternatives = [...codes.keys()]
  .sort((a, b) => b.length - a.length)
  .map((word) => word.replace(/\$/g, '\\$'))
  .join('|')
const before = new RegExp(`^(${alternatives})[\\s:]*`, 'i')
const after = new RegExp(`^(${alternatives})`, 'i')

export interface Taken {
  readonly code: string
  readonly rest: string
}

/** The currency that a text begins with, and the rest after it. */
export function takeCurrency(text: string, at: 'before' | 'after'): Taken | null {
  const found = (at === 'before' ? before : after).exec(text)
  if (!found) return null
  const code = codes.get((found[1] ?? '').toUpperCase())
  return code === undefined ? null : { code, rest: text.slice(found[0].length).trimStart() }
}

/** Currency code of a header's hint such as 元, USD, $; null = none. */
export function currencyNamed(text: string): string | null {
  return codes.get(text.toUpperCase()) ?? null
}
