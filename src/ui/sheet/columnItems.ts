import type { SheetColumn } from '../../engine/views.ts'
import type { App } from '../../state/app.svelte.ts'
import { deleteColumns, duplicateColumn } from '../../state/columnEdits.svelte.ts'
import { filterOf, isSortedBy, sortsOf } from '../../state/sheetQuery.ts'
import { columnsAt } from '../../state/sheetSelected.ts'
import type { MenuItem } from '../controls/menu.ts'
import { coverItems } from './coverItems.ts'
import { reapplyItem } from './reapplyItem.ts'

const isOwn = ({ id }: SheetColumn) => !id.startsWith('$')

export function sortItems(app: App, at: number): readonly MenuItem[] {
  const { sheet, locale } = app
  const words = locale.words.sheet
  const column = sheet.columns.at(at)?.column
  if (!column) return []
  const sorts = sortsOf(sheet.query)
  const others = sorts.length > 0 && !isSortedBy(sheet.query, column.id)
  const sort = (direction: 'ascending' | 'descending' | null, add = false) => ({
    run: () => sheet.edits.sort(at, direction, add),
  })
  return [
    { id: 'ascending', label: words.ascending, icon: 'up', ...sort('ascending') },
    { id: 'descending', label: words.descending, icon: 'down', ...sort('descending') },
    ...(others
      ? [
          { id: 'ascendingToo', label: words.ascendingToo, ...sort('ascending', true) },
          { id: 'descendingToo', label: words.descendingToo, ...sort('descending', true) },
        ]
      : []),
    ...(sorts.length > 0 ? [{ id: 'unsort', label: words.unsort, ...sort(null) }] : []),
  ]
}

export function filterItems(app: App, at: number): readonly MenuItem[] {
  const { sheet, locale } = app
  const { columnFilter } = locale.words.sheet
  const column = sheet.columns.at(at)?.column
  if (!column) return []
  const { id } = column
  return [
    {
      id: 'filter',
      label: columnFilter.open,
      icon: 'filter',
      key: 'Ctrl Shift L',
      run: () => (sheet.filtering = id),
    },
    ...(filterOf(sheet.query, id) === null
      ? []
      : [
          {
            id: 'unfilter',
            label: columnFilter.clear,
            run: () => void sheet.filterColumn(id, null),
          },
        ]),
    ...(filterOf(sheet.query, id) !== null || isSortedBy(sheet.query, id) ? reapplyItem(app) : []),
  ]
}

/** Its name, its neighbours, itself: what changes the list. */
export function editItems(app: App, at: number): readonly MenuItem[] {
  const { sheet, locale } = app
  const { sheet: words, sheetTools: tools } = locale.words
  const column = sheet.columns.at(at)?.column
  if (!column) return []
  const { id } = column
  const own = columnsAt(sheet, at).flatMap((placed) =>
    isOwn(placed.column) ? placed.column.id : [],
  )
  const insert = (behind: 0 | 1) => ({
    run: () => (sheet.dialog = { of: 'insert', at, behind }),
  })
  return [
    ...(isOwn(column)
      ? [
          {
            id: 'naming',
            label: words.columns.change,
            icon: 'rename' as const,
            run: () => (sheet.naming = id),
          },
          ...(column.formula === null
            ? []
            : [
                {
                  id: 'formula',
                  label: locale.words.formulaForm.change,
                  run: () => (sheet.dialog = { of: 'formula', column: id, at }),
                },
              ]),
        ]
      : []),
    {
      id: 'insert-left',
      label: tools.columns.insertLeft,
      icon: 'columnAdd',
      ...insert(0),
    },
    { id: 'insert-right', label: tools.columns.insertRight, ...insert(1) },
    {
      id: 'calculated',
      label: tools.columns.calculated,
      icon: 'formula',
      run: () => (sheet.dialog = { of: 'formula', column: null, at }),
    },
    ...(isOwn(column)
      ? [
          {
            id: 'duplicate-column',
            label: tools.columns.duplicate,
            run: () => void duplicateColumn(sheet, id),
          },
          {
            id: 'delete-column',
            label: tools.columns.delete(own.length),
            icon: 'remove' as const,
            danger: true,
            run: () => void deleteColumns(sheet, own),
          },
        ]
      : []),
  ]
}

/** How it stands in the sheet: nothing of the list changes. */
export function layoutItems(app: App, at: number): readonly MenuItem[] {
  const { sheet, locale } = app
  const { sheet: words, sheetTools: tools } = locale.words
  const { columns } = sheet
  const column = columns.at(at)?.column
  if (!column) return []
  const { id } = column
  const some = columnsAt(sheet, at).map((placed) => placed.column)
  return [
    columns.frozenCount === at + 1
      ? {
          id: 'unfreeze',
          label: tools.columns.unfreeze,
          icon: 'freeze',
          run: () => columns.freeze(null),
        }
      : {
          id: 'freeze',
          label: tools.columns.freeze,
          icon: 'freeze',
          run: () => columns.freeze(id),
        },
    {
      id: 'hide',
      label: words.columns.hide,
      disabled: some.every(({ frozen }) => frozen),
      run: () => columns.hide(some.map((one) => one.id)),
    },
    {
      id: 'group',
      label: tools.columns.group,
      run: () => (sheet.dialog = { of: 'group', columns: some.map((one) => one.id) }),
    },
    { id: 'fit-one', label: tools.columns.fit, run: () => sheet.grid?.fit?.(at) },
  ]
}

/** Not in the menu, where there are enough: keys, a drag of the header and the list of columns do it too. */
export function moveItems(app: App, at: number): readonly MenuItem[] {
  const { sheet, locale } = app
  const words = locale.words.sheet.columns
  const column = sheet.columns.at(at)?.column
  if (!column || column.frozen) return []
  const isFirst = sheet.columns.at(at - 1)?.column.frozen !== false
  return [
    ...(isFirst
      ? []
      : [
          {
            id: 'left',
            label: words.left,
            key: 'Ctrl Alt Shift ←',
            run: () => sheet.columns.move(at, at - 1),
          },
        ]),
    ...(at + 1 >= sheet.columns.placed.length
      ? []
      : [
          {
            id: 'right',
            label: words.right,
            key: 'Ctrl Alt Shift →',
            run: () => sheet.columns.move(at, at + 2),
          },
        ]),
  ]
}

/** What the column says, and the criterion that reads it. */
export function meaningItems(app: App, at: number): readonly MenuItem[] {
  const { sheet, locale } = app
  const column = sheet.columns.at(at)?.column
  if (!column) return []
  const criterion = app.project.scheme.current?.criteria.find(
    (one) => one.criterion.column === column.id,
  )?.criterion
  return [
    {
      id: 'explain-column',
      label: locale.words.modelForm.help.item,
      icon: 'info',
      run: () => (sheet.explaining = column.id),
    },
    ...(criterion
      ? [
          {
            id: 'criterion',
            label: locale.words.sheet.editColumn,
            icon: 'sliders' as const,
            run: () => app.places.go({ kind: 'criterion', criterion: criterion.id }),
          },
        ]
      : []),
    ...(column.reading === 'identity' ? coverItems(app).map(plain) : []),
  ]
}

const plain = (item: MenuItem): MenuItem => ({ ...item, lineBefore: false })

/** Of a column: its order, its filter, itself, its place, its meaning. */
export function columnGroups(app: App, at: number): readonly (readonly MenuItem[])[] {
  return [
    sortItems(app, at),
    filterItems(app, at),
    editItems(app, at),
    layoutItems(app, at),
    meaningItems(app, at),
  ]
}
