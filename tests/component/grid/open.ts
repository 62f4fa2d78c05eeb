import { render } from 'vitest-browser-svelte'
import { page } from 'vitest/browser'
import Grid from '../../../src/grid/Grid.svelte'
import type { GridSelection, GridWords } from '../../../src/grid/source.ts'
import '../../../src/styles/tokens.css'
import '../../../src/styles/components.css'
import type { Book } from './book.ts'
import { editsOf, words } from './book.ts'

/** What the component offers to its owner. */
export interface Handle {
  readonly refresh: () => void
  readonly refreshColumns: () => void
  readonly reveal: (row: number, column: number) => void
  readonly select: (row: number, column: number) => void
  readonly focus: () => void
  readonly selection: () => GridSelection | null
  readonly copy: () => void
  readonly paste: (text: string) => void
  readonly edit: () => void
  readonly clear: () => void
}

export interface Opened {
  readonly book: Book
  readonly grid: Handle
  readonly sheet: HTMLElement
  /** The element of a cell, by place in the view; null = not drawn. */
  readonly cell: (row: number, column: number) => HTMLElement | null
  readonly text: (row: number, column: number) => string | undefined
  /** The active cell as `row,column` and the block as `top,left:bottom,right`. */
  readonly where: () => string
  readonly block: () => string
}

export const frame = () =>
  new Promise<void>((done) => requestAnimationFrame(() => requestAnimationFrame(() => done())))

/** A grid of 700 × 400 px on the page, drawn. */
export async function open(
  book: Book,
  size = { width: 700, height: 400 },
  said: GridWords = words,
): Promise<Opened> {
  const target = document.createElement('div')
  document.body.replaceChildren(target)
  target.style.width = `${String(size.width)}px`
  target.style.height = `${String(size.height)}px`
  target.style.display = 'flex'
  target.dataset['tiers'] = '3'
  let refresh = () => {}
  const { component } = await render(Grid, {
    target,
    props: { source: book, edits: editsOf(book, () => refresh()), words: said },
  })
  const grid = component as unknown as Handle
  refresh = () => grid.refresh()
  const sheet = page.getByTestId('sheet').element() as HTMLElement
  await frame()
  const cell = (row: number, column: number) =>
    sheet.querySelector<HTMLElement>(
      `[role=gridcell]:not([hidden])[aria-rowindex="${String(row + 3)}"][aria-colindex="${String(column + 1)}"]`,
    )
  return {
    book,
    grid,
    sheet,
    cell,
    text: (row, column) => cell(row, column)?.textContent ?? undefined,
    where: () => {
      const selection = grid.selection()
      return selection ? `${String(selection.active.row)},${String(selection.active.column)}` : ''
    },
    block: () => {
      const range = grid.selection()?.range
      return range
        ? `${String(range.top)},${String(range.left)}:${String(range.bottom)},${String(range.right)}`
        : ''
    },
  }
}

export const editor = () => document.querySelector<HTMLTextAreaElement>('[data-testid=cell-editor]')
