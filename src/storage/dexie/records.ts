import type { Change } from '../../project/change.ts'
import type { ProjectEntry, ProjectId } from '../../project/document.ts'
import type { ColumnId } from '../../table/column.ts'
import type { TableId } from '../../table/table.ts'

/** Rows in one chunk of a column; texts are also cut at `bytesPerChunk`. Measured best of 16k, 64k, 256k. */
export const rowsPerChunk = 65_536
/** Larger values go to files of their own in Chromium, and one lost file makes the record unreadable. */
export const bytesPerChunk = 2 ** 20

export interface ProjectRecord {
  readonly id: ProjectId
  readonly entry: ProjectEntry
  readonly removedAt: string | null // ISO instant
  readonly writer: string | null // session of the store that writes it
  readonly lastEdit: number // number of the last edit logged; 0 = none yet
}

export interface DocumentRecord {
  readonly id: ProjectId
  readonly stored: unknown // StoredDocument of any shipped format
  readonly datasets: readonly (readonly [TableId, DatasetId])[]
  readonly editsUpTo: number // edits up to this number are folded in
}

export type DatasetId = string
/** The cells of one table. Invisible until `ready`; swept if it never becomes so. */
export interface DatasetRecord {
  readonly id: DatasetId
  readonly project: ProjectId
  readonly ready: boolean
  readonly stagedAt: string // ISO instant
  readonly rowCount: number
  readonly order: readonly ChunkRef[] | null // null = every row, in the order of its id
  readonly columns: readonly ColumnManifest[]
  readonly nextChunk: number // chunk numbers are used once: a fold writes beside the old chunks, then changes the manifest
}

/** Which chunks make a column, and what they must add up to. */
export interface ColumnManifest {
  readonly id: ColumnId
  readonly revision: number
  readonly cells: readonly ChunkRef[]
  readonly words: readonly ChunkRef[] // dictionary of a category column
  readonly originals: readonly ChunkRef[] | null // dictionary of originals; null = none
}
export interface ChunkRef {
  readonly chunk: number
  readonly rows: number
  readonly checksum: number
}

export type Codes = Uint8Array | Uint16Array | Uint32Array // as narrow as the dictionary allows
export type CellData =
  | { readonly kind: 'values'; readonly values: Float64Array | Uint8Array }
  | { readonly kind: 'codes'; readonly codes: Codes }
  | { readonly kind: 'texts'; readonly starts: Uint32Array; readonly bytes: Uint8Array } // starts at 0, rows + 1

export interface Chunk {
  readonly data: CellData
  readonly originals: Codes | null
  readonly marks: Uint8Array | null
}
export interface ChunkRecord extends Chunk {
  readonly dataset: DatasetId
  readonly column: ColumnId
  readonly chunk: number
}
/** Stands in for a column id where the order of the rows is kept. */
export const orderId = '#order'

export interface EditRecord {
  readonly project: ProjectId
  readonly edit: number // 1, 2, 3 … per project, without gaps: a lost record shows
  readonly changes: readonly Change[]
}

export interface MetaRecord {
  readonly key: 'formatVersion'
  readonly value: number
}
