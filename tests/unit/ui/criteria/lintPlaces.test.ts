import { expect, test } from 'vitest'
import type { Issue } from '../../../../src/core/issue.ts'
import { placeOf, schemeDoubts } from '../../../../src/ui/criteria/lintPlaces.ts'
import { criterion, schemeWith } from '../../../fixtures/gradingTables.ts'

const issue = (code: Issue['code'], level: Issue['level'], about?: string): Issue =>
  about === undefined ? { code, level, detail: {} } : { code, level, detail: {}, about }

test('all that is said of the scheme, the gravest first; what stands above the page or is of customers not', () => {
  const graded = [
    issue('scheme.noWeight', 'error'), // above the page
    issue('override.beatsVeto', 'warning'),
    issue('tiering.tiesAtEdge', 'info'),
    issue('criterion.bandsNotAscending', 'error', 'k_x'),
    issue('scheme.tierUnreachable', 'warning', 'a'),
  ]
  const found = [issue('lint.smallShare', 'info', 'k_x'), issue('lint.alike', 'warning', 'k_x')]
  expect(schemeDoubts(graded, found).map(({ code }) => code)).toEqual([
    'criterion.bandsNotAscending',
    'scheme.tierUnreachable',
    'lint.alike',
    'tiering.tiesAtEdge',
    'lint.smallShare',
  ])
})

test('who is all alike is not also said to move nobody', () => {
  const graded = [issue('criterion.constant', 'warning', 'k_x')]
  const found = [issue('lint.movesNobody', 'info', 'k_x'), issue('lint.movesNobody', 'info', 'k_y')]
  expect(schemeDoubts(graded, found).map(({ code, about }) => [code, about])).toEqual([
    ['criterion.constant', 'k_x'],
    ['lint.movesNobody', 'k_y'],
  ])
})

test('leads to criteria and tiers that are there', () => {
  const scheme = schemeWith([criterion('x')])
  expect(placeOf(issue('lint.alike', 'warning', 'k_x'), scheme)).toEqual({
    kind: 'criterion',
    id: 'k_x',
    name: 'x',
  })
  expect(placeOf(issue('lint.tierBeyond', 'warning', 'a'), scheme)?.kind).toBe('tier')
  expect(placeOf(issue('lint.alike', 'warning', 'gone'), scheme)).toBeNull()
  expect(placeOf(issue('lint.alike', 'warning'), scheme)).toBeNull()
})
