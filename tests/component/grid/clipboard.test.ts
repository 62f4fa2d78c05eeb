import { expect, test } from 'vitest'
import { Book } from './book.ts'
import { copied, paste } from './clipped.ts'
import { press } from './hands.ts'
import { frame, open } from './open.ts'

test('a block goes out as tabs and as a table, with quotes where Excel needs them', async () => {
  const book = new Book(20)
  book.written.set('1,0', 'two\nlines')
  book.written.set('1,1', 'a "quoted" <b>')
  const { grid } = await open(book)
  grid.select(1, 0)
  grid.focus()
  await press('{Shift>}{ArrowRight}{ArrowDown}{/Shift}')
  const data = copied('copy')
  expect(data.getData('text/plain')).toBe('"two\nlines"\ta "quoted" <b>\r\nr2c0\tr2c1')
  expect(data.getData('text/html')).toContain(
    '<tr><td>two<br>lines</td><td>a &quot;quoted&quot; &lt;b&gt;</td></tr>',
  )
})

test('what was copied with Ctrl+C comes back the same with Ctrl+V, quotes and line breaks included', async () => {
  const book = new Book(20)
  book.written.set('1,0', 'two\nlines\tand a tab')
  book.written.set('1,1', '"quoted"')
  const { grid, block } = await open(book)
  grid.select(1, 0)
  grid.focus()
  await press('{Shift>}{ArrowRight}{/Shift}{Control>}c{/Control}')
  grid.select(5, 0)
  await press('{Control>}v{/Control}')
  await frame()
  expect(book.asked('paste')).toEqual([
    [{ top: 5, left: 0, bottom: 5, right: 1 }, [['two\nlines\tand a tab', '"quoted"']]],
  ])
  expect(block()).toBe('5,0:5,1')
})

test('an empty last row is copied as a row', async () => {
  const book = new Book(20)
  book.written.set('2,0', '')
  const { grid } = await open(book)
  grid.select(1, 0)
  grid.focus()
  await press('{Shift>}{ArrowDown}{/Shift}')
  const text = copied('copy').getData('text/plain')
  expect(text).toBe('r1c0\r\n\r\n')
  grid.select(5, 0)
  paste(text)
  expect(book.asked('paste')[0]?.[1]).toEqual([['r1c0'], ['']])
})

test('text from Excel with quoted line breaks lands cell by cell', async () => {
  const { grid, book } = await open(new Book(20))
  grid.select(3, 0)
  grid.focus()
  paste('"first\nsecond"\t"say ""hi"""\r\nplain\t5" pipe\r\n')
  expect(book.asked('paste')[0]?.[1]).toEqual([
    ['first\nsecond', 'say "hi"'],
    ['plain', '5" pipe'],
  ])
})

test('a table without plain text is read from its cells', async () => {
  const { grid, book } = await open(new Book(20))
  grid.select(3, 0)
  grid.focus()
  paste('', '<table><tr><td>a</td><td>b</td></tr><tr><td>c</td></tr></table>')
  expect(book.asked('paste')[0]?.[1]).toEqual([
    ['a', 'b'],
    ['c', ''],
  ])
})

test('a block is repeated where the selection is a multiple of it', async () => {
  const { grid, book } = await open(new Book(20))
  grid.select(2, 0)
  grid.focus()
  await press('{Shift>}{ArrowDown}{ArrowDown}{ArrowDown}{ArrowRight}{/Shift}')
  paste('x\ny')
  expect(book.asked('paste')).toEqual([[{ top: 2, left: 0, bottom: 5, right: 1 }, [['x'], ['y']]]])
  expect([book.text(3, 1), book.text(4, 0), book.text(5, 1)]).toEqual(['y', 'x', 'y'])
})

test('where it is no multiple, it lands once from the corner', async () => {
  const { grid, book } = await open(new Book(20))
  grid.select(2, 0)
  grid.focus()
  await press('{Shift>}{ArrowDown}{ArrowDown}{/Shift}')
  paste('x\ny')
  expect(book.asked('paste')[0]?.[0]).toEqual({ top: 2, left: 0, bottom: 3, right: 0 })
})

test('what reaches past the sheet is cut, and said', async () => {
  const { grid, book } = await open(new Book(5))
  grid.select(4, 4)
  grid.focus()
  paste('a\tb\nc\td\ne\tf')
  expect(book.asked('paste')).toEqual([[{ top: 4, left: 4, bottom: 4, right: 4 }, [['a']]]])
  const said = () => document.querySelector('.grid-live')?.textContent
  expect(said()).toBe('cut 2 rows 1 columns')
  grid.select(2, 2)
  await press('{Shift>}{ArrowUp}{/Shift}')
  await new Promise((done) => setTimeout(done, 300)) // what is selected is said after that
  expect(said()).toBe('cut 2 rows 1 columns')
})

test('cutting copies, and clears what was copied', async () => {
  const { grid, book } = await open(new Book(5))
  grid.select(1, 1)
  grid.focus()
  expect(copied('cut').getData('text/plain')).toBe('r1c1')
  expect(book.asked('clear')).toEqual([[[{ top: 1, left: 1, bottom: 1, right: 1 }], true]])
})

test('texts that are not here, or too many, are not copied, and the grid says so', async () => {
  const book = new Book(1_000_000)
  const { grid } = await open(book)
  grid.focus()
  await press('{Control>}a{/Control}')
  expect(copied('cut').getData('text/plain')).toBe('')
  expect(book.asked('clear')).toEqual([])
  const said = document.querySelector('.grid-live')
  expect(said?.textContent).toBe('too large to copy')
  expect(said?.classList.contains('seen')).toBe(true)
  book.here = false
  grid.select(0, 0)
  expect(copied('copy').getData('text/plain')).toBe('')
})

test('one text goes into every selected cell, a million as well, and never as a million texts', async () => {
  const { grid, book } = await open(new Book(1_000_000))
  grid.focus()
  await press('{Control>}a{/Control}')
  paste('x')
  expect(book.asked('paste')).toEqual([])
  expect(book.asked('spread')).toEqual([[[{ top: 0, left: 0, bottom: 999_999, right: 4 }], 'x']])
})

test('nothing is pasted where every cell is computed', async () => {
  const { grid, book } = await open(new Book(20))
  grid.select(1, 3)
  grid.focus()
  paste('A')
  expect(book.asked('spread')).toEqual([])
  expect(book.asked('refused')).toEqual([[3]])
})

test('while the editor is open, copying and pasting belong to its text', async () => {
  const { grid, book } = await open(new Book(20))
  grid.select(1, 0)
  grid.focus()
  await press('{F2}')
  paste('x')
  expect([...book.asked('paste'), ...book.asked('spread')]).toEqual([])
})
