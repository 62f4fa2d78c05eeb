import { describe, expect, test } from 'vitest'
import { issueCodes } from '../../src/core/issue.ts'
import { createJob } from '../../src/core/job.ts'
import { words } from '../unit/words.ts'
import { figureIds, type ModelId, modelIds } from '../../src/models/figureIds.ts'
import { models } from '../../src/models/index.ts'
import { labelIds } from '../../src/models/labels.ts'
import type { Figure, ModelInput } from '../../src/models/model.ts'
import { histories, shuffled } from './histories.ts'

/** What every model of the registry has to hold to, whatever the records look like. */

/** Models whose every column the histories have something for. */
const fromRecords: readonly ModelId[] = ['behaviour', 'contribution', 'interactions', 'service']

const languages = ['zh', 'en'] as const

describe.each(models.all)('$id: what it says of itself', (model) => {
  const ids: readonly string[] = figureIds[model.id]
  test('its usual columns are its own', () => {
    expect(modelIds).toContain(model.id)
    for (const id of model.usual) expect(ids).toContain(id)
  })
  test('every column has its name and what it means in both languages', () => {
    for (const language of languages) {
      const { calculated, help, groups } = words[language].models
      expect(groups[model.id].trim()).not.toBe('')
      for (const id of figureIds[model.id]) {
        expect(calculated[id].trim()).not.toBe('')
        expect(help[id].trim()).not.toBe('')
      }
    }
  })
  test('every field has its words in both languages', () => {
    for (const language of languages)
      for (const { name } of model.fields)
        expect(words[language].modelFields[`${model.id}.${name}`]?.name, name).toBeTruthy()
  })
  test('its settings are plain data, and every field has its place among them', () => {
    const settings = model.defaults()
    expect(JSON.parse(JSON.stringify(settings))).toEqual(settings)
    expect(model.defaults()).not.toBe(settings)
    for (const field of model.fields) {
      const value = (settings as Record<string, unknown>)[field.name]
      expect(value, field.name).not.toBeUndefined()
      if (field.kind === 'number') {
        if (value === null) expect(field.auto, field.name).toBe(true)
        else {
          expect(value).toBeGreaterThanOrEqual(field.least)
          expect(value).toBeLessThanOrEqual(field.most)
        }
      }
      if (field.kind === 'choice') expect(field.options).toContain(value)
      if (field.kind === 'switch') expect(typeof value).toBe('boolean')
    }
  })
})

const runOf = async (model: (typeof models.all)[number], input: ModelInput) => {
  const settings = model.defaults()
  if (model.needs(input, settings).length > 0) return null
  return model.run(input, settings, createJob())
}

describe.each(models.all)('$id over any history', (model) => {
  const ids: readonly string[] = figureIds[model.id]
  test.each(histories)('$name', async ({ input }) => {
    expect(typeof model.usuallyOn(input)).toBe('boolean')
    for (const column of model.reads(input, model.defaults()))
      expect(input.customers.columns).toContain(column)
    const run = await runOf(model, input)
    if (!run) return
    expect(new Set(run.figures.map(({ id }) => id)).size).toBe(run.figures.length)
    for (const figure of run.figures) {
      expect(ids).toContain(figure.id)
      expectCells(figure, input.customers.rowCount)
    }
    expect(structuredClone(run.facts)).toEqual(run.facts)
    for (const { code, detail } of run.notes) {
      expect(issueCodes).toContain(code)
      for (const language of languages) {
        const { title, help } = words[language].issues[code](detail)
        expect(title + help).not.toMatch(/undefined|NaN|null/)
      }
    }
  })
  test.each(histories)('the order of rows makes no difference: $name', async (history) => {
    const run = await runOf(model, history.input)
    const again = await runOf(model, shuffled(history).input)
    const cells = (of: typeof run) => of?.figures.map((figure) => [figure.id, cellsOf(figure)])
    expect(cells(again)).toEqual(cells(run))
    expect(again?.notes.map(({ code }) => code)).toEqual(run?.notes.map(({ code }) => code))
  })
})

test('some history has something to say to every model', async () => {
  for (const model of models.all) {
    const runs = await Promise.all(histories.map(({ input }) => runOf(model, input)))
    const given = new Set(runs.flatMap((run) => run?.figures.map(({ id }) => id) ?? []))
    expect(given.size, model.id).toBeGreaterThan(0)
    if (fromRecords.includes(model.id))
      expect([...given].sort(), model.id).toEqual([...figureIds[model.id]].sort())
  }
})

function expectCells(figure: Figure, rows: number): void {
  if (figure.reading === 'category') {
    expect(figure.codes).toHaveLength(rows)
    for (const code of figure.codes) expect(code).toBeLessThanOrEqual(figure.labels.length)
    for (const label of figure.labels) {
      if ('word' in label) expect(labelIds).toContain(label.word)
      else expect(label.text).not.toBe('')
    }
    return
  }
  expect(figure.values).toHaveLength(rows)
  for (const value of figure.values) {
    expect(Number.isFinite(value) || Number.isNaN(value), `${figure.id} ${value}`).toBe(true)
    if (figure.reading === 'date' && !Number.isNaN(value))
      expect(Number.isInteger(value)).toBe(true)
  }
}

/** Numbers to nine digits: sums, and the steps of a fit, may come in another order. */
function cellsOf(figure: Figure): readonly unknown[] {
  return figure.reading === 'category'
    ? Array.from(figure.codes, (code) => figure.labels[code - 1] ?? null)
    : Array.from(figure.values, (value) => Number(value.toPrecision(9)))
}
