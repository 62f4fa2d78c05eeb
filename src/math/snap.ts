/** To a billionth, half up: s ← ⌊s·1e9 + 0.5⌋ / 1e9 (spec §3). Takes out the last bits that differ between engines. */
export function snap(score: number): number {
  return Math.floor(score * 1e9 + 0.5) / 1e9
}
