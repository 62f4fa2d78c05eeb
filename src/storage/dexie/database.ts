import { Dexie, type Table } from 'dexie'
import { AppError } from '../../core/error.ts'
import { currentFormat } from '../../project/stored.ts'
import type { StoreEvent } from '../store.ts'
import { closedError, storageError, type Closed } from './errors.ts'
import type {
  ChunkRecord,
  DatasetId,
  DatasetRecord,
  DocumentRecord,
  EditRecord,
  MetaRecord,
  ProjectRecord,
} from './records.ts'

/** One name, without version or path: projects survive a move of the page to another folder. */
export const databaseName = 'tiersheet'
const version = 1
const nativeVersion = version * 10 // what Dexie gives to IndexedDB
const openWithin = 10_000 // ms: a browser that never answers must not hold up the start

export interface Tables {
  readonly projects: Table<ProjectRecord, string>
  readonly documents: Table<DocumentRecord, string>
  readonly datasets: Table<DatasetRecord, DatasetId>
  readonly chunks: Table<ChunkRecord, [string, string, number]>
  readonly edits: Table<EditRecord, [string, number]>
  readonly meta: Table<MetaRecord, string>
}

const stores: Record<keyof Tables, string> = {
  projects: 'id',
  documents: 'id',
  datasets: 'id, project',
  chunks: '[dataset+column+chunk]',
  edits: '[project+edit]',
  meta: 'key',
}

/** The open database. After `superseded` or `lost` it stays closed: Dexie would otherwise reopen an upgraded or emptied one. */
export interface Database {
  readonly tables: Tables
  /** One atomic read or write; a write is refused once a newer version of the app has written here. */
  transact<Value>(mode: 'r' | 'rw', work: () => PromiseLike<Value>): Promise<Value>
  /** Any other reading. */
  read<Value>(work: () => PromiseLike<Value>): Promise<Value>
  close(): void
}

/** Throws `storage.newer`, `storage.unavailable`. */
export async function openDatabase(
  name: string,
  emit: (event: StoreEvent) => void,
): Promise<Database> {
  await within(openWithin, refuseNewer(name))
  const db = new Dexie(name, {
    autoOpen: false,
    cache: 'disabled',
    chromeTransactionDurability: 'strict',
  })
  db.version(version).stores(stores)
  let closed: Closed = null
  const shut = (reason: 'superseded' | 'lost') => {
    if (closed !== null) return
    closed = reason
    db.close() // else the next call would open, or make, another one
    emit({ kind: reason })
  }
  db.on('versionchange', () => {
    shut('superseded')
    return false // else Dexie's own handler runs too and allows reopening
  })
  db.on('close', () => shut('lost'))

  const stopIfClosed = () => {
    if (closed === null) return
    db.close()
    throw closedError(closed)
  }
  const guarded = async <Value>(work: () => PromiseLike<Value>): Promise<Value> => {
    stopIfClosed()
    try {
      const value = await work()
      stopIfClosed() // Dexie reopens when the browser has dropped the connection: that may be an empty database
      return value
    } catch (error) {
      throw closed !== null && !(error instanceof AppError)
        ? closedError(closed)
        : storageError(error)
    }
  }
  await guarded(() => within(openWithin, db.open()))

  const tables = {
    projects: db.table('projects'),
    documents: db.table('documents'),
    datasets: db.table('datasets'),
    chunks: db.table('chunks'),
    edits: db.table('edits'),
    meta: db.table('meta'),
  } as Tables
  const database: Database = {
    tables,
    transact: (mode, work) =>
      guarded(() =>
        db.transaction(mode, db.tables, async () => {
          stopIfClosed()
          if (mode === 'rw') await refuseNewerFormat(tables)
          return await work()
        }),
      ),
    read: guarded,
    close() {
      closed ??= 'closed'
      db.close()
    },
  }
  try {
    await database.transact('rw', () =>
      tables.meta.put({ key: 'formatVersion', value: currentFormat }),
    )
  } catch (error) {
    database.close()
    throw error
  }
  return database
}

async function refuseNewerFormat({ meta }: Tables): Promise<void> {
  const format = (await meta.get('formatVersion'))?.value ?? currentFormat
  if (format > currentFormat)
    throw new AppError('storage.newer', { format, supported: currentFormat })
}

/**
 * Dexie 4 opens newer data silently and adapts it, so the version is looked at first. By opening without a version:
 * `indexedDB.databases()` is not there in older Firefox.
 */
function refuseNewer(name: string): Promise<void> {
  return new Promise((resolve, reject) => {
    if (typeof indexedDB === 'undefined') throw new AppError('storage.unavailable')
    const request = indexedDB.open(name)
    let isNew = false
    request.onupgradeneeded = () => {
      isNew = true
      request.transaction?.abort() // there is none yet: leave it so
    }
    request.onsuccess = () => {
      const found = request.result.version
      request.result.close()
      if (found > nativeVersion)
        reject(new AppError('storage.newer', { format: found, supported: nativeVersion }))
      else resolve()
    }
    request.onerror = (event) => {
      event.preventDefault()
      if (isNew) resolve()
      else reject(storageError(request.error))
    }
  })
}

async function within<Value>(ms: number, work: PromiseLike<Value>): Promise<Value> {
  let timer: ReturnType<typeof setTimeout> | undefined
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new AppError('storage.unavailable', { waited: ms })), ms)
  })
  try {
    return await Promise.race([work, late])
  } finally {
    clearTimeout(timer)
  }
}
