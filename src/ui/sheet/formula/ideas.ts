import type { SheetColumn } from '../../../engine/views.ts'
import type { Words } from '../../../i18n/translate.ts'

export interface Idea {
  readonly name: string
  readonly formula: string
}

const inBrackets = (name: string) => `[${name.replaceAll(']', ']]')}]`

/** Formulas that fit the columns of this list. */
export function ideas(
  columns: readonly SheetColumn[],
  words: Words['formulaForm'],
): readonly Idea[] {
  const own = columns.flatMap((column) =>
    column.name === null || column.id.startsWith('$') ? [] : [{ ...column, name: column.name }],
  )
  const money = own.filter(({ reading }) => reading === 'money')
  const numbers = own.filter(({ type }) => type === 'number')
  const counts = numbers.filter(
    ({ name, reading }) => reading !== 'money' && words.counts.test(name),
  )
  const amounts = money.length > 0 ? money : numbers.filter((one) => !counts.includes(one))
  const date = own.find(({ type }) => type === 'date')
  const [amount, other] = amounts
  const [count] = counts
  const made: Idea[] = []
  if (amount && count)
    made.push({
      name: words.ideas.perOrder,
      formula: `=${inBrackets(amount.name)}/${inBrackets(count.name)}`,
    })
  if (date)
    made.push({ name: words.ideas.days(date.name), formula: `=DAYS(${inBrackets(date.name)})` })
  if (amount)
    made.push({
      name: words.ideas.class,
      formula: words.ideas.classFormula(amount.name.replaceAll(']', ']]')),
    })
  if (amount && other)
    made.push({
      name: words.ideas.share(amount.name, other.name),
      formula: `=${inBrackets(amount.name)}/${inBrackets(other.name)}`,
    })
  return made.slice(0, 4)
}
