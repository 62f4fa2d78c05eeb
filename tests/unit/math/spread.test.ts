import { describe, expect, test, vi } from 'vitest'
import { classes } from '../../../src/math/kernels/kernel.ts'
import { marks, pointAway } from '../../../src/math/kernels/marks.ts'
import { classOf, plain } from '../../../src/math/kernels/plain.ts'
import { Spread } from '../../../src/math/kernels/spread.ts'
import { largestScores } from '../../../src/math/largestScores.ts'

const scores = Float64Array.from({ length: 5000 }, (_, row) => (row * 7919) % 100.0003)
const marked = (...at: readonly number[]) => {
  const all = marks()
  for (const one of at) all[one] = 1
  return all
}
const ofClasses = (all: Uint8Array) => scores.filter((score) => all[classOf(score)] === 1)

describe('scores of single classes', () => {
  test('are looked for once, also those that were said to be asked for next', () => {
    const walk = vi.spyOn(plain, 'gather')
    const spread = new Spread(scores)
    const [first, next] = [marked(1200, 1201), marked(1240, classes - 1)]
    expect(spread.gather(first, next)).toEqual(ofClasses(first))
    expect(spread.gather(next)).toEqual(ofClasses(next))
    expect(spread.gather(marked(1201, 1240))).toEqual(ofClasses(marked(1201, 1240)))
    expect(walk).toHaveBeenCalledTimes(1)
    expect(spread.gather(marked(1202))).toEqual(ofClasses(marked(1202)))
    expect(walk).toHaveBeenCalledTimes(2)
    walk.mockRestore()
  })

  test('a point away is a point away, within the scale', () => {
    const point = classes / 100
    expect(pointAway(marked(0, 2000, classes))).toEqual(
      marked(point, 2000 - point, 2000 + point, classes - point),
    )
  })

  test('the k-th largest are those of a sorted list', () => {
    const falling = scores.toSorted().reverse()
    const places = [1, 2, 777, 2500, 5000]
    const { values } = largestScores(new Spread(scores), () => places)
    expect([...values]).toEqual(places.map((k) => falling[k - 1]))
  })
})
