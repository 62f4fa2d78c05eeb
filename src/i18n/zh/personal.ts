/** Personal numbers, covered until somebody wants to see them. */
export const personal = {
  show: '显示身份证号',
  hide: '遮住身份证号',
  shown: '身份证号已显示；关掉或重新打开项目后又会遮住',
  hidden: '身份证号已遮住',
  cell: '身份证号已遮住，编辑时能看到全部',
  filtered: '已遮住的号码',
  mask: { name: '身份证号打码', says: '中间的生日用 * 代替' },
}
