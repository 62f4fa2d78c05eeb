/** Several blocks of the sheet, and filling. */
export const blocks = {
  selectedBlocks: (blocks: number, cells: number) => `已选 ${blocks} 块，共 ${cells} 格`,
  adding: '再选一块：用方向键走过去，按住 Shift 选；按 Esc 结束',
  oneBlock: '填充一次只能一块。请一块一块来。',
  apart: '这几块不在同样的行或列里，不能一起复制或剪切。请一块一块来。',
  fillOptions: '填充方式',
  fillCopy: '复制单元格',
  fillSeries: '填充序列',
  copyHeaders: '带标题复制',
  keys: {
    today: '填今天的日期',
    also: '再选一块；用鼠标时按住 Ctrl',
    column: '选整列',
    row: '选整行',
    side: '左右翻一屏',
  },
}
