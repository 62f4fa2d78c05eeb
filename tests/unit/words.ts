import { en } from '../../src/i18n/en.ts'
import { zh } from '../../src/i18n/zh.ts'

/** Both languages at once, which no reader needs. */
export const words = { zh, en }
