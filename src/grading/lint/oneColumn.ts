import { columnById } from '../../table/table.ts'
import { countingOf, type LintCheck } from './lint.ts'
import { criterionShares } from './shares.ts'

/** Several criteria read one column: it counts more than each of them says. */
export const oneColumn: LintCheck = {
  id: 'oneColumn',
  *run(subject) {
    yield
    const shares = criterionShares(subject)
    const counting = countingOf(subject).map(({ criterion }) => criterion)
    const columns = new Set(counting.map(({ column }) => column))
    return [...columns].flatMap((id) => {
      const readers = counting.filter(({ column }) => column === id)
      const [first] = readers
      if (readers.length < 2 || !first) return []
      const detail = {
        column: columnById(subject.table, id)?.name ?? '',
        criteria: readers.map(({ name }) => name),
        share: readers.reduce((sum, one) => sum + (shares.get(one.id) ?? 0), 0),
      }
      const code = 'lint.oneColumn' as const
      return [{ code, level: 'warning' as const, detail, about: first.id }]
    })
  },
}
