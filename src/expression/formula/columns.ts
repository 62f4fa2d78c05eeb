import type { Column, ColumnType } from '../../table/column.ts'
import { check, type FindColumn, type FormulaColumn } from './check.ts'
import type { Formula, FormulaType, Node } from './formula.ts'
import { nearest } from './nearest.ts'
import { parse } from './parse.ts'
import { FormulaError } from './problem.ts'
import { inBrackets } from './tokens.ts'

const types: Readonly<Record<ColumnType, FormulaType>> = {
  number: 'number',
  date: 'date',
  boolean: 'boolean',
  category: 'text',
  text: 'text',
}
export const formulaColumn = ({ id, name, type }: Column): FormulaColumn => ({
  id,
  name,
  type: types[type],
})

/** A formula as it is typed, columns by name. Throws `FormulaError`. */
export function typedFormula(text: string, columns: readonly Column[]): Formula {
  return check(parse(text), byName(columns))
}

/** A formula as a column keeps it, columns by id. Throws `FormulaError`. */
export function keptFormula(text: string, columns: readonly Column[]): Formula {
  return check(parse(text), byId(columns))
}

/** As typed → as kept, so that a new name of a column changes nothing. Throws `FormulaError`. */
export function withIds(text: string, columns: readonly Column[]): string {
  const find = byName(columns)
  return renamed(text, (node) => find(node).id)
}

/** As kept → as typed; a column that is gone stands as Excel has it. */
export function withNames(text: string, columns: readonly Column[]): string {
  const names = new Map(columns.map(({ id, name }) => [id, name]))
  return renamed(text, ({ name }) => names.get(name) ?? '#REF!')
}

/** Ids of the columns named in a kept formula, whether they are there or not; [] where it cannot be read. */
export function idsIn(text: string): readonly string[] {
  try {
    return [...new Set(columnNodes(parse(text)).map(({ name }) => name))]
  } catch (error) {
    if (error instanceof FormulaError) return []
    throw error
  }
}

type ColumnNode = Node & { kind: 'column' }

function columnNodes(node: Node): readonly ColumnNode[] {
  if (node.kind === 'column') return [node]
  return node.kind === 'call' ? node.of.flatMap(columnNodes) : []
}

function renamed(text: string, name: (node: ColumnNode) => string): string {
  let [result, at] = ['', 0]
  const nodes = [...columnNodes(parse(text))].sort((a, b) => a.from - b.from)
  for (const node of nodes) {
    result += text.slice(at, node.from) + inBrackets(name(node))
    at = node.to
  }
  return (result + text.slice(at)).trim().replace(/^[=＝]\s*/u, '')
}

function byName(columns: readonly Column[]): FindColumn {
  const named = new Map<string, Column[]>()
  for (const column of columns) {
    const name = matched(column.name)
    named.set(name, [...(named.get(name) ?? []), column])
  }
  return ({ name, from, to }) => {
    const found = named.get(matched(name)) ?? []
    const [only] = found
    if (only && found.length === 1) return formulaColumn(only)
    if (found.length > 1) throw new FormulaError('formula.severalColumns', { from, to }, { name })
    const near = nearest(name, [...new Set(columns.map((column) => column.name))])
    throw new FormulaError('formula.noColumn', { from, to }, { name, ...(near ? { near } : {}) })
  }
}

/** Blanks around a name, and whether a bracket is a wide one, make no other column. */
const matched = (name: string) =>
  name.trim().replace(/[（）：]/gu, (char) => ({ '（': '(', '）': ')', '：': ':' })[char] ?? char)

function byId(columns: readonly Column[]): FindColumn {
  const ids = new Map(columns.map((column) => [column.id, column]))
  return ({ name, from, to }) => {
    const found = ids.get(name)
    if (found) return formulaColumn(found)
    throw new FormulaError('formula.goneColumn', { from, to })
  }
}
