import type { Words } from '../zh.ts'
import type { groupIssues as issuesOf } from '../zh/groups.ts'
import { name, one } from './facts.ts'

export const groups: Words['groups'] = {
  usual: ['Behaviour', 'Contribution', 'Loyalty', 'Interaction'],

  book: {
    title: 'Groups of criteria',
    group: 'Group',
    weight: 'Weight',
    share: 'Share',
    cap: 'At most points',
    counted: 'Total',
    scoreOf: (name) => `${name} (group score)`,
    matrix: (down, across) => `Matrix: ${down} × ${across}, the tier of each cell`,
    corner: (down, across) => `${down} ↓ ${across} →`,
    classNth: (nth) => `Class ${nth}`,
    lines: (name, lower) => `${name}: classes ${lower ? 'up to' : 'from'}`,
    matrixNote:
      'Tiers go by the matrix: the cell of the two classes a customer is in; who has no number is in the lowest class.',
    count: (column) => `Customers of the same ${column}`,
    above: () => `Of these with a higher score`,
    aboveValue: (column) => `Value of the same ${column} held by larger ones (billionths)`,
    within: (column) =>
      `Tiers are set within each ${column}; customers without one are a set of their own.`,
    withinFixed: (column) =>
      `Tiers are set within each ${column} and stand as values (over 2,000 customers, a part of the list, or gaps found once).`,
  },
}

export const groupIssues: typeof issuesOf = {
  'tiering.axisGone': () => ({
    title: 'One side of the matrix is gone.',
    help: 'Everybody is in its lowest class; choose another group or column for it.',
  }),
  'tiering.axisWithoutValue': (d) => ({
    title: `${name(d, 'axis')}: nothing known of ${one(d, 'customer', 'customers')}`,
    help: 'In the matrix they are in the lowest class of this side.',
  }),
  'tiering.axisCrossed': (d) => ({
    title: `${name(d, 'axis')}: the lines of the classes do not go from best to worst`,
    help: 'Each line must be worse than the one before, or a class stays empty.',
  }),
  'tiering.withinGone': () => ({
    title: 'The column that tiers are set within cannot be used.',
    help: 'All customers are now graded together; choose another column, or “All together”.',
  }),
}
