import { expect, test, vi } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { one, openGraded } from '../openGraded.ts'

const options = () =>
  [...one('commands').querySelectorAll('[role="option"]')].map((item) => item.textContent.trim())

test('Ctrl K finds an action by its words or initials and runs it with Enter', async () => {
  const { app } = await openGraded()
  await page.getByRole('gridcell', { name: '每季度一次' }).click()
  await userEvent.keyboard('{Control>}k{/Control}')
  await expect.element(page.getByTestId('command-search')).toHaveFocus()
  expect(options().length).toBeGreaterThan(20)
  await page.getByTestId('command-search').fill('查找 替换')
  await vi.waitFor(() => expect(options()).toEqual(['查找和替换… Ctrl H']))
  await page.getByTestId('command-search').fill('yczyl') // 隐藏这一列
  await vi.waitFor(() => expect(options()).toEqual(['隐藏这一列 · 购买频率']))
  await userEvent.keyboard('{Enter}')
  await vi.waitFor(() => expect(app.sheet.columns.hiddenCount).toBe(2)) // with completeness
  await userEvent.keyboard('{Control>}k{/Control}')
  await page.getByTestId('command-search').fill('没有这样的')
  await expect.element(page.getByText('没有这样的操作')).toBeVisible()
})
