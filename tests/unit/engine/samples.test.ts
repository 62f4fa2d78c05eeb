import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { describe, expect, test } from 'vitest'
import { samples } from '../../../src/engine/samples.ts'
import { openWorkspace } from '../../../src/engine/workspace.ts'
import { all, today } from './graded.ts'

const folder = resolve(import.meta.dirname, '../../../public/samples')
const fetchSample = (file: string) =>
  Promise.resolve(new Blob([readFileSync(resolve(folder, file))]))

describe.each(samples.all)('the sample $id', ({ id, rowCount }) => {
  test('opens graded, with as many customers as the start screen says', async () => {
    const workspace = openWorkspace({ fetchSample, today })
    await workspace.call('openSample', { id, name: '样例' })
    expect((await workspace.view('sheet', all)).total).toBe(rowCount)
    const { totals } = await workspace.view('summary', null)
    expect(totals.graded).toBe(rowCount)
    expect(totals.tiers.filter(({ count }) => count > 0).length).toBeGreaterThan(1)
    expect((await workspace.view('project', null)).name).toBe('样例')
  })
})

test('the catalogue names every part that a form can offer', async () => {
  const catalogue = await openWorkspace().call('catalogue', null)
  expect(catalogue.scoring.map(({ id }) => id)).toEqual([
    'linear',
    'percentile',
    'bands',
    'quantileBins',
    'zscore',
    'target',
    'piecewise',
    'logistic',
    'lookup',
  ])
  expect(catalogue.tiering).toEqual([
    'cutoffs',
    'quota',
    'topN',
    'valueShare',
    'naturalBreaks',
    'matrix',
  ])
  expect(catalogue.aggregation).toEqual(['weightedSum', 'weightedProduct', 'topsis'])
  expect(catalogue.samples.map(({ id }) => id)).toEqual(samples.all.map(({ id }) => id))
  expect(catalogue.readings.length).toBeGreaterThan(10)
})
