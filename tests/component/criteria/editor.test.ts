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
    const ways = page.getByRole('radiogroup', { name: '怎样给分' }).getByRole('radio')
    expect(ways.elements()).toHaveLength(9)
    await expect.element(page.getByRole('radio', { name: /^类别赋分/ })).toBeDisabled()
    expect(ways.elements().filter((way) => way.matches(':disabled'))).toHaveLength(1)
  })

  test('each way of scoring begins with parameters of the column, shown in the form', async () => {
    const { app } = await openEditor('单次消费金额') // 500, 1,000, 3,000
    const scoring = () => app.project.scheme.current?.scheme.criteria[1]?.scoring
    await page.getByTestId('scoring-quantileBins').click()
    await expect.element(page.getByTestId('quantileBins-classes')).toHaveValue('5')
    await page.getByTestId('quantileBins-classes').fill('3')
    await userEvent.keyboard('{Enter}')
    // type-7 edges of 500, 1000, 3000 at 1/3 and 2/3, by hand: 833.33 and 1666.67
    await expect.element(page.getByTestId('class-2')).toHaveTextContent('高于 833.33 元')
    await expect.element(page.getByTestId('class-2')).toHaveTextContent('1,666.67 元')
    await page.getByTestId('scoring-zscore').click()
    await expect.element(page.getByText('平均数 1,500 元')).toBeVisible()
    await page.getByTestId('scoring-target').click()
    await expect.element(page.getByTestId('target-low')).toHaveValue('1,000')
    await expect.element(page.getByRole('slider', { name: '目标从' })).toBeInTheDocument()
    await page.getByTestId('scoring-logistic').click()
    await expect.element(page.getByTestId('logistic-midpoint')).toHaveValue('1,000')
    await page.getByTestId('scoring-piecewise').click()
    await expect.element(page.getByRole('table', { name: '折线的点' })).toBeVisible()
    await vi.waitFor(() => expect(scoring()?.id).toBe('piecewise'))
    await page.getByTestId('scoring-quantileBins').click() // as it was left
    await vi.waitFor(() => expect(scoring()).toEqual({ id: 'quantileBins', classes: 3 }))
  })

  test('a point of the line moves up by a key and stays between its neighbours', async () => {
    const { app } = await openEditor('单次消费金额')
    await page.getByTestId('scoring-piecewise').click()
    const second = page.getByRole('slider', { name: '第 2 点' })
    await expect.element(second).toHaveAttribute('aria-valuenow', '750')
    ;(second.element() as HTMLElement).focus()
    await userEvent.keyboard('{ArrowUp}')
    const point = () => {
      const scoring = app.project.scheme.current?.scheme.criteria[1]?.scoring
      return scoring?.id === 'piecewise' ? scoring.points[1] : null
    }
    await vi.waitFor(() => expect(point()).toEqual({ x: 750, utility: 0.26 }))
  })

  test('what follows the column can be frozen, and follows it again', async () => {
    const { app } = await openEditor('单次消费金额')
    const first = () => app.project.scheme.current?.scheme.criteria[1]
    await page.getByRole('button', { name: '冻结', exact: true }).click()
    await vi.waitFor(() =>
      expect(first()?.frozen).toEqual({ parameters: [500, 3000], bounds: null }),
    )
    await expect.element(page.getByTestId('frozen')).toBeVisible()
    await page.getByRole('button', { name: '用最低和最高' }).click()
    await vi.waitFor(() => expect(first()).not.toHaveProperty('frozen'))
  })

  test('extremes are held, and with the logarithm the fields keep the unit of the column', async () => {
    const { app } = await openEditor('单次消费金额')
    const criterion = () => app.project.scheme.current?.scheme.criteria[1]
    await page.getByTestId('prepare-winsorise').selectOptions('两头各 5%')
    // type 7 on 500, 1000, 3000 by hand: 500 + 0.1·500 and 1000 + 0.9·2000
    await expect.element(page.getByText('最低算 550 元，最高算 2,800 元')).toBeVisible()
    await page.getByTestId('prepare-log').click()
    await vi.waitFor(() =>
      expect(criterion()?.prepare).toEqual({ winsorise: [0.05, 0.95], log: true }),
    )
    await expect.element(page.getByTestId('linear-best')).toHaveValue('2,800')
    await page.getByTestId('linear-best').fill('2000')
    await userEvent.keyboard('{Enter}')
    await vi.waitFor(() => {
      const scoring = criterion()?.scoring
      expect(scoring?.id === 'linear' && scoring.best).toBeCloseTo(Math.log(2001), 12)
    })
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

  test('cancel takes back all that was changed since it was opened, says so, and the focus goes back', async () => {
    const { app } = await openEditor('购买频率')
    await expect.element(page.getByRole('heading', { name: '购买频率', level: 1 })).toHaveFocus()
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
    await expect.element(page.getByText('已取消这次的改动')).toBeVisible()
    await expect.element(page.getByRole('button', { name: '设置购买频率' })).toHaveFocus()
  })

  test('a target from high to low is told below its fields', async () => {
    await openEditor('单次消费金额')
    await page.getByTestId('scoring-target').click()
    await page.getByTestId('target-low').fill('3千')
    await userEvent.keyboard('{Enter}')
    await expect.element(page.getByText('目标的上限小于下限')).toBeVisible()
    await expect.element(page.getByTestId('target-low')).toHaveValue('3,000')
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

describe('dates that fade with time', () => {
  const list = `客户名称,最近购买日期,金额
张三,2026-11-21,100
李四,2026-08-23,300
王五,2026-05-25,200
`
  test('the half-life is a number of days; the points are what is left, and the curve says so', async () => {
    const { app } = await openGraded(list)
    await app.project.show()
    const dated = () =>
      app.project.scheme.current?.criteria.find(({ columnType }) => columnType === 'date')
    const id = dated()?.criterion.id ?? ''
    app.places.go({ kind: 'criterion', criterion: id })
    await page.getByTestId('prepare-decay').click()
    await vi.waitFor(() =>
      expect(dated()?.criterion).toMatchObject({
        prepare: { winsorise: null, log: false, decay: 90 },
        scoring: { id: 'linear', worst: 0, best: 1 },
      }),
    )
    await expect.element(page.getByText('每过 90 天，影响减半').first()).toBeVisible()
    await expect.element(page.getByTestId('linear-best')).toHaveValue('100')
    await page.getByTestId('prepare-half-life').fill('45')
    await userEvent.keyboard('{Enter}')
    await vi.waitFor(() => expect(dated()?.criterion.prepare?.decay).toBe(45))
    await page.getByTestId('prepare-log').click()
    await vi.waitFor(() =>
      expect(dated()?.criterion.prepare).toEqual({ winsorise: null, log: true }),
    )
  })
})
