import { finish, type Steps } from '../core/steps.ts'
import type { Change } from './change.ts'
import type { Applied } from './changes/applied.ts'
import { setCells, setEdited } from './changes/cells.ts'
import { setColumn, setKey, setTable } from './changes/columns.ts'
import { setDistinct, setMerges, setOverrides } from './changes/entries.ts'
import { appendRows, dropLastRows, setOrder } from './changes/rows.ts'
import { setKeptScheme, setScheme } from './changes/schemes.ts'
import { setLayout, setModel, setName } from './changes/settings.ts'
import type { Document } from './document.ts'

/**
 * One primitive edit, copy-on-write. Applying the inverse to `next` gives the document back exactly, save that the
 * revisions of the columns touched have risen: a revision never stands for two contents.
 * A change that does not fit the document is our bug (plain `Error`): commands are checked before they become changes.
 */
export function apply(document: Document, change: Change): Applied {
  switch (change.kind) {
    case 'setCells':
      return setCells(document, change)
    case 'appendRows':
      return appendRows(document, change)
    case 'dropLastRows':
      return dropLastRows(document, change)
    case 'setOrder':
      return setOrder(document, change)
    case 'setColumn':
      return setColumn(document, change)
    case 'setEdited':
      return setEdited(document, change)
    case 'setKey':
      return setKey(document, change)
    case 'setMerges':
      return setMerges(document, change)
    case 'setDistinct':
      return setDistinct(document, change)
    case 'setTable':
      return setTable(document, change)
    case 'setScheme':
      return setScheme(document, change)
    case 'setKeptScheme':
      return setKeptScheme(document, change)
    case 'setOverrides':
      return setOverrides(document, change)
    case 'setModel':
      return setModel(document, change)
    case 'setLayout':
      return setLayout(document, change)
    case 'setName':
      return setName(document, change)
  }
}

/** Where changes lead to, and the inverses in the order in which they are to be applied. */
export interface AppliedAll {
  readonly next: Document
  readonly inverses: readonly Change[]
}

/** All of the changes or, where one throws, none. */
export const applyAll = (document: Document, changes: readonly Change[]): AppliedAll =>
  finish(applying(document, changes))

/** The same, with a pause after each change. */
export function* applying(document: Document, changes: readonly Change[]): Steps<AppliedAll> {
  let next = document
  const inverses: Change[] = []
  for (const change of changes) {
    const applied = apply(next, change)
    next = applied.next
    inverses.push(applied.inverse)
    yield
  }
  return { next, inverses: inverses.reverse() }
}
