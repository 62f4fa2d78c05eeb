import { createRequire } from 'node:module'
import { resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { SqlDialect } from '../../src/expression/sqlDialect.ts'

export type Row = Readonly<Record<string, unknown>>

/** A database in this process; `null` where it is not installed (`run.mjs` installs them). */
export interface Engine {
  readonly dialect: SqlDialect
  run(sql: string): Promise<void>
  rows(sql: string): Promise<readonly Row[]>
}

const cache = resolve(import.meta.dirname, '../../node_modules/.cache/sql-engines')
const require = createRequire(resolve(cache, 'package.json'))

async function load<Module>(name: string): Promise<Module | null> {
  try {
    return (await import(/* @vite-ignore */ pathToFileURL(require.resolve(name)).href)) as Module
  } catch (error) {
    process.stderr.write(
      `${name} is not there, its tests are skipped: ${String(error).slice(0, 200)}\n`,
    )
    return null
  }
}

interface Duckdb {
  DuckDBInstance: {
    create(path: string): Promise<{
      connect(): Promise<{
        run(sql: string): Promise<unknown>
        runAndReadAll(sql: string): Promise<{ getRowObjectsJS(): readonly Row[] }>
      }>
    }>
  }
}

async function duckdb(): Promise<Engine | null> {
  const module = await load<Duckdb>('@duckdb/node-api')
  if (!module) return null
  const connection = await (await module.DuckDBInstance.create(':memory:')).connect()
  return {
    dialect: 'duckdb',
    run: async (sql) => void (await connection.run(sql)),
    rows: async (sql) => (await connection.runAndReadAll(sql)).getRowObjectsJS(),
  }
}

interface Pglite {
  PGlite: new () => {
    exec(sql: string): Promise<unknown>
    query(sql: string): Promise<{ rows: readonly Row[] }>
  }
}

async function postgres(): Promise<Engine | null> {
  const module = await load<Pglite>('@electric-sql/pglite')
  if (!module) return null
  const database = new module.PGlite()
  return {
    dialect: 'postgres',
    run: async (sql) => void (await database.exec(sql)),
    rows: async (sql) => (await database.query(sql)).rows,
  }
}

interface Chdb {
  Session: new () => { query(sql: string, format?: string): string }
}

async function clickhouse(): Promise<Engine | null> {
  const module = await load<Chdb>('chdb')
  if (!module) return null
  const session = new module.Session()
  return {
    dialect: 'clickhouse',
    run: (sql) => Promise.resolve(void session.query(sql)),
    rows(sql) {
      const text = session.query(sql, 'JSONEachRow')
      const lines = text.split('\n').filter((line) => line !== '')
      return Promise.resolve(lines.map((line) => JSON.parse(line) as Row))
    },
  }
}

export const engines: readonly Engine[] = (
  await Promise.all([duckdb(), postgres(), clickhouse()])
).filter((engine) => engine !== null)
