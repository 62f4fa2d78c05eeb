import type { Styles } from '../xlsx/styles.ts'
import { palette } from './colors.ts'

/** How cells of the criteria sheet look; yellow ones may be changed. */
export function criteriaLooks(styles: Styles) {
  const input = { border: true, fill: palette.input, align: 'right', locked: false } as const
  return {
    title: styles.cell({ bold: true, size: 14 }),
    strong: styles.cell({ bold: true }),
    quiet: styles.cell({ color: palette.quiet }),
    head: styles.cell({ bold: true, fill: palette.head, border: true, align: 'left' }),
    headCenter: styles.cell({
      bold: true,
      fill: palette.head,
      border: true,
      align: 'center',
      wrap: true,
    }),
    text: styles.cell({ border: true, align: 'center' }),
    tier: styles.cell({ bold: true, border: true, align: 'center' }),
    input: styles.cell(input),
    inputText: styles.cell({ ...input, align: 'center' }),
    inputShare: styles.cell({ ...input, format: '0.00%' }),
    number: styles.cell({ border: true, align: 'right' }),
    share: styles.cell({ border: true, align: 'right', format: '0.0%' }),
    date: styles.cell({ ...input, align: 'center', format: 'yyyy\\-mm\\-dd' }),
  }
}

export type CriteriaLooks = ReturnType<typeof criteriaLooks>
