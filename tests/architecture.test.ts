import { readFileSync, readdirSync, statSync } from 'node:fs'
import { dirname, join, relative, resolve } from 'node:path'
import { describe, expect, test } from 'vitest'

const src = resolve(import.meta.dirname, '../src')

/** Who may import whom; this table is the architecture (src/README.md shows it). */
const layers: Record<string, readonly string[]> = {
  core: [],
  math: [],
  grid: ['core'],
  charts: ['core'],
  table: ['core', 'math'],
  import: ['core', 'table'],
  expression: ['core', 'table'],
  models: ['core', 'math', 'table'],
  scheme: ['core', 'math', 'table', 'expression'],
  grading: ['core', 'math', 'table', 'expression', 'scheme'],
  quality: ['core', 'math', 'table', 'scheme', 'grading'],
  i18n: ['core'],
  project: ['core', 'table', 'expression', 'scheme', 'models', 'grading', 'quality'],
  export: ['core', 'table', 'expression', 'scheme', 'grading', 'models', 'project', 'i18n'],
  storage: ['core', 'table', 'scheme', 'project'],
  engine: [
    'core',
    'math',
    'table',
    'import',
    'expression',
    'models',
    'scheme',
    'grading',
    'quality',
    'i18n',
    'project',
    'export',
    'storage',
    'grid/tsv', // cells as text: the clipboard of many is written in the worker
  ],
  state: ['core', 'i18n', 'engine/client'],
  ui: ['core', 'i18n', 'grid', 'charts', 'state'],
}
/** These folders may also import types, erased at build, of everything above them. */
const typesOfAll = new Set(['state', 'ui'])
/** Types that a lower contract needs from a document's neighbours. */
const typesAlso: Record<string, readonly string[]> = {
  i18n: ['table', 'expression', 'models', 'scheme', 'grading', 'quality', 'import', 'project'],
}

const homes: Record<string, readonly string[]> = {
  dexie: ['storage'],
  papaparse: ['import'],
  xlsx: ['import'],
  fflate: ['import'],
  'chart.js': ['charts'],
  svelte: ['grid', 'charts', 'state', 'ui', ''],
}

interface Import {
  readonly file: string
  readonly target: string
  readonly typeOnly: boolean
}

function filesBelow(folder: string): string[] {
  return readdirSync(folder).flatMap((name) => {
    const path = join(folder, name)
    if (statSync(path).isDirectory()) return filesBelow(path)
    return /\.(ts|svelte)$/.test(name) ? [path] : []
  })
}

const pattern =
  /(?:^|\n)\s*(import|export)\s+(type\s+)?(?:[^'"`;]*?\sfrom\s+)?['"]([^'"]+)['"]|import\(\s*['"]([^'"]+)['"]\s*\)|new URL\(\s*['"](\.[^'"]+)['"]/g

const imports: Import[] = filesBelow(src).flatMap((file) =>
  [...readFileSync(file, 'utf8').matchAll(pattern)].map((match) => ({
    file,
    target: match[3] ?? match[4] ?? match[5] ?? '',
    typeOnly: match[2] !== undefined || allTypes(match[0]),
  })),
)

/** `import { type A, type B } from` brings in types only. */
function allTypes(text: string): boolean {
  const names = /\{([^}]*)\}/.exec(text)?.[1]
  if (names === undefined || /^\s*(import|export)\s+\w+\s*,/.test(text.trim())) return false
  const list = names.split(',').filter((name) => name.trim() !== '')
  return list.length > 0 && list.every((name) => name.trim().startsWith('type '))
}

const placeOf = (path: string) => relative(src, path).split(/[\\/]/)
const layerOf = (path: string) => {
  const parts = placeOf(path)
  return parts.length === 1 ? '' : (parts[0] ?? '')
}

describe('the house', () => {
  test('every folder of src has its row in the table', () => {
    const folders = readdirSync(src).filter((name) => statSync(join(src, name)).isDirectory())
    expect(folders.filter((name) => !(name in layers) && name !== 'styles')).toEqual([])
  })

  test('no file imports a layer above its own', () => {
    const wrong = imports.flatMap(({ file, target, typeOnly }) => {
      if (!target.startsWith('.')) return []
      const from = layerOf(file)
      const path = resolve(dirname(file), target)
      const to = layerOf(path)
      if (from === '' || from === to || to === 'styles') return []
      const allowed = layers[from] ?? []
      const place = placeOf(path).join('/').replace(/\.ts$/, '')
      if (allowed.includes(to) || allowed.includes(place)) return []
      if (typeOnly && (typesOfAll.has(from) || typesAlso[from]?.includes(to))) return []
      return [`${relative(src, file)} → ${target}`]
    })
    expect(wrong).toEqual([])
  })

  test('each library has one home', () => {
    const wrong = imports.flatMap(({ file, target }) => {
      if (target.startsWith('.')) return []
      const name = Object.keys(homes).find((lib) => target === lib || target.startsWith(`${lib}/`))
      if (name === undefined) return [`${relative(src, file)} → ${target} (no home is named)`]
      return homes[name]?.includes(layerOf(file)) ? [] : [`${relative(src, file)} → ${target}`]
    })
    expect(wrong).toEqual([])
  })

  test('no import goes round in a circle, types counted', () => {
    const edges = new Map<string, string[]>()
    for (const { file, target } of imports) {
      if (!target.startsWith('.')) continue
      edges.set(file, [...(edges.get(file) ?? []), resolve(dirname(file), target)])
    }
    const circles: string[] = []
    const done = new Set<string>()
    const walk = (file: string, trail: readonly string[]): void => {
      const at = trail.indexOf(file)
      if (at >= 0) {
        circles.push([...trail.slice(at), file].map((path) => relative(src, path)).join(' → '))
        return
      }
      if (done.has(file)) return
      for (const next of edges.get(file) ?? []) walk(next, [...trail, file])
      done.add(file)
    }
    for (const file of edges.keys()) walk(file, [])
    expect(circles).toEqual([])
  })

  test('prose stands only below i18n', () => {
    const han = /\p{Script=Han}/u
    const prose = filesBelow(join(src, 'ui'))
      .concat(
        filesBelow(join(src, 'state')),
        filesBelow(join(src, 'grid')),
        filesBelow(join(src, 'charts')),
      )
      .filter((file) =>
        han.test(
          readFileSync(file, 'utf8').replace(/\/\*[\s\S]*?\*\/|\/\/.*|<!--[\s\S]*?-->/g, ''),
        ),
      )
    expect(prose.map((file) => relative(src, file))).toEqual([])
  })

  test('the map in src/README.md names every folder', () => {
    const map = readFileSync(join(src, 'README.md'), 'utf8')
    expect(Object.keys(layers).filter((name) => !map.includes(`\`${name}\``))).toEqual([])
  })
})
