/** Chinese words of the browser's own surfaces: context menu, address bar. */
export const zhShell = {
  'shell.menu': '核验所选号码',
  'shell.omnibox.hint': '核验号码、机构名或整条消息',
  'shell.omnibox.none': '没有找到号码，按回车查机构名',
  'shell.omnibox.one': '{number} · {verdict} · 按回车看说明',
}
