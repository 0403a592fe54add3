/** A titled part of a page. */
import type { ComponentChildren, VNode } from 'preact'
import { useOwnId } from './own-id.ts'

interface SectionProps {
  title: string
  children: ComponentChildren
}

export function Section({ title, children }: SectionProps): VNode {
  const id = useOwnId()
  return (
    <section class="section" aria-labelledby={id}>
      <h2 id={id} class="section-title">
        {title}
      </h2>
      {children}
    </section>
  )
}
