import type { Step } from './selection.ts'

/** What a key asks for. Keys that are nobody's here (Ctrl+F, F6, Ctrl+S) stay with the page. */
export type KeyCommand =
  | { readonly kind: 'move'; readonly step: Step; readonly extend: boolean }
  | { readonly kind: 'advance'; readonly way: 'down' | 'up' | 'right' | 'left' }
  | { readonly kind: 'widen' | 'shift'; readonly way: 1 | -1 } // a column: its edge, or its place
  | {
      readonly kind:
        | 'edit'
        | 'open'
        | 'erase'
        | 'cancel'
        | 'fillTyped'
        | 'fillDown'
        | 'fillRight'
        | 'selectAll'
        | 'selectRows'
        | 'selectColumns'
        | 'undo'
        | 'redo'
        | 'menu'
        | 'choose'
        | 'addBlocks'
        | 'showActive'
        | 'today'
        | 'copyHeaders'
    }

export interface Key {
  readonly key: string
  readonly ctrl: boolean // or Command
  readonly shift: boolean
  readonly alt: boolean
}

/** closed = cells are walked; typed = typing replaced the cell, arrows still walk; opened = arrows move the caret. */
export type EditState = 'closed' | 'typed' | 'opened'

const arrows = new Map<string, { readonly rows: -1 | 0 | 1; readonly columns: -1 | 0 | 1 }>([
  ['ArrowDown', { rows: 1, columns: 0 }],
  ['ArrowUp', { rows: -1, columns: 0 }],
  ['ArrowRight', { rows: 0, columns: 1 }],
  ['ArrowLeft', { rows: 0, columns: -1 }],
])

function step({ key, ctrl }: Key): Step | null {
  const arrow = arrows.get(key)
  if (arrow) return { by: ctrl ? 'filled' : 'cell', ...arrow }
  switch (key) {
    case 'PageDown':
      if (ctrl) return null // another tab of the browser
      return { by: 'page', rows: 1, columns: 0 }
    case 'PageUp':
      if (ctrl) return null
      return { by: 'page', rows: -1, columns: 0 }
    case 'Home':
      return { by: 'edge', rows: ctrl ? -1 : 0, columns: -1 }
    case 'End':
      return { by: 'edge', rows: ctrl ? 1 : 0, columns: 1 }
    default:
      return null
  }
}

function whileEditing(key: Key, state: 'typed' | 'opened'): KeyCommand | null {
  if (key.key === 'Escape') return { kind: 'cancel' }
  if (key.key === 'Enter' && key.ctrl) return { kind: 'fillTyped' }
  if (key.key === 'Enter' && !key.alt) return { kind: 'advance', way: key.shift ? 'up' : 'down' }
  if (key.key === 'Tab') return { kind: 'advance', way: key.shift ? 'left' : 'right' }
  if (key.key === 'F2') return { kind: 'edit' }
  if (key.key === 'ArrowDown' && key.alt) return { kind: 'choose' }
  const walk = state === 'typed' && !key.alt && !key.ctrl && !key.shift ? step(key) : null
  return walk && arrows.has(key.key) ? { kind: 'move', step: walk, extend: false } : null
}

function withControl(key: Key): KeyCommand | null {
  switch (key.key.toLowerCase()) {
    case 'a':
      return { kind: 'selectAll' }
    case 'd':
      return { kind: 'fillDown' }
    case 'r':
      return key.shift ? null : { kind: 'fillRight' }
    case 'z':
      return { kind: key.shift ? 'redo' : 'undo' }
    case 'y':
      return { kind: 'redo' }
    case ' ':
      return { kind: key.shift ? 'selectAll' : 'selectColumns' }
    case 'c':
      return key.shift ? { kind: 'copyHeaders' } : null
    case ';':
      return key.shift ? null : { kind: 'today' }
    case 'backspace':
      return { kind: 'showActive' }
    default:
      return null
  }
}

function withAlt(key: Key): KeyCommand | null {
  if (key.key === 'ArrowDown') return { kind: 'choose' }
  const side = key.key === 'PageDown' ? 1 : key.key === 'PageUp' ? -1 : null
  if (side !== null && !key.ctrl)
    return { kind: 'move', step: { by: 'page', rows: 0, columns: side }, extend: key.shift }
  if (!key.shift) return null
  const kind = key.ctrl ? 'shift' : 'widen'
  if (key.key === 'ArrowRight') return { kind, way: 1 }
  return key.key === 'ArrowLeft' ? { kind, way: -1 } : null
}

export function commandOf(key: Key, state: EditState): KeyCommand | null {
  if (state !== 'closed') return whileEditing(key, state)
  if (key.key === 'F10' && key.shift) return { kind: 'menu' }
  if (key.key === 'ContextMenu') return { kind: 'menu' }
  if (key.alt) return withAlt(key)
  const walk = step(key)
  if (walk) return { kind: 'move', step: walk, extend: key.shift }
  if (key.ctrl) return withControl(key)
  switch (key.key) {
    case 'Enter':
      return key.shift ? { kind: 'advance', way: 'up' } : { kind: 'open' }
    case 'Tab':
      return { kind: 'advance', way: key.shift ? 'left' : 'right' }
    case 'F2':
      return { kind: 'edit' }
    case 'F4':
      return { kind: 'redo' }
    case 'F8':
      return key.shift ? { kind: 'addBlocks' } : null
    case 'Escape':
      return { kind: 'cancel' }
    case 'Delete':
    case 'Backspace':
      return { kind: 'erase' }
    case ' ':
      return key.shift ? { kind: 'selectRows' } : null
    default:
      return null
  }
}
