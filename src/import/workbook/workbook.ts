import { AppError } from '../../core/error.ts'
import type { Job } from '../../core/job.ts'
import { cfbKind } from './cfb.ts'
import type { Content, Importer, RawSheet } from '../importer.ts'
import { checkParts } from './inflate.ts'
import { limits } from '../limits.ts'
import { readOds } from './ods.ts'
import { bySheetJs } from './sheetjs.ts'
import type { Formats } from './workbookCell.ts'
import { readXlsx } from '../xlsx/index.ts'
import { checkPromises, zipEntries } from './zip.ts'
import { zipKind } from './zipKind.ts'

/**
 * xlsx and xlsm by our own reader; xlsb, xls, ods, XML 2003 and HTML tables by SheetJS, which is loaded when such a file
 * comes. Around it stand the guards it lacks: checksums, limits, own decoding of text, one kind of error.
 */
export const workbook: Importer = {
  id: 'workbook',
  accepts: (content) => content.kind === 'bytes' || isMarkup(content.head),
  read: async (content, _options, job) => ({
    sheets: await sheetsOf(content, job),
    delimiter: null,
  }),
}

async function sheetsOf(content: Content, job: Job): Promise<readonly RawSheet[]> {
  if (content.kind === 'text') {
    if (!/^(Workbook|document|html)$/.test(rootOf(content.head)))
      throw new AppError('file.notTable')
    return bySheetJs(content, job)
  }
  if (content.format === 'zip') return fromZip(content.bytes, job)
  if (content.format === 'cfb') refuseOthers(content.bytes)
  return bySheetJs(content, job)
}

async function fromZip(bytes: Uint8Array<ArrayBuffer>, job: Job): Promise<readonly RawSheet[]> {
  const entries = zipEntries(bytes)
  const kind = await zipKind(bytes, entries, job)
  const own = kind === 'office' ? await readXlsx(bytes, entries, formats, job) : null
  if (own) return own
  checkPromises(entries, limits.whole)
  if (kind === 'openDocument') return readOds(bytes, entries, job)
  await checkParts(bytes, entries, job)
  return bySheetJs({ kind: 'bytes', format: 'zip', bytes }, job)
}

const formats = async () => (await import('xlsx')).SSF as Formats

function refuseOthers(bytes: Uint8Array) {
  const kind = cfbKind(bytes)
  if (kind === 'encrypted') throw new AppError('file.password')
  if (kind === 'document') throw new AppError('file.document')
  if (kind === 'other') throw new AppError('file.notTable')
}

function isMarkup(head: string): boolean {
  const start = head.slice(0, 4_096).trimStart()
  if (!start.startsWith('<')) return false
  return (
    /^<(!doctype\s+html|html|head|meta|table|body|div|style)\b/i.test(start) || isXmlBook(start)
  )
}

/** The first element without its prefix; of a page that begins anywhere else `html`. */
function rootOf(head: string): string {
  if (!isXmlBook(head.trimStart())) return 'html'
  const first =
    /<([\w.-]+:)?([\w.-]+)/.exec(head.replace(/<!--[^]*?-->|<[?!][^>]*>/g, ''))?.[2] ?? ''
  return /^html$/i.test(first) ? 'html' : first
}

function isXmlBook(start: string): boolean {
  return /^<\?xml|^<\?mso|^<Workbook|^<office:document/i.test(start) && !/<svg\b/i.test(start)
}
