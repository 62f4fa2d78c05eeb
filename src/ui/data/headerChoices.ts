import type { Words } from '../../i18n/translate.ts'
import type { ImportPlan } from '../../import/plan.ts'
import type { Option } from './columnChoices.ts'

const offeredRows = 8 // of the file; a header further down than its sample cannot be seen anyway

export const headerValue = (from: number, rows: number) => (rows === 0 ? '-1/0' : `${from}/${rows}`)

export function headerChoice(value: string): { headerFrom: number; headerRows: number } {
  const [from = -1, rows = 0] = value.split('/').map(Number)
  return { headerFrom: from, headerRows: rows }
}

/** No header, each of the first rows, each two of them, and what is set now. */
export function headerOptions(
  plan: ImportPlan,
  words: Words['importing'],
  count: (value: number) => string,
): readonly Option[] {
  const { headerFrom, headerRows } = plan.layout
  const pairs: (readonly [number, number])[] = plan.sample
    .filter((row) => row.part !== 'total' && row.row < offeredRows)
    .flatMap((row) => [[row.row, 1] as const, [row.row, 2] as const])
  if (headerRows > 0 && !pairs.some(([from, rows]) => from === headerFrom && rows === headerRows))
    pairs.push([headerFrom, headerRows])
  pairs.sort((a, b) => a[1] - b[1] || a[0] - b[0])
  return [
    { value: headerValue(-1, 0), label: words.headerNone },
    ...pairs.map(([from, rows]) => ({
      value: headerValue(from, rows),
      label:
        rows === 1
          ? words.headerOne(count(from + 1))
          : words.headerMore(count(from + 1), count(from + rows), rows),
    })),
  ]
}
