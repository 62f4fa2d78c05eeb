import type { StabilityId } from '../../scheme/scheme.ts'

/** Why a customer may stay in its tier though its score says otherwise. */
export const stability = {
  heading: '稳定性',
  parts: {
    buffer: { name: '缓冲区', says: '过线或跌破要超出几分才算，避免在线边来回跳' },
    reviews: { name: '连续几次才变', says: '连续几次定级都在同一边，等级才变' },
    minimumStay: { name: '最短停留', says: '进了一级要待满天数，才能再变' },
    oneStep: { name: '一次一级', says: '每次定级最多升一级或降一级' },
  } satisfies Record<StabilityId, { name: string; says: string }>,
}
