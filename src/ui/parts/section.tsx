/** A titled part of a page. */
import type { ComponentChildren, VNode } from 'preact'
import { useFocusIfLost } from './focus-if-lost.ts'
import { useOwnId } from './own-id.ts'

interface SectionProps {
  title: string
  /** Its title takes the focus when it appears in place of what had it, and when this changes. */
  heir?: unknown
  children: ComponentChildren
}

export function Section({ title, heir, children }: SectionProps): VNode {
  const here = useFocusIfLost<HTMLHeadingElement>(heir !== undefined, heir)
  const id = useOwnId()
  return (
    <section class="section" aria-labelledby={id}>
      <h2 ref={here} id={id} class="section-title" tabIndex={heir === undefined ? undefined : -1}>
        {title}
      </h2>
      {children}
    </section>
  )
}
