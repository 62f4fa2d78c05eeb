import { describe, expect, test } from 'vitest'
import { AppError } from '../../../src/core/error.ts'
import { storageError } from '../../../src/storage/dexie/errors.ts'

const named = (name: string, rest: object = {}) => Object.assign(new Error(name), { name, ...rest })

describe('what a failure of the database means', () => {
  // notes/reliability.md 11: measured in Dexie 4
  test.each([
    ['a bare one', named('QuotaExceededError')],
    ['inside an AbortError', named('AbortError', { inner: named('QuotaExceededError') })],
    [
      'among the failures of a bulk write',
      named('BulkError', { failures: [named('QuotaExceededError')] }),
    ],
    ['as a cause', new Error('x', { cause: named('QuotaExceededError') })],
    ['beside UnknownError', named('UnknownError', { inner: named('QuotaExceededError') })],
  ])('no room left: %s', (_, error) => {
    expect(storageError(error)).toMatchObject({ code: 'storage.full' })
  })

  test.each([
    ['VersionError', 'storage.newer'],
    ['NotReadableError', 'storage.damaged'],
    ['UnknownError', 'storage.damaged'],
    ['SecurityError', 'storage.unavailable'],
    ['MissingAPIError', 'storage.unavailable'],
  ])('%s is %s', (name, code) => {
    expect(storageError(named(name))).toMatchObject({ code })
  })

  test('our own bugs stay what they are', () => {
    const bug = new TypeError('x is not a function')
    expect(storageError(bug)).toBe(bug)
    const known = new AppError('project.missing')
    expect(storageError(known)).toBe(known)
  })
})
