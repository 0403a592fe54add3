/** What a reader sees of a card's words: whether they are cut off, and whether they are in the language of the card. */
import type { Language } from '../../../src/locales/language.ts'

interface Seen {
  words: string
  parent: Element
  rects: DOMRect[]
}

/** Every text that is shown. Words for readers only (`.unseen`) are hidden on purpose. */
function seen(root: ShadowRoot): Seen[] {
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT)
  const all: Seen[] = []
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const parent = node.parentElement
    const words = node.nodeValue?.trim() ?? ''
    if (!parent || words === '' || parent.closest('.unseen,style')) continue
    const range = document.createRange()
    range.selectNodeContents(node)
    all.push({ words, parent, rects: [...range.getClientRects()] })
  }
  return all
}

/** Words that reach over the sides of the card, its boxes or its buttons. */
export function clippedWords(root: ShadowRoot): string[] {
  const card = root.querySelector('.card')
  return seen(root).flatMap(({ words, parent, rects }) => {
    const boxes = [card, parent.closest('.todo'), parent.closest('.button')].filter((box) => box !== null)
    const cut = boxes.some((box) => {
      const { left, right } = box.getBoundingClientRect()
      return rects.some((rect) => rect.left < left - 0.5 || rect.right > right + 0.5)
    })
    return cut ? [words] : []
  })
}

/** Latin words that Chinese texts use as they are. */
const atHome = /\bApp\b|\bQQ\b|\bv?\d+\b|https?:\/\/\S+|\b[\w-]+(?:\.[\w-]+)+\b|\b[\w-]+\/[\w-]+\b/g

/** Words in the other language without its mark, and points or spaces of the wrong kind. */
export function strangeWords(root: ShadowRoot, language: Language): string[] {
  return seen(root).flatMap(({ words, parent }) => {
    const marked = parent.closest('[lang]')?.getAttribute('lang')
    const isChinese = marked?.startsWith('zh') === true
    const han = /\p{Script=Han}/u.test(words)
    const wrong =
      (han && !isChinese && !parent.closest('.personal-mark')) ||
      (language === 'zh-CN' && /[A-Za-z]{2,}/.test(words.replace(atHome, ''))) ||
      / {2}| [。，：；？！.,:;?!]/.test(words) ||
      (language === 'zh-CN' && /\p{Script=Han}[,;:?!]|[,;:?!]\p{Script=Han}/u.test(words)) ||
      (language === 'zh-CN' &&
        /\p{Script=Han}[A-Za-z0-9]|[A-Za-z0-9]\p{Script=Han}/u.test(words.replace(/[“（].*?[”）]/g, ''))) ||
      (language === 'en' && !isChinese && /[。，：；？！]/.test(words))
    return wrong ? [words] : []
  })
}
