import { expect } from 'vitest'
import { applyAll } from '../../../../src/project/apply.ts'
import type { Command } from '../../../../src/project/command.ts'
import { plan } from '../../../../src/project/commands/index.ts'
import type { Document } from '../../../../src/project/document.ts'
import { textAt } from '../../../../src/table/cell.ts'
import { writeCell } from '../../../../src/table/parse/cell.ts'
import { column, content, table } from '../documents.ts'

/** Carries the command out and checks on the way that its undo gives the document back. */
export function run(document: Document, command: Command): Document {
  let next = 0
  const changes = plan(document, command, { newId: (prefix) => `${prefix}_${++next}` })
  const done = applyAll(document, changes)
  expect(content(applyAll(done.next, done.inverses).next)).toEqual(content(document))
  return done.next
}

export function refusal(document: Document, command: Command): unknown {
  try {
    plan(document, command)
  } catch (error) {
    return error
  }
  throw new Error('it was not refused')
}

export const refused = (reason: string) => ({ code: 'command.invalid', detail: { reason } })

/** The column's cells as the sheet shows them, in sheet order. */
export function texts(document: Document, id: string): readonly string[] {
  const one = column(document, id)
  return [...table(document).order].map((row) =>
    one.type === 'text' ? textAt(one, row) : writeCell(one, row),
  )
}
