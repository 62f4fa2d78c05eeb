import { AppError } from '../../core/error.ts'
import type { Job } from '../../core/job.ts'
import { scripts } from './scripts.ts'
import { zeroSides } from '../sniff.ts'

/** Labels offered by hand; all of them are the browser's own (WHATWG Encoding Standard). */
export const encodings = [
  'utf-8',
  'gb18030',
  'big5',
  'shift_jis',
  'euc-kr',
  'utf-16le',
  'utf-16be',
  'windows-1252',
  'windows-1251',
  'windows-1250',
  'windows-1253',
  'windows-1254',
] as const

export interface DetectedEncoding {
  readonly encoding: string // a label of TextDecoder
  readonly sure: boolean // false: the preview asks
}

const step = 1 << 18 // bytes per slice: decoding stays under a frame
const pieceBytes = 1 << 16 // decoded at once: stays in the processor's cache, and what is cut from it dies young
const sampleBytes = 65_536

/**
 * Byte order mark → zeros on one side (UTF-16) → UTF-8 that holds to the last byte → the script whose characters the
 * bytes look most like. UTF-8 comes before GB18030, which would take most UTF-8 without an error, as garbage.
 */
export async function detectEncoding(file: Blob, job: Job): Promise<DetectedEncoding> {
  const head = new Uint8Array(await file.slice(0, sampleBytes).arrayBuffer())
  if (head[0] === 0xef && head[1] === 0xbb && head[2] === 0xbf) return sure('utf-8')
  if (head[0] === 0xff && head[1] === 0xfe) return sure('utf-16le')
  if (head[0] === 0xfe && head[1] === 0xff) return sure('utf-16be')
  const zeros = zeroSides(head)
  if (zeros.even + zeros.odd > head.length / 50)
    return sure(zeros.odd > zeros.even ? 'utf-16le' : 'utf-16be')
  const fault = await firstFault(file, job)
  if (fault === -1) return sure('utf-8')
  const declared = declaredEncoding(head)
  if (declared !== null && holds(head, declared)) return sure(declared)
  const sample = await sampleAround(file, fault)
  return mostlyUtf8(sample) ? { encoding: 'utf-8', sure: false } : bestScript(sample)
}

/** Cut off inside a character, or glued from several files: all but a few characters hold, which chance does not give. */
function mostlyUtf8(sample: Uint8Array): boolean {
  const text = new TextDecoder().decode(sample)
  const bad = text.split('\ufffd').length - 1
  const good = text.replace(/[\0-\x7f\ufffd]/g, '').length
  return good > bad * 5
}

const sure = (encoding: string): DetectedEncoding => ({ encoding, sure: true })

/** Place of the first slice that is not UTF-8, or −1. */
async function firstFault(file: Blob, job: Job): Promise<number> {
  const decoder = new TextDecoder('utf-8', { fatal: true })
  for (let at = 0; at < file.size; at += step) {
    const bytes = await file.slice(at, at + step).arrayBuffer()
    try {
      decoder.decode(bytes, { stream: at + step < file.size })
    } catch {
      return at
    }
    await job.checkpoint({ step: 'read', done: at, total: file.size })
  }
  return -1
}

/** Lines with bytes above ASCII, from the place of the fault on; a line break is never half a character here. */
async function sampleAround(file: Blob, fault: number): Promise<Uint8Array> {
  const bytes = new Uint8Array(await file.slice(fault, fault + step).arrayBuffer())
  const sample = new Uint8Array(sampleBytes)
  let filled = 0
  let from = 0
  while (from < bytes.length && filled < sampleBytes) {
    const end = bytes.indexOf(10, from)
    const line = bytes.subarray(from, end < 0 ? bytes.length : end + 1)
    if (line.some((byte) => byte > 127)) {
      const part = line.subarray(0, sampleBytes - filled)
      sample.set(part, filled)
      filled += part.length
    }
    from += line.length
  }
  return sample.subarray(0, filled)
}

/** `charset=gb2312` of an HTML page saved as .xls, `encoding="…"` of an XML file. */
function declaredEncoding(head: Uint8Array): string | null {
  const text = String.fromCharCode(...head.subarray(0, 2_048))
  if (!/^\s*</.test(text)) return null
  const label = /(?:charset|encoding)\s*=\s*["']?\s*([\w-]+)/i.exec(text)?.[1]
  if (label === undefined) return null
  try {
    const { encoding } = new TextDecoder(label)
    return encoding === 'gbk' ? 'gb18030' : encoding
  } catch {
    return null
  }
}

function holds(bytes: Uint8Array, label: string): boolean {
  try {
    new TextDecoder(label, { fatal: true }).decode(bytes, { stream: true })
    return true
  } catch {
    return false
  }
}

function bestScript(sample: Uint8Array): DetectedEncoding {
  const ranked = scripts
    .map((script) => ({ label: script.label, score: script.score(sample) }))
    .sort((a, b) => b.score - a.score)
  const best = ranked[0]
  if (!best || best.score <= 0) return { encoding: 'windows-1252', sure: false }
  const margin = best.score - (ranked[1]?.score ?? 0)
  // The Windows pages differ too little from their neighbours (1250, 1254 …) to be sure of.
  const single = best.label.startsWith('windows')
  return { encoding: best.label, sure: !single && best.score > 0.8 && margin > 0.15 }
}

/** The file's text in pieces. Bytes that are wrong in this encoding become U+FFFD. */
export async function* decode(file: Blob, label: string, job: Job): AsyncGenerator<string> {
  const decoder = decoderOf(label)
  for (let at = 0; at < file.size; at += step) {
    const bytes = new Uint8Array(await file.slice(at, at + step).arrayBuffer())
    await job.checkpoint({ step: 'read', done: at, total: file.size })
    for (let from = 0; from < bytes.length; from += pieceBytes) {
      const piece = bytes.subarray(from, from + pieceBytes)
      const text = decoder.decode(piece, { stream: at + from + piece.length < file.size })
      if (text !== '') yield text
    }
  }
}

function decoderOf(label: string): TextDecoder {
  try {
    return new TextDecoder(label)
  } catch {
    throw new AppError('command.invalid', { encoding: label })
  }
}
