import { describe, expect, test, vi } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { found } from '../axe.ts'
import { dragTo, one, openGraded, tiersShown } from '../openGraded.ts'

const weights = (app: Awaited<ReturnType<typeof openGraded>>['app']) =>
  app.project.scheme.current?.scheme.criteria.map(({ weight }) => weight)
const expectTiers = (...tiers: string[]) => vi.waitFor(() => expect(tiersShown()).toEqual(tiers))
const cells = (row: number) =>
  [...one(`weighed-${row}`).querySelectorAll('td')].map((cell) => cell.textContent.trim())

async function openHelp() {
  const { app } = await openGraded()
  await page.getByTestId('weight-help').click()
  await expect.element(page.getByTestId('weights-table')).toBeVisible()
  return app
}

describe('the weight assistant', () => {
  test('shows present and proposed weights and who would move, applies in one step, and one undo takes it back', async () => {
    const app = await openHelp()
    expect(cells(1)).toEqual(['购买频率', '60.0%', '33.3%'])
    // by hand, a third each: 张三 36.9, 李四 73.3, 王五 6.7
    await expect
      .element(page.getByTestId('weights-moves'))
      .toHaveTextContent('1 位升级，1 位降级，1 位不变')
    expect(weights(app)).toEqual([60, 20, 20])
    await page.getByTestId('weights-apply').click()
    await vi.waitFor(() => expect(weights(app)).toEqual([33.3, 33.3, 33.3]))
    await expect.element(page.getByTestId('weight-dialog')).not.toBeInTheDocument()
    await expectTiers('C', 'A', 'C')
    await app.project.undo()
    await vi.waitFor(() => expect(weights(app)).toEqual([60, 20, 20]))
    await expectTiers('A', 'B', 'C')
  })

  test('pair by pair: keys answer, the proposal follows at once, and the answers stay with the scheme', async () => {
    const app = await openHelp()
    await page.getByTestId('helper-pairwise').click()
    await expect.element(page.getByTestId('pairs-answered')).toHaveTextContent('已回答 0/3')
    const first = page.getByRole('slider', { name: '购买频率与单次消费金额，哪个更重要？' })
    ;(first.element() as HTMLElement).focus()
    await userEvent.keyboard('{ArrowLeft}{ArrowLeft}') // the first is 3 times as important
    await expect.element(first).toHaveAttribute('aria-valuetext', '购买频率稍微重要（3 倍）')
    dragTo('pair-2', -2) // as important against the third
    await expect.element(page.getByTestId('pairs-answered')).toHaveTextContent('已回答 2/3')
    await page.getByRole('button', { name: '同样重要' }).click()
    await expect.element(page.getByTestId('pairs-answered')).toHaveTextContent('已回答 3/3')
    // consistent 3 : 1 : 1
    await vi.waitFor(() =>
      expect([1, 2, 3].map((row) => cells(row)[2])).toEqual(['60.0%', '20.0%', '20.0%']),
    )
    await expect.element(page.getByTestId('consistency')).toHaveTextContent('前后一致')
    await expect.element(page.getByTestId('weights-moves')).toHaveTextContent('和现在的权重一样')
    await page.getByTestId('weights-apply').click()
    await vi.waitFor(() =>
      expect(app.project.scheme.current?.scheme.judgements?.map(({ ratio }) => ratio)).toEqual([
        3, 3, 1,
      ]),
    )
    await page.getByTestId('weight-help').click()
    await page.getByTestId('helper-pairwise').click()
    await expect.element(page.getByTestId('pairs-answered')).toHaveTextContent('已回答 3/3')
  })

  test('contradictions are told in words, with the pair and the answer that fits', async () => {
    await openHelp()
    await page.getByTestId('helper-pairwise').click()
    await expect.element(page.getByTestId('pair-1')).toBeVisible()
    dragTo('pair-1', -2)
    dragTo('pair-3', -2)
    dragTo('pair-2', 4) // a > b > c > a
    await expect.element(page.getByTestId('consistency')).toHaveTextContent('前后矛盾较多')
    expect(await found(one('weight-dialog'))).toEqual([])
    const before = one('consistency').textContent
    await page.getByTestId('pair-adopt').click()
    await vi.waitFor(() => expect(one('consistency').textContent).not.toBe(before))
  })

  test('helpers by data say what they saw; Escape leaves everything as it was', async () => {
    const app = await openHelp()
    await page.getByTestId('helper-critic').click()
    await vi.waitFor(() => expect(cells(1)[0]).toContain('得分参差'))
    await page.getByTestId('helper-entropy').click()
    await vi.waitFor(() => expect(cells(1)[0]).toContain('差别程度'))
    expect(await found(one('weight-dialog'))).toEqual([])
    await userEvent.keyboard('{Escape}')
    await expect.element(page.getByTestId('weight-dialog')).not.toBeInTheDocument()
    expect(weights(app)).toEqual([60, 20, 20])
    expect(app.project.view.current?.undo).not.toBe('setWeights')
  })
})

describe('the check of the scheme', () => {
  test('says what is doubtful in a sentence, and leads to the criterion', async () => {
    const { app } = await openGraded()
    const check = page.getByTestId('scheme-check')
    await expect.element(check).toHaveTextContent('没有发现问题')
    await page.getByTestId('criterion-1-weight-number').fill('800')
    await userEvent.keyboard('{Enter}')
    await expect.element(check).toHaveTextContent('购买频率占了 95.2%，几乎只看它一项')
    await check.getByRole('button', { name: '去看购买频率' }).first().click()
    expect(app.places.current).toEqual({
      kind: 'criterion',
      criterion: app.project.scheme.current?.scheme.criteria[0]?.id,
    })
  })

  test('a tier that nobody can reach is told there, once, and leads to its field', async () => {
    await openGraded()
    await page.getByTestId('tier-2-cutoff').fill('60')
    await userEvent.keyboard('{Enter}')
    const check = page.getByTestId('scheme-check')
    await expect.element(check).toHaveTextContent('没有客户能到 B 级')
    const said = document.body.textContent.split('没有客户能到 B 级').length - 1
    expect(said).toBe(1)
    await check.getByRole('button', { name: '去看 B 级' }).click()
    expect(document.activeElement?.closest('[data-tier-field]')).not.toBeNull()
  })
})
