import { plain } from './normalise.ts'

/** Texts that say "no value", in `wordForm`; the usual ones first. */
export const missingMarks: ReadonlySet<string> = new Set([
  '-',
  '/',
  '无',
  '暂无',
  '未知',
  'n/a',
  'null',
  '--',
  '---',
  '----',
  '-/-',
  '//',
  '\\',
  '?',
  '??',
  '無',
  '(无)',
  '无数据',
  '暂无数据',
  '不详',
  '空',
  '空白',
  '(空)',
  '未填',
  '未填写',
  '未提供',
  '未登记',
  '未录入',
  '缺失',
  '待补充',
  '待完善',
  '待核实',
  '待确认',
  '待定',
  '#n/a',
  '(null)',
  '<null>',
  '[null]',
  '\\n',
  '(blank)',
  'unknown',
  'undefined',
  'tbd',
  'missing',
  'no data',
  'not available',
  'not applicable',
])

/** Left by R, Python and databases; words of their own in a column of texts, so only for numbers and dates. */
const numericMarks: ReadonlySet<string> = new Set(
  'na nan none nil n.a. . 。 ... ...... * ** ***'.split(' '),
)

export function isMissing(text: string, marks: ReadonlySet<string>): boolean {
  const { firsts, longest } = known(marks)
  if (text.length > longest) return false
  const first = text.charCodeAt(0)
  // a look at one letter is cheaper than finding the text among the marks
  if (((first > 0x20 && first < 0x7f) || (first >= 0x4e00 && first < 0xa000)) && !firsts.has(first))
    return false
  if (marks.has(text)) return true
  const form = plain(text).toLowerCase()
  return form !== text && marks.has(form)
}

interface Known {
  readonly marks: ReadonlySet<string>
  readonly firsts: ReadonlySet<number> // letters that a mark begins with, in either case
  readonly longest: number
}
let asked: Known | null = null

function known(marks: ReadonlySet<string>): Known {
  if (asked?.marks === marks) return asked
  const firsts = [...marks].flatMap((mark) => [mark, mark.toUpperCase()])
  asked = {
    marks,
    firsts: new Set(firsts.map((mark) => mark.charCodeAt(0))),
    longest: Math.max(0, ...firsts.map((mark) => mark.length)),
  }
  return asked
}

export function isMissingNumber(text: string): boolean {
  return text.length <= 8 && numericMarks.has(plain(text).toLowerCase())
}

/** A formula's error as workbooks and their CSV exports write it. #N/A says "not available": missing, not an error. */
export function isCellError(text: string): boolean {
  return (
    text.charCodeAt(0) === 35 &&
    /^#(REF!|VALUE!|DIV\/0!|NAME\?|NUM!|NULL!|SPILL!|CALC!|GETTING_DATA)$/i.test(text)
  )
}
