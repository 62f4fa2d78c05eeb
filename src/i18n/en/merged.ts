import type { Words } from '../zh.ts'

export const merged: Words['merged'] = {
  compare: (rows) => `Merged before, so not new: ${rows} rows count for the customer that was kept`,
  compareHint: (names) =>
    `Number, name and phone stay as merged; where the customer has a row of its own in the file, that one counts and these only fill gaps: ${names.join(', ')}`,
  distinct: 'Not the same',
  distinctOf: (name) => `Not one customer: the group of “${name}”`,
  distinctDone: (name) => `The group of “${name}” is no longer suggested`,
  dismissed: (groups) => `Left out as not the same: ${groups}`,
  again: 'Check again',
  againDone: (groups) => `Listed again: ${groups}`,
}
