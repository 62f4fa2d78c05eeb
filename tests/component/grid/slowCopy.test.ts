import { afterEach, expect, test, vi } from 'vitest'
import type { GridCopied, GridCopyHow, GridCopyMade } from '../../../src/grid/source.ts'
import { Book, words } from './book.ts'
import { press } from './hands.ts'
import { frame, open } from './open.ts'

/** A book whose texts are never here at once: they come when the test says so. */
class SlowBook extends Book {
  readonly asks: GridCopyHow[] = []
  done = 0
  isStill = true
  #give: (text: string) => void = () => {}

  override copyText(): null {
    return null
  }

  copyLater(_copied: GridCopied, how: GridCopyHow): Promise<GridCopyMade> {
    this.asks.push(how)
    return new Promise((resolve, reject) => {
      how.signal.addEventListener('abort', () => reject(new Error('given up')))
      this.#give = (text) =>
        resolve({
          text: new Blob([text]),
          html: how.table ? new Blob([`<table><tr><td>${text}</td></tr></table>`]) : null,
          isStill: () => this.isStill,
          done: () => this.done++,
        })
    })
  }

  give(text: string): void {
    this.#give(text)
  }
}

const said = { ...words, copyAgain: 'once more', cutChanged: 'changed', copyRefused: 'refused' }
const noted = () => document.querySelector('.grid-live')?.textContent

async function opened(rows = 20) {
  const book = new SlowBook(rows)
  const { grid } = await open(book, undefined, said)
  grid.select(1, 0)
  grid.focus()
  return { book, grid }
}

afterEach(() => void vi.restoreAllMocks())

test('what is not here yet is on the clipboard once it is, tabs and table, as if Ctrl C had waited', async () => {
  const { book, grid } = await opened()
  await press('{Shift>}{ArrowDown}{/Shift}{Control>}c{/Control}')
  expect(book.asks[0]).toMatchObject({ cut: false, headers: false, table: true, texts: [true] })
  const types: string[][] = []
  document.addEventListener(
    'copy',
    ({ clipboardData }) => types.push([...(clipboardData?.types ?? [])]),
    { once: true },
  )
  book.give('late')
  await vi.waitFor(() => expect(book.done).toBe(1))
  expect(types).toEqual([['text/plain', 'text/html']])
  grid.select(5, 0)
  await press('{Control>}v{/Control}')
  await frame()
  expect(book.asked('spread')).toEqual([[[{ top: 5, left: 0, bottom: 5, right: 0 }], 'late']])
})

test('where the browser no longer lets it, the next Ctrl C has it ready', async () => {
  const { book } = await opened()
  await press('{Control>}c{/Control}')
  const refuse = vi.spyOn(document, 'execCommand').mockReturnValue(false)
  book.give('late')
  await vi.waitFor(() => expect(noted()).toBe('once more'))
  expect(book.done).toBe(0)
  refuse.mockRestore()
  await press('{Control>}c{/Control}')
  expect(book.done).toBe(1)
  expect(book.asks).toHaveLength(1)
})

test('Escape gives it up; what comes later is copied nowhere', async () => {
  const { book } = await opened()
  await press('{Control>}c{/Control}{Escape}')
  expect(book.asks[0]?.signal.aborted).toBe(true)
  book.give('late')
  await frame()
  expect(book.done).toBe(0)
})

test('what is cut goes once it is copied, unless other cells stand there by then', async () => {
  const { book, grid } = await opened()
  await press('{Control>}x{/Control}')
  expect(book.asked('clear')).toEqual([])
  book.give('late')
  await vi.waitFor(() => expect(book.done).toBe(1))
  expect(book.asked('clear')).toEqual([[[{ top: 1, left: 0, bottom: 1, right: 0 }], true]])

  // ready, but not taken at once: by the second press other cells stand there, so that it is asked for anew
  grid.select(3, 0)
  await press('{Control>}x{/Control}')
  vi.spyOn(document, 'execCommand').mockReturnValue(false)
  book.give('later')
  await vi.waitFor(() => expect(noted()).toBe('once more'))
  book.isStill = false
  await press('{Control>}x{/Control}')
  expect(book.asks).toHaveLength(3)
  expect(book.asked('clear')).toHaveLength(1)
})

test('a million rows are promised to the browser as text; more than fits is refused with the number', async () => {
  const written: ClipboardItem[] = []
  const write = vi.spyOn(navigator.clipboard, 'write').mockImplementation(async ([item]) => {
    if (!item) return
    await item.getType('text/plain')
    written.push(item)
  })
  const { book } = await opened(1_000_000)
  await press('{Control>}a{/Control}{Control>}c{/Control}')
  expect(write).toHaveBeenCalledOnce()
  expect(book.asks[0]).toMatchObject({ table: false })
  book.give('all of it')
  await vi.waitFor(() => expect(book.done).toBe(1))
  expect(written[0]?.types).toEqual(['text/plain'])
  const text = await written[0]?.getType('text/plain')
  expect(await text?.text()).toBe('all of it')

  // given up while the browser waits for it: nothing is said of a refusal
  await press('{Control>}c{/Control}{Escape}')
  expect(book.asks[1]?.signal.aborted).toBe(true)
  expect(noted()).not.toBe('refused')

  book.isStill = false
  await press('{Control>}x{/Control}')
  book.give('all of it')
  await vi.waitFor(() => expect(book.done).toBe(2))
  expect(book.asked('clear')).toEqual([])
  expect(noted()).toBe('changed')
})
