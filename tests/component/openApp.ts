import { render } from 'vitest-browser-svelte'
import { page } from 'vitest/browser'
import { App } from '../../src/state/app.svelte.ts'
import '../../src/styles/components.css'
import '../../src/styles/tokens.css'
import Root from '../../src/ui/App.svelte'
import type { FakeClient } from './fakeClient.ts'
import { fakeEngine } from './fixtures.ts'

/** The whole page over a fake engine, in Chinese unless told; storage and address begin empty. */
export async function openApp(
  client: FakeClient = fakeEngine(),
  query = 'lang=zh',
  hash = '',
): Promise<{ app: App; client: FakeClient }> {
  await page.viewport(1440, 900)
  localStorage.clear()
  history.replaceState(null, '', location.pathname + location.search)
  const app = await App.open(client, new URLSearchParams(query), [])
  await render(Root, { app })
  await app.load(hash)
  return { app, client }
}

export const element = (testId: string): HTMLElement => {
  const found = document.querySelector<HTMLElement>(`[data-testid="${testId}"]`)
  if (!found) throw new Error(`nothing is marked ${testId}`)
  return found
}

export function paste(text: string, target: EventTarget = document.body): void {
  const data = new DataTransfer()
  data.setData('text/plain', text)
  target.dispatchEvent(
    new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }),
  )
}

export function drop(...files: File[]): void {
  const data = new DataTransfer()
  for (const file of files) data.items.add(file)
  document.body.dispatchEvent(
    new DragEvent('drop', { dataTransfer: data, bubbles: true, cancelable: true }),
  )
}
