import { expect, test } from 'vitest'
import { fileNameOf } from '../../../src/state/exporting.svelte.ts'

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
