import { beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import { page } from 'vitest/browser'
import { one, openGraded, tiersShown, type Graded } from '../openGraded.ts'

const panel = () => page.getByTestId('explain')
const expectTiers = (...tiers: string[]) => vi.waitFor(() => expect(tiersShown()).toEqual(tiers))

describe('the explanation', () => {
  let graded: Graded
  beforeAll(async () => {
    graded = await openGraded()
  })
  beforeEach(() => graded.app.sheet.grid?.select(0, 0))

  test('begins with the first customer; its lines add up to the score (grading.md §6)', async () => {
    await expect.element(panel()).toHaveAttribute('data-tier', 'A')
    const score = Number(one('explain').dataset['score'])
    expect(score).toBeCloseTo(62.142857143, 9) // 60 + 0 + 20·3/28
    const points = [...document.querySelectorAll<HTMLElement>('[data-testid="explain-line"]')].map(
      (line) => Number(line.dataset['points']),
    )
    expect(points).toHaveLength(3)
    expect(points.reduce((sum, value) => sum + value, 0)).toBeCloseTo(score, 9)
    await expect.element(panel()).toHaveTextContent('第 1 名，共 3 位')
  })

  test('says tier, strongest and weakest in one sentence, and the way to the next tier', async () => {
    await page.getByRole('gridcell', { name: '李四' }).click()
    await expect.element(panel()).toHaveAttribute('data-tier', 'B')
    await expect
      .element(panel())
      .toHaveTextContent(
        'B 级。单次消费金额和客户生命周期价值得分高；购买频率失分最多，少得 48 分。',
      )
    await expect.element(panel()).toHaveTextContent('差 8 分升到 A 级') // 60 − 52
    await expect.element(panel()).toHaveTextContent('高出 B 级分数线 12 分')
    // 8 points of 60 are a utility of 0.1333 more: 4 + 0.1333·10 = 5.33, so 6 whole times a year
    await expect.element(panel()).toHaveTextContent('最近的一步：购买频率 4 → 6 次/年')
  })

  test('steps to the next customer in the order on show', async () => {
    await expect.element(panel()).toHaveAttribute('data-tier', 'A')
    await page.getByRole('button', { name: '下一位' }).click()
    await expect.element(panel()).toHaveAttribute('data-tier', 'B')
    await page.getByRole('button', { name: '上一位' }).click()
    await expect.element(panel()).toHaveAttribute('data-tier', 'A')
  })

  test('a change by hand needs a reason, keeps both tiers, and can be taken back', async () => {
    const { app } = graded
    await page.getByRole('gridcell', { name: '王五' }).click()
    await expect.element(panel()).toHaveAttribute('data-tier', 'C')
    await page.getByTestId('override-tier').selectOptions('B')
    await page.getByTestId('override-save').click()
    await expect.element(page.getByText('请写原因，以后查得到')).toBeVisible()
    await expectTiers('A', 'B', 'C')
    await page.getByTestId('override-reason').fill('刚签年度框架')
    await page.getByTestId('override-by').fill('孙悦')
    await page.getByTestId('override-save').click()
    await expectTiers('A', 'B', 'B')
    await expect.element(panel()).toHaveTextContent('B 级，人工调级；算出来是 C 级。')
    await expect.element(panel()).toHaveTextContent('刚签年度框架')
    expect(app.selection.person).toBe('孙悦')
    await expect.element(page.getByTestId('filter-overridden')).toHaveTextContent('1')
    await page.getByTestId('override-remove').click()
    await expectTiers('A', 'B', 'C')
  })

  test('what was typed about one customer does not follow to the next', async () => {
    await expect.element(panel()).toHaveAttribute('data-tier', 'A')
    await page.getByTestId('override-reason').fill('只说张三')
    await page.getByRole('gridcell', { name: '李四' }).click()
    await expect.element(page.getByTestId('override-reason')).toHaveValue('')
  })

  test('names what is to be checked and the tier that the file gave', async () => {
    await expect.element(panel()).toHaveTextContent('待核')
    await expect.element(panel()).toHaveTextContent('文件里的原等级')
    await expect.element(panel()).toHaveTextContent('A级')
  })
})
