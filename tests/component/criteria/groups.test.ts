import { afterEach, describe, expect, test, vi } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { found } from '../axe.ts'
import { one, openGraded } from '../openGraded.ts'

const list = `客户名称,地区,购买频率,单次消费金额,客户生命周期价值
甲,华东,每月一次,500元,5000元
乙,华东,每季度一次,3000元,30000元
丙,华东,半年一次,1000元,2000元
丁,华北,每月两次,200元,900元
戊,华北,每年一次,100元,300元
己,,每季度一次,800元,8000元
`
const everything = { sort: null, filters: [], search: '' } as const
let unmount = () => {}
async function open() {
  const opened = await openGraded(list)
  unmount = opened.unmount
  return opened.app
}
afterEach(() => unmount())

const namesIn = () =>
  [...document.querySelectorAll<HTMLElement>('[data-testid="grouped"] > li')].map(
    (item) =>
      item.querySelector<HTMLInputElement>('input.name')?.value ??
      item.querySelector('.name')?.textContent,
  )
const choose = async (testId: string, name: string) => {
  await page.getByTestId(testId).click()
  await page.getByRole('menuitemradio', { name }).click()
}
const count = (tier: string) => one(`tier-card-${tier}`).dataset['count']

describe('criteria in groups', () => {
  test('begin by what the columns mean, with their shares; one undo takes them away', async () => {
    const app = await open()
    await page.getByTestId('groups-use').click()
    await vi.waitFor(() =>
      expect(namesIn()).toEqual([
        '行为',
        '购买频率',
        '贡献',
        '单次消费金额',
        '客户生命周期价值',
        '忠诚度',
        '互动', // prettier-ignore
      ]),
    )
    const shares = [1, 2, 3, 4].map((nth) => Number(one(`group-${nth}-share`).dataset['value']))
    expect(shares.reduce((sum, share) => sum + share, 0)).toBeCloseTo(1, 9)
    expect(shares.slice(2)).toEqual([0, 0]) // nothing in them yet
    await app.project.undo()
    await vi.waitFor(() => expect(document.querySelector('[data-testid="grouped"]')).toBeNull())
  })

  test('a weight and a cap change scores; the cap is said in the explanation', async () => {
    const app = await open()
    await page.getByTestId('groups-use').click()
    await page.getByTestId('group-1-weight').fill('0')
    await userEvent.keyboard('{Enter}')
    await vi.waitFor(() => expect(one('group-2-share').dataset['value']).toBe('1'))
    await page.getByTestId('group-2-cap').fill('10')
    await userEvent.keyboard('{Enter}')
    await vi.waitFor(() => expect(app.project.scheme.current?.scheme.groups?.[1]?.cap).toBe(10))
    await app.selection.show(1, everything)
    await expect.element(page.getByTestId('explain-extra')).toHaveTextContent('贡献封顶')
    await expect.element(page.getByTestId('explain')).toHaveAttribute('data-score', '10')
    await page.getByTestId('group-2-cap').fill('')
    await userEvent.keyboard('{Enter}')
    await vi.waitFor(() => expect(app.project.scheme.current?.scheme.groups?.[1]?.cap).toBeNull())
    expect(await found()).toEqual([])
  })

  test('a criterion goes into another group by its menu and by keys', async () => {
    await open()
    await page.getByTestId('groups-use').click()
    await page.getByRole('button', { name: '购买频率：更多' }).click()
    await page.getByRole('menuitem', { name: '移到“互动”' }).click()
    await vi.waitFor(() => expect(namesIn().slice(-2)).toEqual(['互动', '购买频率']))
    one('grouped').querySelector<HTMLElement>('[data-criterion]:last-child .name')?.focus()
    await userEvent.keyboard('{Alt>}{ArrowUp}{/Alt}')
    await vi.waitFor(() => expect(namesIn().slice(-3)).toEqual(['忠诚度', '购买频率', '互动']))
  })

  test('removing all groups leaves a plain scheme', async () => {
    const app = await open()
    await page.getByTestId('groups-use').click()
    for (const name of ['互动', '忠诚度', '贡献', '行为']) {
      await page.getByRole('button', { name: `${name}维度：更多` }).click()
      await page.getByRole('menuitem', { name: '删除维度' }).click()
    }
    await vi.waitFor(() => expect(app.project.scheme.current?.groups).toEqual([]))
    expect(app.project.scheme.current?.scheme.criteria.some((one) => 'group' in one)).toBe(false)
  })
})

test('a matrix: its cells count customers, and another tier in a cell moves them', async () => {
  const app = await open()
  await choose('tiering-method', '按两个维度')
  await vi.waitFor(() => {
    const cells = [...document.querySelectorAll('[data-testid^="cell-count-"]')]
    const sum = cells.reduce((all, { textContent }) => all + Number.parseInt(textContent), 0)
    expect(sum).toBe(6)
  })
  const before = Number(app.project.summary.current?.totals.tiers[0]?.count)
  const best = Number.parseInt(one('cell-count-1-2').textContent)
  expect(best).toBe(2) // 乙 and 己: the upper third by value, the middle one by frequency
  await page.getByTestId('cell-1-2').selectOptions('C')
  await vi.waitFor(() =>
    expect(app.project.summary.current?.totals.tiers[0]?.count).toBe(before - best),
  )
  await page.getByTestId('axis-1-less').click()
  await vi.waitFor(() => expect(document.querySelector('[data-testid="cell-3-1"]')).toBeNull())
  await page.getByTestId('axis-2').selectOptions('购买频率')
  await vi.waitFor(() => expect(one('matrix').textContent).toContain('购买频率 →'))
  await app.selection.show(1, everything)
  await expect.element(page.getByTestId('explain-cell')).toHaveTextContent('档')
  expect(await found()).toEqual([])
})

test('tiers within each region: a table of the regions, and a place among their own', async () => {
  const app = await open()
  await choose('tiering-method', '按名额')
  await page.getByTestId('tier-1-places').fill('1')
  await userEvent.keyboard('{Enter}')
  await page.getByTestId('within').selectOptions('每个地区各自比')
  await vi.waitFor(() => expect(count('A')).toBe('3')) // the best of 华东, of 华北 and of those without
  await page.getByTestId('within-open').click()
  await vi.waitFor(() => {
    const rows = [...document.querySelectorAll('[data-testid="category"]')]
    expect(rows.map((row) => row.querySelector('td')?.textContent)).toEqual([
      '华东',
      '华北',
      '（没填）',
    ])
  })
  await userEvent.keyboard('{Escape}')
  await app.selection.show(0, everything)
  await expect
    .element(page.getByTestId('explain-category'))
    .toHaveTextContent('地区“华东”的 3 位里')
  expect(await found()).toEqual([])
})
