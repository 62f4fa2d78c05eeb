import fc from 'fast-check'
import assert from 'node:assert/strict'
import { describe, expect, test } from 'vitest'
import { AppError } from '../../../src/core/error.ts'
import { Session } from '../../../src/engine/session.ts'
import { grade } from '../../../src/grading/grade.ts'
import type { GradeResult } from '../../../src/grading/result.ts'
import { UtilityCache } from '../../../src/grading/utilityCache.ts'
import type { Change } from '../../../src/project/change.ts'
import type { Command, CommandKind } from '../../../src/project/command.ts'
import { commandKinds } from '../../../src/project/commands/index.ts'
import type { Document } from '../../../src/project/document.ts'
import { calculatedCells } from '../../../src/project/formulas/calculate.ts'
import { calculatedColumns } from '../../../src/project/formulas/recipes.ts'
import { dayOf } from '../../../src/scheme/day.ts'
import { tierings } from '../../../src/scheme/tiering/index.ts'
import { cellAt } from '../../../src/table/cell.ts'
import type { Store } from '../../../src/storage/store.ts'
import { anyCommands } from '../project/anyCommand.ts'
import { content, entryOf, table } from '../project/documents.ts'
import { gradedDocument } from '../project/gradedDocument.ts'
import type { Made } from '../project/made.ts'
import { freshDatabase } from '../storage/database.ts'

/**
 * Sequences of any commands, with undo and redo between them, over the session that the page works with: what holds after one
 * command must hold after any.
 */

type Step = { readonly kind: CommandKind; readonly make: Made } | { readonly kind: 'undo' | 'redo' }

const step: fc.Arbitrary<Step> = fc.oneof(
  ...anyCommands.map(([kind, made]) => ({
    weight: 1,
    arbitrary: made.map((make) => ({ kind, make })),
  })),
  { weight: 4, arbitrary: fc.constant({ kind: 'undo' as const }) },
  { weight: 2, arbitrary: fc.constant({ kind: 'redo' as const }) },
)
/** What some commands need before them: a matrix, groups, customers merged into one. */
const openings: readonly (readonly Step[])[] = [
  [],
  [
    {
      kind: 'useGroups',
      make: () => ({ kind: 'useGroups', names: ['行为', '贡献', '忠诚', '互动'] }),
    },
    { kind: 'chooseTiering', make: () => ({ kind: 'chooseTiering', method: 'matrix' }) },
    {
      kind: 'mergeCustomers',
      make: ({ tables }) => {
        const [keep = 0, ...others] = tables['customers']?.order.slice(0, 2) ?? []
        return {
          kind: 'mergeCustomers',
          groups: [{ keep, rows: others }],
          at: '2026-01-02T03:04:05.000Z',
        }
      },
    },
  ],
]
const sequence = fc
  .tuple(fc.constantFrom(...openings), fc.array(step, { minLength: 5, maxLength: 40 }))
  .map(([opening, steps]) => [...opening, ...steps])

/** Told only where it fails: the commands as they were for the document at hand. */
class Trail {
  readonly #done: string[] = []
  add(what: Command | string): void {
    this.#done.push(typeof what === 'string' ? what : JSON.stringify(what))
  }
  hold(hold: () => void): void {
    try {
      hold()
    } catch (error) {
      throw new Error(`after\n${this.#done.join('\n')}`, { cause: error })
    }
  }
}

/** A grade of this document with nothing remembered. */
const anew = ({ scheme, overrides, ...document }: Document): GradeResult =>
  grade(table({ scheme, overrides, ...document }), scheme, { overrides }, new UtilityCache())

const refusals = new Set(['command.invalid', 'formula.wrong'])

/** Only `run` may refuse, and says so in a code; anything else is a bug. */
function refusal(session: Session, command: Command): boolean {
  try {
    session.run(command)
    return false
  } catch (error) {
    if (error instanceof AppError && refusals.has(error.code)) return true
    throw error
  }
}

/** Every calculated column is what its formula gives for the cells as they are, whatever was done before. */
function calculatedAnew(document: Document): void {
  const customers = table(document)
  const asOf = dayOf(document.scheme.asOf)
  const rows = [...new Uint32Array(customers.rowCount).keys()]
  for (const { column, recipe } of calculatedColumns(customers)) {
    const cells = calculatedCells(customers, recipe, asOf, rows)
    for (const row of rows) {
      const [is, wanted] = [cellAt(column, row), cells[row]]
      assert.ok(
        is.value === wanted?.value && is.original === wanted.original && is.mark === wanted.mark,
        `${column.formula} in row ${row}: ${JSON.stringify([is, wanted])}`,
      )
    }
  }
}

interface State {
  readonly document: Document
  readonly grade: GradeResult
}

/** The documents that undo and redo walk over, as the page would tell it. */
class Walk {
  readonly trail = new Trail()
  readonly changes: Change[] = []
  readonly session: Session
  states: State[]
  at = 0
  #joining: string | null = null

