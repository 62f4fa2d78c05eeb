import type { StabilityExplanation } from '../../grading/result.ts'
import type { Stability } from '../../scheme/scheme.ts'
import type { Words } from '../../i18n/translate.ts'

/** Why a customer is held: 缓冲区 2 分、要连续 3 次 */
export function reasonsText(
  by: StabilityExplanation['by'],
  words: Words['stability'],
  decimal: (value: number) => string,
): string {
  return by.map((one) => reasonText(one, words.reasons, decimal)).join(words.and)
}

function reasonText(
  stability: Stability,
  say: Words['stability']['reasons'],
  decimal: (value: number) => string,
): string {
  switch (stability.id) {
    case 'buffer':
      return say.buffer(decimal(stability.points))
    case 'reviews':
      return say.reviews(decimal(stability.count))
    case 'minimumStay':
      return say.minimumStay(decimal(stability.days))
    case 'oneStep':
      return say.oneStep
  }
}
