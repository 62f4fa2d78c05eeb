import type { SheetQuery, SheetWrite } from '../../src/engine/views.ts'
import type { Workspace } from '../../src/engine/workspace.ts'
import type { ColumnId, ReadingId } from '../../src/table/column.ts'

/** `before`: that is not counted; `undone`: taken back after each round; what that takes is another line. */
export interface Action {
  readonly name: string
  readonly before?: (round: number) => Promise<unknown>
  readonly run: (round: number) => Promise<unknown>
  readonly undone?: string
}

const customers = 'customers'
const all: SheetQuery = { sort: null, filters: [], search: '' }

/** What the sheet asks of the engine, over a list of customers. */
export async function actions(workspace: Workspace, rows: number): Promise<readonly Action[]> {
  const { columns } = await workspace.view('sheet', all)
  const own = columns.filter(({ id }) => !id.startsWith('$'))
  const idOf = (name: string): ColumnId => own.find((one) => one.name === name)?.id ?? ''
  const ids = own.map(({ id }) => id)
  const numbers = ids.slice(-10)
  const view: Workspace['view'] = (name, args) => workspace.view(name, args)
  const values = (name: string, search = '') => ({ query: all, column: idOf(name), search })
  const changed = (column: ColumnId, reading: ReadingId) =>
    workspace.run({ kind: 'changeColumn', table: customers, column, reading })
  const edited = (name: string, text: (round: number) => string) => (round: number) =>
    workspace.run({
      kind: 'editCells',
      table: customers,
      origin: 'edit',
      cells: [{ row: 77, column: idOf(name), text: text(round) }],
    })
  const write = (content: SheetWrite['content'], origin: SheetWrite['origin'], to: number) => {
    const blocks = [{ from: 0, to, columns: numbers }]
    return workspace.call('write', { query: all, origin, blocks, content })
  }
  const texts = (round: number) =>
    Array.from({ length: 100_000 }, (_, at) => `${(at * 7 + round) % 991}`)
  const packed = (list: readonly string[]) => {
    let end = 0
    const ends = Uint32Array.from(list, (text) => (end += text.length))
    return { kind: 'texts' as const, texts: { wide: 10, joined: list.join(''), ends } }
  }
  const whole = (ids: readonly ColumnId[]) => ({ query: all, from: 0, to: rows, columns: ids })
  const replacing = { ...whole(ids), find: '华东', replace: '东部', whole: true }
  const formula = (name: string, formula: string) => ({
    kind: 'addColumn' as const,
    ...{ table: customers, name, reading: 'number' as const, role: 'measure' as const, formula },
  })

  return [
    {
      name: 'retyping a text of a million (key → number)',
      before: edited('客户编号', (round) => `X${round}`),
      run: (round) =>
        view('retyping', {
          column: idOf('客户编号'),
          reading: (['number', 'date', 'phone'] as const)[round % 3] ?? 'number',
        }),
    },
    {
      name: 'retyping an amount → text',
      run: (round) =>
        view('retyping', {
          column: idOf('累计金额'),
          reading: (['text', 'category', 'number'] as const)[round % 3] ?? 'text',
        }),
    },
    {
      name: 'retyping a day → text',
      run: (round) =>
        view('retyping', {
          column: idOf('最近购买日期'),
          reading: (['text', 'category', 'number'] as const)[round % 3] ?? 'text',
        }),
    },
    {
      name: 'amount → text',
      run: () => changed(idOf('累计金额'), 'text'),
      undone: 'amount → text, undone',
    },
    {
      name: 'key → category',
      run: () => changed(idOf('客户编号'), 'category'),
      undone: 'key → category, undone',
    },
    ...['客户编号', '累计金额', '最近购买日期', '地区', '购买次数'].map((name) => ({
      name: `values of ${name}`,
      before: edited(name, (round) => ['2024-03-05', '', '2024-03-06'][round % 3] ?? ''), // nothing is remembered of it
      run: () => view('values', values(name)),
    })),
    {
      name: 'values of 客户编号, a search',
      run: (round) => view('values', values('客户编号', `${77 + round}`)),
    },
    {
      name: 'filter count: amount over',
      run: (round) =>
        view('sheet', {
          ...all,
          columns: [{ kind: 'range', column: idOf('累计金额'), from: `${500 + round}`, to: null }],
        }),
    },
    {
      name: 'filter count: key holds',
      run: (round) =>
        view('sheet', {
          ...all,
          columns: [{ kind: 'contains', column: idOf('客户编号'), text: `12${round}` }],
        }),
    },
    {
      name: 'filter count: top 10',
      run: (round) =>
        view('sheet', {
          ...all,
          columns: [{ kind: 'top', column: idOf('累计金额'), count: 10 + round, smallest: false }],
        }),
    },
    {
      name: 'search',
      run: (round) => view('sheet', { ...all, search: `张伟${['伟', '芳', '娜'][round % 3]}` }),
    },
    {
      name: 'find next',
      run: (round) => view('find', { query: all, text: `C09${round}`, from: 0, backwards: false }),
    },
    {
      name: 'find next, in the last row',
      run: (round) =>
        view('find', {
          query: all,
          text: `C0999999${round % 2}`.slice(0, 8),
          from: 5,
          backwards: false,
        }),
    },
    {
      name: 'selection of all: statistics',
      run: () => view('stats', whole(columns.map(({ id }) => id))),
    },
    {
      name: 'totals row',
      run: () =>
        view('totals', {
          query: all,
          columns: columns.map(({ id }) => ({ column: id, kind: null })),
        }),
    },
    {
      name: 'totals row: different values',
      run: () =>
        view('totals', {
          query: all,
          columns: columns.map(({ id }) => ({ column: id, kind: 'distinct' as const })),
        }),
    },
    {
      name: 'edit of an amount',
      run: edited('累计金额', (round) => `${12_345 + round}`),
      undone: 'edit of an amount, undone',
    },
    {
      name: 'edit of a name',
      run: edited('客户名称', (round) => `某某${round}`),
      undone: 'edit of a name, undone',
    },
    {
      name: 'edit of a region',
      run: edited('地区', (round) => `海外${round}`),
      undone: 'edit of a region, undone',
    },
    {
      name: 'paste of 100,000 cells',
      run: (round) => write(packed(texts(round)), 'paste', 10_000),
      undone: 'paste, undone',
    },
    {
      name: 'fill of a column',
      run: () =>
        workspace.call('write', {
          query: all,
          origin: 'fill',
          blocks: [{ from: 0, to: rows, columns: [numbers[0] ?? ''] }],
          content: {
            kind: 'fill',
            source: { from: 0, to: 2, columns: [numbers[0] ?? ''] },
            left: 0,
            how: 'series',
          },
        }),
      undone: 'fill, undone',
    },
    {
      name: 'clear of three columns',
      run: () =>
        workspace.call('write', {
          query: all,
          origin: 'clear',
          blocks: [
            {
              from: 0,
              to: rows,
              columns: [numbers[0] ?? '', idOf('客户名称'), idOf('最近购买日期')],
            },
          ],
          content: { kind: 'text', text: '' },
        }),
      undone: 'clear, undone',
    },
    { name: 'replace: how many, all columns', run: () => view('replacements', replacing) },
    {
      name: 'replace all of 100,000 cells',
      async run() {
        const args = { ...replacing, from: 0, to: Math.min(rows, 600_000) }
        const { count } = await workspace.call('replace', args)
        if (count === 0) throw new Error('nothing to replace')
      },
      undone: 'replace all, undone',
    },
    {
      name: 'insert column',
      run: () =>
        workspace.run({
          kind: 'addColumn',
          table: customers,
          name: '新列',
          reading: 'text',
          role: 'other',
          before: ids[3] ?? null,
        }),
      undone: 'insert column, undone',
    },
    {
      name: 'duplicate column',
      run: () =>
        workspace.run({
          kind: 'duplicateColumn',
          table: customers,
          column: idOf('客户名称'),
          name: '又一列',
        }),
      undone: 'duplicate, undone',
    },
    {
      name: 'delete column',
      run: () =>
        workspace.run({ kind: 'deleteColumn', table: customers, column: idOf('累计金额') }),
      undone: 'delete column, undone',
    },
    {
      name: 'calculated column: a number',
      run: () => workspace.run(formula('均价', '=[累计金额]/[购买次数]')),
      undone: 'calculated, undone',
    },
    {
      name: 'calculated column: a text',
      run: () => workspace.run(formula('称呼', '=[地区]&[客户名称]')),
      undone: 'calculated text, undone',
    },
    {
      name: 'edit below 3 calculated columns',
      async run(round) {
        if (round === 0)
          for (const at of [1, 2, 3])
            await workspace.run(formula(`均价${at}`, `=[累计金额]*${at}/[购买次数]`))
        await edited('累计金额', () => `${777 + round}`)(round)
      },
      undone: 'that, undone',
    },
    { name: 'sheet', run: () => view('sheet', all) },
    { name: 'window', run: () => view('window', { query: all, from: 500_000, to: 500_060 }) },
    { name: 'settle', run: () => workspace.call('settle', null) },
  ]
}
