import { describe, expect, test, vi } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { openGraded, tiersShown } from '../openGraded.ts'

const expectTiers = (...tiers: string[]) => vi.waitFor(() => expect(tiersShown()).toEqual(tiers))

async function openEditor(name: string) {
  const opened = await openGraded()
  await page.getByRole('button', { name: `设置${name}` }).click()
  await expect.element(page.getByRole('heading', { name, level: 1 })).toBeVisible()
  return opened
}

describe('the criterion editor', () => {
  test('offers only the ways of scoring that fit the column', async () => {
    await openEditor('购买频率')
    await expect.element(page.getByRole('radio', { name: /^线性/ })).toBeChecked()
    await expect.element(page.getByTestId('scoring-percentile')).toBeInTheDocument()
    await expect.element(page.getByTestId('scoring-bands')).toBeInTheDocument()
    await expect.element(page.getByTestId('scoring-lookup')).not.toBeInTheDocument()
  })

  test('an end point moves by keys: own points, with the effect on the tiers beside it', async () => {
    const { app } = await openEditor('购买频率')
    const full = page.getByRole('slider', { name: '得满分' })
    await expect.element(full).toHaveAttribute('aria-valuenow', '12') // the highest: monthly
    ;(full.element() as HTMLElement).focus()
    await userEvent.keyboard('{Shift>}{ArrowLeft}{/Shift}')
    await vi.waitFor(() => {
      const scoring = app.project.scheme.current?.scheme.criteria[0]?.scoring
      expect(scoring).toMatchObject({ id: 'linear', worst: 2, best: 11 })
    })
  })

  test('cancel takes back all that was changed since it was opened', async () => {
    const { app } = await openEditor('购买频率')
    await page.getByTestId('editor-weight-number').fill('5')
    await userEvent.keyboard('{Enter}')
    const effect = page.getByRole('table', { name: '改动的影响' })
    await expect.element(effect).toHaveTextContent('▲ 1')
    await page.getByTestId('scoring-bands').click()
    await expect.element(page.getByRole('table', { name: '分档' })).toBeVisible()
    await page.getByTestId('criterion-cancel').click()
    await expectTiers('A', 'B', 'C')
    const first = app.project.scheme.current?.scheme.criteria[0]
    expect(first).toMatchObject({ weight: 60, scoring: { id: 'linear', worst: null, best: null } })
  })

  test('own end points change places when the direction turns', async () => {
    const { app } = await openEditor('单次消费金额')
    await page.getByTestId('linear-best').fill('2000')
    await userEvent.keyboard('{Enter}')
    await page.getByTestId('direction-lower').click()
    await vi.waitFor(() => {
      const scoring = app.project.scheme.current?.scheme.criteria[1]?.scoring
      expect(scoring).toEqual({ id: 'linear', worst: 2000, best: 500 })
    })
  })

  test('a fixed score for missing values has its own field', async () => {
    const { app } = await openEditor('单次消费金额')
    await page.getByTestId('missing-fixed').first().click()
    const field = page.getByRole('spinbutton', { name: '固定分' })
    await field.fill('30')
    await userEvent.keyboard('{Enter}')
    await vi.waitFor(() =>
      expect(app.project.scheme.current?.scheme.criteria[1]?.missing).toEqual({
        id: 'fixed',
        utility: 0.3,
      }),
    )
  })
})
