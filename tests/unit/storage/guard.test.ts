import { describe, expect, test } from 'vitest'
import { claimProject } from '../../../src/storage/guard.ts'
import { memoryStore } from '../../../src/storage/memory.ts'
import { entryOf, sampleDocument } from '../project/documents.ts'
import { locks } from './locks.ts'

async function begin() {
  const store = memoryStore()
  const document = sampleDocument()
  await store.create(document, entryOf(document))
  return { store, id: document.id }
}

describe('the right to write a project', () => {
  test('is with the first tab; the second may only look', async () => {
    const { store, id } = await begin()
    const shared = locks()
    const first = await claimProject(store, id, shared, 20)
    const second = await claimProject(store, id, shared, 20)
    expect([first.writable, second.writable]).toEqual([true, false])
  })

  test('passes on when the first tab gives it up, also shortly after being asked', async () => {
    const { store, id } = await begin()
    const shared = locks()
    const first = await claimProject(store, id, shared, 1000)
    setTimeout(() => first.release(), 20) // the page before a reload goes a moment after the new one asks
    expect((await claimProject(store, id, shared, 1000)).writable).toBe(true)
  })

  test('is given back when the project is not there', async () => {
    const { store, id } = await begin()
    const shared = locks()
    await expect(claimProject(store, 'p_none', shared, 20)).rejects.toMatchObject({
      code: 'project.missing',
    })
    expect((await claimProject(store, id, shared, 20)).writable).toBe(true)
  })

  test('is with whoever opened last where there are no locks (plain http)', async () => {
    const { store, id } = await begin()
    expect((await claimProject(store, id, null)).writable).toBe(true)
    expect((await claimProject(store, id, null)).writable).toBe(true)
  })
})
