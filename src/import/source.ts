import { AppError } from '../core/error.ts'
import type { Job } from '../core/job.ts'
import { type DetectedEncoding, decode, detectEncoding } from './text/encoding.ts'
import type { Content, Importer, ReadOptions, Reading } from './importer.ts'
import { importers } from './index.ts'
import { limits, megabytes } from './limits.ts'
import type { FileKind, ImportSource } from './plan.ts'
import { sniff } from './sniff.ts'

const headLength = 65_536

/** A file that was recognised, and its cells as they were read last. */
export interface OpenedSource {
  readonly name: string
  readonly bytes: number
  readonly kind: FileKind
  readonly encoding: DetectedEncoding | null // text files only
  /** The cells; parsed again only if encoding or delimiter are others than last time. */
  read(options: ReadOptions & { encoding: string | null }, job: Job): Promise<Reading>
}

/**
 * Recognises a file by its content and reads it once. Throws `file.empty`, `file.picture`, `file.document`,
 * `file.password`, `file.damaged`, `file.notTable`, `file.notJson`, `file.tooLarge`, `file.tooManyColumns`, `paste.empty`.
 */
export async function openSource(source: ImportSource, job: Job): Promise<OpenedSource> {
  return source.kind === 'text'
    ? await openText(source.text, source.name, job)
    : await openFile(source.file, source.name, job)
}

async function openText(text: string, name: string, job: Job): Promise<OpenedSource> {
  if (text.trim() === '') throw new AppError('paste.empty')
  const content = textContent(text.slice(0, headLength), text.length, () => slices(text))
  return opened({ name, bytes: text.length, encoding: null }, () => Promise.resolve(content), job)
}

async function openFile(file: Blob, name: string, job: Job): Promise<OpenedSource> {
  if (file.size === 0) throw new AppError('file.empty')
  const head = new Uint8Array(await file.slice(0, headLength).arrayBuffer())
  const format = sniff(head)
  refuseLarge(file.size, format === 'text' ? limits.textBytes : limits.workbookBytes)
  const facts = { name, bytes: file.size, encoding: null }
  if (format !== 'text') {
    const bytes = new Uint8Array(await file.arrayBuffer())
    return opened(facts, () => Promise.resolve({ kind: 'bytes', format, bytes }), job)
  }
  const encoding = await detectEncoding(file, job)
  const contentIn = async (label: string | null): Promise<Content> => {
    const wanted = label ?? encoding.encoding
    let start = ''
    for await (const piece of decode(file, wanted, job)) {
      start += piece
      if (start.length >= headLength) break
    }
    if (start.trim() === '') throw new AppError('file.empty')
    return textContent(start.slice(0, headLength), file.size, () => decode(file, wanted, job))
  }
  return opened({ ...facts, encoding }, contentIn, job)
}

function refuseLarge(bytes: number, limit: number) {
  if (bytes <= limit) return
  const what = `${megabytes(bytes)} > ${megabytes(limit)}`
  throw new AppError('file.tooLarge', { what, bytes, limit })
}

const textContent = (
  head: string,
  length: number,
  pieces: () => AsyncIterable<string>,
): Content => ({ kind: 'text', head, length, pieces })

// eslint-disable-next-line @typescript-eslint/require-await -- one shape for pasted and decoded text
async function* slices(text: string): AsyncGenerator<string> {
  for (let at = 0; at < text.length; at += 1 << 18) yield text.slice(at, at + (1 << 18))
}

/** Chooses the importer, reads once so that a bad file is refused now, and keeps what was read. */
async function opened(
  facts: Pick<OpenedSource, 'name' | 'bytes' | 'encoding'>,
  contentIn: (encoding: string | null) => Promise<Content>,
  job: Job,
): Promise<OpenedSource> {
  const content = await contentIn(null)
  const importer = choose(content)
  let key = JSON.stringify([facts.encoding?.encoding ?? null, null])
  let reading = await importer.read(content, { delimiter: null }, job)
  return {
    ...facts,
    kind: importer.id,
    async read({ encoding, delimiter }, task) {
      const wanted = JSON.stringify([encoding ?? facts.encoding?.encoding ?? null, delimiter])
      if (wanted === key) return reading
      const next = await importer.read(await contentIn(encoding), { delimiter }, task)
      key = wanted
      reading = next
      return reading
    },
  }
}

function choose(content: Content): Importer {
  const importer = importers.find((each) => each.accepts(content))
  if (!importer) throw new AppError('file.notTable')
  return importer
}
