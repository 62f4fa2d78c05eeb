import { afterEach, describe, expect, test } from 'vitest'
import { openWorkspace, type Workspace } from '../../../src/engine/workspace.ts'
import { nameOf } from '../../../src/state/importFile.ts'
import { ImportFiles } from '../../../src/state/importFiles.svelte.ts'
import { ImportReading } from '../../../src/state/importReading.ts'
import { Jobs } from '../../../src/state/jobs.svelte.ts'
import { Mappings } from '../../../src/state/mappings.ts'
import { Notices } from '../../../src/state/notices.svelte.ts'
import { clientOf } from './pageClient.ts'

const east = 'customer,spent\nAda,10\nBea,20'
const west = 'customer,spent\nCid,30'
const orders = 'order no,customer,order date,amount\n1,Ada,2026-01-02,5\n2,Bea,2026-01-03,6'

const open: Workspace[] = []
afterEach(async () => {
  for (const workspace of open.splice(0)) await workspace.close()
})

function begin(texts: Readonly<Record<string, string>>) {
  const workspace = openWorkspace({ today: () => '2026-03-01' })
  open.push(workspace)
  const { client, idle } = clientOf(workspace)
  const notices = new Notices()
  const mappings = new Mappings({ get: () => null, set: () => {} })
  const reading = new ImportReading(client, notices, new Jobs(), mappings)
  const joined: string[] = []
  const files = new ImportFiles(reading, notices, {
    target: 'new',
    changed: () => {},
    joined: (file) => joined.push(nameOf(file)),
  })
  files.add(Object.entries(texts).map(([name, text]) => ({ kind: 'text', text, name })))
  const stand = () =>
    files.list.all.map(({ given, plan }) => [
      given.map(({ source }) => source.name).join(' + '),
      plan?.rowCount,
    ])
  return { files, joined, notices, idle, stand }
}

describe('files of an import', () => {
  test('those of one header are one table, which can be taken apart and united again', async () => {
    const { files, joined, idle, stand } = begin({ east, west, orders })
    await idle()
    expect(stand()).toEqual([
      ['east + west', 3],
      ['orders', 2],
    ])
    expect(joined).toEqual(['east'])
    const [list] = files.list.all
    await files.part(list?.id ?? 0, 'all')
    await idle()
    expect(stand()).toEqual([
      ['east', 2],
      ['west', 1],
      ['orders', 2],
    ])
    const [one, other] = files.list.all
    expect(other?.off).toBe(true) // a project has one list: the first is imported
    files.list.chosen = other?.id ?? 0
    await files.unite(other?.id ?? 0, one?.id ?? 0)
    expect(stand()[0]).toEqual(['east + west', 3])
    expect(files.list.file?.id).toBe(one?.id)
  })

  test('two that are changed at the same time both get their plans', async () => {
    const { files, idle } = begin({ east, orders })
    await idle()
    for (const { id } of files.list.all) {
      files.list.chosen = id
      files.changeColumn(0, { name: 'first' })
      files.changeColumn(1, { name: 'second' })
    }
    expect(files.replanning).toBe(true)
    await idle()
    expect(files.replanning).toBe(false)
    const names = files.list.all.map(({ plan }) => plan?.columns.slice(0, 2).map((c) => c.name))
    expect(names).toEqual([
      ['first', 'second'],
      ['first', 'second'],
    ])
  })

  test('one that is left while it is read does not come back', async () => {
    const { files, idle } = begin({ east })
    files.clear()
    await idle()
    expect(files.list.all).toEqual([])
  })
})
