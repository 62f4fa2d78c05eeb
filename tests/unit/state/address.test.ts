import fc from 'fast-check'
import { expect, test } from 'vitest'
import { fromHash, toHash } from '../../../src/state/address.ts'
import { projectPlaces } from '../../../src/state/place.svelte.ts'

test('an address leads back to the same project and place, whatever their ids hold', () => {
  const id = fc.string({ minLength: 1, unit: 'grapheme' })
  fc.assert(
    fc.property(id, fc.constantFrom(...projectPlaces), (project, place) => {
      const there = { kind: 'project', place } as const
      expect(fromHash(toHash(project, there))).toEqual({ project, place: there })
    }),
  )
  fc.assert(
    fc.property(id, id, (project, criterion) => {
      const there = { kind: 'criterion', criterion } as const
      expect(fromHash(toHash(project, there))).toEqual({ project, place: there })
    }),
  )
})

test('the start page and an import have no address', () => {
  expect(toHash('p_1', { kind: 'start' })).toBe('')
  expect(toHash('p_1', { kind: 'importing' })).toBe('')
  expect(toHash(null, { kind: 'project', place: 'grade' })).toBe('')
  expect(fromHash('')).toBeNull()
  expect(fromHash('#')).toBeNull()
})

test('an unknown place of a project is its grade, and a broken escape is taken as it stands', () => {
  expect(fromHash('#p_1/nowhere')).toEqual({
    project: 'p_1',
    place: { kind: 'project', place: 'grade' },
  })
  expect(fromHash('#%E0%A4%A/data')?.project).toBe('%E0%A4%A')
})
