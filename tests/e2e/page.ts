import { expect, test as base, type Page } from '@playwright/test'
import type Axe from 'axe-core'
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'

const checker = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

/** Every end-to-end test, all its tabs: no console error or warning, no page error, no request that is not local. */
export const test = base.extend<{ quiet: void }>({
  quiet: [
    async ({ context, baseURL }, use) => {
      const noise: string[] = []
      context.on('console', (message) => {
        if (message.type() === 'error' || message.type() === 'warning') noise.push(message.text())
      })
      context.on('weberror', (error) => noise.push(String(error.error())))
      context.on('request', (request) => {
        const url = request.url()
        if (!/^(data|blob):/.test(url) && !url.startsWith(new URL(baseURL ?? '').origin))
          noise.push(`request to ${url}`)
      })
      await use()
      expect(noise).toEqual([])
    },
    { auto: true },
  ],
})
export { expect }

export { templateText } from '../fixtures/templateText.ts'

export async function paste(page: Page, text: string): Promise<void> {
  await page.evaluate((value) => {
    const data = new DataTransfer()
    data.setData('text/plain', value)
    const target = document.activeElement ?? document.body
    const event = new ClipboardEvent('paste', { bubbles: true, cancelable: true })
    Object.defineProperty(event, 'clipboardData', { value: data }) // Firefox takes none when it is made
    target.dispatchEvent(event)
  }, text)
}

export async function openFile(page: Page, name: string, content: string | Buffer): Promise<void> {
  await page.getByTestId('file-input').setInputFiles({
    name,
    mimeType: 'application/octet-stream',
    buffer: Buffer.from(content),
  })
}

export async function confirmImport(page: Page): Promise<void> {
  await expect(page.getByTestId('import-preview')).toBeVisible({ timeout: 30_000 })
  await page.getByTestId('import-confirm').click()
  await expect(page.getByTestId('sheet')).toBeVisible({ timeout: 30_000 })
}

/** What axe has against the page. The checker goes in once a page, past the policy, and keeps only what is wrong. */
export async function axe(page: Page): Promise<void> {
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(checker)
  const wrong = await page.evaluate(async () => {
    const { violations } = await (window as unknown as { axe: typeof Axe }).axe.run(document, {
      runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa'],
      resultTypes: ['violations'],
    })
    return violations.map(
      ({ id, nodes }) => `${id}: ${nodes.map((node) => node.html.slice(0, 160)).join(' · ')}`,
    )
  })
  expect(wrong).toEqual([])
}
