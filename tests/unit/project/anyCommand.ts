import fc from 'fast-check'
import { modelIds } from '../../../src/models/figureIds.ts'
import type { CommandKind } from '../../../src/project/command.ts'
import type { CommandOf } from '../../../src/project/commands/contract.ts'
import type { SheetLayout } from '../../../src/project/layout.ts'
import { fixIds } from '../../../src/quality/check.ts'
import type { ColumnRole, ReadingId } from '../../../src/table/column.ts'
import { anyGroupCommand } from './anyGroupCommand.ts'
import { anySchemeCommand } from './anySchemeCommand.ts'
import { table as customersOf } from './documents.ts'
import { formula } from './anyFormula.ts'
import { columns, date, living, type Made, name, of, place, rowOf, text } from './made.ts'

const reading = fc.constantFrom<ReadingId[]>(
  'number',
  'money',
  'percent',
  'date',
  'category',
  'text',
  'boolean',
  'code',
)
const role = fc.constantFrom<ColumnRole[]>(
  'key',
  'name',
  'phone',
  'group',
  'measure',
  'tier',
  'other',
)
/** Lists of texts, typed over some cells. */
const cells = fc.array(fc.tuple(place, place, text), { maxLength: 3 })

/**
 * Any command of each kind, also such as are to be refused. A new kind of command needs its line here: the type-checker says
 * so, and the sequences take it up by themselves.
 */
