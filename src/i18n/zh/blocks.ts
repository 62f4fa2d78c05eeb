/** Several blocks of the sheet, and filling. */
export const blocks = {
  selectedBlocks: (blocks: number, cells: number) => `已选 ${blocks} 块，共 ${cells} 格`,
  adding: '再选一块：用方向键走过去，按住 Shift 选；按 Esc 结束',
  apart: '这几块不在同样的行或列里，不能一起复制或剪切。请一块一块来。',
  fillOptions: '填充方式',
  fillCopy: '复制单元格',
  fillSeries: '填充序列',
  copyHeaders: '带标题复制',
}
