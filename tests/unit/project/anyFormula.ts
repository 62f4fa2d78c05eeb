import fc from 'fast-check'
import type { Document } from '../../../src/project/document.ts'
import { columns, place } from './made.ts'

/** Formulas of columns as they are at hand; some are wrong, some read calculated columns, some would read themselves. */
const shapes: readonly ((one: string, other: string) => string)[] = [
  (one, other) => `${one}/${other}`,
  (one) => `=${one}*2`,
  (one) => `IF(${one}>1000,"高","低")`,
  (one) => `IFERROR(${one},0)`,
  (one) => `DAYS(${one})`,
  (one) => `TODAY()-${one}`,
  (one, other) => `${one}&"·"&${other}`,
  (one) => `ISBLANK(${one})`,
  (one, other) => `SUM(${one},${other})`,
  (one) => `LEFT(${one},1)`,
  (one) => `${one}+`,
  () => '1/0',
]

export const formula = fc.tuple(fc.constantFrom(...shapes), place, place).map(
  ([shape, one, other]) =>
    (document: Document): string =>
      shape(named(document, one), named(document, other)),
)

function named(document: Document, at: number): string {
  const all = columns(document)
  const name = at % 11 === 0 ? '没有' : (all[at % all.length]?.name ?? '没有')
  return `[${name.replaceAll(']', ']]')}]`
}
