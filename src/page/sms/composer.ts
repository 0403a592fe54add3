/** Does the page have a field to write a message into? */

const fields =
  'textarea,[contenteditable]:not([contenteditable="false" i]),[role="textbox"],input[type="text"],input:not([type])'
const hints = /短信|消息|信息|讯息|回复|发送|输入|message|reply|send|text|type/i
const otherHints = /搜索|搜一搜|查询|查找|关键|验证|登录|search|find|keyword|captcha|login/i

export function hasComposer(document: Document): boolean {
  for (const field of document.querySelectorAll(fields)) {
    const isLarge = field.localName !== 'input'
    if (isLarge || isHinted(field)) return true
  }
  return false
}

/** A line to write into says what for; most lines are for searching. */
function isHinted(field: Element): boolean {
  const said = ['placeholder', 'data-placeholder', 'aria-label', 'name'].map((name) => field.getAttribute(name) ?? '')
  const hint = said.join(' ')
  return hints.test(hint) && !otherHints.test(hint)
}
