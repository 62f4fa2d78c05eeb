import { describe, expect, test, vi } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { one, openGraded, tiersShown } from '../openGraded.ts'

const expectTiers = (...tiers: string[]) => vi.waitFor(() => expect(tiersShown()).toEqual(tiers))
const load = async (item: RegExp) => {
  await page.getByTestId('reference-load').click()
  await page.getByRole('menuitem', { name: item }).click()
}

describe('stability in the form', () => {
  test('is quiet until it is wanted; earlier tiers come from a column, and a setting holds', async () => {
    await openGraded()
    await expect.element(page.getByTestId('stability')).toHaveTextContent('未打开')
    await page.getByTestId('stability-open').click()
    await expect.element(page.getByTestId('reference')).toHaveTextContent('还没有')
    await load(/从表里的一列/)
    await expect.element(page.getByTestId('reference-facts')).toHaveTextContent('3 位对上')
    await page.getByTestId('reference-take').click()
    await expect.element(page.getByTestId('reference')).toHaveTextContent('表里的“等级”')
    await expectTiers('A', 'B', 'C')

    await page.getByTestId('stability-oneStep-on').click()
    await expect.element(page.getByTestId('stability-held')).toHaveTextContent('没有客户被留住')
    await page.getByTestId('criterion-1-weight-number').fill('5')
    await userEvent.keyboard('{Enter}')
    // by score C, A, C (form.test.ts); 张三 falls one tier only
    await expectTiers('B', 'A', 'C')
    await expect.element(page.getByTestId('stability-held')).toHaveTextContent('1 位暂留原级')
    await expect.element(page.getByTestId('stability-oneStep-held')).toHaveTextContent('留住 1 位')

    await expect
      .element(page.getByTestId('explain'))
      .toHaveTextContent('B 级。按分数应为 C 级，因一次只变一级，这次先到 B 级。')
    await expect
      .element(page.getByTestId('tier-steps'))
      .toHaveTextContent('按分数 C→ 稳定后 B→ 最终 B')
    await expect.element(page.getByTestId('tier-steps')).toHaveTextContent('上次 A 级')
    await page.getByTestId('stability-show').click()
    await expectTiers('B')
    await expect.element(page.getByTestId('filter-held')).toHaveAttribute('aria-pressed', 'true')
    await page.getByTestId('filter-all').click()
    await page.getByTestId('stability-oneStep-on').click()
    await expectTiers('C', 'A', 'C')
  })

  test('numbers of a setting are taken within their limits', async () => {
    const { app } = await openGraded()
    await page.getByTestId('stability-open').click()
    await page.getByTestId('stability-buffer-on').click()
    await page.getByTestId('stability-buffer-points').fill('3.5')
    await userEvent.keyboard('{Enter}')
    const set = () => app.project.scheme.current?.scheme.stability
    await vi.waitFor(() => expect(set()).toEqual([{ id: 'buffer', points: 3.5 }]))
    await page.getByTestId('stability-minimumStay-on').click()
    await page.getByRole('checkbox', { name: '只管降级，升级不等' }).click()
    await vi.waitFor(() =>
      expect(set()?.[1]).toEqual({ id: 'minimumStay', days: 90, onlyDown: false }),
    )
    await expect.element(page.getByTestId('scheme-changes')).toHaveTextContent('稳定性')
    const issues = () => app.project.summary.current?.issues.map(({ code }) => code)
    expect(issues()).toContain('stability.noReference')
  })

  test('a review is settled, and the next is compared with it; undo takes it back', async () => {
    const { app } = await openGraded()
    await page.getByTestId('stability-open').click()
    await page.getByTestId('reference-settle').click()
    await expect.element(page.getByTestId('reference')).toHaveTextContent('在这里定的级')
    await expect.element(page.getByTestId('reference')).toHaveTextContent('2026-11-21 定')
    await expect.element(page.getByTestId('reference')).toHaveTextContent('这一天已经定级')
    await app.project.run({ kind: 'setAsOf', asOf: '2026-12-21' })
    await page.getByTestId('stability-oneStep-on').click()
    await page.getByTestId('criterion-1-weight-number').fill('5')
    await userEvent.keyboard('{Enter}')
    await expectTiers('B', 'A', 'C')
    for (let step = 0; step < 4; step++) await app.project.undo()
    await vi.waitFor(() => expect(one('reference').dataset['origin']).toBe(''))
    await expectTiers('A', 'B', 'C')
  })

  test('a file is read, its words matched, and a file of others is refused in words', async () => {
    await openGraded()
    await page.getByTestId('stability-open').click()
    const give = async (name: string, text: string) => {
      await page.getByTestId('reference-file').upload(new File([text], name))
    }
    await give('上月.csv', '客户名称,评级\n张三,金\n李四,b级\n赵六,A')
    await expect.element(page.getByTestId('reference-facts')).toHaveTextContent('1 位对上')
    await expect.element(page.getByTestId('reference-facts')).toHaveTextContent('1 位现在不在表里')
    await page.getByRole('combobox', { name: '金' }).selectOptions('A')
    await expect.element(page.getByTestId('reference-facts')).toHaveTextContent('2 位对上')
    await page.getByTestId('reference-take').click()
    await expect.element(page.getByTestId('reference')).toHaveTextContent('文件“上月.csv”')
    await give('别的.csv', '客户名称,评级\n孙七,A\n周八,B')
    await expect.element(page.getByText('别的.csv：没有一位客户能用上。')).toBeVisible()
    await expect.element(page.getByTestId('reference')).toHaveTextContent('文件“上月.csv”')
  })
})

describe('a tier by hand', () => {
  test('against a knock-out rule warns before it is saved; one that has ended says so', async () => {
    const { app } = await openGraded()
    const { columns } = await app.client.view('sheet', { sort: null, filters: [], search: '' })
    const name = columns.find(({ name: title }) => title === '购买频率')?.id ?? ''
    await app.project.run({
      kind: 'addRule',
      rule: {
        enabled: true,
        conditions: [{ id: 'missing', column: name, not: true }],
        effect: { id: 'veto' },
      },
    })
    await page.getByRole('gridcell', { name: '张三' }).click()
    await page.getByTestId('override-tier').selectOptions('A')
    await expect.element(page.getByTestId('override-veto')).toHaveTextContent('应为 C 级')
    await page.getByTestId('override-reason').fill('战略客户')
    await page.getByTestId('override-by').fill('孙悦')
    await page.getByTestId('override-expires').fill('2026-11-30')
    await page.getByTestId('override-save').click()
    await expectTiers('A', 'C', 'C')
    await app.project.run({ kind: 'setAsOf', asOf: '2026-12-01' })
    await expectTiers('C', 'C', 'C')
    await expect
      .element(page.getByTestId('override-expired'))
      .toHaveTextContent('曾人工调为 A 级（战略客户），2026-11-30 已到期，不再起作用。')
  })
})
