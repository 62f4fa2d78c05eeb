import { expect, test, vi } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { AppError } from '../../../src/core/error.ts'
import type { ModelSummary } from '../../../src/engine/modelViews.ts'
import { fakeEngine } from '../fixtures.ts'
import { openApp } from '../openApp.ts'

const lifecycle: ModelSummary = {
  id: 'lifecycle',
  on: true,
  decided: false,
  needs: [],
  settings: { by: 'days', dormantDays: null, share: 0.1, net: false, when: null },
  found: { dormantDays: 97 },
  fields: [
    { kind: 'choice', name: 'by', options: ['days', 'rhythm'] },
    { kind: 'number', name: 'dormantDays', unit: 'days', auto: true, least: 1, most: 3650 },
    { kind: 'number', name: 'share', unit: 'percent', auto: false, least: 0, most: 1 },
    { kind: 'switch', name: 'net' },
    { kind: 'column', name: 'when', table: 'customers' },
  ],
  columns: [{ id: 'lifecycle.stage', wanted: true, usual: true, name: '生命周期阶段' }],
  notes: [],
}

/** The list of one made-up model, over an engine that does what it is told. */
async function open() {
  let model = lifecycle
  const engine = fakeEngine({
    run: ({ command }) => {
      if (command.kind !== 'setModel') throw new Error(command.kind)
      const { set } = command
      model = set
        ? { ...model, decided: true, settings: { ...model.settings, ...set.settings } }
        : lifecycle
      return { revision: 1 }
    },
  })
  engine.shows.models = () => ({ asOf: '2026-11-21', models: [model] })
  const opened = await openApp(engine, 'lang=zh', '#p_1/data')
  opened.app.showModel('lifecycle')
  await expect.element(page.getByTestId('setting-dormantDays')).toBeVisible()
  const last = () => opened.client.argsOf('run').at(-1)
  const settings = (set: object) =>
    vi.waitFor(() =>
      expect(last()).toEqual({
        command: { kind: 'setModel', model: 'lifecycle', set: { settings: set } },
      }),
    )
  return { ...opened, settings, last }
}

test('a number that is found shows what was found, takes its own, and goes back to automatic', async () => {
  const { settings, client } = await open()
  const days = page.getByTestId('setting-dormantDays')
  await expect.element(days).toHaveValue('')
  await expect.element(days).toHaveAttribute('placeholder', '自动：97 天')
  await days.fill('0')
  await expect.element(page.getByRole('alert')).toHaveTextContent('请写 1 到 3,650 之间的数')
  expect(client.argsOf('run')).toEqual([])
  await days.fill('120')
  await userEvent.keyboard('{Enter}')
  await settings({ dormantDays: 120 })
  await expect.element(days).toHaveValue('120')
  await page.getByRole('button', { name: /改回自动/ }).click()
  await settings({ dormantDays: null })
  await expect.element(days).toHaveValue('')
  await days.fill('50')
  await userEvent.keyboard('{Enter}')
  await settings({ dormantDays: 50 })
  await days.fill('')
  await userEvent.keyboard('{Tab}')
  await settings({ dormantDays: null })
})

test('shares are shown in percent and stored as fractions', async () => {
  const { settings } = await open()
  const share = page.getByTestId('setting-share')
  await expect.element(share).toHaveValue('10')
  await share.fill('7')
  await userEvent.keyboard('{Enter}')
  await settings({ share: 0.07 })
})

test('a choice, a switch and a column are set at once; the defaults come back at a press', async () => {
  const { settings, last } = await open()
  await page.getByTestId('setting-by').selectOptions('rhythm')
  await settings({ by: 'rhythm' })
  await page.getByTestId('setting-net').click()
  await settings({ net: true })
  await page.getByTestId('setting-when').selectOptions('c_1')
  await settings({ when: 'c_1' })
  await page.getByRole('button', { name: '恢复默认' }).click()
  await vi.waitFor(() =>
    expect(last()).toEqual({ command: { kind: 'setModel', model: 'lifecycle', set: null } }),
  )
  await expect.element(page.getByTestId('setting-by')).toHaveValue('days')
})

test('what could not be done is taken back on the page', async () => {
  const { client } = await open()
  client.replies.run = () => Promise.reject(new Error('no'))
  await page.getByTestId('setting-net').click()
  await vi.waitFor(() => expect(client.argsOf('run')).toHaveLength(1))
  await expect.element(page.getByTestId('setting-net')).not.toBeChecked()
  await page.getByTestId('setting-by').selectOptions('rhythm')
  await expect.element(page.getByTestId('setting-by')).toHaveValue('days')
})

test('a slow setting can be cancelled in the status bar, and then nothing has changed', async () => {
  const { app, client } = await open()
  vi.spyOn(client, 'call').mockImplementation(
    (_name: string, _args: unknown, options?: { signal?: AbortSignal }) =>
      new Promise((_, reject) => {
        const stop = () => reject(new AppError('job.cancelled'))
        options?.signal?.addEventListener('abort', stop)
      }),
  )
  await page.getByTestId('setting-net').click()
  await expect.element(page.getByTestId('setting-net')).toBeChecked()
  await page.getByTestId('job-cancel').click()
  await expect.element(page.getByTestId('setting-net')).not.toBeChecked()
  await expect.element(page.getByTestId('job')).not.toBeInTheDocument()
  expect(app.notices.list).toEqual([])
})