export const anyCommand = {
  editCells: cells.map((all) => (document) => ({
    kind: 'editCells',
    table: 'customers',
    origin: 'edit',
    cells: all.map(([row, column, typed]) => ({
      row: rowOf(document, row),
      column: of(columns(document), column),
      text: typed,
    })),
  })),
  pasteBlock: fc
    .tuple(
      place,
      fc.array(fc.array(text, { minLength: 1, maxLength: 2 }), { minLength: 1, maxLength: 3 }),
    )
    .map(([at, texts]) => (document) => ({
      kind: 'pasteBlock',
      table: 'customers',
      rows: [rowOf(document, at)],
      columns: [of(columns(document), at), of(columns(document), at + 1)],
      texts,
      origin: 'paste',
    })),
  insertRows: fc
    .tuple(place, fc.constantFrom(1, 2, 0), fc.array(place, { maxLength: 2 }))
    .map(([at, count, others]) => (document) => ({
      kind: 'insertRows',
      table: 'customers',
      before: at % 3 === 0 ? null : rowOf(document, at),
      count,
      also: others.map((other) => ({ before: rowOf(document, other), count: 1 })),
    })),
  deleteRows: fc.array(place, { maxLength: 3 }).map((rows) => (document) => ({
    kind: 'deleteRows',
    table: 'customers',
    rows: rows.map((at) => rowOf(document, at)),
  })),
  duplicateRows: fc.array(place, { maxLength: 3 }).map((rows) => (document) => ({
    kind: 'duplicateRows',
    table: 'customers',
    rows: rows.map((at) => rowOf(document, at)),
  })),
  duplicateColumn: fc.tuple(place, name).map(([at, called]) => (document) => ({
    kind: 'duplicateColumn',
    table: 'customers',
    column: of(columns(document), at),
    name: called,
    ...(at % 2 === 0 && { order: [null, '$score'] }),
  })),
  addColumn: fc
    .record({ name, reading, role, formula: fc.option(formula, { nil: undefined }) })
    .map(({ formula: made, ...set }) => (document) => ({
      kind: 'addColumn',
      table: 'customers',
      ...set,
      ...(made && { formula: made(document) }),
    })),
  setFormula: fc.tuple(place, fc.option(formula)).map(([at, made]) => (document) => ({
    kind: 'setFormula',
    table: 'customers',
    column: of(columns(document), at),
    formula: made?.(document) ?? null,
  })),
  deleteColumn: place.map((at) => (document) => ({
    kind: 'deleteColumn',
    table: 'customers',
    column: of(columns(document), at),
  })),
  deleteColumns: fc.array(place, { maxLength: 2 }).map((some) => (document) => ({
    kind: 'deleteColumns',
    table: 'customers',
    columns: some.map((at) => of(columns(document), at)),
  })),
  changeColumn: fc
    .tuple(place, fc.record({ name, reading, role }, { requiredKeys: [] }))
    .map(([at, set]) => (document) => ({
      kind: 'changeColumn',
      table: 'customers',
      column: of(columns(document), at),
      ...set,
    })),
  ...anySchemeCommand,
  ...anyGroupCommand,
  override: fc
    .tuple(fc.array(place, { maxLength: 2 }), place, fc.option(date))
    .map(([rows, at, expires]) => (document) => ({
      kind: 'override',
      rows: rows.map((row) => rowOf(document, row)),
      tier: at % 4 === 0 ? null : of(document.scheme.tiers, at),
      reason: '战略客户',
      by: '陈',
      at: '2026-01-02T03:04:05.000Z',
      expires,
    })),
  mergeCustomers: fc.array(place, { minLength: 2, maxLength: 4 }).map((rows) => (document) => {
    const [keep = 0, ...others] = rows.map((at) => living(document, at))
    return {
      kind: 'mergeCustomers',
      groups: (rows[0] ?? 0) % 3 === 0 ? 'certain' : [{ keep, rows: others }],
      at: '2026-01-02T03:04:05.000Z',
    }
  }),
  takeApart: place.map((at) => (document) => ({
    kind: 'takeApart',
    id: of([...(customersOf(document).merges?.values() ?? [])], at),
  })),
  keepDistinct: fc.array(place, { maxLength: 2 }).map((rows) => (document) => ({
    kind: 'keepDistinct',
    rows: rows.map((at) => living(document, at)),
  })),
  suggestAgain: fc.constant(() => ({ kind: 'suggestAgain' })),
  fixFinding: fc
    .record({
      // as `gradedDocument` has them, until they are mended
      finding: fc.constantFrom(
        'negative:spend',
        'variants:region',
        'missing:spend',
        'outlier:last',
      ),
      fix: fc.constantFrom(...fixIds),
      text,
    })
    .map(({ finding, fix, text: typed }) => () => ({
      kind: 'fixFinding',
      finding,
      choice: { fix, text: typed },
    })),
  setModel: fc
    .record({
      model: fc.constantFrom(...modelIds),
      set: fc.constantFrom(null, { on: true }, { settings: { k: 4 } }, { columns: [] }),
    })
    .map((set) => () => ({ kind: 'setModel', ...set })),
  setLayout: fc
    .record({
      part: fc.constantFrom(
        'order',
        'hidden',
        'widths',
        'groups',
        'totals',
        'frozen',
        'isTotalled',
      ),
      places: fc.uniqueArray(place, { maxLength: 3 }),
      width: fc.constantFrom(80, 200, -1, 0.5, NaN), // some refused
      called: name,
    })
    .map(({ part, places, width, called }) => (document) => {
      const ids = places.map((at) => of(columns(document), at))
      const [first = null] = ids
      const set: Partial<SheetLayout> = {
        [part]: {
          order: [...ids, '$score'],
          hidden: ids,
          widths: ids.map((id) => [id, width]),
          groups: ids.map((id) => [id, called]),
          totals: ids.map((id) => [id, 'max']),
          frozen: first,
          isTotalled: first !== null,
        }[part],
      }
      return { kind: 'setLayout', set }
    }),
  renameProject: name.map((to) => () => ({ kind: 'renameProject', name: to })),
} satisfies { readonly [K in CommandKind]: fc.Arbitrary<Made<CommandOf<K>>> }

export const anyCommands: readonly (readonly [CommandKind, fc.Arbitrary<Made>])[] = Object.entries(
  anyCommand,
) as never
