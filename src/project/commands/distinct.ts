import { finish } from '../../core/steps.ts'
import { findDuplicates } from '../../quality/duplicates.ts'
import { customersOf } from '../customersOf.ts'
import { refuse, type CommandOf, type Plan } from './contract.ts'

/** The whole group, also where only some of its rows were on show. */
export const keepDistinct: Plan<CommandOf<'keepDistinct'>> = (
  document,
  { rows: named },
  context,
) => {
  const table = customersOf(document)
  const { rows, starts, certain } = finish(findDuplicates(table))
  for (let group = 0; group < certain.length && named.length > 0; group++) {
    const all = [...rows.subarray(starts[group], starts[group + 1])]
    if (!named.every((row) => all.includes(row))) continue
    return [
      { kind: 'setDistinct', table: table.id, entries: [{ id: context.newId('d'), rows: all }] },
    ]
  }
  return refuse('no such group')
}

export const suggestAgain: Plan<CommandOf<'suggestAgain'>> = (document) => {
  const table = customersOf(document)
  const entries = [...(table.distinct?.keys() ?? [])].map((id) => ({ id, rows: null }))
  return entries.length === 0 ? [] : [{ kind: 'setDistinct', table: table.id, entries }]
}
