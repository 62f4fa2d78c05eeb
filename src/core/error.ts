/** Facts about the failed operation: names, numbers, examples. Words are made from them in `i18n`. */
export type Detail = Readonly<Record<string, string | number | readonly string[]>>

/** Every operation that can fail for a reason the user can understand. Each code has its words in `i18n`. */
export const errorCodes = [
  'file.empty',
  'file.picture',
  'file.document',
  'file.password',
  'file.damaged',
  'file.notTable',
  'file.notJson', // { line }
  'file.headerOnly',
  'file.tooLarge',
  'file.tooManyColumns',
  'file.timeout',
  'paste.empty',
  'storage.full',
  'storage.newer',
  'storage.damaged',
  'storage.unavailable',
  'storage.superseded',
  'storage.otherTab', // another tab writes this project
  'storage.lost', // the browser wiped or closed the storage while the app ran
  'reference.noTiers', // no column can hold tiers
  'reference.noKey', // { name } nothing names customers
  'reference.nobody', // { name } no customer of ours has a tier there
  'reference.ungraded', // nobody has a tier yet
  'project.missing',
  'formula.wrong', // { code, … } as `expression/formula/problem.ts` has them
  'command.invalid',
  'job.cancelled',
  'engine.dead',
] as const
export type ErrorCode = (typeof errorCodes)[number]

/** An operation that could not be done. Nothing was changed. (Our own bugs are plain `Error`s.) */
export class AppError extends Error {
  readonly code: ErrorCode
  readonly detail: Detail

  constructor(code: ErrorCode, detail: Detail = {}) {
    super(code)
    this.name = 'AppError'
    this.code = code
    this.detail = detail
  }
}

/** Errors as they cross a worker border, where prototypes are lost. */
export type WireError =
  { kind: 'app'; code: ErrorCode; detail: Detail } | { kind: 'bug'; message: string; stack: string }

export function toWire(error: unknown): WireError {
  if (error instanceof AppError) return { kind: 'app', code: error.code, detail: error.detail }
  if (error instanceof Error)
    return { kind: 'bug', message: error.message, stack: error.stack ?? '' }
  return { kind: 'bug', message: String(error), stack: '' }
}

export function fromWire(error: WireError): Error {
  if (error.kind === 'app') return new AppError(error.code, error.detail)
  const bug = new Error(error.message)
  bug.stack = error.stack
  return bug
}
