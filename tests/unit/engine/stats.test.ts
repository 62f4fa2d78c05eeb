import { describe, expect, test } from 'vitest'
import { all, columnNamed, imported } from './graded.ts'

describe('figures of a selection', () => {
  test('are those of the numbers in the block, and count whatever is not empty', async () => {
    const workspace = await imported(
      ['客户名称,金额,日期', '甲,0.1,2024-01-01', '乙,0.2,', '丙,面议,2024-03-01', '丁,,'].join(
        '\n',
      ),
    )
    const name = await columnNamed(workspace, '客户名称')
    const spend = await columnNamed(workspace, '金额')
    const day = await columnNamed(workspace, '日期')
    const figures = (columns: readonly string[], from = 0, to = 4) =>
      workspace.view('stats', { query: all, from, to, columns })
    // by hand: 0.1 + 0.2; 面议 is a text, as Excel counts it
    expect(await figures([spend])).toEqual({
      filled: 3,
      numbers: 2,
      sum: 0.30000000000000004,
      mean: 0.15000000000000002,
      min: 0.1,
      max: 0.2,
    })
    expect(await figures([name, spend, day])).toMatchObject({ filled: 9, numbers: 2 })
    expect(await figures([name])).toMatchObject({ filled: 4, numbers: 0, sum: null, mean: null })
    expect(await figures([spend], 3, 4)).toMatchObject({ filled: 0, sum: null })
  })

  test('follow the filter and add up without losing what rounding takes', async () => {
    const lines = Array.from({ length: 10 }, (_, i) => `客户${i},0.1`)
    const workspace = await imported(['客户名称,金额', ...lines].join('\n'))
    const spend = await columnNamed(workspace, '金额')
    const args = { query: all, from: 0, to: 10, columns: [spend] }
    // ten tenths are one; plain adding gives 0.9999999999999999
    expect((await workspace.view('stats', args)).sum).toBe(1)
    const some = { ...args, query: { ...all, search: '客户3' } }
    expect(await workspace.view('stats', some)).toMatchObject({ numbers: 1, sum: 0.1 })
  })
})
