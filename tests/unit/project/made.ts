import fc from 'fast-check'
import type { Command } from '../../../src/project/command.ts'
import type { Document } from '../../../src/project/document.ts'
import { table as customersOf } from './documents.ts'

/** A command that is made once the document is known which it is for. */
export type Made<C extends Command = Command> = (document: Document) => C

/** A place in a list of the document; now and then one beyond it, which names nothing. */
export const place = fc.nat(1000)
export const of = (list: readonly { readonly id: string }[], at: number): string =>
  list[at % (list.length + (at % 7 === 0 ? 1 : 0))]?.id ?? 'gone'

export const columns = (document: Document) => customersOf(document).columns
export const rowOf = (document: Document, at: number) =>
  at % (customersOf(document).rowCount + +(at > 990))
export const living = (document: Document, at: number) => {
  const { order } = customersOf(document)
  return order[at % Math.max(1, order.length)] ?? 0
}

export const text = fc.constantFrom(
  '',
  '7',
  '1,200',
  '-3',
  '1e20',
  '华东',
  'A',
  '2025-03-01',
  '偶尔',
  '=1+1',
  '003',
)
export const name = fc.constantFrom('甲', 'B', ' ', '金额', '__proto__')
export const date = fc.constantFrom('2026-01-01', '2024-02-29', '2026-13-01', '')
export const merge = fc.option(fc.constantFrom('drag-1', 'drag-2'), { nil: undefined })
export const joined = (key: string | undefined) => (key === undefined ? {} : { merge: key })
