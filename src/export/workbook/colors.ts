/** The nine tier steps of the light theme (styles/tokens.css), which of them n tiers take, and their soft grounds. */
const steps = [
  '3A1F8A',
  '24478A',
  '255BBE',
  '2A6F9B',
  '12806F',
  '617D21',
  'B8860B',
  'D27052',
  '8B919B',
]
const sets: Record<number, readonly number[]> = {
  2: [1, 9],
  3: [1, 4, 7],
  4: [1, 4, 7, 9],
  5: [1, 3, 5, 7, 9],
  6: [1, 3, 5, 6, 7, 9],
  7: [1, 2, 3, 5, 6, 7, 9],
  8: [1, 2, 3, 5, 6, 7, 8, 9],
  9: [1, 2, 3, 4, 5, 6, 7, 8, 9],
}

/** RRGGBB of a mix: `share` of `color`, the rest of `other`. */
function mix(color: string, other: string, share: number): string {
  const channel = (hex: string, at: number) => parseInt(hex.slice(at, at + 2), 16)
  return [0, 2, 4]
    .map((at) => Math.round(channel(color, at) * share + channel(other, at) * (1 - share)))
    .map((value) => value.toString(16).padStart(2, '0').toUpperCase())
    .join('')
}

export interface TierColors {
  readonly fill: string
  readonly color: string
}

export function tierColors(tiers: number): readonly TierColors[] {
  return (sets[tiers] ?? sets[9] ?? []).map((step) => {
    const color = steps[step - 1] ?? '8B919B'
    return { fill: mix(color, 'FFFFFF', 0.2), color: mix(color, '0D1411', 0.7) }
  })
}

export const palette = {
  ink: '17201B',
  quiet: '626D66',
  head: 'F1F3F0',
  group: 'E4F1EB',
  input: 'FFF6D6', // cells that may be changed
  warning: 'FDF3DE',
}
