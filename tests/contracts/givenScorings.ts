import type { Scoring } from '../../src/scheme/scheme.ts'

/** Each scoring function as it starts, and as a user may set it. */
export const given: Record<Scoring['id'], readonly Scoring[]> = {
  linear: [
    { id: 'linear', worst: null, best: null },
    { id: 'linear', worst: 0, best: 500 },
    { id: 'linear', worst: 300, best: -20 },
    { id: 'linear', worst: 5, best: 5 },
  ],
  percentile: [{ id: 'percentile' }],
  bands: [
    { id: 'bands', below: 0.1, bands: [] },
    {
      id: 'bands',
      below: 0,
      bands: [
        { from: 0, utility: 0.4 },
        { from: 2, utility: 1 },
      ],
    },
  ],
  lookup: [
    { id: 'lookup', points: [], other: 0.25 },
    {
      id: 'lookup',
      points: [
        { category: 'A', utility: 1 },
        { category: '__proto__', utility: 0.5 },
        { category: '*', utility: 0.75 },
      ],
      other: 0,
    },
  ],
  quantileBins: [
    { id: 'quantileBins', classes: 2 },
    { id: 'quantileBins', classes: 7 },
  ],
  zscore: [{ id: 'zscore' }],
  target: [
    { id: 'target', low: 1, high: 1, tolerance: 0 },
    { id: 'target', low: -3, high: 200, tolerance: 500 },
  ],
  piecewise: [
    { id: 'piecewise', points: [] },
    { id: 'piecewise', points: [{ x: 2, utility: 0.7 }] },
    {
      id: 'piecewise',
      points: [
        { x: -10, utility: 0.2 },
        { x: 3, utility: 1 },
        { x: 40, utility: 0.1 },
        { x: 5000, utility: 0.6 },
      ],
    },
  ],
  logistic: [
    { id: 'logistic', midpoint: 0, steepness: 1 },
    { id: 'logistic', midpoint: 500, steepness: 0.004 },
  ],
}
