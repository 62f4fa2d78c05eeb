import type {
  GridCell,
  GridColumn,
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

  copyText(range: GridRange): string | null {
    if (!this.here) return null
    const rows: string[] = []
    for (let row = range.top; row <= range.bottom; row++) {
      const cells: string[] = []
      for (let at = range.left; at <= range.right; at++) {
        const text = this.text(row, at)
        cells.push(/[\t\n"]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text)
      }
      rows.push(cells.join('\t'))
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
      for (const [down, line] of texts.entries())
        for (const [right, text] of line.entries())
          write(range.top + down, range.left + right, text)
      changed()
    },
    clear(range, cut) {
      note('clear')(range, cut)
      for (let row = range.top; row <= range.bottom; row++)
        for (let at = range.left; at <= range.right; at++) write(row, at, '')
      changed()
    },
    fill: note('fill'),
    undo: note('undo'),
    redo: note('redo'),
    sort: note('sort'),
    resize: note('resize'),
    menu: note('menu'),
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
