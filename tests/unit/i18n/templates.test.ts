import { expect, test } from 'vitest'
import { languages } from '../../../src/i18n/language.ts'
import { words } from '../words.ts'
import { openWorkspace } from '../../../src/engine/workspace.ts'
import { templates } from '../../../src/scheme/templates/index.ts'
import { templateText } from '../engine/templateText.ts'

test.each(languages)(
  'every template has a name of its own in %s, and no name is left over',
  (language) => {
    const names = words[language].scheme.templates
    expect(Object.keys(names).sort()).toEqual(templates.all.map(({ id }) => id).sort())
    expect(new Set(Object.values(names)).size).toBe(templates.all.length)
  },
)

test.each([
  ['zh', '频率 · 客单 · 生命周期价值', '通用'],
  ['en', 'Frequency, spend, lifetime value', 'General'],
] as const)(
  'a new scheme bears the name of its template, in %s',
  async (language, named, general) => {
    const workspace = openWorkspace()
    const name = async () => (await workspace.view('scheme', null)).scheme.name
    const source = { kind: 'text', text: templateText, name: 'x' } as const
    const { session } = await workspace.call('planImport', { source, choices: {} })
    await workspace.call('runImport', { session, name: 'x', into: 'new', language })
    expect(await name()).toBe(named)
    await workspace.call('createProject', { name: 'y', language })
    expect(await name()).toBe(general) // an empty sheet
  },
)
