import { noteQuantity, otherCounter, readQuantity, simpleNumber, writeNumber } from './number.ts'
import { noted } from './outcome.ts'
import type { Reading } from './reading.ts'

/** Amounts of one currency, the column's unit. Another currency is never converted: it is marked. */
export const money: Reading = {
  id: 'money',
  type: 'number',
  read: (cell, context) =>
    simpleNumber(cell, context) ??
    readQuantity(cell, context, (read, text) => {
      if (read.percent) return null
      const named = read.currency !== null
      if (named && context.unit !== null && read.currency !== context.unit)
        return noted(read.value, text, 'assumed')
      const settled = noteQuantity(read, text, context, otherCounter(read, context))
      return named && context.unit === null && settled.original === null
        ? noted(read.value, text)
        : settled
    }),
  write: (value) => writeNumber(value),
}
