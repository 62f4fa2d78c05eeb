import { expect, test } from 'vitest'
import { page } from 'vitest/browser'
import { openGraded } from '../openGraded.ts'

// as of 2026-11-20, limits 90 and 180 days (too few gaps to learn from): A first-time, B and C dormant after one purchase,
// D lost, E repeat
const orders = [
  '订单号,客户编号,客户名称,下单时间,实付金额（元）',
  '1,A,甲,2026-11-20,100',
  '2,B,乙,2026-08-01,50',
  '3,C,丙,2026-07-20,60',
  '4,D,丁,2025-12-01,10',
  '5,E,戊,2026-11-01,80',
  '6,E,戊,2026-11-10,80',
].join('\n')

async function open(pane: 'lifecycle' | 'churn') {
  const opened = await openGraded(orders)
  await opened.app.project.run({ kind: 'setAsOf', asOf: '2026-11-20' })
  opened.app.insightsPane = pane
  opened.app.places.go({ kind: 'project', place: 'insights' })
  return opened
}

test('a stage leads to its customers in the sheet, whatever the language of the page', async () => {
  const { app, unmount } = await open('lifecycle')
  await expect.element(page.getByText('超过 90 天没买算沉默，超过 180 天算流失')).toBeVisible()
  await app.locale.choose('en')
  await page.getByRole('button', { name: 'Dormant', exact: true }).click()
  await expect.poll(() => app.sheet.rowCount).toBe(2)
  unmount()
})

test('a reason for risk leads to its customers; who is lost is not judged, and that is said', async () => {
  const { app, unmount } = await open('churn')
  await expect.element(page.getByText('1 位客户已经流失，不再判断风险')).toBeVisible()
  await page.getByRole('button', { name: '只买过一次，很久没来' }).click()
  await expect.poll(() => app.sheet.rowCount).toBe(2)
  unmount()
})
