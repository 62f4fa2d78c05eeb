import { numerals, yuan } from '../../i18n/numerals.ts'

const most = 1e15 // beyond it a cell is an error too (spec/grading.md §1)

/**
 * What was typed into a number field: full-width digits and signs of Chinese input, commas between thousands or ten
 * thousands, 3万, 1.2亿, ¥, and the field's own unit behind it. null = no number; a comma elsewhere may be a decimal sign.
 */
export function readNumber(text: string, unit = ''): number | null {
  const plain = bare(text.normalize('NFKC'))
    .replace(/^([-+]?)[¥￥$€£]/, '$1')
    .replace(/^[¥￥$€£]([-+])/, '$1')
  const own = bare(unit.normalize('NFKC'))
  const figure = own !== '' && plain.endsWith(own) ? plain.slice(0, -own.length) : plain
  const [, sign, digits, exponent, word] = shape.exec(figure) ?? []
  if (digits === undefined || (digits.includes(',') && !grouped.test(digits))) return null
  const size = Number(digits.replaceAll(',', '') + (exponent ?? ''))
  const value = Number((size * (numerals[word ?? ''] ?? 1)).toPrecision(15))
  return value > most ? null : sign === '-' && value !== 0 ? -value : value
}

const shape = RegExp(
  `^([-+]?)(\\d[\\d,]*\\.?\\d*|\\.\\d+)(e[-+]?\\d{1,2})?(${Object.keys(numerals).join('|')})?${yuan}?$`,
)
const grouped = /^(\d{1,3}(,\d{3})+|\d{1,4}(,\d{4})+)(\.\d*)?$/

const bare = (text: string) =>
  text.toLowerCase().replace(/\s/g, '').replace(/−|–/g, '-').replace(/。/g, '.')

/** As people write it, and as `readNumber` reads it: 450,000 · 0.5. */
export function writtenNumber(value: number, digits: number): string {
  const [whole = '', part] = String(Number(value.toFixed(digits))).split('.')
  if (whole.includes('e')) return String(value)
  const wide = whole.replace(/\B(?=(\d{3})+$)/g, ',')
  return part === undefined ? wide : `${wide}.${part}`
}
