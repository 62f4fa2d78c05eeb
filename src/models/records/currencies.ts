import type { Job } from '../../core/job.ts'
import type { Column } from '../../table/column.ts'
import { currencyNamed } from '../../table/parse/currency.ts'
import { currencyIn } from '../../table/parse/currencyIn.ts'
import { plain } from '../../table/parse/normalise.ts'
import { headerWords } from '../../table/headerWords.ts'
import type { Table } from '../../table/table.ts'
import { eachLiving } from './rows.ts'
import { wordsOf } from './words.ts'

const isCurrency = /^(币种|货币|币别|货币类型|货币单位|currency|currency code)$/

/** The currencies that amounts are in, of which nothing is converted: as a column of currencies or the cells say. */
export async function currenciesOf(
  table: Table,
  money: Column | undefined,
  counts: (row: number) => boolean,
  job: Job,
): Promise<readonly string[]> {
  const found = new Set<string>()
  const column = table.columns.find(({ name }) => isCurrency.test(headerWords(name)))
  if (column) {
    const { codes, texts } = wordsOf(column)
    const met = new Uint8Array(texts.length + 1)
    await eachLiving(table, job, (row) => {
      if (counts(row)) met[codes[row] as number] = 1
    })
    texts.forEach((text, at) => {
      if (met[at + 1]) found.add(currencyNamed(plain(text)) ?? text)
    })
  }
  const { originals } = money ?? {}
  if (money?.reading === 'money' && originals) {
    const named = originals.dictionary.map(currencyIn)
    if (named.some((code) => code !== null && code !== money.unit)) {
      if (money.unit !== null) found.add(money.unit)
      await eachLiving(table, job, (row) => {
        const code = named[originals.codes[row] as number]
        if (code && counts(row)) found.add(code)
      })
    }
  }
  return found.size > 1 ? [...found].sort() : []
}
