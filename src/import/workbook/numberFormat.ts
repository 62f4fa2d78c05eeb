/** What a number format says about a cell: nothing, that it is a day, or that its shown text matters (%, ¥, 00123, 8:30). */
export type FormatKind = 'plain' | 'date' | 'shown'

export interface CellStyle {
  readonly kind: FormatKind
  readonly format: string
}

export const plainStyle: CellStyle = { kind: 'plain', format: 'General' }

/** Formats that files name by number alone (ECMA-376 part 1, 18.8.30); 27 to 36 and 50 to 58 as in Chinese Excel. */
const builtIn: Readonly<Record<number, string>> = {
  1: '0',
  2: '0.00',
  3: '#,##0',
  4: '#,##0.00',
  9: '0%',
  10: '0.00%',
  11: '0.00E+00',
  12: '# ?/?',
  13: '# ??/??',
  14: 'm/d/yy',
  15: 'd-mmm-yy',
  16: 'd-mmm',
  17: 'mmm-yy',
  18: 'h:mm AM/PM',
  19: 'h:mm:ss AM/PM',
  20: 'h:mm',
  21: 'h:mm:ss',
  22: 'm/d/yy h:mm',
  27: 'yyyy"年"m"月"',
  28: 'm"月"d"日"',
  29: 'm"月"d"日"',
  30: 'm-d-yy',
  31: 'yyyy"年"m"月"d"日"',
  32: 'h"时"mm"分"',
  33: 'h"时"mm"分"ss"秒"',
  34: 'h:mm',
  35: 'h:mm:ss',
  36: 'yyyy"年"m"月"',
  45: 'mm:ss',
  46: '[h]:mm:ss',
  47: 'mmss.0',
  48: '##0.0E+0',
  49: '@',
  50: 'yyyy"年"m"月"',
  51: 'm"月"d"日"',
  52: 'yyyy"年"m"月"',
  53: 'm"月"d"日"',
  54: 'm"月"d"日"',
  55: 'h:mm',
  56: 'h:mm:ss',
  57: 'yyyy"年"m"月"',
  58: 'm"月"d"日"',
}

/** Numbers of currencies (5 to 8, 42, 44) do not tell which one: they are plain. */
export function builtInFormat(id: number): string {
  return builtIn[id] ?? 'General'
}

/**
 * Shown in thousands by a comma at the end (18.8.31), or by a point that is a letter: 0!.0,"万" shows 123455 as 12.3万.
 * The stored value is what counts, and the shown text is rounded.
 */
const scaled = /[0#],+(?![0#])|0[!\\]\.0/

const longest = 255 // characters that Excel takes; what follows is no format

export function formatKind(format: string): FormatKind {
  if (format.length > longest) return 'plain'
  if (/^(general|g\/通用格式|g\/標準|g\/標準格式|@)$/i.test(format.trim())) return 'plain'
  if (isDate(format)) return /[yde]/i.test(bare(format)) ? 'date' : 'shown'
  const positive = (format.split(';')[0] ?? '')
    .replace(/^(\[(Red|Blue|Green|Black|White|Color\d+|红色|蓝色)\])+/i, '')
    .replace(/[_*]./g, '')
  if (scaled.test(positive.replace(/"[^"]*"/g, ''))) return 'plain'
  return /^[#,]*0?(\.[0#]+)?[ )\\-]*$/.test(positive) ? 'plain' : 'shown'
}

/** Letters of days and times outside words; the E of 0.00E+00 is none, [h] counts hours beyond a day. */
export function isDate(format: string): boolean {
  if (/\[[hms]+\]/i.test(format)) return true
  return /[ymdhsgeb]|上午/i.test(bare(format).replace(/general|g\/通用格式|[0#?.,]E[+-]/gi, ''))
}

/** Without quoted words, escaped, padding and filling characters, and bracketed parts such as [$-804]. */
function bare(format: string): string {
  return format.replace(/"[^"]*"|[\\!_*].|\[[^\]]*\]/g, '')
}
