const powers = Float64Array.from({ length: 23 }, (_, k) => Number(`1e${k}`))
const exact = 9e15 // below 2^53, with room for one more digit

/**
 * A number in ASCII digits. Up to 15 digits and a power of ten below 10^22 are exact in binary, so that one division
 * rounds rightly (Clinger 1990); NaN for all else, which is left to slower ways.
 */
export function numberIn(bytes: Uint8Array, from: number, to: number): number {
  let p = from
  const negative = bytes[p] === 45
  if (negative) p++
  let digits = 0
  let places = -1
  let any = false
  for (; p < to; p++) {
    const byte = bytes[p] as number
    if (byte === 46 && places < 0) places = 0
    else if (byte >= 48 && byte <= 57) {
      digits = digits * 10 + byte - 48
      if (digits >= exact) return NaN
      if (places >= 0) places++
      any = true
    } else return NaN
  }
  if (!any || places > 22) return NaN
  const value = places > 0 ? digits / (powers[places] as number) : digits
  return negative ? -value : value
}
