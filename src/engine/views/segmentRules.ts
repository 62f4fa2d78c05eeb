import { elevenSegments } from '../../models/rfm/elevenSegments.ts'
import type { RfmFacts } from '../../models/rfm/facts.ts'
import type { Levels } from '../../models/rfm/levels.ts'
import { lint } from '../../models/rfm/lint.ts'
import { firstRules } from '../../models/rfm/rules.ts'
import { knownStates } from '../modelRuns.ts'
import type { Session } from '../session.ts'
import type { Views } from '../views.ts'

/** Models must have run (`modelStates`). Without scores at so many levels nobody is counted. */
export function segmentRules(
  session: Session,
  { levels, rules: given }: Views['segmentRules']['args'],
): Views['segmentRules']['out'] {
  const rules = given ?? elevenSegments(levels)
  const cells = cellsOf(session, levels)
  const customers = rules.map(() => 0)
  let others = 0
  firstRules(rules, levels).forEach((rule, cell) => {
    const count = cells?.[cell] ?? 0
    if (rule < 0) others += count
    else customers[rule] = (customers[rule] ?? 0) + count
  })
  return { rules, lint: lint(rules, levels), customers, others }
}

function cellsOf({ document }: Session, levels: Levels): Uint32Array | null {
  const states = knownStates(document) ?? []
  const run = states.find(({ model }) => model.id === 'rfm')?.run
  const facts = run ? (run.facts as RfmFacts | null) : null
  return facts?.levels === levels ? facts.cells : null
}
