import { expect, test } from 'vitest'
import type { ExportRequest } from '../../../src/engine/protocol.ts'
import { Exporting, fileNameOf } from '../../../src/state/exporting.svelte.ts'

const day = new Date(2026, 10, 21)

test.each([
  ['2026 客户分级 · 华东区', '2026客户分级_华东区_20261121'], // the mock of the export dialog
  ['a/b:c*?', 'a_b_c_20261121'], // characters that file systems refuse
  ['Business customers', 'Business_customers_20261121'],
  ['..', '20261121'],
  ['', '20261121'],
])('the project %j is exported as %j', (project, name) => {
  expect(fileNameOf(project, day)).toBe(name)
})

test('hidden columns go along until somebody leaves them out, which is remembered', () => {
  const kept = new Map<string, string>()
  const asked: ExportRequest[] = []
  const opened = () => {
    const client = {
      call: (_: string, request: ExportRequest) => {
        asked.push(request)
        return Promise.resolve(null)
      },
      view: () => Promise.resolve(null),
    }
    const preferences = { get: (key: string) => kept.get(key) ?? null, set: kept.set.bind(kept) }
    const project = { view: { current: { name: 'x' } } }
    const page = { client, project, locale: { language: 'zh' }, preferences }
    const given = [page, { query: {} }]
    const exporting = new Exporting(
      ...(given as unknown as ConstructorParameters<typeof Exporting>),
    )
    exporting.open('csv')
    return exporting
  }
  opened().takeHidden(false)
  opened().takeHidden(true)
  opened()
  expect(asked.map(({ options }) => options.leaveOutHidden)).toEqual([
    ...[false, true], // as given, then left out
    ...[true, false],
    false,
  ])
})
