import { afterEach, beforeAll, describe, expect, test, vi } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { dragTo, letGo, one, openGraded, tiersShown, type Graded } from '../openGraded.ts'

const expectTiers = (...tiers: string[]) => vi.waitFor(() => expect(tiersShown()).toEqual(tiers))
const countOf = (tier: string) => one(`tier-card-${tier}`).dataset['count']

/** From a menu whose entries have a picture and a sentence. */
async function choose(testId: string, name: string): Promise<void> {
  await page.getByTestId(testId).click()
  await page.getByRole('menuitemradio', { name }).click()
}

describe('the criteria form', () => {
  let graded: Graded
  beforeAll(async () => {
    graded = await openGraded()
  })
  afterEach(() => graded.undoAll())

  test('shows the suggested scheme: weights 60, 20, 20 and their shares (issue 2)', async () => {
    await expect.element(page.getByTestId('criterion-1-weight-number')).toHaveValue('60')
    for (const [n, share] of [
      ['1', '60.0%'],
      ['2', '20.0%'],
      ['3', '20.0%'],
    ] as const)
      await expect.element(page.getByTestId(`criterion-${n}-share`)).toHaveTextContent(share)
    await expectTiers('A', 'B', 'C')
  })

  test('regrades while a weight is dragged, and one undo takes the whole drag back', async () => {
    const { app } = graded
    await expectTiers('A', 'B', 'C')
    for (const weight of [50, 30, 5]) {
      dragTo('criterion-1-weight', weight)
      await new Promise(requestAnimationFrame)
    }
    // 李四 by hand: (5·(4−2)/(12−2) + 20·1 + 20·1) / 45 = 91.1; 张三: (5 + 0 + 20·3/28) / 45 = 15.9
    await expectTiers('C', 'A', 'C')
    letGo('criterion-1-weight')
    await vi.waitFor(() => expect(one('announce').textContent).toContain('C 级 2 位，增加 1 位'))
    await app.project.undo()
    await expectTiers('A', 'B', 'C')
    await expect.element(page.getByTestId('criterion-1-weight-number')).toHaveValue('60')
  })

  test('a wrong weight stays to be mended and is no weight; Ctrl Z after a taken one is that of the project', async () => {
    const weight = page.getByTestId('criterion-1-weight-number')
    await weight.fill('abc')
    await userEvent.keyboard('{Tab}')
    await expect.element(weight).toHaveValue('abc')
    await expect.element(page.getByRole('alert').filter({ hasText: '请写数字' })).toBeVisible()
    await expectTiers('A', 'B', 'C')
    await weight.fill('５')
    await userEvent.keyboard('{Enter}')
    await expectTiers('C', 'A', 'C')
    await userEvent.keyboard('{Control>}z{/Control}')
    await expectTiers('A', 'B', 'C')
    await expect.element(weight).toHaveValue('60')
  })

  test('says what changed since the scheme was saved, and takes it back with one press', async () => {
    await page.getByTestId('criterion-1-weight-number').fill('5')
    await userEvent.keyboard('{Enter}')
    await expect.element(page.getByTestId('scheme-changes')).toHaveTextContent('方案有 1 处改动')
    await expect.element(page.getByTestId('scheme-changes')).toHaveTextContent('购买频率 60 → 5')
    await expect.element(page.getByTestId('tier-card-C')).toHaveTextContent('▲ 1')
    await page.getByTestId('scheme-revert').click()
    await expectTiers('A', 'B', 'C')
    await expect.element(page.getByTestId('scheme-changes')).not.toBeInTheDocument()
  })

  test('a criterion can be switched off and removed, and an undo brings it back', async () => {
    const { app } = graded
    await app.project.run({
      kind: 'setCriterion',
      criterion: app.project.scheme.current?.criteria[0]?.criterion.id ?? '',
      set: { enabled: false },
    })
    // 张三 by hand without frequency: (20·0 + 20·3/28) / 40 = 5.4; 李四: 100
    await expectTiers('C', 'A', 'C')
    await expect.element(page.getByTestId('criterion-1-weight-number')).toBeDisabled()
    await app.project.undo()
    await expectTiers('A', 'B', 'C')
  })

  test('Alt with an arrow moves a criterion, and the focus stays on it', async () => {
    const name = page.getByRole('button', { name: '设置购买频率' })
    ;(name.element() as HTMLElement).focus()
    await userEvent.keyboard('{Alt>}{ArrowDown}{/Alt}')
    await vi.waitFor(() => expect(one('criterion-2').textContent).toContain('购买频率'))
    await vi.waitFor(() => expect(document.activeElement).toBe(name.element()))
  })

  test('a cut-off typed in the form moves its line on the distribution', async () => {
    await page.getByTestId('tier-1-cutoff').fill('65')
    await userEvent.keyboard('{Enter}')
    const line = page.getByRole('slider', { name: 'A 级分数线' })
    await expect.element(line).toHaveAttribute('aria-valuenow', '65')
    await expectTiers('B', 'B', 'C') // 62.14 < 65
  })

  test('a cut line moves by keys, one point at a time, and says its value in words', async () => {
    const line = page.getByRole('slider', { name: 'A 级分数线' })
    ;(line.element() as HTMLElement).focus()
    await userEvent.keyboard('{ArrowRight}')
    await expect.element(line).toHaveAttribute('aria-valuetext', '61 分')
    await userEvent.keyboard('{PageDown}')
    await expect.element(line).toHaveAttribute('aria-valuetext', '56 分')
    await vi.waitFor(() => expect(countOf('A')).toBe('1'))
    await userEvent.keyboard('{PageDown}')
    await expect.element(line).toHaveAttribute('aria-valuetext', '51 分')
    await vi.waitFor(() => expect(countOf('A')).toBe('2')) // 李四 has 52
  })

  test('tiers by share keep the present counts and can be set in percent', async () => {
    await choose('tiering-method', '按比例')
    await expect.element(page.getByTestId('tier-1-quota')).toHaveValue('33.3')
    await page.getByTestId('tier-1-quota').fill('60')
    await userEvent.keyboard('{Enter}')
    // P = 60 %: the first tier takes b = 0 and b = 1 of n = 3, since 6000·3 > 10000·1 (grading.md §4)
    await vi.waitFor(() => expect(countOf('A')).toBe('2'))
  })

  test('a tier is renamed in its badge, and a name that is taken is refused', async () => {
    const badge = page.getByRole('textbox', { name: 'A 级的名称' })
    await badge.fill('S')
    await userEvent.keyboard('{Enter}')
    await expect.element(page.getByTestId('tier-card-S')).toBeVisible()
    await page.getByRole('textbox', { name: 'S 级的名称' }).fill('B')
    await userEvent.keyboard('{Enter}')
    await expect.element(page.getByTestId('toast')).toHaveTextContent('已有这个名称')
    await expect.element(page.getByTestId('tier-card-S')).toBeVisible()
  })

  test('each way to set tiers brings its own fields, by places with the present counts', async () => {
    await choose('tiering-method', '按名额')
    await expect.element(page.getByTestId('tier-1-places')).toHaveValue('1')
    await page.getByTestId('tier-1-places').fill('2')
    await userEvent.keyboard('{Enter}')
    await vi.waitFor(() => expect(countOf('A')).toBe('2'))
    await choose('tiering-method', '自动找断层')
    await expect.element(page.getByTestId('tier-1-found')).toBeVisible()
    await choose('tiering-method', '按金额占比')
    await expect.element(page.getByTestId('tiering-column')).toBeVisible()
    await expect.element(page.getByTestId('tier-1-quota')).toHaveValue('80')
  })

  test('a rule is added, says what it does and whom it hits, and is switched off', async () => {
    await expectTiers('A', 'B', 'C')
    await page.getByTestId('rule-add').click()
    await expect.element(page.getByTestId('rule-save')).toBeDisabled()
    await page.getByTestId('rule-value-1').fill('4')
    await userEvent.keyboard('{Tab}')
    await expect.element(page.getByTestId('rule-sentence')).toHaveTextContent('最高 B 级')
    await page.getByTestId('rule-effect-veto').click()
    await expect
      .element(page.getByTestId('rule-sentence'))
      .toHaveTextContent('购买频率 ≥ 4 次/年，直接 C 级')
    await page.getByTestId('rule-value-1').fill('x4')
    await page.getByTestId('rule-save').click()
    await expect.element(page.getByTestId('rule-value-1')).toHaveFocus() // not saved with the number before
    await page.getByTestId('rule-value-1').fill('4')
    await page.getByTestId('rule-save').click()
    await expectTiers('C', 'C', 'C') // 12, 4 and 2 a year; the third was C before
    await expect.element(page.getByTestId('rule-1-hits')).toHaveTextContent('2 位')
    await page.getByTestId('rule-1').getByRole('switch').click()
    await expectTiers('A', 'B', 'C')
    await expect.element(page.getByTestId('rule-1-hits')).toHaveTextContent('停用')
  })

  test('another way to make the score regrades and says so in the footer', async () => {
    await page.getByText('合成得分：按权重相加').click()
    await choose('aggregation', '比离满分有多近')
    await expect.element(page.getByTestId('scheme-changes')).toHaveTextContent('各项得分的合成')
  })
})
