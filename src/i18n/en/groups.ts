import type { Words } from '../zh.ts'
import type { groupIssues as issuesOf } from '../zh/groups.ts'
import { name, one } from './facts.ts'

export const groups: Words['groups'] = {
  usual: ['Behaviour', 'Contribution', 'Loyalty', 'Interaction'],
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
