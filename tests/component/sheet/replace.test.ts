import { expect, test, vi } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { one, openGraded } from '../openGraded.ts'

test('Ctrl H counts before it replaces; one undo takes all of it back', async () => {
  const { app } = await openGraded()
  await page.getByRole('gridcell', { name: '新客户' }).click()
  await userEvent.keyboard('{Control>}h{/Control}')
  await page.getByTestId('replace-find').fill('客户')
  await page.getByTestId('replace-with').fill('顾客')
  // 长期稳定客户, 高价值客户, 新客户
  await vi.waitFor(() => expect(one('replace-count').dataset['value']).toBe('3'))
  await expect.element(page.getByTestId('replace-dialog')).toHaveTextContent('新客户 → 新顾客')
  await page.getByRole('checkbox', { name: '整格相同才替换' }).click()
  await vi.waitFor(() => expect(one('replace-count').dataset['value']).toBe('0'))
  await page.getByRole('checkbox', { name: '整格相同才替换' }).click()
  await page.getByRole('button', { name: '替换 3 格' }).click()
  await expect.element(page.getByRole('gridcell', { name: '新顾客' })).toBeVisible()
  await expect.element(page.getByRole('gridcell', { name: '高价值顾客' })).toBeVisible()
  await app.project.undo()
  await expect.element(page.getByRole('gridcell', { name: '新客户' })).toBeVisible()
  await expect.element(page.getByRole('gridcell', { name: '高价值客户' })).toBeVisible()
})
