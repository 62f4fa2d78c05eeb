import { cdp } from 'vitest/browser'
import { frame } from './open.ts'

interface Session {
  send(method: string, parameters: Record<string, unknown>): Promise<unknown>
}

/** The mouse in px of the page that runs the tests; they are inside a frame of it, unscaled or not. */
export async function mouse(type: string, x: number, y: number, more = {}): Promise<void> {
  const outer = window.frameElement?.getBoundingClientRect()
  const scale = outer ? outer.width / window.innerWidth : 1
  await (cdp() as unknown as Session).send('Input.dispatchMouseEvent', {
    type,
    x: (outer?.left ?? 0) + x * scale,
    y: (outer?.top ?? 0) + y * scale,
    button: 'left',
    buttons: type === 'mouseReleased' ? 0 : 1,
    clickCount: 1,
    ...more,
  })
}

export const middle = (element: Element | null) => {
  const box = (element as Element).getBoundingClientRect()
  return { x: box.left + box.width / 2, y: box.top + box.height / 2 }
}

export async function drag(from: { x: number; y: number }, ...to: { x: number; y: number }[]) {
  await mouse('mousePressed', from.x, from.y)
  for (const { x, y } of to) await mouse('mouseMoved', x, y)
  await frame()
  const last = to.at(-1) ?? from
  await mouse('mouseReleased', last.x, last.y)
  await frame()
}
