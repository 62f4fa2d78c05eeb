import { describe, expect, test } from 'vitest'
import { packTexts } from '../../../src/state/packedTexts.ts'
import { columnNamed, criterionNamed } from './graded.ts'
import { bing, list, opened, yi } from './heldSheet.ts'

describe('rows are arranged anew by themselves', () => {
  const held = async () => {
    const sheet = await opened()
    await sheet.shown(sheet.byAmount)
    await sheet.type(yi, sheet.amount, '5')
    expect(await sheet.shown(sheet.byAmount)).toBe('甲乙丙丁戊*')
    return sheet
  }

  test('when rows come or go', async () => {
    const { byAmount, shown, workspace, undo, write, name } = await held()
    const table = 'customers'
    await workspace.run({ kind: 'deleteRows', table, rows: [bing] })
    expect(await shown(byAmount)).toBe('甲丁戊乙')
    await undo()
    expect(await shown(byAmount)).toBe('甲丙丁戊乙')
    await write({
      query: byAmount,
      blocks: [{ from: 5, to: 6, columns: [name] }],
      content: { kind: 'texts', texts: packTexts([['己']]) },
    })
    expect(await shown(byAmount)).toBe('甲丙丁戊乙己')
  })

  test('when the scheme changes, and when a drag of a weight ends', async () => {
    const { shown, workspace, type, amount, byAmount } = await held()
    const criterion = await criterionNamed(workspace, '金额')
    await workspace.run({ kind: 'setWeight', criterion, weight: 7 })
    expect(await shown(byAmount)).toBe('甲丙丁戊乙')
    await type(yi, amount, '60')
    expect(await shown(byAmount)).toBe('甲丙丁戊乙*')
    await workspace.call('settle', null) // no drag was on its way
    expect(await shown(byAmount)).toBe('甲丙丁戊乙*')
    await workspace.run({ kind: 'setWeight', criterion, weight: 9, merge: 'drag' })
    expect(await shown(byAmount)).toBe('甲丙丁戊乙*') // rows stay under the hand
    await workspace.call('settle', null)
    expect(await shown(byAmount)).toBe('乙甲丙丁戊')
  })

  test('with a column that they go by, not with another', async () => {
    const { shown, workspace, undo, amount, note, byAmount } = await held()
    await workspace.run({ kind: 'deleteColumn', table: 'customers', column: note })
    expect(await shown(byAmount)).toBe('甲乙丙丁戊*')
    await undo()
    expect(await shown(byAmount)).toBe('甲乙丙丁戊*')
    await workspace.run({ kind: 'deleteColumn', table: 'customers', column: amount })
    await undo()
    expect(await shown(byAmount)).toBe('甲丙丁戊乙')
  })

  test('when a newer list is taken over, though it brings cells alone', async () => {
    const { shown, workspace, byAmount, undo } = await held()
    const text = list.replace('戊,10', '戊,70')
    const { session } = await workspace.call('planImport', {
      source: { kind: 'text', text, name: '新' },
      choices: {},
      into: 'replace',
    })
    const update = { held: [], missing: 'keep' } as const
    await workspace.call('runImport', { session, name: '新', into: 'replace', update })
    expect(await shown(byAmount)).toBe('戊甲乙丙丁')
    await undo()
    expect(await shown(byAmount)).toBe('甲丙丁戊乙')
  })

  test('in another project', async () => {
    const { workspace, shown, name, amount, byAmount } = await held()
    await workspace.importFile({ kind: 'text', text: list.replace('乙,40', '乙,5'), name: '二' })
    const column = await columnNamed(workspace, '金额')
    expect(await columnNamed(workspace, '客户名称')).toBe(name)
    expect(column).toBe(amount) // the very same query
    expect(await shown(byAmount)).toBe('甲丙丁戊乙')
  })
})
