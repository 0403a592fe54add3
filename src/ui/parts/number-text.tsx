/** A phone number as written: digits of equal width, kept from turning round; read as Chinese only where it is. */
import type { VNode } from 'preact'

export function NumberText({ children, id }: { children: string; id?: string }): VNode {
  return (
    <bdi class="number" dir="ltr" id={id} lang={/\p{Script=Han}/u.test(children) ? 'zh-CN' : undefined}>
      {children}
    </bdi>
  )
}
