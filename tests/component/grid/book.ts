import type {
  GridCell,
  GridColumn,
  GridCopied,
  GridEdits,
  GridRange,
  GridSource,
  GridWords,
} from '../../../src/grid/source.ts'

export const plain: GridCell = {
  text: '',
  state: 'plain',
  hint: null,
  changed: false,
  hit: false,
}

export const column = (title: string, more: Partial<GridColumn> = {}): GridColumn => ({
  id: title,
  title,
  group: null,
  width: 80,
  align: 'start',
  frozen: false,
  computed: false,
  sort: null,
  hint: null,
  editor: { kind: 'text' },
  ...more,
})

export const columns: readonly GridColumn[] = [
  column('name', { group: 'basic', frozen: true }),
  column('region', { group: 'basic', editor: { kind: 'list', options: ['Hangzhou', 'Shanghai'] } }),
  column('amount', { group: 'criteria', align: 'end', editor: { kind: 'number' } }),
  column('tier', {
    group: 'result',
    align: 'center',
    computed: true,
    editor: { kind: 'none', why: 'computed' },
  }),
  column('note', { group: 'note' }),
]

/** A sheet of any length: a text by place, what was written over it, and a record of what was asked. */
export class Book implements GridSource {
  rowCount: number
  columns: readonly GridColumn[]
  here = true
  readonly written = new Map<string, string>()
  readonly log: unknown[][] = []
  readonly special = new Map<string, GridCell>()

  constructor(rowCount: number, own: readonly GridColumn[] = columns) {
    this.rowCount = rowCount
    this.columns = own
  }

  text(row: number, at: number): string {
    return this.written.get(`${String(row)},${String(at)}`) ?? `r${String(row)}c${String(at)}`
  }

  cell(row: number, at: number): GridCell | undefined {
    if (!this.here) return undefined
    const special = this.special.get(`${String(row)},${String(at)}`)
    return special ?? { ...plain, text: this.text(row, at) }
  }

  rowLabel(row: number): { text: string; changed: boolean } {
    return { text: String(row + 1), changed: row === 2 }
  }

  want(from: number, to: number): void {
    this.log.push(['want', from, to])
  }

  selected(): void {
    this.log.push(['selected'])
  }

  copyText({ spans, columns: copied }: GridCopied, _cut: boolean, headers: boolean): string | null {
    if (!this.here) return null
    const rows = headers ? [copied.map((at) => this.columns[at]?.title ?? '').join('\t')] : []
    for (const { top, bottom } of spans)
      for (let row = top; row <= bottom; row++) {
        const texts = copied.map((at) => this.text(row, at))
        const quoted = (text: string) => `"${text.replaceAll('"', '""')}"`
        rows.push(texts.map((text) => (/[\t\n"]/.test(text) ? quoted(text) : text)).join('\t'))
      }
    return rows.join('\n')
  }

  /** What was asked of the owner, by name. */
  asked(name: string): unknown[][] {
    return this.log.filter(([what]) => what === name).map((entry) => entry.slice(1))
  }
}

/** Edits that are written into the book and recorded in it. */
export function editsOf(book: Book, changed: () => void): GridEdits {
  const write = (row: number, at: number, text: string) =>
    book.written.set(`${String(row)},${String(at)}`, text)
  const each = (ranges: readonly GridRange[], visit: (row: number, at: number) => void) => {
    for (const { top, left, bottom, right } of ranges)
      for (let row = top; row <= Math.min(bottom, top + 1000); row++)
        for (let at = left; at <= right; at++) visit(row, at)
    changed()
  }
  const note =
    (name: string) =>
    (...values: unknown[]) => {
      book.log.push([name, ...values])
    }
  return {
    edit(row, at, text) {
      note('edit')(row, at, text)
      write(row, at, text)
      changed()
    },
    paste(range, texts) {
      note('paste')(range, texts)
      for (let row = range.top; row <= range.bottom; row++) {
        const line = texts[(row - range.top) % texts.length] ?? []
        for (let at = range.left; at <= range.right; at++)
          write(row, at, line[(at - range.left) % line.length] ?? '')
      }
      changed()
    },
    spread(ranges, text) {
      note('spread')(ranges, text)
      each(ranges, (row, at) => write(row, at, text))
    },
    clear(ranges, cut) {
      note('clear')(ranges, cut)
      each(ranges, (row, at) => write(row, at, ''))
    },
    fill: note('fill'),
    fillTip: (_from, to, how) =>
      Promise.resolve({ text: `${how} to ${String(to.bottom)}`, isSeries: how === 'auto' }),
    move: note('move'),
    undo: note('undo'),
    redo: note('redo'),
    sort: note('sort'),
    resize: note('resize'),
    menu: note('menu'),
    rename: note('rename'),
    total: note('total'),
    open: note('open'),
    refused: note('refused'),
    editing: note('editing'),
    openOwn: note('openOwn'),
  }
}

export const words: GridWords = {
  label: 'customers',
  loading: 'loading',
  tooLarge: 'too large to copy',
  empty: 'no customers',
  sorted: (title, direction) => `${title} ${direction ?? 'unsorted'}`,
  sortBy: (title) => `sort by ${title}`,
  selected: (rows, count) => `${String(rows)} x ${String(count)}`,
  pasteCut: (rows, count) => `cut ${String(rows)} rows ${String(count)} columns`,
}
