import { expect, test } from 'vitest'
import { textsOf } from '../../../src/grid/clipboard.ts'

function clipboard(text: string, html: string) {
  const data = new DataTransfer()
  if (text !== '') data.setData('text/plain', text)
  data.setData('text/html', html)
  return textsOf(data)
}

/**
 * As Excel for Microsoft 365 writes a range (CF_HTML): styles in a block, mso-number-format, lines wrapped in the middle of
 * texts, `mso-data-placement:same-cell` for a line break, runs of blanks as nbsp. Source: “Microsoft Office HTML and XML
 * Reference”, Excel part.
 */
const excel = `<html xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:x="urn:schemas-microsoft-com:office:excel">
<head><meta name=Generator content="Microsoft Excel 15"><style><!--table {mso-displayed-decimal-separator:"\\.";}
.xl65 {mso-number-format:"\\@";} br {mso-data-placement:same-cell;}--></style></head>
<body link="#0563C1"><table border=0 cellpadding=0 cellspacing=0 width=192><!--StartFragment-->
 <col width=64 span=3 style='width:48pt'>
 <tr height=20><td height=20 width=64>杭州云起
  科技</td><td class=xl65 width=64>001234</td><td align=right width=64>1,234.57</td></tr>
 <tr height=20><td colspan=2 height=20 style='mso-ignore:colspan'>a<br>
  b</td><td><span style='mso-spacerun:yes'>&nbsp;&nbsp;</span>x &amp; y</td></tr>
<!--EndFragment--></table></body></html>`

test('of Excel the tabs are taken, and the table alone says the same', () => {
  const text = '杭州云起 科技\t001234\t1,234.57\r\n"a\nb"\t\t  x & y\r\n'
  expect(clipboard(text, excel)).toEqual([
    ['杭州云起 科技', '001234', '1,234.57'],
    ['a\nb', '', '  x & y'],
  ])
  expect(clipboard('', excel)).toEqual([
    ['杭州云起 科技', '001234', '1,234.57'],
    ['a\nb', '', 'x & y'],
  ])
})

test('where WPS shows a number with fewer digits than it has, the whole number comes (x:num)', () => {
  const html = `<html xmlns:x="urn:schemas-microsoft-com:office:excel"><head><style>
    .et2{mso-number-format:"#\\,##0.00";} .et3 {mso-number-format:"yyyy\\-m\\-d";color:#000;}</style></head><body><table><tr>
    <td class="et2" x:num="1234.5678">1,234.57</td><td x:num="123456789012">1.23E+11</td>
    <td x:num="0.1234">12%</td><td x:str>007</td><td x:num="45356" style="mso-number-format:yyyy\\-m\\-d">#####</td>
    <td x:num="5">5</td><td class=et3 x:num="45357">###</td><td class=et2 x:num="45357">###</td></tr></table></body></html>`
  expect(clipboard('1,234.57\t1.23E+11\t12%\t007\t#####\t5\t###\t###', html)).toEqual([
    ['1234.5678', '123456789012', '12.34%', '007', '2024-03-05', '5', '2024-03-06', '45357'],
  ])
})

test('of LibreOffice likewise (sdval, sdnum); days stay as they are written', () => {
  const html = `<!DOCTYPE html><html><head><style type="text/css">body { font-family:"Liberation Sans" }</style></head>
    <body><table cellspacing="0" border="0"><colgroup width="85"></colgroup><tr>
    <td height="17" align="right" sdval="0.333333333333333" sdnum="2052;0;0.00"><font>0.33</font></td>
    <td sdval="45356" sdnum="2052;0;YYYY-MM-DD">2024-03-05</td><td align="left">甲<br>乙</td></tr></table></body></html>`
  expect(clipboard('0.33\t2024-03-05\t"甲\n乙"', html)).toEqual([
    ['0.333333333333333', '2024-03-05', '甲\n乙'],
  ])
})

test('of Google likewise (data-sheets-value)', () => {
  const html = `<meta charset='utf-8'><google-sheets-html-origin><table><tbody><tr>
    <td data-sheets-value='{"1":3,"3":12.3456}' data-sheets-numberformat='{"1":2,"2":"0.0"}'>12.3</td>
    <td data-sheets-value='{"1":2,"2":"文字"}'>文字</td></tr></tbody></table>`
  expect(clipboard('12.3\t文字', html)).toEqual([['12.3456', '文字']])
})

test('a rounded number that is no longer the same one is left as it is shown', () => {
  const html = '<table><tr><td x:num="5">12</td><td x:num="">3</td></tr></table>'
  expect(clipboard('12\t3', html)).toEqual([['12', '3']])
})

test('a table of a web page keeps its cells, whatever lines its text breaks into', () => {
  const html = `<meta charset='utf-8'><table><thead><tr><th>名称</th><th>说明</th></tr></thead><tbody>
    <tr><td><p>第一行</p><p>第二行</p></td><td>x</td></tr><tr style="display:none"><td>无</td><td>无</td></tr></tbody></table>`
  expect(clipboard('名称\t说明\n第一行\n\n第二行\n\tx', html)).toEqual([
    ['名称', '说明'],
    ['第一行\n第二行', 'x'],
  ])
})

test('a table among other text is no table: the text is taken', () => {
  const html = '<p>您好，</p><table><tr><td>a</td><td>b</td></tr></table>'
  expect(clipboard('您好，\na\tb', html)).toEqual([
    ['您好，', ''],
    ['a', 'b'],
  ])
})

test('merged cells stand in their first place', () => {
  const html = `<table><tr><td rowspan=2 colspan=2>合</td><td>1</td></tr><tr><td>2</td></tr><tr><td>3</td><td>4</td><td>5</td></tr></table>`
  expect(clipboard('', html)).toEqual([
    ['合', '', '1'],
    ['', '', '2'],
    ['3', '4', '5'],
  ])
})

test('nothing of a page is run or loaded', () => {
  const html =
    '<table><tr><td><img src=x onerror="window.hacked=1"><script>window.hacked=2</script>ok</td></tr></table>'
  expect(clipboard('', html)).toEqual([['ok']])
  expect('hacked' in window).toBe(false)
})
