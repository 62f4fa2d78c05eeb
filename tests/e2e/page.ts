import { AxeBuilder } from '@axe-core/playwright'
import { expect, test as base, type Page } from '@playwright/test'

/** Every end-to-end test: no console error or warning, no page error, no request that is not local. */
export const test = base.extend<{ quiet: void }>({
  quiet: [
    async ({ page, baseURL }, use) => {
      const noise: string[] = []
      page.on('console', (message) => {
        if (message.type() === 'error' || message.type() === 'warning') noise.push(message.text())
      })
      page.on('pageerror', (error) => noise.push(String(error)))
      page.on('request', (request) => {
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

/** The template table, exactly as people paste it. */
export const templateText = `客户基本信息 | 分级指标 | 分级结果 | 备注 | | |
---|---|---|---|---|---|---|
客户名称 | 联系方式 | 购买频率 | 单次消费金额 | 客户生命周期价值 | 等级 | 备注 |
张三 | 138xxxxxx | 每月一次 | 500元 | 5000元 | A级 | 长期稳定客户 |
李四 | 139xxxxxx | 每季度一次 | 3000元 | 30000元 | B级 | 高价值客户 |
王五 | 137xxxxxx | 半年一次 | 1000元 | 2000元 | C级 | 新客户 |
`

export async function paste(page: Page, text: string): Promise<void> {
  await page.evaluate((value) => {
    const data = new DataTransfer()
    data.setData('text/plain', value)
    const target = document.activeElement ?? document.body
    target.dispatchEvent(
      new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }),
    )
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

export async function axe(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page })
    .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa'])
    .analyze()
  expect(
    violations.map(
      ({ id, nodes }) => `${id}: ${nodes.map((node) => node.html.slice(0, 160)).join(' · ')}`,
    ),
  ).toEqual([])
}
