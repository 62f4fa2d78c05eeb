/** Frame: top bar, places, status bar, menus, undo, saving. */
export const shell = {
  product: '客户分级表',
  productLatin: 'Tiersheet',
  places: { data: '数据', grade: '分级', insights: '分析', movement: '变动', actions: '行动' },
}
