import type { Words } from '../zh.ts'

export const weighing: Words['weighing'] = {
  title: 'Weight assistant',
  open: 'Weight assistant…',
  helper: 'How to find weights',
  helpers: {
    equal: {
      name: 'Equal',
      says: 'Each counts the same',
      assumes:
        'For when nobody can say which is more important. Simple and easy to explain; a start to compare others with.',
    },
    pairwise: {
      name: 'Pair by pair',
      says: 'Answer which of two is more important',
      assumes:
        'Turns your experience into weights (analytic hierarchy process, AHP). You must be able to say which of two matters more; contradicting answers are pointed out. Customers’ data are not looked at.',
    },
    entropy: {
      name: 'By spread (entropy)',
      says: 'The more points differ, the more weight',
      assumes:
        'Looks at data only: what differs much between customers tells them apart, so it weighs more. That assumes that different means important, which need not be so: a criterion where few customers are far ahead gets much weight.',
    },
    critic: {
      name: 'By spread and overlap (CRITIC)',
      says: 'Weight for what differs and is said once',
      assumes:
        'Looks at data only: weight goes to what differs and is not said by other criteria too; two that say the same share it. It does not know what matters to the business.',
    },
  },
  scope: 'What to weigh',
  scopes: {
    all: 'All criteria',
    groups: 'The groups',
    group: (name) => `Criteria of “${name}”`,
  },
  now: 'Now',
  proposed: 'Proposed',
  item: 'Criterion',
  group: 'Group',
  share: 'Share',
  table: 'Present and proposed weights',
  noProposal: 'These criteria do not differ between customers: data cannot tell their weights.',
  tooMany: (most) => `At most ${most} can be compared. Make groups first, and compare within them.`,
  few: 'There must be two at least to need weights.',
  constant: 'All customers have the same points: it tells nobody apart, weight 0',
  noValues: 'No values to use: weight 0',
  missing: (count) => `${count} missing; only customers with a value are looked at`,
  ofCustomers: (count) => `From the present points of ${count} customers`,
  why: {
    spread: (value) => `spread ${value}`,
    critic: (deviation, conflict) => `spread ${deviation} · said only here ${conflict}`,
  },
  groupsToo:
    'The groups get the totals of their criteria as weights, so that each share is just as proposed.',
  questions: 'Pair by pair',
  progress: (answered, pairs) => `${answered} of ${pairs} answered`,
  unanswered: 'Pairs without an answer count as equally important',
  question: (first, second) => `${first} or ${second}: which is more important?`,
  same: 'Equally important',
  notYet: 'Not answered yet',
  stronger: (name, words, times) => `${name} is ${words} (${times})`,
  strengths: [
    'equally important',
    'a touch more important',
    'slightly more important',
    'rather more important',
    'clearly more important',
    'much more important',
    'very much more important',
    'vastly more important',
    'absolutely more important',
  ],
  times: (value) => `${value} times`,
  consistent: (ratio) => `The answers agree (consistency ratio ${ratio}; up to 0.10 is fine)`,
  inconsistentOverall: (ratio) =>
    `The answers contradict each other (consistency ratio ${ratio}; better not above 0.10). Look at them again.`,
  inconsistent: (ratio) =>
    `The answers contradict each other (consistency ratio ${ratio}; better not above 0.10). Look again at:`,
  reconsider: (first, second, given, fits) =>
    `${first} and ${second}: now “${given}”; “${fits}” goes best with the other answers`,
  reconsiderAfter: (ratio) => `The consistency ratio would be ${ratio}`,
  adopt: 'Use it',
  look: 'Go to this pair',
  clear: 'Clear the answers',
  keeps: 'Applying keeps the answers with the scheme.',
  effect: 'What it does to tiers',
  moves: (up, down, same) => `${up} up, ${down} down, ${same} unchanged`,
  nobody: 'No customer changes tier',
  matrix: 'Customers that change tier: rows are tiers now, columns are tiers as proposed',
  from: 'Now',
  to: 'As proposed',
  none: 'Ungraded',
  apply: 'Apply',
  applied: 'The proposed weights are in use',
  unchanged: 'The same as the present weights',
  working: 'Working…',
}
