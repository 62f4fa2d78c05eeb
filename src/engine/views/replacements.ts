import { finish, type Steps } from '../../core/steps.ts'
import { shownOf } from '../covering.ts'
import { customerName } from '../customerName.ts'
import { orderOf } from '../order.ts'
import { eachReplaced } from '../replacing.ts'
import type { Session } from '../session.ts'
import type { Replacement, Views } from '../views.ts'

const examples = 3

export const replacements = (
  ...of: Parameters<typeof findReplacements>
): Views['replacements']['out'] => finish(findReplacements(...of))

/** What replacing a text in blocks would write, and the one of these cells that is looked at. In turns with other work. */
export function* findReplacements(
  session: Session,
  args: Views['replacements']['args'],
): Steps<Views['replacements']['out']> {
  const { query, at } = args
  const met = new Map<string, string>()
  let one: Replacement | null = null
  let count = 0
  yield* eachReplaced(session, args, ({ column, places, codes, before, after }) => {
    const order = orderOf(session, query).rows
    const shown = shownOf(session, column)
    const rowAt = (nth: number) => order[places[nth] ?? 0] ?? 0
    const beforeAt = (nth: number) => before[codes[rowAt(nth)] ?? 0] ?? ''
    const afterAt = (nth: number) => after[codes[rowAt(nth)] ?? 0] ?? ''
    for (let nth = 0; nth < places.length && met.size < examples; nth++)
      met.set(shown(beforeAt(nth)), shown(afterAt(nth)))
    const nth = at === undefined ? -1 : at - count
    if (nth >= 0 && nth < places.length)
      one = {
        row: rowAt(nth),
        viewRow: places[nth] ?? 0,
        column: column.id,
        text: afterAt(nth),
        name: customerName(session.table, rowAt(nth)),
        before: shown(beforeAt(nth)),
        after: shown(afterAt(nth)),
      }
    count += places.length
  })
  const examplesMet = [...met].map(([before, after]) => ({ before, after }))
  return { count, examples: examplesMet, ...(at === undefined ? {} : { one }) }
}
