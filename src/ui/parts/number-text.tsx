/** A phone number as written: digits of equal width, kept from turning round in right-to-left text. */
import type { VNode } from 'preact'

export function NumberText({ children, id }: { children: string; id?: string }): VNode {
  return (
    <bdi class="number" dir="ltr" id={id} lang="zh-CN">
      {children}
    </bdi>
  )
}
