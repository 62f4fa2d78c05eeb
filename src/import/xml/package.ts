import type { Job } from '../../core/job.ts'
import { inflate } from '../workbook/inflate.ts'
import type { ZipEntry } from '../workbook/zip.ts'
import { type XmlHandler, XmlScanner, nameOf, prefixedName } from './scanner.ts'
import { decodeText, toUtf8, unescapeXml } from './text.ts'

/** The parts of an Office package by their names, which know no upper and lower case (ECMA-376 part 2, 6.2.2). */
export class Package {
  readonly #bytes: Uint8Array
  readonly #parts: ReadonlyMap<string, ZipEntry>
  readonly #unread: Set<ZipEntry>

  constructor(bytes: Uint8Array, entries: readonly ZipEntry[]) {
    this.#bytes = bytes
    this.#parts = new Map(entries.map((entry) => [partName(entry.name), entry]))
    this.#unread = new Set(entries)
  }

  has(part: string): boolean {
    return this.#parts.has(partName(part))
  }

  /** Whether the part was walked already. */
  wasRead(part: string): boolean {
    const entry = this.#parts.get(partName(part))
    return entry === undefined || !this.#unread.has(entry)
  }

  /** Walks a part; a missing one is as good as empty. Throws `file.damaged`, `file.tooLarge`. */
  async scan(part: string, handler: XmlHandler, job: Job): Promise<void> {
    const entry = this.#parts.get(partName(part))
    if (!entry) return
    const xml = new XmlScanner(handler)
    await inflate(
      this.#bytes,
      entry,
      toUtf8((piece) => xml.push(piece)),
      job,
    )
    this.#unread.delete(entry)
  }

  /** The parts that no one asked for: their checksums have to be looked at, too. */
  get unread(): readonly ZipEntry[] {
    return [...this.#unread]
  }

  /** What `part` points to, by the id of the relationship. */
  async relations(part: string, job: Job): Promise<ReadonlyMap<string, Relation>> {
    const slash = part.lastIndexOf('/')
    const folder = part.slice(0, slash + 1)
    const found = new Map<string, Relation>()
    const relationship = nameOf('Relationship')
    await this.scan(
      `${folder}_rels/${part.slice(slash + 1)}.rels`,
      {
        open(xml) {
          if (xml.name !== relationship) return
          const [id, kind, target, mode] = attributesOf(xml, 'Id', 'Type', 'Target', 'TargetMode')
          if (mode === 'External') return
          found.set(id, {
            kind: kind.slice(kind.lastIndexOf('/') + 1),
            part: resolve(folder, target),
          })
        },
        close() {},
        text() {},
      },
      job,
    )
    return found
  }
}

export interface Relation {
  readonly kind: string // worksheet, chartsheet, styles …: the last word of its type, strict or transitional
  readonly part: string
}

function partName(name: string): string {
  return name.replace(/^\/+/, '').toLowerCase()
}

/** A target is absolute (/xl/…) or stands beside the part that names it. */
function resolve(folder: string, target: string): string {
  const steps: string[] = target.startsWith('/') ? [] : folder.split('/').slice(0, -1)
  for (const step of target.replaceAll('\\', '/').split('/')) {
    if (step === '..') steps.pop()
    else if (step !== '' && step !== '.') steps.push(step)
  }
  return steps.join('/')
}

/** Values of the named attributes of the open tag, '' where there is none. */
export function attributesOf<N extends string[]>(
  xml: XmlScanner,
  ...names: N
): { [K in keyof N]: string } {
  return valuesOf(xml, names, names.map(nameOf))
}

/** The same, of attributes with a prefix (office:value-type). */
export function prefixedOf<N extends string[]>(
  xml: XmlScanner,
  ...names: N
): { [K in keyof N]: string } {
  return valuesOf(xml, names, names.map(prefixedName))
}

function valuesOf<N extends string[]>(xml: XmlScanner, names: N, sums: readonly number[]) {
  const values = names.map(() => '')
  while (xml.nextAttribute()) {
    const at = sums.indexOf(xml.attribute)
    if (at >= 0) values[at] = valueOf(xml)
  }
  return values as { [K in keyof N]: string }
}

/** The value of the attribute read last. */
export function valueOf(xml: XmlScanner): string {
  return unescapeXml(decodeText(xml.bytes, xml.valueFrom, xml.valueTo))
}
