/** A sentence of ours with names and numbers in it: numbers stay in one piece, Chinese inside English says that it is. */
import type { ComponentChildren, VNode } from 'preact'
import type { Language } from '../../locales/language.ts'

/** Numbers and dates as we print them, 4 to 20 units; longer ones may break. */
const number = String.raw`(?<number>\+?\d[\d-]{2,18}\d)`
const chinese = String.raw`(?<chinese>\p{Script=Han}(?:[\p{Script=Han}（）·、\w]*[\p{Script=Han}）])?)`
const pieces = { 'zh-CN': new RegExp(number, 'gu'), en: new RegExp(`${number}|${chinese}`, 'gu') }

export function Words({ children, language }: { children: string; language: Language }): VNode {
  const parts: ComponentChildren[] = []
  let done = 0
  for (const match of children.matchAll(pieces[language])) {
    const [words] = match
    parts.push(children.slice(done, match.index))
    parts.push(
      match.groups?.number === undefined ? <span lang="zh-CN">{words}</span> : <span class="one-piece">{words}</span>,
    )
    done = match.index + words.length
  }
  parts.push(children.slice(done))
  return <>{parts}</>
}

/** A record's own text: Chinese where the record has no English, and then marked as Chinese. */
export function RecordText({ children }: { children: string }): VNode {
  return <span lang={/\p{Script=Han}/u.test(children) ? 'zh-CN' : undefined}>{children}</span>
}
