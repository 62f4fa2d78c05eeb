import type { Job } from '../core/job.ts'
import { finish, finishInTurns, type Steps } from '../core/steps.ts'
import { analyse, type Analysis } from '../quality/analyse.ts'
import type { FindingId, Subject } from '../quality/check.ts'
import { findDuplicates } from '../quality/duplicates.ts'
import { findingById } from '../quality/findings.ts'
import { textsOf } from '../quality/texts.ts'
import { columnById } from '../table/table.ts'
import { linting } from './linting.ts'
import { keepLast } from './once.ts'
import type { Session } from './session.ts'
import type { SheetQuery, ViewName, Views } from './views.ts'
import { profileOf } from './views/columns.ts'
import { proposing } from './weighing.ts'

export const findingFilter = 'finding:'

export const subjectOf = ({ document, table }: Session): Subject => ({
  table,
  scheme: document.scheme,
})

/** The quality of the open list; kept while table and scheme are the same. */
export function analysisOf(session: Session): Analysis {
  let compute = analyses.get(session)
  if (!compute) {
    compute = keepLast((table: Subject['table'], scheme: Subject['scheme']) =>
      finish(analyse({ table, scheme })),
    )
    analyses.set(session, compute)
  }
  return compute(session.table, session.document.scheme)
}
const analyses = new WeakMap<
  Session,
  (...args: [Subject['table'], Subject['scheme']]) => Analysis
>()

const running = new WeakMap<Session, Promise<unknown>>()

/**
 * Computes what the view will ask for, yielding, so that edits go on meanwhile; the parts are kept with the table. One
 * after the other: two views that need the same do it once.
 */
export async function analysed<K extends ViewName>(
  session: Session,
  name: K,
  args: Views[K]['args'],
  job: Job,
): Promise<void> {
  const steps = stepsOf(session, name, args)
  if (steps.length === 0) return
  const before = running.get(session) ?? Promise.resolve()
  const mine = before
    .catch(() => {})
    .then(async () => {
      for (const step of steps) await finishInTurns(step(), job)
    })
  running.set(session, mine)
  await mine
}

function stepsOf<K extends ViewName>(
  session: Session,
  name: K,
  args: Views[K]['args'],
): readonly (() => Steps<unknown>)[] {
  const subject = () => subjectOf(session)
  if (name === 'quality') return [() => analyse(subject()), () => profiles(subject())]
  if (name === 'weighing') return [() => proposing(session, args as Views['weighing']['args'])]
  if (name === 'lint') return [() => linting(session)]
  if (name === 'duplicates') return [() => findDuplicates(subject().table)]
  return findingsNamed(name, args).map((id) => () => findingAndTexts(subject(), id))
}

function findingsNamed<K extends ViewName>(name: K, args: Views[K]['args']): readonly FindingId[] {
  if (name === 'finding') return [(args as Views['finding']['args']).finding]
  const query = name === 'sheet' ? args : args && 'query' in args ? args.query : null
  const { filters = [] } = (query as SheetQuery | null) ?? {}
  return filters
    .filter((id) => id.startsWith(findingFilter))
    .map((id) => id.slice(findingFilter.length))
}

/** With the texts of its first column, which a page of the finding counts. */
function* findingAndTexts(subject: Subject, id: FindingId): Steps<void> {
  const found = yield* findingById(subject, id)
  const column = columnById(subject.table, found?.columns[0] ?? '')
  if (column) yield* textsOf(column)
}

function* profiles({ table }: Subject): Steps<void> {
  for (const column of table.columns) {
    profileOf(table, column)
    yield
  }
}
