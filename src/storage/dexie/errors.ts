import { AppError, type ErrorCode } from '../../core/error.ts'

/** Why the database no longer answers, if it was closed. */
export type Closed = 'superseded' | 'lost' | 'closed' | null

const closedCode: Record<Exclude<Closed, null>, ErrorCode> = {
  superseded: 'storage.superseded',
  lost: 'storage.lost',
  closed: 'storage.unavailable',
}

const codes = new Map<string, ErrorCode>([
  ['QuotaExceededError', 'storage.full'],
  ['VersionError', 'storage.newer'],
  ['NotReadableError', 'storage.damaged'],
  ['MissingAPIError', 'storage.unavailable'],
  ['MissingAPI', 'storage.unavailable'],
  ['OpenFailedError', 'storage.unavailable'],
  ['SecurityError', 'storage.unavailable'],
  ['InvalidStateError', 'storage.unavailable'],
  ['UnknownError', 'storage.damaged'], // LevelDB's word for files it cannot read
  ['TimeoutError', 'storage.unavailable'],
])

/**
 * What a failure of the database means to the user. Dexie wraps: a full disk is an AbortError whose `inner` is the
 * QuotaExceededError (measured, Dexie 4.4), and a bulk write keeps its causes in `failures`.
 */
export function storageError(error: unknown): unknown {
  if (error instanceof AppError) return error
  const names = namesOf(error, 0)
  const known = names.includes('QuotaExceededError') ? ['QuotaExceededError'] : names
  const code = known.map((name) => codes.get(name)).find((found) => found !== undefined)
  return code === undefined ? error : new AppError(code, { cause: names })
}

export function closedError(closed: Exclude<Closed, null>): AppError {
  return new AppError(closedCode[closed])
}

function namesOf(error: unknown, depth: number): readonly string[] {
  if (typeof error !== 'object' || error === null || depth > 4) return []
  const { name, inner, cause, failures } = error as {
    readonly name?: unknown
    readonly inner?: unknown
    readonly cause?: unknown
    readonly failures?: unknown
  }
  const listed: readonly unknown[] = Array.isArray(failures) ? failures.slice(0, 3) : []
  return [
    ...(typeof name === 'string' ? [name] : []),
    ...[inner, cause, ...listed].flatMap((below) => namesOf(below, depth + 1)),
  ]
}
