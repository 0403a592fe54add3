/** A phone number as written: digits of equal width, kept from turning round; read as Chinese only where it is. */
import type { VNode } from 'preact'

/** A number of ours for the eye: `4001230152` → `400-123-0152`; what is grouped already stays as it is. */
export function readable(number: string): string {
  return number.replace(/^([48]00)(\d{3})(\d{4})$/, '$1-$2-$3').replace(/^(1[3-9]\d)(\d{4})(\d{4})$/, '$1-$2-$3')
}

export function NumberText({ children, id }: { children: string; id?: string }): VNode {
  return (
    <bdi class="number" dir="ltr" id={id} lang={/\p{Script=Han}/u.test(children) ? 'zh-CN' : undefined}>
      {children}
    </bdi>
  )
}
