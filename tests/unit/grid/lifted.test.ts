import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { compile } from 'svelte/compiler'
import ts from 'typescript'
import { build } from 'vite'
import { afterAll, beforeAll, expect, test } from 'vitest'

/** The sheet in another project: the folder alone, beside a page that uses it as its README does. */
const root = resolve(import.meta.dirname, '../../..')
const page = `import { Sheet, type GridEdits, type GridSource, type GridWords } from './grid/index.ts'
declare const edits: GridEdits
declare const words: GridWords
`
let folder = ''
const inside = (name: string) => join(folder, 'grid', name)
const files = () => readdirSync(join(folder, 'grid'))

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'lifted-'))
  cpSync(join(root, 'src/grid'), join(folder, 'grid'), { recursive: true })
  const readme = readFileSync(inside('README.md'), 'utf8')
  const example = /```ts\n([\s\S]*?)```/.exec(readme)?.[1] ?? ''
  const [, ...rest] = example.split('\n')
  writeFileSync(join(folder, 'page.ts'), page + rest.join('\n') + '\nsheet.refresh()\n')
  writeFileSync(
    join(folder, 'index.html'),
    '<main></main><script type="module" src="/page.ts"></script>',
  )
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

test('it imports its own files and svelte, and svelte only in Grid.svelte', () => {
  const pattern = /(?:from\s+|import\s+|import\()['"]([^'"]+)['"]/g
  const foreign = files().flatMap((name) =>
    /\.(ts|svelte)$/.test(name)
      ? [...readFileSync(inside(name), 'utf8').matchAll(pattern)]
          .map(([, target = '']) => target)
          .filter((target) => !(target.startsWith('./') && files().includes(target.slice(2))))
          .map((target) => `${name}: ${target}`)
      : [],
  )
  expect(foreign).toEqual(['Grid.svelte: svelte'])
})

test('it type-checks there, strictly, with the example of its README', () => {
  const program = ts.createProgram([join(folder, 'page.ts')], {
    strict: true,
    noUncheckedIndexedAccess: true,
    exactOptionalPropertyTypes: true,
    noEmit: true,
    skipLibCheck: true,
    target: ts.ScriptTarget.ES2023,
    module: ts.ModuleKind.ESNext,
    moduleResolution: ts.ModuleResolutionKind.Bundler,
    allowImportingTsExtensions: true,
    noUncheckedSideEffectImports: false,
    lib: ['lib.es2023.d.ts', 'lib.dom.d.ts', 'lib.dom.iterable.d.ts'],
    types: [],
  })
  const said = ts
    .getPreEmitDiagnostics(program)
    .map(
      ({ file, messageText }) =>
        `${file?.fileName ?? ''}: ${ts.flattenDiagnosticMessageText(messageText, ' ')}`,
    )
  expect(said).toEqual([])
})

test('it builds there into a page with its looks', async () => {
  const result = await build({
    root: folder,
    configFile: false,
    logLevel: 'silent',
    build: { write: false, target: 'es2022' },
  })
  const [built] = [result].flat()
  const names = built && 'output' in built ? built.output.map(({ fileName }) => fileName) : []
  expect(names.some((name) => name.endsWith('.js'))).toBe(true)
  expect(names.some((name) => name.endsWith('.css'))).toBe(true)
})

test('its component compiles by itself', () => {
  const { js, warnings } = compile(readFileSync(inside('Grid.svelte'), 'utf8'), {
    filename: 'Grid.svelte',
  })
  expect(js.code).toContain('Sheet')
  expect(warnings).toEqual([])
})

test('every variable that it takes from the page has a value of its own', () => {
  const css = readFileSync(inside('grid.css'), 'utf8')
  const defaults = readFileSync(inside('defaults.css'), 'utf8')
  const used = new Set([...css.matchAll(/var\((--[a-z0-9-]+)\)/g)].map(([, name = '']) => name))
  used.delete('--grid-row') // written by the sheet
  const missing = [...used].filter((name) => !defaults.includes(`${name}:`))
  expect(missing).toEqual([])
  expect(/^(?!\s|:where|\/\*|\}|\s*any)[^\s].*\{/m.exec(defaults)?.[0]).toBeUndefined() // nothing has weight
})
