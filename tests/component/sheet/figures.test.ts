import { expect, test, vi } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { one, openGraded } from '../openGraded.ts'

test('several selected cells show their count, sum and mean; a press copies one', async () => {
  const { app } = await openGraded()
  const written: string[] = []
  vi.spyOn(navigator.clipboard, 'writeText').mockImplementation((text) => {
    written.push(text)
    return Promise.resolve()
  })
  await page.getByRole('gridcell', { name: '30,000' }).click()
  expect(document.querySelector('[data-testid="figure-sum"]')).toBeNull()
  await userEvent.keyboard('{Shift>}{ArrowDown}{/Shift}')
  // by hand: 30,000 + 2,000
  await vi.waitFor(() => expect(one('figure-sum').textContent).toContain('32,000'))
  expect(one('figure-filled').dataset['value']).toBe('2')
  expect(one('figure-mean').textContent).toContain('16,000')
  expect(one('figure-min').textContent).toContain('2,000')
  expect(one('figure-max').textContent).toContain('30,000')
  await page.getByTestId('figure-sum').click()
  expect(written).toEqual(['32000'])
  expect(document.body.textContent).toContain('已复制求和：32,000')

  await app.project.run({
    kind: 'editCells',
    table: 'customers',
    origin: 'edit',
    cells: [
      {
        row: 2,
        column: app.sheet.columns.at(app.sheet.active.column)?.column.id ?? '',
        text: '3000',
      },
    ],
  })
  await vi.waitFor(() => expect(one('figure-sum').textContent).toContain('33,000'))
})
