import type { Words } from '../zh.ts'

export const blocks: Words['blocks'] = {
  selectedBlocks: (blocks, cells) => `${blocks} blocks selected, ${cells} cells`,
  adding: 'Adding a block: go there with the arrows, select with Shift; Esc ends it',
  oneBlock: 'One block can be filled at a time. Fill them one by one.',
  apart:
    'These blocks share neither rows nor columns, so they cannot be copied or cut together. Take them one by one.',
  fillOptions: 'How to fill',
  fillCopy: 'Copy cells',
  fillSeries: 'Fill series',
  copyHeaders: 'Copy with headers',
  keys: {
    today: 'Today’s date',
    also: 'Select one more block; with the mouse: hold Ctrl',
    column: 'Select the column',
    row: 'Select the row',
    side: 'One screen to the side',
  },
}
