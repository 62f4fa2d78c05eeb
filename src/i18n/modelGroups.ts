import type { ModelId } from '../models/figureIds.ts'
import type { Language } from './language.ts'

/** Names of the models, and of the groups that their columns stand in; the engine tells by them what a project speaks. */
export const modelGroups: Record<Language, Record<ModelId, string>> = {
  zh: {
    behaviour: '订单',
    contribution: '贡献',
    rfm: 'RFM',
    lifecycle: '生命周期',
    churn: '流失预警',
    value: '客户价值',
    prediction: '价值预测',
    interactions: '往来',
    service: '服务',
    survey: '问卷',
  },
  en: {
    behaviour: 'Orders',
    contribution: 'Contribution',
    rfm: 'RFM',
    lifecycle: 'Lifecycle',
    churn: 'Churn warning',
    value: 'Customer value',
    prediction: 'Prediction',
    interactions: 'Interactions',
    service: 'Service',
    survey: 'Survey',
  },
}
