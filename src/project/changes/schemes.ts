import type { Scheme } from '../../scheme/scheme.ts'
import { scoringProblem } from '../../scheme/scoring/valid.ts'
import type { Document } from '../document.ts'
import type { Applied, ChangeOf } from './applied.ts'

export function setScheme(document: Document, { scheme }: ChangeOf<'setScheme'>): Applied {
  checkScorings(scheme)
  return { next: { ...document, scheme }, inverse: { kind: 'setScheme', scheme: document.scheme } }
}

export function setKeptScheme(document: Document, { scheme }: ChangeOf<'setKeptScheme'>): Applied {
  checkScorings(scheme)
  return {
    next: { ...document, keptScheme: scheme },
    inverse: { kind: 'setKeptScheme', scheme: document.keptScheme },
  }
}

/** A logged scheme may come from a later version of the app. */
function checkScorings({ criteria }: Scheme): void {
  for (const { scoring } of criteria) {
    const problem = scoringProblem(scoring)
    if (problem !== null) throw new Error(`setScheme: ${problem}`)
  }
}
