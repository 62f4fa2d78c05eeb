import type { Document } from '../document.ts'
import { readLayout } from '../layout.ts'
import type { Applied, ChangeOf } from './applied.ts'

export function setModel(document: Document, { model, choice }: ChangeOf<'setModel'>): Applied {
  const { models, ...plain } = document
  const { [model]: before, ...others } = models ?? {}
  const next = choice ? { ...others, [model]: choice } : others
  return {
    next: Object.keys(next).length > 0 ? { ...plain, models: next } : plain,
    inverse: { kind: 'setModel', model, choice: before ?? null },
  }
}

/** A logged layout may come from a later version of the app. */
export function setLayout(document: Document, change: ChangeOf<'setLayout'>): Applied {
  const { layout: before, ...plain } = document
  return {
    next: change.layout === null ? plain : { ...plain, layout: readLayout(change.layout) },
    inverse: { kind: 'setLayout', layout: before ?? null },
  }
}

export function setName(document: Document, { name }: ChangeOf<'setName'>): Applied {
  return { next: { ...document, name }, inverse: { kind: 'setName', name: document.name } }
}
