/** Answers to how likely one is to recommend, 0–10. */
export interface Recommendations {
  readonly promoters: number // 9–10
  readonly passives: number // 7–8
  readonly detractors: number // 0–6
}

export const groups = ['survey.promoter', 'survey.passive', 'survey.detractor'] as const

/** Place in `groups` of an answer on 0–10. */
export function groupOf(answer: number): 0 | 1 | 2 {
  return answer >= 9 ? 0 : answer >= 7 ? 1 : 2
}

/**
 * Net Promoter Score, −100..100: % promoters − % detractors; passives stay in the denominator. NaN without answers.
 * Source: Reichheld 2003, "The One Number You Need to Grow".
 */
export function netPromoterScore({ promoters, passives, detractors }: Recommendations): number {
  const answers = promoters + passives + detractors
  return answers > 0 ? ((promoters - detractors) / answers) * 100 : NaN
}

const twoSided95 = 1.959964

/**
 * Half the width of the 95 % interval of a score, in points: 1.96 · √((p + d − (p − d)²) / n) · 100, the variance of a
 * difference of two shares of one sample. It says what chance alone may do to so few answers.
 */
export function scoreMargin({ promoters, passives, detractors }: Recommendations): number {
  const answers = promoters + passives + detractors
  const [p, d] = [promoters / answers, detractors / answers]
  return twoSided95 * Math.sqrt((p + d - (p - d) ** 2) / answers) * 100
}

/** Customer satisfaction: share of answers among the top two of the scale, as a fraction. NaN without answers. */
export function satisfiedShare(satisfied: number, answers: number): number {
  return answers > 0 ? satisfied / answers : NaN
}
