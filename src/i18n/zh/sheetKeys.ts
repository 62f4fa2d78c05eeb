/** What the list of keys says of the sheet, beside `shell.keys` and `blocks.keys`. */
export const sheetKeys = {
  groups: { move: '在表格里走动和选择', edit: '改格子', columns: '列和菜单' },
  back: '回到当前的格子',
  confirm: '完成并向下、向右；加 Shift 反过来',
  line: '格子里换行',
  fillTyped: '写进选中的每一格',
  toggle: '勾选或取消（是 / 否的列）',
  list: '打开可选的词、日历',
  fill: '向下、向右填充',
  again: '重做撤销的一步',
  header: '从第一行进入列名；← → 换列，Esc 回来',
  inHeader: '在列名上：排序（加 Shift 再加一列）、改列名',
  filter: '筛选这一列',
  reapply: '重新应用排序和筛选',
}
