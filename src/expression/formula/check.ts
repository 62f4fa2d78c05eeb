import type { Formula, FormulaType, Node } from './formula.ts'
import { formulaFunctions, formulaParts } from './functions/index.ts'
import { nearest } from './nearest.ts'
import type { Argument, FormulaPart, Signature } from './part.ts'
import { FormulaError } from './problem.ts'

/** A column as formulas see it. */
export interface FormulaColumn {
  readonly id: string
  readonly name: string
  readonly type: FormulaType
}

/** The column that a name or an id stands for. Throws `FormulaError`. */
export type FindColumn = (node: Node & { kind: 'column' }) => FormulaColumn

/** Every part found, its arguments counted and of types that it takes. Throws `FormulaError` with the place. */
export function check(node: Node, find: FindColumn): Formula {
  switch (node.kind) {
    case 'number':
    case 'text':
    case 'boolean':
      return { kind: node.kind, value: node.value, type: node.kind } as Formula
    case 'column': {
      const { id, type } = find(node)
      return { kind: 'column', column: id, type }
    }
    case 'call':
      return called(node, find)
  }
}

type Call = Node & { kind: 'call' }

function called(node: Call, find: FindColumn): Formula {
  const part = partOf(node)
  counted(part, node)
  const given = node.of.map((each) => check(each, find))
  const empty = askedEmpty(node, given)
  if (empty) return empty
  const of = given.map((each, at) => fitting(part, argumentAt(part.signature, at), each, node, at))
  const usual = part.signature.optional?.[given.length - part.signature.first.length]?.usual
  if (usual !== undefined) of.push({ kind: 'number', value: usual, type: 'number' })
  const type = typeof part.type === 'function' ? part.type(of) : part.type
  if (typeof type === 'string') return { kind: 'call', name: part.id, of, type }
  const place = type.argument === undefined ? node : (node.of[type.argument] ?? node)
  throw new FormulaError(type.code, place, type.detail)
}

function partOf({ name, from, to }: Call): FormulaPart {
  const part = formulaParts.find(name)
  if (part && !name.startsWith('$')) return part
  const names = formulaFunctions.map(({ id }) => id)
  const near = nearest(name, names)
  throw new FormulaError('formula.noFunction', { from, to }, { name, ...(near ? { near } : {}) })
}

function counted({ id: name, signature }: FormulaPart, node: Call): void {
  const { first, optional = [], repeated = [] } = signature
  const least = first.length + repeated.length
  const most = repeated.length > 0 ? Infinity : first.length + optional.length
  const count = node.of.length
  if (count < least) throw new FormulaError('formula.tooFew', node, { name, least })
  if (count > most) throw new FormulaError('formula.tooMany', node, { name, most })
  if (repeated.length > 1 && count % repeated.length !== 0)
    throw new FormulaError('formula.tooFew', node, { name, least: count + 1 })
}

function argumentAt({ first, optional = [], repeated = [] }: Signature, at: number): Argument {
  const fixed = [...first, ...optional]
  const found = fixed[at] ?? repeated[(at - fixed.length) % repeated.length]
  if (!found) throw new Error(`no argument ${at}`)
  return found
}

/** The argument itself, or a number as a text where texts are joined. */
function fitting(
  part: FormulaPart,
  { type }: Argument,
  given: Formula,
  node: Call,
  at: number,
): Formula {
  if (type === 'any' || type === given.type) return given
  const place = node.of[at] ?? node
  if (type !== 'joined')
    throw new FormulaError('formula.type', place, {
      name: part.id,
      wanted: type,
      given: given.type,
    })
  if (given.type === 'text') return given
  if (given.type === 'number') return { kind: 'call', name: '$text', of: [given], type: 'text' }
  throw new FormulaError('formula.joinOther', place, { given: given.type })
}

/** `[金额]=""` asks whether the cell is empty, of whatever type. */
function askedEmpty({ name }: Call, given: readonly Formula[]): Formula | null {
  if (name !== '=' && name !== '<>') return null
  const [left, right] = given
  const isEmpty = (one?: Formula) => one?.kind === 'text' && one.value === ''
  const asked = isEmpty(right) ? left : isEmpty(left) ? right : undefined
  if (!asked || asked.type === 'text') return null
  const blank: Formula = { kind: 'call', name: 'ISBLANK', of: [asked], type: 'boolean' }
  return name === '=' ? blank : { kind: 'call', name: 'NOT', of: [blank], type: 'boolean' }
}
