export interface Separated {
  readonly digits: string // 1200.50: to be given to Number, with an exponent where a scale follows
  /** The signs alone do not tell whether they group or begin the decimals. */
  readonly assumed: boolean
}

/** Digits with separators: 1,200.50 · 1.200,50 · 1 200,50 · 1'200 · 12,34,567. Null = not one number. */
export function separated(text: string, decimal: '.' | ','): Separated | null {
  if (/^(?:\d+(?:\.\d*)?|\.\d+)$/.test(text) && !(decimal === ',' && /^\d{1,3}\.\d{3}$/.test(text)))
    return sure(text)
  let digits = text
  if (/[ '’]/.test(digits)) {
    if (!/^\d{1,3}(?:[ '’]\d{3})+(?:[.,]\d+)?$/.test(digits)) return null
    digits = digits.replace(/[ '’]/g, '')
    return sure(digits.replace(',', '.'))
  }
  const comma = digits.includes(',')
  const point = digits.includes('.')
  if (comma && point) return withBoth(digits)
  if (comma) return withCommas(digits, decimal)
  return withPoints(digits, decimal)
}

function sure(text: string): Separated {
  return { digits: text, assumed: false }
}

function withBoth(text: string): Separated | null {
  if (/^\d{1,3}(?:,\d{2,4})*,\d{3}\.\d+$/.test(text)) return sure(text.replaceAll(',', ''))
  if (/^\d{1,3}(?:\.\d{3})+,\d+$/.test(text))
    return sure(text.replaceAll('.', '').replace(',', '.'))
  if (/^\d{1,4}(?:,\d{4})+\.\d+$/.test(text)) return sure(text.replaceAll(',', ''))
  return null
}

function withCommas(text: string, decimal: '.' | ','): Separated | null {
  const pair = /^(\d+),(\d+)$/.exec(text)
  if (pair) {
    const [, whole = '', rest = ''] = pair
    const grouped = rest.length === 3 && whole.length <= 3 && !whole.startsWith('0')
    if (grouped && decimal === '.') return sure(whole + rest)
    // groups of four, by 万
    if (rest.length === 4 && whole.length <= 4 && !whole.startsWith('0') && decimal === '.')
      return { digits: whole + rest, assumed: true }
    return { digits: `${whole}.${rest}`, assumed: decimal === '.' }
  }
  // thousands, or the Indian groups 12,34,567
  if (/^\d{1,3}(?:,\d{3})+$/.test(text) || /^\d{1,2}(?:,\d{2})+,\d{3}$/.test(text))
    return sure(text.replaceAll(',', ''))
  return null
}

function withPoints(text: string, decimal: '.' | ','): Separated | null {
  if (/^\d{1,3}(?:\.\d{3})+$/.test(text)) {
    const groups = text.split('.').length - 1
    if (groups > 1 || decimal === ',') return sure(text.replaceAll('.', ''))
  }
  return null
}
