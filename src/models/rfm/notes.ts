import type { Issue } from '../../core/issue.ts'
import type { RfmFacts } from './facts.ts'
import { type LeftOut, measureIds } from './measures.ts'
import { usablePoints } from './settings.ts'

const fewPerCell = 4

/** What somebody should know who reads these scores. `customers`: living rows of the list. */
export function notesOf(facts: RfmFacts, leftOut: LeftOut, customers: number): readonly Issue[] {
  const { settings, levels } = facts
  const notes: Issue[] = []
  const say = (level: Issue['level'], code: Issue['code'], detail: Issue['detail']) =>
    notes.push({ code, level, detail })
  if (settings.method === 'cutPoints' && !usablePoints(settings))
    say('warning', 'rfm.cutPoints', {})
  if (leftOut.undated > 0)
    say('warning', 'rfm.undated', { count: leftOut.undated, source: facts.source })
  if (leftOut.later > 0) say('warning', 'rfm.later', { count: leftOut.later, source: facts.source })
  if (customers > facts.customers)
    say('info', 'rfm.unscored', { count: customers - facts.customers, source: facts.source })
  if (facts.customers > 0 && facts.customers < fewPerCell * levels ** 3)
    say('info', 'rfm.few', { count: facts.customers, levels })
  for (const measure of measureIds) {
    const classes = facts.classes[measure]
    const empty = classes.filter((each) => each.customers === 0).map(({ score }) => String(score))
    if (empty.length === 0 || facts.customers === 0) continue
    say('info', 'rfm.emptyScores', { measure, scores: empty, method: settings.method })
  }
  const { own } = settings
  if (settings.segments === 'own' && own && own.levels !== levels)
    say('warning', 'rfm.rescaled', { from: own.levels, to: levels })
  return notes
}
