import type { ImportComparison } from '../../../src/engine/comparing.ts'

/** A newer list beside the project of the fixtures. */
export const comparison: ImportComparison = {
  matchedBy: [
    { by: 'key', count: 9_980 },
    { by: 'name', count: 0 },
    { by: 'phone', count: 5 },
  ],
  added: 15,
  changed: 1_204,
  unchanged: 8_781,
  missing: 22,
  edited: 0,
  merged: 3,
  repeated: 2,
  columns: [
    {
      id: 'c_5',
      name: '单次消费金额',
      held: false,
      changed: 1_190,
      kept: 0,
      emptied: 3,
      edited: 0,
    },
    { id: 'c_10', name: '备注', held: true, changed: 14, kept: 7, emptied: 0, edited: 0 },
  ],
  known: [0, 1, 2, 3, 4, 5, 6, 7, 9, 10],
  newColumns: ['NPS'],
  absentColumns: ['负责人'],
  examples: {
    added: ['新客甲', '新客乙'],
    missing: ['离开的丙'],
    repeated: ['张伟'],
    merged: ['恒达机电（旧）'],
    changed: [
      { customer: '恒达机电', column: '单次消费金额', before: '500', after: '650', edited: false },
    ],
  },
}
