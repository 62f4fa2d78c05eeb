import type { DuplicateGroup } from '../../../engine/qualityViews.ts'
import type { Words } from '../../../i18n/translate.ts'
import type { MergeTake } from '../../../project/command.ts'

type Column = DuplicateGroup['columns'][number]

/** A member by its name and the first cells in which the members are not alike: 恒达机电 · C0200 · 1633.73. */
export function memberText({ columns, members }: DuplicateGroup, at: number): string {
  const name = members[at]?.name ?? ''
  const told = columns
    .map(({ texts }) => texts[at] ?? '')
    .filter((text) => text !== '' && text !== name)
  return [name, ...told.slice(0, 2)].join(' · ')
}

/** Different texts of the members, each by the first row that says it, then all of them together. */
export function optionsOf(
  words: Words['quality']['duplicates'],
  { members }: DuplicateGroup,
  { texts, together, dated }: Column,
): readonly { readonly value: string; readonly label: string }[] {
  const rows = texts.flatMap((text, at) =>
    texts.indexOf(text) === at
      ? [{ value: String(members[at]?.row), label: text === '' ? words.empty : text }]
      : [],
  )
  if (!together) return rows
  const { how, text } = together
  const name = !dated ? words.together[how] : how === 'largest' ? words.latest : words.earliest
  return [...rows, { value: how, label: words.togetherText(name, text) }]
}

/** What the column takes by itself: the kept row's cell, or the first filled one where that is empty. */
export function takenOf({ members }: DuplicateGroup, { texts }: Column, keep: number): string {
  const own = texts[members.findIndex(({ row }) => row === keep)] ?? ''
  const text = own === '' ? (texts.find((one) => one !== '') ?? '') : own
  return String(members[texts.indexOf(text)]?.row)
}

/** The choices that are others than what a column takes by itself. */
export function takesOf(
  group: DuplicateGroup,
  keep: number,
  choices: ReadonlyMap<string, string>,
): readonly MergeTake[] {
  return group.columns.flatMap((column): readonly MergeTake[] => {
    const choice = choices.get(column.id)
    if (choice === undefined || choice === takenOf(group, column, keep)) return []
    if (choice === 'sum' || choice === 'largest' || choice === 'smallest')
      return [{ column: column.id, from: choice }]
    return [{ column: column.id, from: Number(choice) }]
  })
}
