import { expect, test } from 'vitest'
import { LiveGrade } from '../../../src/engine/liveGrade.ts'
import { grade } from '../../../src/grading/grade.ts'
import { UtilityCache } from '../../../src/grading/utilityCache.ts'
import type { Document } from '../../../src/project/document.ts'
import type { Tiering } from '../../../src/scheme/scheme.ts'
import { gradedDocument } from '../project/gradedDocument.ts'

/** Graded in one go, by nothing of before: what a live grade has to come to. */
function plain({ tables, scheme, overrides }: Document) {
  const { customers } = tables
  if (!customers) throw new Error('no customers')
  const options = { overrides, reference: null }
  const { score, final, cutoffs } = grade(customers, scheme, options, new UtilityCache())
  return { score: [...score], final: [...final], cutoffs: [...cutoffs] }
}
const read = ({ score, final, cutoffs }: LiveGrade['result']) => ({
  score: [...score],
  final: [...final],
  cutoffs: [...cutoffs],
})

function tieredBy(tiering: Tiering): Document {
  const document = gradedDocument()
  return { ...document, scheme: { ...document.scheme, tiering } }
}
/** The first criterion weighs so much. */
function weighing(document: Document, weight: number): Document {
  const criteria = document.scheme.criteria.map((one, at) => (at === 0 ? { ...one, weight } : one))
  return { ...document, scheme: { ...document.scheme, criteria } }
}
const naturalBreaks: Tiering = { id: 'naturalBreaks' }

test('follows the document, and counts only what grades anew', () => {
  const document = gradedDocument()
  const live = new LiveGrade(document, new UtilityCache())
  expect(read(live.result)).toEqual(plain(document))
  live.follow({ ...document, name: 'another name' }, false)
  expect(live.count).toBe(1)
  const other = weighing(document, 1)
  live.follow(other, false)
  expect(live.count).toBe(2)
  expect(read(live.result)).toEqual(plain(other))
})

test('cut-offs that are dear to draw stay while something is dragged, and are drawn when it ends', () => {
  const document = tieredBy(naturalBreaks)
  const other = weighing(document, 1)
  const live = new LiveGrade(document, new UtilityCache())
  live.follow(other, true)
  expect([...live.result.cutoffs]).toEqual(plain(document).cutoffs)
  expect(plain(other).cutoffs).not.toEqual(plain(document).cutoffs)
  live.settle()
  expect(read(live.result)).toEqual(plain(other))
})

test('what is held is no step of a drag, and no later grade writes into it', () => {
  const document = tieredBy(naturalBreaks)
  const other = weighing(document, 1)
  const live = new LiveGrade(document, new UtilityCache())
  live.follow(other, true)
  const { held } = live
  expect(read(held)).toEqual(plain(other))
  expect(live.held).toBe(held)
  live.follow(document, false)
  expect(read(held)).toEqual(plain(other))
})
