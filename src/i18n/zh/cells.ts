/** What cells say and offer while they are walked and edited. */
export const cells = {
  removeTag: (tag: string) => `去掉“${tag}”`,
  phoneView: '怎样显示',
  phoneViews: { list: '列表', sheet: '表格' },
}
