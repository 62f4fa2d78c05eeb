/** What merges mean elsewhere, and groups that are not one customer. */
export const merged = {
  compare: (rows: string) => `${rows} 行是已合并掉的客户，归到合并后的客户，不算新增`,
  compareHint: (names: readonly string[]) =>
    `编号、名称、电话仍用合并后的；合并后的客户在文件里另有一行的，以那一行为准，这些行只补空缺：${names.join('、')}`,
  distinct: '不是同一位',
  distinctOf: (name: string) => `“${name}”这一组不是同一位`,
  distinctDone: (name: string) => `“${name}”这一组不再提示为重复`,
  dismissed: (groups: string) => `已排除 ${groups} 组`,
  again: '重新检查',
  againDone: (groups: string) => `${groups} 组重新列出`,
}
