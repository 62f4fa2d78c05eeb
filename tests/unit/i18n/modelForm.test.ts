import { describe, expect, test } from 'vitest'
import { en } from '../../../src/i18n/en.ts'
import { zh } from '../../../src/i18n/zh.ts'
import { models } from '../../../src/models/index.ts'

const fields = models.all.flatMap(({ id, fields }) =>
  fields.map((field) => ({ key: `${id}.${field.name}`, field })),
)

describe.each([
  ['zh', zh],
  ['en', en],
])('the forms of models in %s', (_, words) => {
  test.each(fields)('$key has its words, and each of its options', ({ key, field }) => {
    const said = words.modelFields[key]
    expect(said?.name).toBeTruthy()
    if (field.kind === 'choice')
      for (const option of field.options) expect(said?.options?.[option], option).toBeTruthy()
  })

  test('has no words for fields that are not there', () => {
    const known = new Set(fields.map(({ key }) => key))
    expect(Object.keys(words.modelFields).filter((key) => !known.has(key))).toEqual([])
  })
})
