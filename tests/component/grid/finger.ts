import { cdp, server } from 'vitest/browser'
import { framed, type Point } from './hands.ts'
import { frame } from './open.ts'

interface Session {
  send(method: string, parameters: Record<string, unknown>): Promise<unknown>
}
type Touch = 'touchStart' | 'touchMove' | 'touchEnd'

/** Whether the driver has fingers; where it has none they are events, and the browser itself scrolls nothing. */
export const isReal = server.browser === 'chromium'

export async function finger(type: Touch, at?: Point): Promise<void> {
  if (!isReal) return imagined(type, at)
  await (cdp() as unknown as Session).send('Input.dispatchTouchEvent', {
    type,
    touchPoints: at ? [framed(at)] : [],
  })
}

export async function tap(at: Point): Promise<void> {
  await finger('touchStart', at)
  await finger('touchEnd')
  await frame()
}

const pointerId = 7
const taps = { last: 0, x: 0, y: 0 }
let pressed: { readonly under: Element; at: Point } | null = null

/**
 * A finger by events, in the order of Pointer Events 3 (§4.1.3: what it touches first has it until it is lifted; §11: the
 * click comes last), and a double click at the second tap.
 */
function imagined(type: Touch, at: Point | undefined): void {
  if (type === 'touchStart' && at) {
    const under = document.elementFromPoint(at.x, at.y)
    if (!under) throw new Error('a finger beside the page')
    pressed = { under, at }
    Element.prototype.setPointerCapture = () => {} // it has the finger as it is
    tell('pointerdown', under, at)
  } else if (type === 'touchMove' && at && pressed) {
    pressed.at = at
    tell('pointermove', pressed.under, at)
  } else if (type === 'touchEnd' && pressed) {
    const { under, at: last } = pressed
    pressed = null
    for (const end of ['pointerup', 'lostpointercapture']) tell(end, under, last)
    if (document.elementFromPoint(last.x, last.y) !== under) return
    tell('click', under, last)
    const again = performance.now() - taps.last < 500 && taps.x === last.x && taps.y === last.y
    Object.assign(taps, { last: again ? 0 : performance.now(), x: last.x, y: last.y })
    if (again) tell('dblclick', under, last)
  }
}

function tell(type: string, target: Element, { x, y }: Point): void {
  const place = { clientX: x, clientY: y, bubbles: true, cancelable: true }
  const buttons = type === 'pointerdown' || type === 'pointermove' ? 1 : 0
  const event =
    type === 'dblclick'
      ? new MouseEvent(type, place)
      : new PointerEvent(type, {
          ...place,
          pointerId,
          pointerType: 'touch',
          isPrimary: true,
          buttons,
        })
  target.dispatchEvent(event)
}
