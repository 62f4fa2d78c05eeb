import { commands } from 'vitest/browser'
import type { Act } from '../../driver.ts'
import { frame } from './open.ts'
import { keysOf } from './presses.ts'

/** Px of the frame that the tests run in; the page around it may show it smaller. */
export interface Point {
  readonly x: number
  readonly y: number
}
type Modifier = 'Control' | 'Shift'

export const middle = (element: Element | null): Point => {
  const box = (element as Element).getBoundingClientRect()
  return { x: box.left + box.width / 2, y: box.top + box.height / 2 }
}

/** Real keys, written as `userEvent.keyboard` writes them. */
export const press = (keys: string): Promise<void> =>
  commands.act([...keysOf(keys)].map(({ key, is }) => ({ act: is, key })))

/** Where a point of the frame lies on the page around it. */
export function framed({ x, y }: Point): Point {
  const outer = window.frameElement?.getBoundingClientRect()
  const scale = outer ? outer.width / window.innerWidth : 1
  return { x: (outer?.left ?? 0) + x * scale, y: (outer?.top ?? 0) + y * scale }
}

const moved = (at: Point): Act => ({ act: 'move', ...framed(at) })
const button = (act: 'down' | 'up', count = 1, which: 'left' | 'right' = 'left'): Act => ({
  act,
  button: which,
  count,
})
const held = (modifiers: readonly Modifier[], acts: readonly Act[]): Act[] => [
  ...modifiers.map((key): Act => ({ act: 'hold', key })),
  ...acts,
  ...modifiers.map((key): Act => ({ act: 'leave', key })),
]

/** The mouse, button by button. */
export const mouse = {
  move: (at: Point, ...modifiers: Modifier[]) => commands.act(held(modifiers, [moved(at)])),
  down: (at: Point) => commands.act([moved(at), button('down')]),
  up: () => commands.act([button('up')]),
  wheel: (at: Point, y: number) => commands.act([moved(at), { act: 'wheel', x: 0, y }]),
}

/** Where a person would press; what lies over it is an error. */
function seen(element: Element | null): Point {
  element?.scrollIntoView({ block: 'nearest', inline: 'nearest' })
  const at = middle(element)
  const under = document.elementFromPoint(at.x, at.y)
  if (!under || !element?.contains(under))
    throw new Error(`covered by ${under?.outerHTML.slice(0, 200) ?? 'nothing'}`)
  return at
}

export const hover = (element: Element | null) => commands.act([moved(seen(element))])

export const click = (element: Element | null, ...modifiers: Modifier[]) =>
  clickAt(seen(element), ...modifiers)

export const clickAt = (at: Point, ...modifiers: Modifier[]) =>
  commands.act([moved(at), ...held(modifiers, [button('down'), button('up')])])

export const clickRight = (element: Element | null) =>
  commands.act([moved(seen(element)), button('down', 1, 'right'), button('up', 1, 'right')])

/** The driver of Firefox counts each press as the first: there the double click is told after two real clicks. */
export async function clickTwice(at: Element | Point | null): Promise<void> {
  const place = at instanceof Element ? seen(at) : (at as Point)
  let told = false
  let last: MouseEvent | undefined
  const stop = new AbortController()
  const { signal } = stop
  window.addEventListener('click', (event) => (last = event), { capture: true, signal })
  window.addEventListener('dblclick', () => (told = true), { capture: true, signal })
  const press = (count: number) => [button('down', count), button('up', count)]
  await commands.act([moved(place), ...press(1), ...press(2)])
  stop.abort()
  if (told || !last) return
  const { clientX, clientY } = last
  last.target?.dispatchEvent(
    new MouseEvent('dblclick', { clientX, clientY, detail: 2, bubbles: true, cancelable: true }),
  )
}

export async function drag(from: Point, ...to: Point[]): Promise<void> {
  await commands.act([moved(from), button('down'), ...to.map(moved)])
  await frame()
  await mouse.up()
  await frame()
}
