import { axe, confirmImport, expect, paste, templateText, test } from './page.ts'

const looks = [
  { name: '1440 px, zh, light', width: 1440, height: 900, language: 'zh', scheme: 'light' },
  { name: '1024 px, en, dark', width: 1024, height: 768, language: 'en', scheme: 'dark' },
  { name: 'phone, zh, dark', width: 390, height: 844, language: 'zh', scheme: 'dark' },
] as const

for (const look of looks)
  test.describe(look.name, () => {
    test.use({ viewport: { width: look.width, height: look.height }, colorScheme: look.scheme })

    test('every place is free of accessibility faults and fits the window', async ({ page }) => {
      test.setTimeout(120_000)
      const fits = async () =>
        expect(
          await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth),
        ).toBeLessThanOrEqual(0)

      await page.goto(`./?lang=${look.language}&fresh`)
      await expect(page.getByTestId('sample-template')).toBeVisible()
      await axe(page)
      await fits()

      await paste(page, templateText)
      await expect(page.getByTestId('import-preview')).toBeVisible()
      await axe(page)
      await fits()
      await page.getByTestId('import-confirm').click()
      await expect(page.getByTestId('tier-card-A')).toBeVisible()
      await axe(page)
      await fits()

      for (const place of ['data', 'insights', 'movement', 'actions']) {
        await page.getByTestId(`nav-${place}`).click()
        await expect(page.getByTestId(`nav-${place}`)).toHaveAttribute('aria-current', /./)
        await expect(page.locator('main')).not.toBeEmpty()
        await axe(page)
        await fits()
      }
    })
  })

const orders = `订单号,客户名称,下单时间,金额
1,安,2026-01-05,100
2,安,2026-02-09,300
3,博,2026-01-20,80
4,博,2026-02-25,40
5,蔡,2026-03-11,500
`

for (const look of looks)
  test.describe(look.name, () => {
    test.use({ viewport: { width: look.width, height: look.height }, colorScheme: look.scheme })

    test('what orders say is free of accessibility faults and fits the window', async ({
      page,
    }) => {
      test.setTimeout(120_000)
      const fits = async () =>
        expect(
          await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth),
        ).toBeLessThanOrEqual(0)
      const narrow = look.width < 720
      const sides = (label: RegExp) =>
        narrow
          ? page.getByRole('combobox', { name: label }).locator('option').allInnerTexts()
          : page.getByRole('group', { name: label }).getByRole('button').allInnerTexts()
      const go = (label: RegExp, side: string) =>
        narrow
          ? page.getByRole('combobox', { name: label }).selectOption({ label: side })
          : page.getByRole('group', { name: label }).getByRole('button', { name: side }).click()

      await page.goto(`./?lang=${look.language}&fresh`)
      await expect(page.getByTestId('sample-template')).toBeVisible()
      await paste(page, orders)
      await page.getByTestId('import-confirm').click()
      await page.getByTestId('nav-data').click()
      await go(/哪一面|Side/, look.language === 'zh' ? '计算列' : 'Calculated columns')
      await page.getByTestId('model-open-behaviour').click()
      await expect(page.getByTestId('column-orders.count')).toBeChecked()
      await axe(page)
      await fits()
      await page.getByTestId('nav-insights').click()
      for (const side of await sides(/哪一面|Side/)) {
        await go(/哪一面|Side/, side)
        await expect(page.locator('main .progress')).toHaveCount(0)
        await axe(page)
        await fits()
      }
    })
  })

test('the export dialog is free of accessibility faults, and Escape gives the focus back', async ({
  page,
}) => {
  await page.goto('./?lang=zh&fresh')
  await paste(page, templateText)
  await confirmImport(page)
  await page.getByTestId('export-menu').click()
  await expect(page.getByTestId('export-confirm')).toBeVisible()
  await axe(page)
  await page.keyboard.press('Escape')
  await expect(page.getByTestId('export-confirm')).toBeHidden()
  await expect(page.getByTestId('export-menu')).toBeFocused()
})
