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
