import { expect, test } from 'vitest'
import { page } from 'vitest/browser'
import { fakeEngine, plan } from '../fixtures.ts'
import { openApp } from '../openApp.ts'
import { comparison } from './comparison.ts'

async function importing(replies: Parameters<typeof fakeEngine>[0] = {}) {
  const client = fakeEngine({ compareImport: () => comparison, ...replies })
  const { app } = await openApp(client)
  app.importing.begin(
    [{ kind: 'file', file: new File(['x'], '十月.csv'), name: '十月.csv' }],
    'replace',
  )
  await expect.element(page.getByTestId('import-preview')).toBeVisible()
  return { app, client }
}
const value = (name: string) => page.getByTestId(`compare-${name}`)

test('before a newer list is accepted it says how many are new, changed, the same and missing', async () => {
  const { client } = await importing()
  expect(client.argsOf('planImport')).toMatchObject([{ into: 'replace' }])
  await expect.element(value('added')).toHaveAttribute('data-value', '15')
  await expect.element(value('changed')).toHaveTextContent('1,204')
  await expect.element(value('unchanged')).toHaveTextContent('8,781')
  await expect.element(value('missing')).toHaveTextContent('22')
  const compare = page.getByTestId('import-compare')
  await expect.element(compare).toHaveTextContent('按编号（9,980 位）、电话（5 位）对上')
  await expect.element(compare).toHaveTextContent('500 → 650')
  await expect.element(compare).toHaveTextContent('新增的列：NPS')
  await expect.element(compare).toHaveTextContent('新客甲、新客乙 等 15 位')
  await expect.element(page.getByTestId('compare-repeated')).toHaveTextContent('张伟')
})

test('columns that the project has keep their use and type', async () => {
  await importing()
  await expect.element(page.getByLabelText('“单次消费金额”的类型')).toBeDisabled()
  await expect.element(page.getByLabelText('“NPS”的类型')).toBeEnabled()
  await page.getByTestId('manner-replace').click()
  await expect.element(page.getByLabelText('“单次消费金额”的类型')).toBeEnabled()
})

test('accepting takes what is on show: missing customers kept, notes held', async () => {
  const { client } = await importing()
  await expect.element(page.getByTestId('import-confirm')).toHaveTextContent('更新名单')
  await page.getByTestId('import-confirm').click()
  await expect
    .poll(() => client.argsOf('runImport'))
    .toEqual([
      {
        session: 's_1',
        name: '华东区客户名单',
        into: 'replace',
        update: { held: ['c_10'], missing: 'keep' },
        language: 'zh',
      },
    ])
})

test('what is to stay in a column and what becomes of the missing can be chosen', async () => {
  const { client } = await importing()
  await page.getByLabelText('“单次消费金额”保留现有内容').click()
  await expect
    .poll(() => client.argsOf('compareImport').at(-1))
    .toEqual({ session: 's_1', held: ['c_10', 'c_5'] })
  await page.getByTestId('missing-drop').click()
  await expect.element(page.getByTestId('import-confirm')).toBeEnabled()
  await page.getByTestId('import-confirm').click()
  await expect
    .poll(() => client.argsOf('runImport').at(-1))
    .toMatchObject({ update: { held: ['c_10', 'c_5'], missing: 'drop' } })
})

test('all customers can be exchanged instead', async () => {
  const { client } = await importing()
  await page.getByTestId('manner-replace').click()
  await expect.element(page.getByTestId('import-confirm')).toHaveTextContent('替换为 10,000 位客户')
  await page.getByTestId('import-confirm').click()
  await expect
    .poll(() => client.argsOf('runImport'))
    .toEqual([{ session: 's_1', name: '华东区客户名单', into: 'replace', language: 'zh' }])
})

test('nothing can be accepted before it is compared, nor while another plan is worked out', async () => {
  const waiting: (() => void)[] = []
  const compareImport = () => new Promise((resolve) => waiting.push(() => resolve(comparison)))
  const { client } = await importing({ compareImport })
  await expect.element(page.getByTestId('import-confirm')).toBeDisabled()
  waiting.shift()?.()
  await expect.element(page.getByTestId('import-confirm')).toBeEnabled()
  await page.getByLabelText('导入“NPS”').click()
  await expect.element(page.getByTestId('import-confirm')).toBeDisabled()
  await expect.poll(() => client.argsOf('compareImport').length).toBe(2)
  waiting.shift()?.()
  await expect.element(page.getByTestId('import-confirm')).toBeEnabled()
})

test('a list that could not be compared can be compared again', async () => {
  let first = true
  await importing({
    compareImport: () => {
      if (!first) return comparison
      first = false
      throw new Error('lost')
    },
  })
  await page.getByRole('button', { name: '重新比较' }).click()
  await expect.element(value('added')).toHaveAttribute('data-value', '15')
})

test('the last mapping of the same headers is offered again, for names of columns only', async () => {
  const { app, client } = await importing()
  await page.getByLabelText('“NPS”用作').selectOptions('note')
  await expect.element(page.getByTestId('import-confirm')).toBeEnabled()
  await page.getByTestId('import-confirm').click()
  await expect.poll(() => app.places.current.kind).toBe('project')
  expect(localStorage.getItem('tiersheet.mappings')).not.toMatch(/客户|恒达|KH/)

  app.importing.begin([{ kind: 'text', text: 'x', name: '十一月' }], 'new')
  await expect.element(page.getByTestId('import-remembered')).toBeVisible()
  await page.getByRole('button', { name: '沿用上次的设置' }).click()
  await expect
    .poll(() => client.argsOf('changePlan').at(-1))
    .toEqual({ session: 's_2', choices: { columns: { 8: { role: 'note' } } } })
  await expect.element(page.getByTestId('import-remembered')).not.toBeInTheDocument()
})

test('other headers are another shape', async () => {
  const renamed = {
    ...plan,
    columns: plan.columns.map((column) => ({ ...column, name: `${column.name}2` })),
  }
  let first = true
  const { app } = await importing({
    planImport: () => {
      const answer = { session: 's', plan: first ? plan : renamed }
      first = false
      return answer
    },
  })
  await page.getByLabelText('“NPS”用作').selectOptions('note')
  await expect.element(page.getByTestId('import-confirm')).toBeEnabled()
  await page.getByTestId('import-confirm').click()
  await expect.poll(() => app.places.current.kind).toBe('project')
  app.importing.begin([{ kind: 'text', text: 'x', name: '十一月' }], 'new')
  await expect.element(page.getByTestId('import-preview')).toBeVisible()
  await expect.element(page.getByTestId('import-remembered')).not.toBeInTheDocument()
})
