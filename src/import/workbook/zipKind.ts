import { AppError } from '../../core/error.ts'
import type { Job } from '../../core/job.ts'
import { partText } from './inflate.ts'
import type { ZipEntry } from './zip.ts'

/**
 * What a zip file is, by the names of its parts. Throws `file.password`, `file.document` for letters and slides,
 * `file.notTable` for plain archives.
 */
export async function zipKind(
  bytes: Uint8Array,
  entries: readonly ZipEntry[],
  job: Job,
): Promise<'office' | 'openDocument'> {
  const named = (name: string) => entries.find((entry) => entry.name.toLowerCase() === name)
  if (entries.some((entry) => entry.encrypted)) throw new AppError('file.password')
  if (entries.some((entry) => /^\/?xl\//i.test(entry.name))) return 'office'
  if (entries.some((entry) => /^\/?(word|ppt|visio)\//i.test(entry.name)))
    throw new AppError('file.document')
  const mimetype = named('mimetype')
  if (mimetype && named('content.xml')) {
    if (!(await partText(bytes, mimetype, job)).includes('spreadsheet'))
      throw new AppError('file.document')
    const manifest = named('meta-inf/manifest.xml')
    if (manifest && (await partText(bytes, manifest, job)).includes('encryption-data'))
      throw new AppError('file.password')
    return 'openDocument'
  }
  if (named('[content_types].xml')) return 'office'
  throw new AppError('file.notTable')
}
