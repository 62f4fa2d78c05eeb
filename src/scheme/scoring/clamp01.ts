/** Utilities are 0..1; never −0. */
export function clamp01(u: number): number {
  return u <= 0 ? 0 : u > 1 ? 1 : u
}
