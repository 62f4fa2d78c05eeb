import type { Cell, Column } from '../table/column.ts'
import type { Merge, MergedCell } from '../table/merge.ts'
import type { Table } from '../table/table.ts'
import type { Change } from './change.ts'

const object = 48 // bytes of a small object with its pointers, roughly
const ofText = (text: string) => 2 * text.length + 16

const known = new WeakMap<Change, number>()

/** Roughly how many bytes of memory a change keeps alive. Arrays shared with the document count too. */
export function weigh(change: Change): number {
  let bytes = known.get(change)
  if (bytes === undefined) known.set(change, (bytes = weightOf(change)))
  return bytes
}

function weightOf(change: Change): number {
  switch (change.kind) {
    case 'setCells':
      return object + change.rows.length * 16 + sum(change.cells, ofCell)
    case 'setEdited':
      return object + change.rows.length * 8
    case 'setOrder':
      return object + change.order.byteLength
    case 'setColumn':
      return object + (change.column === null ? 0 : ofColumn(change.column))
    case 'setTable':
      return object + (change.table === null ? 0 : ofTable(change.table))
    case 'setScheme':
    case 'setKeptScheme':
      return object + 2 * JSON.stringify(change.scheme).length
    case 'setOverrides':
      return object + sum(change.entries, (entry) => 4 * object + ofText(entry.customer))
    case 'setMerges':
      return object + sum(change.entries, ({ merge }) => (merge === null ? object : ofMerge(merge)))
    case 'setDistinct':
      return object + sum(change.entries, ({ rows }) => object + (rows?.length ?? 0) * 16)
    case 'setModel':
      return object + 2 * JSON.stringify(change.choice).length
    case 'setLayout':
      return object + 2 * JSON.stringify(change.layout).length
    case 'appendRows':
    case 'dropLastRows':
    case 'setKey':
    case 'setName':
      return object
  }
}

export function ofTable(table: Table): number {
  return table.order.byteLength + sum(table.columns, ofColumn)
}

function ofMerge({ rows, cells }: Merge): number {
  const ofCells = ({ before, after }: MergedCell) => ofCell(before) + ofCell(after)
  return 4 * object + rows.length * 16 + sum(cells, ofCells)
}

function ofCell({ value, original }: Cell): number {
  return object + (typeof value === 'string' ? ofText(value) : 8) + ofText(original ?? '')
}

function ofColumn(column: Column): number {
  return object + ofValues(column) + ofOriginals(column) + (column.marks?.byteLength ?? 0)
}

function ofOriginals({ originals }: Column): number {
  return originals === null ? 0 : originals.codes.byteLength + sum(originals.dictionary, ofText)
}

function ofValues(column: Column): number {
  switch (column.type) {
    case 'category':
      return column.codes.byteLength + sum(column.dictionary, ofText)
    case 'text':
      return (
        column.starts.byteLength +
        column.bytes.byteLength +
        sum([...column.changed.values()], (text) => object + ofText(text))
      )
    case 'number':
    case 'date':
    case 'boolean':
      return column.values.byteLength
  }
}

function sum<Item>(items: readonly Item[], of: (item: Item) => number): number {
  let total = 0
  for (const item of items) total += of(item)
  return total
}
