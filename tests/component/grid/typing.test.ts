import { expect, test } from 'vitest'
import { Book, plain } from './book.ts'
import { click, clickTwice, press } from './hands.ts'
import { editor, frame, open } from './open.ts'

test('typing replaces the text of the cell, Enter writes it and goes down', async () => {
  const { book, grid } = await open(new Book(20))
  grid.select(4, 4)
  grid.focus()
  await press('abc')
  expect(editor()?.value).toBe('abc')
  await press('{Enter}')
  expect(editor()).toBeNull()
  expect(book.asked('edit')).toEqual([[4, 4, 'abc']])
  expect(grid.selection()?.active).toEqual({ row: 5, column: 4 })
})

test('letters arrive after a dialog has given the focus back, which Chromium does without the caret', async () => {
  const { grid } = await open(new Book(20))
  grid.select(4, 4)
  grid.focus()
  const dialog = document.createElement('dialog')
  dialog.innerHTML = '<input value="x">'
  document.body.append(dialog)
  dialog.showModal()
  await press('y')
  dialog.close()
  dialog.replaceChildren()
  await press('abc')
  expect(editor()?.value).toBe('abc')
  dialog.remove()
})

test('F2 keeps the text, Escape leaves the cell as it was', async () => {
  const { book, grid, where } = await open(new Book(20))
  grid.select(4, 4)
  grid.focus()
  await press('{F2}')
  expect(editor()?.value).toBe('r4c4')
  await press('!')
  expect(editor()?.value).toBe('r4c4!')
  await press('{Escape}')
  expect(editor()).toBeNull()
  expect(book.asked('edit')).toEqual([])
  expect(where()).toBe('4,4')
})

test('the editor starts with the text to edit, not with the one on show', async () => {
  const book = new Book(20)
  book.special.set('0,2', { ...plain, text: '12,400', input: '12400' })
  book.special.set('1,2', { ...plain, text: '—', state: 'missing' })
  const { grid } = await open(book)
  grid.select(0, 2)
  grid.focus()
  await press('{F2}')
  expect(editor()?.value).toBe('12400')
  await press('{Escape}{ArrowDown}{F2}')
  expect(editor()?.value).toBe('')
})

test('Enter opens, Enter closes; a text that did not change is not written', async () => {
  const { book, grid, where } = await open(new Book(20))
  grid.select(4, 4)
  grid.focus()
  await press('{Enter}')
  expect(editor()?.value).toBe('r4c4')
  await press('{Enter}')
  expect(book.asked('edit')).toEqual([])
  expect(where()).toBe('5,4')
})

test('while a text is typed in, arrows go on to the next cell; after F2 they move the caret', async () => {
  const { book, grid, where } = await open(new Book(20))
  grid.select(4, 1)
  grid.focus()
  await press('ab{ArrowRight}')
  expect(book.asked('edit')).toEqual([[4, 1, 'ab']])
  expect(where()).toBe('4,2')
  await press('{F2}{ArrowLeft}x')
  expect(editor()?.value).toBe('r4cx2')
})

test('Tab writes and goes right; Enter returns to the column where tabbing began', async () => {
  const { book, grid, where } = await open(new Book(20))
  grid.select(2, 0)
  grid.focus()
  await press('a{Tab}b{Tab}c{Enter}')
  expect(book.asked('edit')).toEqual([
    [2, 0, 'a'],
    [2, 1, 'b'],
    [2, 2, 'c'],
  ])
  expect(where()).toBe('3,0')
})

test('Shift+Enter goes up, Shift+Tab goes left', async () => {
  const { grid, where } = await open(new Book(20))
  grid.select(4, 4)
  grid.focus()
  await press('a{Shift>}{Enter}{/Shift}')
  expect(where()).toBe('3,4')
  await press('{Shift>}{Tab}{/Shift}')
  expect(where()).toBe('3,3')
})

