import type { Words } from '../zh.ts'
import type { groupIssues as issuesOf } from '../zh/groups.ts'
import { name, one } from './facts.ts'

export const groups: Words['groups'] = {
  usual: ['Behaviour', 'Contribution', 'Loyalty', 'Interaction'],

  use: 'Group criteria',
  useHelp: 'Put criteria into groups: weigh the groups first, then the criteria of each',
  used: 'Criteria are in groups now; who has all values scores as before',
  add: 'Add group',
  newName: (nth) => `Group ${nth}`,
  nameOf: (group) => `${group}: name of the group`,
  nameTaken: 'There is one of this name',
  weightOf: (group) => `Weight of the group ${group}`,
  capOf: (group) => `Most points of the group ${group}`,
  share: (share) => `${share} of the score`,
  shareHint: (share, own) => `${share} of the score, ${own} of its group`,
  capFrom: 'at most',
  capTo: 'points',
  capNone: 'no limit',
  capRests: 'A cap acts only where points are added by weight',
  empty: 'Nothing here yet: drag a criterion here, or choose “Move to” in its menu',
  more: (group) => `Group ${group}: more`,
  moveUp: 'Move up',
  moveDown: 'Move down',
  remove: 'Remove group',
  removeLast: 'Remove group, no groups any more',
  removed: (group) => `Group “${group}” removed; its criteria are still here`,
  moveTo: (group) => `Move to “${group}”`,
  capLine: (group) => `${group} is capped; the rest does not count`,

  side: (nth) => (nth === 0 ? 'Down' : 'Across'),
  sideOf: (nth) => (nth === 0 ? 'Side down' : 'Side across'),
  gone: 'Choose one',
  groupHeading: (group) => `Group: ${group}`,
  better: (axis) => `${axis}: is more or less better`,
  higher: 'more is better',
  lower: 'less is better',
  higherDate: 'longer ago is better',
  lowerDate: 'more recent is better',
  line: (axis, nth) => `${axis}: line of class ${nth}`,
  from: '≥',
  upTo: '≤',
  restClass: 'the rest',
  nth: (nth) => `${nth}.`,
  addClass: (axis) => `${axis}: one class more`,
  removeClass: (axis) => `${axis}: one class less`,
  cells: 'Tier of each cell',
  cell: (down, first, across, second) =>
    `Tier of ${down} class ${first} and ${across} class ${second}`,
  cellCount: (count) => count,
  matrixHelp:
    'See which class a customer is in on both sides; where they cross is the tier. Score and rank stay.',
  missing: (axis, count) => `${axis}: ${count} without a number, in the lowest class`,
  lineOrder: 'This line must be worse than the one before',

  inCell: (axis, value, nth, of) => `${axis} ${value}, class ${nth} of ${of}`,
  noValue: 'no number',
  step: (axis, value, tier) => `With ${axis} at ${value} it would be tier ${tier}`,
  stepDown: (axis, value, tier) => `With ${axis} down to ${value} it would be tier ${tier}`,
  bestCell: 'No change of one side alone gives a better tier',
  byMatrix: 'Tiers go by the cell of the matrix; the score is for ranking only. ',
  category: (column, name, rank, of) => `No. ${rank} of ${of} in ${column} “${name}”`,
  categoryNone: (column, rank, of) => `No. ${rank} of ${of} without ${column}`,

  within: 'Compared within',
  all: 'all customers together',
  each: (column) => `each ${column} by itself`,
  withinSays: (column) =>
    `Each ${column} has lines, and so tiers, of its own; customers without one are a set of their own.`,
  withinRests: 'This way of setting tiers goes by fixed lines: within or together is the same.',
  seeCategories: 'See the counts',
  categoriesOf: (column) => `Customers of each ${column}`,
  noCategory: '(none)',
  customers: 'Customers',
  ungraded: 'Ungraded',
  page: (from, to, total) => `${from}–${to} of ${total}`,
  previous: 'Previous page',
  next: 'Next page',
  close: 'Close',

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
    toNextFixed: (column, title) =>
      `“${title}” goes by the cut-offs of each ${column}; it is a value of the export and does not follow the weights.`,
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
