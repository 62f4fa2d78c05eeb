import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { describe, expect, test } from 'vitest'
import { finish } from '../../src/core/steps.ts'
import { bgNbdAlive, bgNbdExpected, bgNbdObjective, fitBgNbd } from '../../src/models/btyd/bgnbd.ts'
import { fitNbd } from '../../src/models/btyd/nbd.ts'
import {
  fitParetoNbd,
  paretoNbdAlive,
  paretoNbdExpected,
  paretoNbdObjective,
} from '../../src/models/btyd/paretoNbd.ts'
import { patternsOf } from '../../src/models/btyd/patterns.ts'

interface Reference {
  readonly parameters: Readonly<Record<string, number>>
  readonly expected90: readonly (number | null)[] // null: lifetimes gives NaN
  readonly alive: readonly number[]
}
interface List {
  readonly title: string
  readonly customers: readonly (readonly [x: number, recency: number, age: number])[]
  readonly bgnbd: Reference
  readonly pnbd: Reference
}

const { lists } = JSON.parse(
  readFileSync(resolve(import.meta.dirname, '../fixtures/btyd/simulated.json'), 'utf8'),
) as { lists: List[] }

/** Simulated lists, fitted by Python's lifetimes (the fixture names version and source). */
describe.each(lists)('simulated by $title', ({ customers, bgnbd, pnbd }) => {
  const column = (at: number) => Float64Array.from(customers, (each) => each[at] as number)
  const patterns = patternsOf({ frequency: column(0), recency: column(1), age: column(2) })
  const nbd = finish(fitNbd(patterns))

  test.each([
    {
      name: 'BG/NBD',
      reference: bgnbd,
      fit: finish(fitBgNbd(patterns, nbd)),
      objective: bgNbdObjective(patterns),
      alive: bgNbdAlive as (model: never, ...customer: [number, number, number]) => number,
      expected: bgNbdExpected as (model: never, ...of: [number, number, number, number]) => number,
    },
    {
      name: 'Pareto/NBD',
      reference: pnbd,
      fit: finish(fitParetoNbd(patterns, nbd)),
      objective: paretoNbdObjective(patterns),
      alive: paretoNbdAlive as (model: never, ...customer: [number, number, number]) => number,
      expected: paretoNbdExpected as (
        model: never,
        ...of: [number, number, number, number]
      ) => number,
    },
  ])('$name: the same maximum, and the same values per customer', (each) => {
    const { reference, fit, objective, alive, expected } = each
    expect(fit.outcome).toBe('converged')
    const theirs = Float64Array.from(Object.values(reference.parameters), Math.log)
    const atTheirs = -objective(theirs, new Float64Array(4)) * patterns.customers
    expect(fit.logLikelihood - atTheirs).toBeGreaterThan(-1e-8)
    expect(fit.logLikelihood - atTheirs).toBeLessThan(1e-4)
    for (const [name, value] of Object.entries(fit.parameters) as [string, number][])
      expect(Math.abs(value / (reference.parameters[name] ?? NaN) - 1)).toBeLessThan(1e-3)
    reference.expected90.forEach((value, row) => {
      const customer = customers[row] as readonly [number, number, number]
      const model = reference.parameters as never
      if (value !== null)
        expect(Math.abs(expected(model, ...customer, 90) / value - 1)).toBeLessThan(1e-9)
      expect(Math.abs(alive(model, ...customer) - (reference.alive[row] as number))).toBeLessThan(
        1e-9,
      )
    })
  })
})
