import type { AppError } from '../core/error.ts'
import type { ColumnChoice, ImportChoices, ImportPlan, ImportSource } from '../import/plan.ts'
import type { TableKind } from '../table/kind.ts'
import type { Mapping } from './mappings.ts'

/** A file dropped or chosen, or cells pasted. */
export interface GivenFile {
  readonly source: ImportSource
  readonly bytes: number
}

/** One table of this import, of one file or of several with one header: waiting, read into a plan, or refused. */
export interface ImportFile {
  readonly id: number
  readonly given: readonly GivenFile[]
  readonly session: string | null
  readonly plan: ImportPlan | null
  readonly choices: ImportChoices
  readonly off: boolean // looked at, not imported
  readonly alone: boolean // parted by hand: joins no other by itself
  readonly shape: string | null // of the header, as first understood
  readonly remembered: Mapping | null // of the last list of this shape, until it is used
  readonly refusal: AppError | null
}

/** A table that the import takes over. */
export type TakenFile = ImportFile & { readonly plan: ImportPlan; readonly session: string }

export function fileOf(id: number, source: ImportSource): ImportFile {
  const bytes = source.kind === 'file' ? source.file.size : new Blob([source.text]).size
  return {
    id,
    given: [{ source, bytes }],
    session: null,
    plan: null,
    choices: {},
    off: false,
    alone: false,
    shape: null,
    remembered: null,
    refusal: null,
  }
}

export const nameOf = (file: ImportFile): string => file.given[0]?.source.name ?? ''

export const sizeOf = (file: ImportFile): number =>
  file.given.reduce((sum, { bytes }) => sum + bytes, 0)

/** Waiting to be read. */
export const isWaiting = (file: ImportFile): boolean =>
  file.session === null && file.refusal === null

/** What will be imported: customers first, records after them, each in the order in which they came. */
export function takenOf(files: readonly ImportFile[]): readonly TakenFile[] {
  const taken = files.filter(
    (file): file is TakenFile =>
      file.plan !== null && file.session !== null && file.refusal === null && !file.off,
  )
  const isList = (file: TakenFile) => Number(file.plan.kind === 'customers')
  return [...taken].sort((a, b) => isList(b) - isList(a))
}

const isAlso = (kind: TableKind | undefined, file: ImportFile) =>
  kind !== undefined && file.refusal === null && file.plan?.kind === kind

/** A project has one table of a kind: of two that are, `winner` is imported and the other is put aside. */
export function onePerKind(files: readonly ImportFile[], winner: ImportFile): ImportFile[] {
  return files.map((file) =>
    file.id !== winner.id && !file.off && isAlso(winner.plan?.kind, file)
      ? { ...file, off: true }
      : file,
  )
}

/** Others of the same kind, which could be one table with it. */
export function joinable(files: readonly ImportFile[], file: ImportFile): readonly ImportFile[] {
  return files.filter((other) => other.id !== file.id && isAlso(file.plan?.kind, other))
}

const movers = ['sheet', 'encoding', 'delimiter', 'headerFrom', 'headerRows', 'kind'] as const

/** Other rows, another sheet or kind mean other columns or roles: what was chosen for columns is dropped then. */
export function withChoices(file: ImportFile, choices: Partial<ImportChoices>): ImportFile {
  const moves = movers.some((key) => key in choices)
  const kept = moves ? without(file.choices, ['columns']) : file.choices
  return { ...file, choices: { ...kept, ...choices } }
}

export function withColumn(file: ImportFile, index: number, choice: ColumnChoice): ImportFile {
  const { columns } = file.choices
  return withChoices(file, { columns: { ...columns, [index]: { ...columns?.[index], ...choice } } })
}

/** Which texts mean "empty" is as usual again. */
export const withUsualMissing = (file: ImportFile): ImportFile => ({
  ...file,
  choices: without(file.choices, ['missing']),
})

/** Read as the last list with these headers was read. */
export const asRemembered = (file: ImportFile): ImportFile =>
  file.remembered
    ? { ...file, choices: { ...file.choices, ...file.remembered }, remembered: null }
    : file

/** What still holds when the file that the columns are counted by is taken out. */
export const leadless = (choices: ImportChoices): ImportChoices =>
  without(choices, ['sheet', 'encoding', 'delimiter', 'headerFrom', 'headerRows', 'columns'])

function without(
  choices: ImportChoices,
  keys: readonly (keyof ImportChoices)[],
): Partial<ImportChoices> {
  return Object.fromEntries(
    Object.entries(choices).filter(([key]) => !keys.some((one) => one === key)),
  )
}
