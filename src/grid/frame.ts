import { make } from './dom.ts'

/**
 * The fixed elements. `grid` scrolls natively (wheel, touch, scroll bars) but only moves `sizer`; `view` sticks to it
 * and shows what belongs there. What one types into lies above, outside role=grid, whose children may only be rows.
 */
export interface Frame {
  readonly root: HTMLElement
  readonly grid: HTMLElement
  readonly view: HTMLElement
  readonly head: HTMLElement
  readonly body: HTMLElement
  readonly empty: HTMLElement
  readonly sizer: HTMLElement
  readonly over: HTMLElement
}

let count = 0
/** Prefix of the ids of one grid on the page. */
export const nextId = (): string => `grid-${String(++count)}`

export function buildFrame(root: HTMLElement, id: string): Frame {
  root.classList.add('grid-root')
  const grid = make('div', 'grid-scroll', 'grid')
  grid.id = id
  grid.tabIndex = 0
  grid.setAttribute('aria-multiselectable', 'true')
  const view = make('div', 'grid-view')
  const head = make('div', 'grid-head', 'rowgroup')
  const body = make('div', 'grid-body', 'rowgroup')
  const empty = make('div', 'grid-empty')
  empty.hidden = true
  const sizer = make('div', 'grid-sizer')
  const over = make('div', 'grid-over')
  view.append(body, head)
  grid.append(view, sizer)
  root.append(grid, empty, over)
  return { root, grid, view, head, body, empty, sizer, over }
}
