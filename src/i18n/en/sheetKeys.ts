import type { Words } from '../zh.ts'

export const sheetKeys: Words['sheetKeys'] = {
  groups: { move: 'Moving and selecting', edit: 'Changing cells', columns: 'Columns and menus' },
  back: 'Back to the active cell',
  confirm: 'Finish and go down, right; with Shift back',
  line: 'New line in the cell',
  fillTyped: 'Write into every selected cell',
  toggle: 'Tick or untick (yes/no columns)',
  list: 'Open the choices or the calendar',
  fill: 'Fill down, fill right',
  again: 'Redo what was undone',
  header: 'From the first row into the headers; ← → walk, Esc goes back',
  inHeader: 'In a header: sort (with Shift too), rename',
  filter: 'Filter the column',
  reapply: 'Reapply sort and filters',
}
