import type { CategoryColumn } from '../../table/column.ts'
import { matchForm } from '../../table/parse/normalise.ts'
import type { Table } from '../../table/table.ts'
import { type Check, finding } from '../check.ts'
import { rowsWhere } from '../columns.ts'

const mostWords = 2000 // beyond, these are texts rather than a choice of words
const few = 5

/** One word in several writings: 华东, 华 东 and 华东区; Retail and retail. The one written plainly, else met most often, is offered for all. */
export const variants: Check = {
  id: 'variants',
  dimension: 'consistency',
  *find({ table }) {
    for (const column of table.columns) {
      if (column.type !== 'category' || column.role === 'tier') continue
      const target = unified(table, column)
      if (!target) continue
      const { codes, dictionary } = column
      const rows = rowsWhere(table, (row) => target[codes[row] as number] !== codes[row])
      const met = new Set<number>()
      for (const row of rows) if (met.size < few) met.add(codes[row] as number)
      const examples = [...met].map(
        (code) => `${dictionary[code]} → ${dictionary[target[code] as number]}`,
      )
      yield finding('variants', 'warning', [column], rows, { examples }, ['unify'])
    }
  },
}

/** Per code the code that stands for all its writings; null = each word has one. */
export function unified(table: Table, { codes, dictionary }: CategoryColumn): Uint32Array | null {
  if (dictionary.length > mostWords) return null
  const counts = new Uint32Array(dictionary.length)
  for (const row of table.order) {
    const code = codes[row] as number
    counts[code] = (counts[code] as number) + 1
  }
  const target = Uint32Array.from(dictionary, (_, code) => code)
  const best = new Map<string, number>()
  // 华 北 may be as frequent as 华北, but nobody means the blank
  const isBetter = (code: number, other: number) => {
    const plainer = Number(isPlain(dictionary[code])) - Number(isPlain(dictionary[other]))
    return plainer !== 0 ? plainer > 0 : (counts[code] as number) > (counts[other] as number)
  }
  for (let code = 1; code < dictionary.length; code++) {
    if (counts[code] === 0) continue
    const form = wordForm(dictionary[code] as string)
    const known = best.get(form)
    if (known === undefined || isBetter(code, known)) best.set(form, code)
  }
  let some = false
  for (let code = 1; code < dictionary.length; code++) {
    if (counts[code] === 0) continue
    const to = best.get(wordForm(dictionary[code] as string)) ?? code
    if (to !== code) some = true
    target[code] = to
  }
  return some ? target : null
}

/** Half width, and no blank beside a Han character. */
function isPlain(text = ''): boolean {
  return text.normalize('NFKC') === text && !/\p{Script=Han}\s|\s\p{Script=Han}/u.test(text)
}

const endings = /(?:特别行政区|自治区|自治州|地区|大区|片区|区域|省|市|区)$/
const joints = /[\s\-_/、,，.。·•&()（）"'“”]+/g

/** Without case, width, blanks and signs; 华东区 is 华东, 上海市 is 上海. */
export function wordForm(text: string): string {
  const form = matchForm(text)
  const bare = form.replace(joints, '') || form
  const short = bare.replace(endings, '')
  return short.length >= 2 ? short : bare
}