  constructor(document: Document) {
    this.session = new Session(document, (changes) => this.changes.push(...changes))
    this.states = [this.now]
  }

  get now(): State {
    const { document } = this.session
    return { document: content(document), grade: anew(document) }
  }

  take(each: Step): 'done' | 'refused' | 'nothing' {
    if (!('make' in each)) return this.turn(each.kind)
    const { session } = this
    const [document, result, undoKind] = [session.document, session.result, session.undoKind]
    const command = each.make(document)
    this.trail.add(command)
    const before = structuredClone({ content: content(document), score: result.score })
    const refused = refusal(session, command)
    if (refused || session.document === document) {
      this.trail.hold(() => {
        assert.equal(session.document, document)
        assert.equal(session.result, result)
        assert.equal(session.undoKind, undoKind)
        assert.deepEqual({ content: content(document), score: result.score }, before)
      })
      return refused ? 'refused' : 'nothing'
    }
    const merge = ('merge' in command ? command.merge : undefined) ?? null
    const joins = merge !== null && merge === this.#joining && this.at > 0
    this.#joining = merge
    this.states = [...this.states.slice(0, joins ? this.at : this.at + 1), this.now]
    this.at = this.states.length - 1
    this.check(merge !== null)
    return 'done'
  }

  turn(way: 'undo' | 'redo'): 'done' | 'nothing' {
    const { session } = this
    this.trail.add(way)
    const to = this.at + (way === 'undo' ? -1 : 1)
    const kind = session[way]()
    this.trail.hold(() => assert.equal(kind === null, this.states[to] === undefined))
    if (kind === null) return 'nothing'
    this.#joining = null
    this.at = to
    this.check(false)
    return 'done'
  }

  /** The document is the one remembered; the grade is that of a first visit, bit for bit. */
  check(isDrag: boolean): void {
    const { document, result } = this.session
    const { states, at, trail } = this
    trail.hold(() => {
      assert.deepEqual(content(document), states[at]?.document)
      calculatedAnew(document)
      // a drag keeps the cut-offs of methods that are too dear to draw at each step
      if (isDrag && !tierings.get(document.scheme.tiering.id).live) return
      assert.deepEqual(result, states[at]?.grade)
    })
  }
}

describe('any sequence of commands', () => {
  test(
    'is undone to the first document and redone to the last, grades bit for bit',
    { timeout: 60_000 },
    () => {
      const met = { done: new Set<string>(), refused: new Set<string>() }
      fc.assert(
        fc.property(sequence, (steps) => {
          const walk = new Walk(gradedDocument())
          for (const each of steps) {
            const outcome = walk.take(each)
            if (outcome !== 'nothing') met[outcome].add(each.kind)
          }
          const [end, last] = [walk.at, walk.states.length - 1]
          while (walk.turn('undo') === 'done');
          expect(walk.at).toBe(0)
          while (walk.turn('redo') === 'done');
          expect(walk.at).toBe(last)
          expect(end).toBeLessThanOrEqual(last)
        }),
        { numRuns: 150, seed: 20261126 },
      )
      // no line of `anyCommand` is only ever refused
      expect(commandKinds.filter((kind) => !met.done.has(kind))).toEqual([])
      expect(met.refused.size).toBeGreaterThan(15)
    },
  )
})

describe('what is on the disk after any sequence', () => {
  const { open } = freshDatabase()
  const copies = async (store: Store, id: string) => (await store.load(id)).document

  test('is the same document and grades the same, from the log and folded', async () => {
    let projects = 0
    const store = await open()
    await fc.assert(
      fc.asyncProperty(sequence, async (steps) => {
        const first = { ...gradedDocument(), id: `p_${projects++}` }
        await store.create(first, entryOf(first))
        const walk = new Walk(first)
        for (const each of steps) {
          const from = walk.changes.length
          walk.take(each)
          const changes = walk.changes.slice(from)
          if (changes.length > 0) await store.append(first.id, changes)
        }
        const { document } = walk.session
        const holds = (read: Document) =>
          walk.trail.hold(() => {
            assert.deepEqual(plain(read), plain(document))
            assert.deepEqual(anew(read), anew(document))
          })
        holds(await copies(store, first.id))
        await store.fold(document, entryOf(document))
        holds(await copies(store, first.id))
      }),
      { numRuns: 15, seed: 20261126 },
    )
  })
})

/** By cells: the disk need not keep how they are packed, nor words that no cell has. */
function plain(document: Document) {
  const { tables, ...rest } = content(document)
  return {
    ...rest,
    tables: Object.values(tables).map(({ columns, ...one }) => ({
      ...one,
      columns: columns.map((column) => ({
        heading: [column.id, column.name, column.role, column.reading, column.unit, column.type],
        formula: column.formula ?? null,
        rules: column.rules ?? null,
        cells: Array.from({ length: one.rowCount }, (_, row) => cellAt(column, row)),
      })),
    })),
  }
}
