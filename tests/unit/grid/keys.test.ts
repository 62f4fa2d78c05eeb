import { expect, test } from 'vitest'
import { commandOf, type Key } from '../../../src/grid/keys.ts'

const key = (name: string, more: Partial<Key> = {}): Key => ({
  key: name,
  ctrl: false,
  shift: false,
  alt: false,
  ...more,
})

test.for(['f', 's', 'p', 'c', 'v', 'x', 'F6', 'k'])('Ctrl+%s is left to the page', (name) => {
  expect(commandOf(key(name, { ctrl: true }), 'closed')).toBeNull()
})

test('letters are nobody’s: the textarea takes them', () => {
  for (const name of ['a', '1', '客', ' ', 'Process'])
    expect(commandOf(key(name), 'closed')).toBeNull()
})

test('with Caps Lock on, Ctrl+Z is still undo', () => {
  expect(commandOf(key('Z', { ctrl: true }), 'closed')).toEqual({ kind: 'undo' })
  expect(commandOf(key('Z', { ctrl: true, shift: true }), 'closed')).toEqual({ kind: 'redo' })
})

test('in an open editor undo, select all and Delete belong to the text', () => {
  for (const state of ['typed', 'opened'] as const) {
    expect(commandOf(key('z', { ctrl: true }), state)).toBeNull()
    expect(commandOf(key('a', { ctrl: true }), state)).toBeNull()
    expect(commandOf(key('Delete'), state)).toBeNull()
    expect(commandOf(key('Home'), state)).toBeNull()
  }
})

test('arrows walk on while typing and move the caret after F2', () => {
  expect(commandOf(key('ArrowLeft'), 'typed')).toEqual({
    kind: 'move',
    step: { by: 'cell', rows: 0, columns: -1 },
    extend: false,
  })
  expect(commandOf(key('ArrowLeft'), 'opened')).toBeNull()
  expect(commandOf(key('ArrowLeft', { shift: true }), 'typed')).toBeNull()
})
