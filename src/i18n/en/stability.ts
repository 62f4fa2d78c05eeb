import type { Words } from '../zh.ts'

export const stability: Words['stability'] = {
  heading: 'Stability',
  parts: {
    buffer: {
      name: 'Buffer',
      says: 'A cut-off counts only so many points beyond it: no jumping to and fro at the line',
    },
    reviews: {
      name: 'Reviews in a row',
      says: 'The tier changes when so many reviews in a row point the same way',
    },
    minimumStay: {
      name: 'Minimum stay',
      says: 'So many days in a tier before it may change again',
    },
    oneStep: { name: 'One tier at a time', says: 'Up or down by one tier at most in a review' },
  },
}
