import { plain } from './normalise.ts'

/** Texts that say "no value", in `plain` form and lower case. */
export const missingMarks: ReadonlySet<string> = new Set([
  '-',
  '--',
  '---',
  '/',
  '\\',
  '?',
  '??',
  '无',
  '暂无',
  '未知',
  '待补充',
  '待定',
  '未填写',
  'n/a',
  '#n/a',
  'null',
])

/** Left by R, Python and databases; words of their own in a column of texts, so only for numbers and dates. */
const numericMarks: ReadonlySet<string> = new Set(['na', 'nan', 'none', 'nil', 'n.a.', '...'])

const longest = 12

export function isMissing(text: string, marks: ReadonlySet<string>): boolean {
  if (text.length > longest) return false
  const first = text.charCodeAt(0)
  // a look at one letter is cheaper than finding the text among the marks
  if (
    ((first > 0x20 && first < 0x7f) || (first >= 0x4e00 && first < 0xa000)) &&
    !begins(marks, first)
  )
    return false
  if (marks.has(text)) return true
  const form = plain(text).toLowerCase()
  return form !== text && marks.has(form)
}

let asked: { readonly marks: ReadonlySet<string>; readonly firsts: ReadonlySet<number> } | null =
  null

/** Whether a mark begins with this letter, in either case. */
function begins(marks: ReadonlySet<string>, letter: number): boolean {
  if (asked?.marks !== marks) {
    const firsts = [...marks].flatMap((mark) => [mark, mark.toUpperCase()])
    asked = { marks, firsts: new Set(firsts.map((mark) => mark.charCodeAt(0))) }
  }
  return asked.firsts.has(letter)
}

export function isMissingNumber(text: string): boolean {
  return text.length <= longest && numericMarks.has(plain(text).toLowerCase())
}

/** A formula's error as workbooks and their CSV exports write it. #N/A says "not available": missing, not an error. */
export function isCellError(text: string): boolean {
  return (
    text.charCodeAt(0) === 35 &&
    /^#(REF!|VALUE!|DIV\/0!|NAME\?|NUM!|NULL!|SPILL!|CALC!|GETTING_DATA)$/i.test(text)
  )
}
