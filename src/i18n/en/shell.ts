import type { Words } from '../zh.ts'

export const shell: Words['shell'] = {
  product: 'Tiersheet',
  productLatin: '客户分级表',
  places: {
    data: 'Data',
    grade: 'Tiers',
    insights: 'Insights',
    movement: 'Movement',
    actions: 'Actions',
  },
}
