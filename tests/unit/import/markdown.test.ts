import { describe, expect, test } from 'vitest'
import { names, pasted, planOf, tableOf, valuesOf } from './sources.ts'

const table = `客户名称 | 购买频率 | 备注 |
---|---|---|
张三 | 每月一次 | 老客户 |
李四 | 半年一次 | |
`

describe('a pipe table', () => {
  test.each([
    ['as it stands', table],
    ['with pipes on both sides', table.replace(/^(.)/gm, '| $1')],
    ['with alignment marks', table.replace('---|---|---|', ':--|:-:|--:|')],
    ['in a code fence', `\`\`\`\n${table}\`\`\`\n`],
    ['quoted in a message', table.replace(/^/gm, '> ')],
    ['with CRLF', table.replaceAll('\n', '\r\n')],
    ['without a rule line', table.replace('---|---|---|\n', '')],
  ])('is read %s', async (_how, text) => {
    const source = await pasted(text)
    const plan = await planOf(source)
    expect(names(plan)).toEqual(['客户名称', '购买频率', '备注'])
    expect(plan.rowCount).toBe(2)
    expect(valuesOf(await tableOf(source), '客户名称')).toEqual(['张三', '李四'])
  })

  test('is told from its content, and a pipe within a cell is written \\|', async () => {
    const source = await pasted('名称 | 备注\n---|---\n张三 | a \\| b\n')
    expect(source.kind).toBe('markdown')
    expect(valuesOf(await tableOf(source), '备注')).toEqual(['a | b'])
  })

  test('a heading above is no row of the table', async () => {
    const plan = await planOf(await pasted(`# 客户分级表\n\n${table}`))
    expect(plan.layout).toMatchObject({ headerFrom: 2, headerRows: 1, dataFrom: 3 })
    expect(plan.rowCount).toBe(2)
  })
})
