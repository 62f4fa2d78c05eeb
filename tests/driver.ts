import type { BrowserCommand } from 'vitest/node'
import type {} from '@vitest/browser-playwright'

/** What a hand does, in px of the page that holds the frame of the tests. */
export type Act =
  | { readonly act: 'move'; readonly x: number; readonly y: number }
  | { readonly act: 'down' | 'up'; readonly button: 'left' | 'right'; readonly count: number }
  | { readonly act: 'wheel'; readonly x: number; readonly y: number }
  | { readonly act: 'hold' | 'leave' | 'strike'; readonly key: string }

/**
 * Presses real keys and mouse buttons, one after another. They go to the whole page, not to an element of its frame:
 * a stock Firefox (WebDriver BiDi) loses the frame in which Vitest's own commands look for theirs.
 */
export const act: BrowserCommand<[acts: readonly Act[]]> = async ({ page }, acts) => {
  for (const one of acts) {
    switch (one.act) {
      case 'move':
        await page.mouse.move(one.x, one.y)
        break
      case 'down':
        await page.mouse.down({ button: one.button, clickCount: one.count })
        break
      case 'up':
        await page.mouse.up({ button: one.button, clickCount: one.count })
        break
      case 'wheel':
        await page.mouse.wheel(one.x, one.y)
        break
      case 'hold':
        await page.keyboard.down(one.key)
        break
      case 'leave':
        await page.keyboard.up(one.key)
        break
      case 'strike':
        await page.keyboard.press(one.key)
    }
  }
}

declare module 'vitest/browser' {
  interface BrowserCommands {
    act: (acts: readonly Act[]) => Promise<void>
  }
}