test('a computed cell refuses typing, F2 and Delete, and Enter asks for its explanation', async () => {
  const { book, grid } = await open(new Book(20))
  grid.select(2, 3)
  grid.focus()
  await press('7')
  expect(book.asked('refused')).toEqual([[3]])
  expect(editor()).toBeNull()
  expect((document.activeElement as HTMLTextAreaElement).value).toBe('')
  await press('{F2}{Delete}')
  expect(book.asked('refused').length).toBe(3)
  expect(book.asked('clear')).toEqual([])
  await press('{Enter}')
  expect(book.asked('open')).toEqual([[2]])
})

test('Delete clears the whole selection', async () => {
  const { book, grid, text } = await open(new Book(20))
  grid.select(2, 0)
  grid.focus()
  await press('{Shift>}{ArrowDown}{ArrowRight}{/Shift}{Delete}')
  await frame()
  expect(book.asked('clear')).toEqual([[[{ top: 2, left: 0, bottom: 3, right: 1 }], false]])
  expect(text(3, 1)).toBe('')
})

test('Ctrl+Enter writes what was typed into every selected cell', async () => {
  const { book, grid, text, block } = await open(new Book(20))
  grid.select(2, 0)
  grid.focus()
  await press('{Shift>}{ArrowDown}{ArrowRight}{/Shift}same{Control>}{Enter}{/Control}')
  await frame()
  expect(book.asked('spread').length).toBe(1)
  expect([text(2, 0), text(2, 1), text(3, 0), text(3, 1)]).toEqual(['same', 'same', 'same', 'same'])
  expect(block()).toBe('2,0:3,1')
})

test('a click elsewhere writes what was typed', async () => {
  const { book, grid, cell } = await open(new Book(20))
  grid.select(2, 0)
  grid.focus()
  await press('left open')
  await click(cell(6, 4))
  expect(book.asked('edit')).toEqual([[2, 0, 'left open']])
  expect(editor()).toBeNull()
})

test('a double click opens the editor', async () => {
  const { cell } = await open(new Book(20))
  await clickTwice(cell(3, 4))
  expect(editor()?.value).toBe('r3c4')
})

test('a list offers its texts, narrowed by typing, taken by arrow and Enter', async () => {
  const { book, grid } = await open(new Book(20))
  grid.select(1, 1)
  grid.focus()
  await press('h')
  const options = () =>
    [...document.querySelectorAll('.grid-choices:not([hidden]) [role=option]')].map(
      (option) => option.textContent,
    )
  expect(options()).toEqual(['Hangzhou', 'Shanghai'])
  await press('an')
  expect(options()).toEqual(['Hangzhou', 'Shanghai'])
  await press('gz')
  expect(options()).toEqual(['Hangzhou'])
  await press('{ArrowDown}')
  const chosen = document.querySelector('[role=option][aria-selected=true]')
  expect(document.activeElement?.getAttribute('aria-activedescendant')).toBe(chosen?.id)
  await press('{Enter}')
  expect(book.asked('edit')).toEqual([[1, 1, 'Hangzhou']])
})

test('a list takes a text of its own', async () => {
  const { book, grid } = await open(new Book(20))
  grid.select(1, 1)
  grid.focus()
  await press('Shaoxing{Enter}')
  expect(book.asked('edit')).toEqual([[1, 1, 'Shaoxing']])
})

test('a list opens in full with Alt+Down, and a press takes an option', async () => {
  const { book, grid } = await open(new Book(20))
  grid.select(1, 1)
  grid.focus()
  await press('{Alt>}{ArrowDown}{/Alt}')
  const options = document.querySelectorAll('[role=option]')
  expect(options.length).toBe(2)
  await click(options[1] ?? null)
  expect(book.asked('edit')).toEqual([[1, 1, 'Shanghai']])
})

test('the owner is told while a place is being edited', async () => {
  const { book, grid } = await open(new Book(20))
  grid.select(4, 4)
  grid.focus()
  await press('a{Enter}')
  expect(book.asked('editing')).toEqual([[{ row: 4, column: 4 }], [null]])
})

test('the editor grows over its neighbours as far as the text needs', async () => {
  const { grid } = await open(new Book(20))
  grid.select(4, 0)
  grid.focus()
  await press('a')
  const narrow = editor()?.offsetWidth ?? 0
  await press(' text that is far longer than its cell')
  expect(narrow).toBe(80)
  expect(editor()?.offsetWidth).toBeGreaterThan(200)
})
