import { expect, test } from 'vitest'
import { customers, entryOf, sampleDocument } from '../project/documents.ts'
import { memoryStore } from '../../../src/storage/memory.ts'
import { imported } from '../../golden/values.ts'
import { freshDatabase } from './database.ts'

const { open, stored } = freshDatabase()

const often = imported('购买频率', ['每月一次', '偶尔'], { words: [['偶尔', 2]] }).column
const named = imported('客户名称', ['张三', '李四']).column
const document = {
  ...sampleDocument(),
  tables: {
    customers: customers(
      [
        { ...often, id: 'often' },
        { ...named, id: 'name' },
      ],
      2,
    ),
  },
}

test('the rules of a column are there on the next visit', async () => {
  const first = await stored(document)
  first.close()
  const second = await open()
  const { document: read } = await second.load(document.id)
  expect(read.tables['customers']?.columns.map(({ rules }) => rules)).toEqual([
    often.rules,
    undefined,
  ])
  const memory = memoryStore()
  await memory.create(document, entryOf(document))
  const kept = (await memory.load(document.id)).document
  expect(kept.tables['customers']?.columns[0]?.rules).toEqual(often.rules)
})
